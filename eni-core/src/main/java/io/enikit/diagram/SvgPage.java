package io.enikit.diagram;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/** A picture as it grows from top to bottom. */
final class SvgPage {
    static final int WIDTH = 900;
    static final int MARGIN = 28;
    static final int RIGHT = WIDTH - MARGIN;
    private static final int LINE_OF_NOTE = 17;
    private static final int MOST_LINES = 3;
    private static final int BADGE = 16;
    private static final double LEAST_OF_GAUGE = 1.5;
    private static final int HEX_DIGITS_OF_ID = 12;

    private final StringBuilder body = new StringBuilder();
    private final Set<SvgTone> tones = EnumSet.noneOf(SvgTone.class);

    /** The upper edge of what comes next. */
    double y;

    /** Adds a title and a line below it. */
    void header(String title, String subtitle) {
        y = MARGIN + 16;
        text(MARGIN, y, SvgFont.TITLE, "", title, RIGHT - MARGIN);
        y += 22;
        paragraph(MARGIN, SvgFont.NOTE, "muted", subtitle, RIGHT - MARGIN);
        y += 24 - LINE_OF_NOTE;
    }

    /** Adds a text whose base line begins at a point, as much of it as fits; all of it shows when it is pointed at. */
    void text(double x, double baseline, SvgFont font, String more, String text, double width) {
        text(x, baseline, font, more, "", text, width);
    }

    /** Adds a text of some lines, the base line of the first one here, and goes on below it. */
    void paragraph(double x, SvgFont font, String more, String text, double width) {
        String plain = Labels.plain(text);
        for (String line : font.wrap(plain, width, MOST_LINES)) {
            text(x, y, font, more, line, width + 1);
            y += LINE_OF_NOTE;
        }
    }

    /** Adds a text whose base line has its middle at a point. */
    void centered(double x, double baseline, SvgFont font, String more, String text, double width) {
        text(x, baseline, font, more, " text-anchor=\"middle\"", text, width);
    }

    /** Adds a text whose base line ends at a point. */
    void rightAligned(double x, double baseline, SvgFont font, String more, String text, double width) {
        text(x, baseline, font, more, " text-anchor=\"end\"", text, width);
    }

