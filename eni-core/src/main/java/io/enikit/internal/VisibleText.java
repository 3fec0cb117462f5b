package io.enikit.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Texts of others in a form that does no harm where they are shown: one line stays one line, and all of it is seen.
 *
 * <p>What has no shape of its own, or changes how the text around it is shown, is written as a backslash, {@code u} and
 * four hexadecimal digits: control characters, line and paragraph separators, marks of direction, invisible characters,
 * halves of surrogate pairs, and code points that are no characters. So is what runners of builds take for a command:
 * {@code ::} at the start of a text, behind blanks as well, and a number sign that follows another one.
 */
public final class VisibleText {
    /** The longest text that a message repeats in full. */
    public static final int LONGEST = 1_000;

    /**
     * First and last code point of each range without a shape, in ascending order. Ranges, not the categories of
     * {@link Character}, which depend on the Unicode version of the platform.
     */
    private static final int[] HIDDEN = {
        0x00, 0x1F, // control characters
        0x7F, 0x9F,
        0xAD, 0xAD, // soft hyphen
        0x34F, 0x34F, // combining grapheme joiner
        0x61C, 0x61C, // Arabic letter mark
        0x115F, 0x1160, // Hangul fillers
        0x17B4, 0x17B5, // inherent vowels of Khmer
        0x180B, 0x180F, // Mongolian variation selectors and vowel separator
        0x200B, 0x200F, // zero width spaces and joiners, marks of direction
        0x2028, 0x202E, // line and paragraph separator, embeddings and overrides of direction
        0x2060, 0x206F, // word joiner, invisible operators, isolates
        0x2800, 0x2800, // Braille pattern without a dot
        0x3164, 0x3164, // Hangul filler
        0xD800, 0xDFFF, // halves of surrogate pairs
        0xFDD0, 0xFDEF, // no characters
        0xFE00, 0xFE0F, // variation selectors
        0xFEFF, 0xFEFF, // byte order mark
        0xFFA0, 0xFFA0, // Hangul filler
        0xFFF0, 0xFFFB, // specials
        0xFFFE, 0xFFFF, // no characters
        0x1BCA0, 0x1BCA3, // controls of shorthand
        0x1D173, 0x1D17A, // controls of musical notation
        0xE0000, 0xE0FFF, // tags and variation selectors
    };

    private static final String NOTE_END = " characters)";
    private static final int LONGEST_NOTE = 25;
    private static final int FIRST_BEYOND_ASCII = 0x7F;
    private static final Object ABSENT = new Object();
    private static final String HEX = "0123456789abcdef";

    private VisibleText() {}

    /**
     * Checks whether a code point has no shape of its own, or changes how the text around it is shown.
     *
     * @param codePoint the code point
     * @return true if it must be escaped to be seen
     */
    public static boolean isHidden(int codePoint) {
        if (codePoint < FIRST_BEYOND_ASCII) {
            return codePoint < ' ';
        } else if ((codePoint & 0xFFFE) == 0xFFFE) {
            return true;
        }
        int at = Arrays.binarySearch(HIDDEN, codePoint);
        return at >= 0 || (-at - 1) % 2 == 1;
    }

    /**
     * Returns a text in which everything is seen, on one line.
     *
     * @param text any text
     * @return the text with what cannot be seen escaped; the text itself if there is no such thing in it
     */
    public static String of(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each < ' ' || each >= FIRST_BEYOND_ASCII || each == '#' || (each == ':' && blank)) {
                return escaped(text);
            }
            blank &= each == ' ';
        }
        return text;
    }

    /**
     * Returns lines in which everything is seen.
     *
     * @param text any text
     * @return its lines, each escaped for itself, with a line feed between them
     */
    public static String ofLines(String text) {
        return text.lines().map(VisibleText::of).collect(Collectors.joining("\n"));
    }

    /**
     * Returns a text in which everything is seen, on one line, with an end.
     *
     * @param text any text
     * @return the escaped text; of one that is longer than {@link #LONGEST}, the start and its length
     */
    public static String brief(String text) {
        return brief(text, LONGEST);
    }

    /**
     * Returns a text in which everything is seen, on one line, with an end.
     *
     * @param text any text
     * @param most how many characters of it are repeated at most
     * @return the escaped text; of a longer one, the start and its length
     */
    public static String brief(String text, int most) {
        if (text.length() <= most) {
            String visible = of(text);
            return visible.length() <= most + LONGEST_NOTE ? visible : cut(visible, most, text.length());
        }
        // What was cut before keeps its note.
        return text.length() <= most + LONGEST_NOTE && text.endsWith(NOTE_END)
                ? of(text)
                : cut(of(text.substring(0, most)), most, text.length());
    }

    private static String cut(String visible, int most, int length) {
        return visible.substring(0, Math.min(visible.length(), most)) + "… (" + length + NOTE_END;
    }

    /**
     * Returns the text of a value of several parts, such as {@code Vpc{id=vpc-1, tags={}}}.
     *
     * @param type the name of its type
     * @param parts names and values, one after the other; an absent value is left out
     * @return the text, in which everything is seen, on one line
     */
    public static String value(String type, Object... parts) {
        StringJoiner text = new StringJoiner(", ", type + "{", "}");
        for (int i = 0; i < parts.length; i += 2) {
            Object value = present(parts[i + 1]);
            if (value != ABSENT) {
                text.add(parts[i] + "=" + value);
            }
        }
        return of(text.toString());
    }

    private static Object present(Object value) {
        if (value instanceof Optional<?> maybe) {
            return maybe.isPresent() ? maybe.get() : ABSENT;
        } else if (value instanceof OptionalInt maybe) {
            return maybe.isPresent() ? maybe.getAsInt() : ABSENT;
        }
        return value instanceof OptionalDouble maybe ? maybe.isPresent() ? maybe.getAsDouble() : ABSENT : value;
    }

    /**
     * Appends the escape of a code point: a backslash, {@code u} and four digits, twice for what is beyond U+FFFF.
     *
     * @param codePoint the code point
     * @param out where to
     */
    public static void escape(int codePoint, StringBuilder out) {
        if (Character.isBmpCodePoint(codePoint)) {
            out.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                out.append(HEX.charAt(codePoint >> shift & 0xF));
            }
        } else {
            escape(Character.highSurrogate(codePoint), out);
            escape(Character.lowSurrogate(codePoint), out);
        }
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        boolean blank = true;
        int next;
        for (int i = 0; i < text.length(); i = next) {
            int each = text.codePointAt(i);
            next = i + Character.charCount(each);
            boolean command =
                    blank && each == ':' ? startsCommand(text, i) : each == '#' && i > 0 && text.charAt(i - 1) == '#';
            blank &= isBlank(each);
            if (command || isHidden(each)) {
                escape(each, out);
            } else {
                out.appendCodePoint(each);
            }
        }
        return out.toString();
    }

    /** A command is a word with two colons before and two behind it, which no address has. */
    private static boolean startsCommand(String text, int at) {
        char first = text.length() < at + 3 ? ' ' : text.charAt(at + 2);
        return text.startsWith("::", at)
                && ((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z'))
                && text.indexOf("::", at + 2) >= 0;
    }

    /** Runners pass by blanks at the start of a line. */
    private static boolean isBlank(int codePoint) {
        return codePoint == ' '
                || codePoint == 0xA0
                || codePoint == 0x1680
                || (codePoint >= 0x2000 && codePoint <= 0x200A)
                || codePoint == 0x202F
                || codePoint == 0x205F
                || codePoint == 0x3000;
    }
}
