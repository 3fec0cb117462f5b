package io.enikit.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.CharMatcher;
import java.util.Arrays;
import java.util.Locale;

/** Words of the text of a plan: any text, with the characters escaped that would end a word. */
final class Words {
    private static final CharMatcher PLAIN = CharMatcher.inRange('!', '~').and(CharMatcher.noneOf("%,=#"));
    private static final int DIGITS_OF_COUNT = 18;
    private static final int DIGITS_OF_BYTE = 2;
    private static final int DIGITS_OF_CHAR = 4;

    private Words() {}

    static String escape(String text) {
        if (PLAIN.matchesAllOf(text)) {
            return text;
        }
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (PLAIN.matches(c) || (c > 0xff && Character.isLetterOrDigit(c))) {
                word.append(c);
            } else {
                word.append(String.format(Locale.ROOT, c > 0xff ? "%%u%04x" : "%%%02x", (int) c));
            }
        }
        return word.toString();
    }

    static String unescape(String word) {
        if (word.indexOf('%') < 0) {
            return word;
        }
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < word.length()) {
            char c = word.charAt(i++);
            if (c == '%') {
                boolean wide = i < word.length() && word.charAt(i) == 'u';
                int start = wide ? i + 1 : i;
                int end = start + (wide ? DIGITS_OF_CHAR : DIGITS_OF_BYTE);
                checkArgument(
                        end <= word.length() && isHex(word, start, end),
                        "\"%s\": expected two hexadecimal digits, or u and four, at index %s",
                        word,
                        start);
                text.append((char) Integer.parseInt(word, start, end, 16));
                i = end;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static boolean isHex(String word, int start, int end) {
        return CharMatcher.anyOf("0123456789abcdef").matchesAllOf(word.substring(start, end));
    }

    static boolean parseBoolean(String text) {
        checkArgument(text.equals("true") || text.equals("false"), "\"%s\": expected true or false", text);
        return text.equals("true");
    }

    static int parseInt(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\": expected a whole number", e);
        }
    }

    /** Parses a number of things. */
    static long parseCount(String text) {
        checkArgument(
                text.length() <= DIGITS_OF_COUNT
                        && CharMatcher.inRange('0', '9').matchesAllOf(text)
                        && !text.isEmpty(),
                "\"%s\": expected a whole number of 0 or more",
                text);
        return Long.parseLong(text);
    }

    /** Finds the constant of a closed list of names. */
    static <E extends Enum<E>> E parseEnum(Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.toString().equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                "\"" + text + "\": expected one of " + Arrays.toString(type.getEnumConstants()));
    }
}
