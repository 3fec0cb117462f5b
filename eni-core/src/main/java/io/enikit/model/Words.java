package io.enikit.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.CharMatcher;
import java.util.Arrays;

/** Words of the text of a plan: any text, with the characters escaped that would end a word. */
final class Words {
    private static final CharMatcher PLAIN = CharMatcher.inRange('!', '~').and(CharMatcher.noneOf("%,=#"));
    private static final int DIGITS_OF_COUNT = 18;
    /**
     * Letters that are written as they are: those of large scripts, by ranges in which every character is one in every
     * version of Unicode since 5.0, so that a text is the same on each platform. All else is escaped.
     */
    private static final CharMatcher LETTERS = CharMatcher.inRange('\u0100', '\u024f') // Latin
            .or(CharMatcher.inRange('\u0388', '\u038a')) // Greek
            .or(CharMatcher.inRange('\u038e', '\u03a1'))
            .or(CharMatcher.inRange('\u03a3', '\u03ce'))
            .or(CharMatcher.inRange('\u0400', '\u0481')) // Cyrillic
            .or(CharMatcher.inRange('\u0561', '\u0587')) // Armenian
            .or(CharMatcher.inRange('\u05d0', '\u05ea')) // Hebrew
            .or(CharMatcher.inRange('\u0621', '\u063a')) // Arabic
            .or(CharMatcher.inRange('\u0641', '\u064a'))
            .or(CharMatcher.inRange('\u0904', '\u0939')) // Devanagari
            .or(CharMatcher.inRange('\u0e01', '\u0e30')) // Thai
            .or(CharMatcher.inRange('\u1e00', '\u1e9b')) // Latin with marks
            .or(CharMatcher.inRange('\u1ea0', '\u1ef9'))
            .or(CharMatcher.inRange('\u3041', '\u3096')) // Hiragana
            .or(CharMatcher.inRange('\u30a1', '\u30fa')) // Katakana
            .or(CharMatcher.inRange('\u4e00', '\u9fa5')) // Han
            .or(CharMatcher.inRange('\uac00', '\ud7a3')) // Hangul
            .precomputed();

    private static final int DIGITS_OF_BYTE = 2;
    private static final int DIGITS_OF_CHAR = 4;
    /** Those of ASCII: others would be read as well. */
    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');

    private Words() {}

    static String escape(String text) {
        if (PLAIN.matchesAllOf(text)) {
            return text;
        }
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (PLAIN.matches(c) || LETTERS.matches(c)) {
                word.append(c);
            } else {
                int digits = c > 0xff ? DIGITS_OF_CHAR : DIGITS_OF_BYTE;
                String hex = Integer.toHexString(c);
                word.append(c > 0xff ? "%u" : "%")
                        .append("0".repeat(digits - hex.length()))
                        .append(hex);
            }
        }
        return word.toString();
    }

    static boolean parseBoolean(String text) {
        checkArgument(text.equals("true") || text.equals("false"), "\"%s\": expected true or false", text);
        return text.equals("true");
    }

    static int parseInt(String text) {
        try {
            checkArgument(
                    DIGITS.matchesAllOf(text.startsWith("-") ? text.substring(1) : text),
                    "\"%s\": expected a whole number",
                    text);
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
