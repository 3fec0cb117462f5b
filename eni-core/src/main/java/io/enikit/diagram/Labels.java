package io.enikit.diagram;

/** Makes texts of others fit to be shown. */
final class Labels {
    private static final int REPLACEMENT = 0xFFFD;

    private Labels() {}

    /**
     * Returns a text in which what cannot be seen or written is U+FFFD: control characters, line ends, marks that change the
     * direction of text, halves of surrogate pairs, and code points that are no characters.
     */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(each -> plain.appendCodePoint(isPlain(each) ? each : REPLACEMENT));
        return plain.toString();
    }

    /** Judges by ranges and not by category, which would depend on the Unicode version of the platform. */
    private static boolean isPlain(int codePoint) {
        boolean unwritable = Character.isISOControl(codePoint)
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)
                || (codePoint & 0xFFFE) == 0xFFFE
                || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
        boolean invisible = codePoint == 0x200B
                || codePoint == 0xFEFF
                || (codePoint >= 0x200E && codePoint <= 0x200F)
                || (codePoint >= 0x2028 && codePoint <= 0x202E)
                || (codePoint >= 0x2060 && codePoint <= 0x206F)
                || (codePoint >= 0xFFF9 && codePoint <= 0xFFFB);
        return !unwritable && !invisible;
    }

    /** Returns a plain text with the five characters that mean something in XML escaped. */
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
                default -> escaped.append(each);
            }
        }
        return escaped.toString();
    }
}
