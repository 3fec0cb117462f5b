package io.enikit.diagram;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes texts of others into a flowchart, so that none of it is read as Mermaid, Markdown or HTML. */
final class MermaidText {
    /** Signs that mean nothing to Mermaid inside a quoted label. */
    private static final String HARMLESS = "/,(";

    /** Signs that make a list, a heading or code of a line that begins with them, or of what stands before a space. */
    private static final String HARMLESS_INSIDE = " .-)=";

    /** Mermaid writes entities with these signs for itself, and would take them for some. */
    private static final int MERMAIDS_ENTITY = 'ﬂ';

    private static final int MERMAIDS_ENTITY_END = '¶';

    private static final String ZERO_WIDTH_SPACE = "#8203;";

    private MermaidText() {}

    /** Returns a quoted label of some lines; empty ones are left out. */
    static String label(String... lines) {
        return Arrays.stream(lines)
                .filter(line -> !line.isEmpty())
                .map(MermaidText::escape)
                .collect(Collectors.joining("<br/>", "\"", "\""));
    }

    /** Writes all but letters, digits and a few signs as an entity, such as {@code #58;} for a colon. */
    private static String escape(String line) {
        int[] points = Labels.plain(line).codePoints().toArray();
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < points.length; i++) {
            boolean inside = i > 0 && i + 1 < points.length && points[i + 1] != ' ';
            if (isHarmless(points[i], inside)) {
                escaped.appendCodePoint(points[i]);
            } else {
                escaped.append('#').append(points[i]).append(';');
            }
            if (i + 1 < points.length && isShorthand(points[i], points[i + 1])) {
                escaped.append(ZERO_WIDTH_SPACE);
            }
        }
        return escaped.toString();
    }

    /** Two dollars begin a formula, and a colon before an f an icon, even when they are written as entities. */
    private static boolean isShorthand(int codePoint, int next) {
        return (codePoint == '$' && next == '$') || (codePoint == ':' && next == 'f');
    }

    /** Judges characters of ASCII only. */
    private static boolean isLetterOrDigit(int each) {
        return (each >= '0' && each <= '9') || (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
    }

    private static boolean isHarmless(int codePoint, boolean inside) {
        if (codePoint >= 0x80) {
            return codePoint != MERMAIDS_ENTITY && codePoint != MERMAIDS_ENTITY_END;
        }
        return isLetterOrDigit(codePoint)
                || HARMLESS.indexOf(codePoint) >= 0
                || (inside && HARMLESS_INSIDE.indexOf(codePoint) >= 0);
    }
}
