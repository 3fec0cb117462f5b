package io.enikit.diagram;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;

/**
 * The fonts of a picture, and how wide a text is in them at most.
 *
 * <p>Which font a system shows is not known, so a text is taken to be as wide as in a wide one.
 */
enum SvgFont {
    TITLE("t", 18, false, 1.08),
    LABEL("l", 13, false, 1),
    BOLD("b", 13, false, 1.08),
    NOTE("n", 12, false, 1),
    MONO("m", 12, true, 1),
    SMALL("s", 11, true, 1);

    private static final char ELLIPSIS = '…';
    private static final double MONO_WIDTH = 0.62;

    private final String styleClass;
    private final int size;
    private final boolean mono;
    private final double factor;

    SvgFont(String styleClass, int size, boolean mono, double factor) {
        this.styleClass = styleClass;
        this.size = size;
        this.mono = mono;
        this.factor = factor;
    }

    String styleClass() {
        return styleClass;
    }

    String css() {
        return "font-size:" + size + "px"
                + (mono ? ";font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,\"Liberation Mono\",monospace" : "")
                + (factor > 1 ? ";font-weight:600" : "");
    }

    double width(String text) {
        return text.codePoints().mapToDouble(this::width).sum();
    }

    /** Returns the text, or as much of it as fits with an ellipsis at its end. */
    String clip(String text, double width) {
        if (width(text) <= width) {
            return text;
        }
        double left = width - width(ELLIPSIS);
        StringBuilder clipped = new StringBuilder();
        for (int codePoint : text.codePoints().toArray()) {
            left -= width(codePoint);
            if (left < 0) {
                break;
            }
            clipped.appendCodePoint(codePoint);
        }
        return clipped.toString().stripTrailing() + ELLIPSIS;
    }

    /** Returns a text as lines that fit, broken at blanks; what does not fit into the last line ends in an ellipsis. */
    List<String> wrap(String text, double width, int mostLines) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : Splitter.on(' ').split(text)) {
            boolean fits = line.isEmpty() || width(line + " " + word) <= width || lines.size() == mostLines - 1;
            if (!fits) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines.stream().map(each -> clip(each, width)).toList();
    }

    private double width(int codePoint) {
        return size * factor * (mono && codePoint < 0x2500 ? MONO_WIDTH : widthOfOne(codePoint));
    }

    private static double widthOfOne(int codePoint) {
        if (codePoint >= 0x1100) {
            return codePoint < 0x2500 ? 1 : codePoint >= 0xFB50 && codePoint < 0xFE00 ? 4 : 1.4;
        }
        return switch (codePoint) {
            case 'i', 'j', 'l', 'I', '.', ',', ':', ';', '\'', '|', '!', ' ' -> 0.34;
            case 'f', 't', 'r', '(', ')', '/', '-' -> 0.42;
            case 'm', 'w', 'M', 'W', '%', '@' -> 1;
            default -> codePoint >= 'A' && codePoint <= 'Z' ? 0.78 : codePoint < 0x80 ? 0.65 : 0.9;
        };
    }
}
