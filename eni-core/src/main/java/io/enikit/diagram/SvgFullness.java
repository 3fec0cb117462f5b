package io.enikit.diagram;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How full something is, with the colour that tells it in light and in dark. */
enum SvgFullness {
    ROOMY("roomy", 0.7, "#1a7f37", "#46b35c"),
    BUSY("busy", 0.9, "#9a6b00", "#cf9f30"),
    FULL("full", Double.POSITIVE_INFINITY, "#c0362c", "#f0766d");

    private final String styleClass;
    private final double below;
    private final String light;
    private final String dark;

    SvgFullness(String styleClass, double below, String light, String dark) {
        this.styleClass = styleClass;
        this.below = below;
        this.light = light;
        this.dark = dark;
    }

    /** Returns how full a share of 0 to 1 is. */
    static SvgFullness of(double share) {
        return share < ROOMY.below ? ROOMY : share < BUSY.below ? BUSY : FULL;
    }

    String styleClass() {
        return styleClass;
    }

    static String variables(boolean inDark) {
        return Arrays.stream(values())
                .map(each -> "--" + each.styleClass + ":" + (inDark ? each.dark : each.light) + ";")
                .collect(Collectors.joining());
    }

    static String css(String prefix) {
        return Arrays.stream(values())
                .map(each -> prefix + "." + each.styleClass + "{" + SvgStyle.value("fill", each.styleClass, each.light)
                        + "}\n")
                .collect(Collectors.joining());
    }
}