    private void text(double x, double baseline, SvgFont font, String more, String anchor, String text, double width) {
        String plain = Labels.plain(text);
        String clipped = font.clip(plain, width);
        if (plain.isBlank()) {
            return;
        }
        body.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(baseline))
                .append('"');
        body.append(anchor).append(" class=\"").append(font.styleClass());
        body.append(more.isEmpty() ? "" : " " + more).append("\">");
        if (!clipped.equals(plain)) {
            body.append(title(plain));
        }
        body.append(Labels.xml(clipped)).append("</text>\n");
    }

    /** Adds an area; the tip shows when it is pointed at. */
    void area(double x, double top, double width, double height, SvgTone tone, String tip) {
        tones.add(tone);
        body.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(top));
        body.append("\" width=\"").append(number(width)).append("\" height=\"").append(number(height));
        body.append("\" rx=\"")
                .append(number(Math.min(3, width / 3)))
                .append("\" class=\"")
                .append(tone.styleClass());
        body.append(tip.isEmpty() ? "\"/>\n" : "\">" + title(tip) + "</rect>\n");
    }

    /** Adds a small square with a sign in it. */
    void badge(double x, double top, SvgTone tone, char sign) {
        area(x, top, BADGE, BADGE, tone, "");
        centered(x + BADGE / 2.0, top + 12, SvgFont.NOTE, "", String.valueOf(sign), BADGE);
    }

    /** Adds a bar of which a share from 0 to 1 is filled, in a colour that tells how full it is. */
    void gauge(double x, double top, double width, double height, double share) {
        bar(x, top, width, height, "ground");
        if (share > 0) {
            bar(
                    x,
                    top,
                    Math.max(LEAST_OF_GAUGE, width * share),
                    height,
                    SvgFullness.of(share).styleClass());
        }
    }

    /** Fills a share from 0 to 1 of an area from its left, in a colour that tells how full it is. */
    void fill(double x, double top, double width, double height, double share) {
        if (share > 0) {
            bar(x, top, width * share, height, SvgFullness.of(share).styleClass());
        }
    }

    private void bar(double x, double top, double width, double height, String style) {
        body.append("<rect x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(top))
                .append("\" width=\"")
                .append(number(width))
                .append("\" height=\"")
                .append(number(height))
                .append("\" rx=\"2\" class=\"")
                .append(style)
                .append("\"/>\n");
    }

    /** Adds an outline. */
    void frame(double x, double top, double width, double height) {
        body.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(top));
        body.append("\" width=\"").append(number(width)).append("\" height=\"").append(number(height));
        body.append("\" rx=\"6\" class=\"line\"/>\n");
    }

    /**
     * Adds a curve with a point at its end.
     *
     * @param leaves 1 if it leaves to the right, -1 to the left
     * @param arrives 1 if it comes from the right, -1 from the left
     */
    void arrow(double fromX, double fromY, double toX, double toY, int leaves, int arrives, double size) {
        double bend = 28;
        String curve = "M" + number(fromX) + " " + number(fromY) + "C" + number(fromX + leaves * bend) + " "
                + number(fromY) + " " + number(toX + arrives * (bend + size)) + " " + number(toY) + " "
                + number(toX + arrives * size) + " " + number(toY);
        String point = "M" + number(toX) + " " + number(toY) + "l" + number(arrives * size) + " " + number(-size / 2)
                + "v" + number(size) + "z";
        body.append("<path d=\"").append(curve).append("\" class=\"flow\"/>\n");
        body.append("<path d=\"").append(point).append("\" class=\"ink\"/>\n");
    }

    /** Adds a shape that is filled faintly. */
    void shape(String path, SvgTone tone) {
        tones.add(tone);
        body.append("<path d=\"").append(path).append("\" class=\"").append(tone.styleClass());
        body.append("\" fill-opacity=\".45\" stroke-opacity=\".45\"/>\n");
    }

    /** Adds a thin line that leads from a point down to a label. */
    void lead(double fromX, double fromY, double toX, double toY) {
        double bend = fromY + 4;
        body.append("<path d=\"M").append(number(fromX)).append(' ').append(number(fromY));
        body.append('V')
                .append(number(bend))
                .append('L')
                .append(number(toX))
                .append(' ')
                .append(number(toY));
        body.append("\" class=\"lead\"/>\n");
    }

    /** Adds a line from margin to margin. */
    void rule(double at) {
        line(MARGIN, at, RIGHT, at);
    }

    void line(double fromX, double fromY, double toX, double toY) {
        body.append("<path d=\"M")
                .append(number(fromX))
                .append(' ')
                .append(number(fromY))
                .append('L');
        body.append(number(toX)).append(' ').append(number(toY)).append("\" class=\"line\"/>\n");
    }

    private static String title(String text) {
        return "<title>" + Labels.xml(text) + "</title>";
    }

    /** Returns at most two decimals, the same in every locale. */
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        long rest = Math.abs(hundredths % 100);
        String sign = hundredths < 0 ? "-" : "";
        String decimals = rest == 0 ? "" : rest % 10 == 0 ? "." + rest / 10 : (rest < 10 ? ".0" : ".") + rest;
        return sign + Math.abs(hundredths / 100) + decimals;
    }

    /** Returns the whole document. */
    String document(String idPrefix, String title, String description) {
        String height = number(y + MARGIN - 8);
        String content = title + "\n" + description + "\n" + height + "\n" + body;
        String id = idPrefix
                + Hashing.sha256()
                        .hashString(content, StandardCharsets.UTF_8)
                        .toString()
                        .substring(0, HEX_DIGITS_OF_ID);
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"")
                .append(id)
                .append("\" width=\"")
                .append(WIDTH);
        svg.append("\" height=\"")
                .append(height)
                .append("\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(height);
        svg.append("\" role=\"img\" aria-labelledby=\"")
                .append(id)
                .append("-title ")
                .append(id)
                .append("-desc\">\n");
        svg.append("<title id=\"")
                .append(id)
                .append("-title\">")
                .append(Labels.xml(title))
                .append("</title>\n");
        svg.append("<desc id=\"")
                .append(id)
                .append("-desc\">")
                .append(Labels.xml(description))
                .append("</desc>\n");
        svg.append("<style>\n").append(SvgStyle.css(id, tones)).append("</style>\n");
        StringBuilder patterns = new StringBuilder();
        tones.forEach(tone -> patterns.append(tone.pattern(id)));
        svg.append(patterns.length() == 0 ? "" : "<defs>\n" + patterns + "</defs>\n");
        svg.append("<rect class=\"ground\" x=\".5\" y=\".5\" width=\"")
                .append(WIDTH - 1)
                .append("\" height=\"");
        svg.append(number(y + MARGIN - 9)).append("\" rx=\"8\"/>\n").append(body);
        return svg.append("</svg>\n").toString();
    }
}
