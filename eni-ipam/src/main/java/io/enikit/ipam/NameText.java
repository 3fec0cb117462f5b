package io.enikit.ipam;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names as the last field of a line.
 *
 * <p>A name may be any text. What would break a line, get lost at its end, or not survive UTF-8 is written as a
 * backslash, {@code u} and four hexadecimal digits; a backslash is doubled.
 */
final class NameText {
    private NameText() {}

    static String escape(String name) {
        StringBuilder text = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); ) {
            int point = name.codePointAt(i);
            int next = i + Character.charCount(point);
            boolean atEnd = i == 0 || next == name.length();
            if (point == '\\') {
                text.append("\\\\");
            } else if (mustBeEscaped(point) || (atEnd && Character.isSpaceChar(point))) {
                text.append(String.format(Locale.ROOT, "\\u%04x", point));
            } else {
                text.appendCodePoint(point);
            }
            i = next;
        }
        return text.toString();
    }

    /** The name as one word of a line, which is not its last: no space is left in it. */
    static String escapeWord(String name) {
        return escape(name).replace(" ", "\\u0020");
    }

    /** A message in which nothing breaks its line. */
    static String onOneLine(String message) {
        StringBuilder text = new StringBuilder(message.length());
        message.codePoints().forEach(point -> {
            if (mustBeEscaped(point)) {
                text.append(String.format(Locale.ROOT, "\\u%04x", point));
            } else {
                text.appendCodePoint(point);
            }
        });
        return text.toString();
    }

    private static boolean mustBeEscaped(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }

    /** The name which {@link #escape} turns into the text, or null if there is none. */
    static @Nullable String unescape(String text) {
        String name = unescaped(text);
        return name != null && !name.isEmpty() && escape(name).equals(text) ? name : null;
    }

    private static @Nullable String unescaped(String text) {
        StringBuilder name = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                name.append(c);
            } else if (text.startsWith("\\\\", i)) {
                name.append('\\');
                i++;
            } else if (text.startsWith("\\u", i) && i + 6 <= text.length()) {
                int value = hex(text, i + 2);
                if (value < 0) {
                    return null;
                }
                name.append((char) value);
                i += 5;
            } else {
                return null;
            }
        }
        return name.toString();
    }

    /** The name which {@link #escapeWord} turns into the text, or null if there is none. */
    static @Nullable String unescapeWord(String text) {
        String name = unescaped(text);
        return name != null && !name.isEmpty() && escapeWord(name).equals(text) ? name : null;
    }

    private static int hex(String text, int from) {
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
