package io.enikit.ipam;

import io.enikit.internal.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Names as the last field of a line.
 *
 * <p>A name may be any text. What would break a line, get lost at its end, not be seen, or not survive UTF-8 is written as
 * a backslash, {@code u} and four hexadecimal digits; a backslash is doubled.
 */
final class NameText {
    private NameText() {}

    static String escape(String name) {
        StringBuilder text = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); ) {
            int point = name.codePointAt(i);
            int next = i + Character.charCount(point);
            boolean atEnd = i == 0 || next == name.length();
            boolean command = point == '#' && i > 0 && name.charAt(i - 1) == '#';
            if (point == '\\') {
                text.append("\\\\");
            } else if (command || VisibleText.isHidden(point) || (atEnd && isSpace(point))) {
                VisibleText.escape(point, text);
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

    /** Judges by the code points that are spaces since Unicode 6.3, not by category: that depends on the platform. */
    private static boolean isSpace(int point) {
        return switch (point) {
            case ' ', 0xA0, 0x1680, 0x202F, 0x205F, 0x3000 -> true;
            default -> point >= 0x2000 && point <= 0x200A;
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
            int digit = "0123456789abcdef".indexOf(text.charAt(i));
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
