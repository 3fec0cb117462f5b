package io.enikit.diagram;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The style sheet of a picture. Every rule is about one picture only, for a page may hold several. */
final class SvgStyle {
    static final String LIGHT_INK = "#1f2328";
    static final String LIGHT_MUTED = "#59636e";
    static final String LIGHT_GROUND = "#ffffff";
    static final String DARK_INK = "#e6edf3";
    static final String DARK_MUTED = "#9da7b1";
    static final String DARK_GROUND = "#0d1117";
    private static final String LIGHT_LINE = "#d8dee4";
    private static final String DARK_LINE = "#30363d";

    private SvgStyle() {}

    static String css(String id, Iterable<SvgTone> tones) {
        String prefix = "#" + id + " ";
        StringBuilder css = new StringBuilder("#" + id + "{"
                + variables(LIGHT_INK, LIGHT_MUTED, LIGHT_GROUND, LIGHT_LINE, tones, false)
                + SvgFullness.variables(false)
                + "font-family:system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,sans-serif}\n"
                + "@media (prefers-color-scheme:dark){#" + id + "{"
                + variables(DARK_INK, DARK_MUTED, DARK_GROUND, DARK_LINE, tones, true)
                + SvgFullness.variables(true)
                + "}}\n");
        css.append(prefix)
                .append("text{")
                .append(value("fill", "ink", LIGHT_INK))
                .append("}\n");
        css.append(prefix)
                .append("text.muted{")
                .append(value("fill", "muted", LIGHT_MUTED))
                .append("}\n");
        css.append(prefix).append(".ground{").append(value("fill", "ground", LIGHT_GROUND));
        css.append(value("stroke", "line", LIGHT_LINE)).append("}\n");
        css.append(prefix)
                .append(".ink{")
                .append(value("fill", "muted", LIGHT_MUTED))
                .append("}\n");
        css.append(SvgFullness.css(prefix));
        css.append(prefix)
                .append(".line{fill:none;")
                .append(value("stroke", "line", LIGHT_LINE))
                .append("}\n");
        css.append(prefix)
                .append(".lead{fill:none;stroke-opacity:.7;")
                .append(value("stroke", "muted", LIGHT_MUTED))
                .append("}\n");
        css.append(prefix)
                .append(".flow{fill:none;stroke-width:2;")
                .append(value("stroke", "muted", LIGHT_MUTED))
                .append("}\n");
        css.append(Stream.of(SvgFont.values())
                .map(font -> prefix + "." + font.styleClass() + "{" + font.css() + "}\n")
                .collect(Collectors.joining()));
        tones.forEach(tone -> css.append(tone.css(prefix)));
        return css.toString();
    }

    private static String variables(
            String ink, String muted, String ground, String line, Iterable<SvgTone> tones, boolean inDark) {
        StringBuilder variables = new StringBuilder(
                "--ink:" + ink + ";--muted:" + muted + ";--ground:" + ground + ";--line:" + line + ";");
        tones.forEach(tone -> variables.append(tone.variables(inDark)));
        return variables.toString();
    }

    /** Returns a property, first with a value that every viewer knows. */
    static String value(String property, String variable, String fallback) {
        return property + ":" + fallback + ";" + property + ":var(--" + variable + ");";
    }
}
