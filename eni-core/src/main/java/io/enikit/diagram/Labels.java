package io.enikit.diagram;

import io.enikit.internal.VisibleText;

/** Makes texts of others fit to be shown. */
final class Labels {
    private static final int REPLACEMENT = 0xFFFD;

    private Labels() {}

    /**
     * Returns a text in which what cannot be seen or written is U+FFFD: control characters, line ends, marks that change the
     * direction of text, invisible characters, halves of surrogate pairs, and code points that are no characters. Joiners
     * and the signs for pictures or text behind a character stay: they change its shape.
     */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(each -> plain.appendCodePoint(isPlain(each) ? each : REPLACEMENT));
        return plain.toString();
    }

    /** Returns a plain text in which no runner of builds finds a command. */
    static String line(String text) {
        return VisibleText.of(plain(text));
    }

    private static boolean isPlain(int codePoint) {
        return switch (codePoint) {
            case 0x200C, 0x200D, 0xFE0E, 0xFE0F -> true;
            default -> !VisibleText.isHidden(codePoint);
        };
    }

    /** Returns a plain text with the five characters that mean something in XML escaped, and a second number sign. */
    static String xml(String text) {
        String plain = plain(text);
        StringBuilder escaped = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char each = plain.charAt(i);
            switch (each) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '#' -> escaped.append(i > 0 && plain.charAt(i - 1) == '#' ? "&#35;" : "#");
                default -> escaped.append(each);
            }
        }
        return escaped.toString();
    }
}
