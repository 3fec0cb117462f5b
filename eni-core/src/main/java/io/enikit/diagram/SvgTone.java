package io.enikit.diagram;

/** How the areas of a picture look: two colours in light and in dark, and a pattern that tells them apart without. */
enum SvgTone {
    FREE("free", "#ffffff", "#818b98", "#0d1117", "#7d8590", ""),
    USED("used", "#d4e6f8", "#2f6fad", "#163a5c", "#5c9fdc", ""),
    PARTLY("partly", "#fff3d1", "#9a6b00", "#3a2f12", "#cf9f30", "M2 2h1.5v1.5h-1.5zM6 6h1.5v1.5h-1.5z"),
    RESERVED("reserved", "#eaeef2", "#6e7781", "#21262d", "#8b949e", "M-1 9L9-1M-1 1L1-1M7 9L9 7"),
    DELEGATED("delegated", "#e2dcf8", "#6e56cf", "#2f2757", "#9d8cf0", "M0 1h8M0 5h8"),
    FAULT("fault", "#ffe2de", "#c0362c", "#4c1d1b", "#f0766d", "M-1 9L9-1M-1-1L9 9"),
    ADDED("added", "#d5f3dc", "#1a7f37", "#12361f", "#46b35c", ""),
    MOVED("moved", "#fff3d1", "#9a6b00", "#3a2f12", "#cf9f30", "M2 2h1.5v1.5h-1.5zM6 6h1.5v1.5h-1.5z"),
    REMOVED("removed", "#ffe2de", "#c0362c", "#4c1d1b", "#f0766d", "M-1 9L9-1M-1 1L1-1M7 9L9 7"),
    KEPT("kept", "#eaeef2", "#6e7781", "#21262d", "#8b949e", "");

    private final String name;
    private final String light;
    private final String lightLine;
    private final String dark;
    private final String darkLine;
    private final String pattern;

    SvgTone(String name, String light, String lightLine, String dark, String darkLine, String pattern) {
        this.name = name;
        this.light = light;
        this.lightLine = lightLine;
        this.dark = dark;
        this.darkLine = darkLine;
        this.pattern = pattern;
    }

    static SvgTone of(AddressMap.Kind kind) {
        return switch (kind) {
            case FREE -> FREE;
            case PARTLY_USED -> PARTLY;
            case USED -> USED;
            case RESERVED -> RESERVED;
            case DELEGATED -> DELEGATED;
        };
    }

    static SvgTone of(ChangeMap.Kind kind) {
        return switch (kind) {
            case ADDED -> ADDED;
            case MOVED, CHANGED -> MOVED;
            case REMOVED -> REMOVED;
            case KEPT -> KEPT;
        };
    }

    String styleClass() {
        return name;
    }

    String light() {
        return light;
    }

    String dark() {
        return dark;
    }

    String variables(boolean inDark) {
        return "--" + name + ":" + (inDark ? dark : light) + ";--" + name + "-line:" + (inDark ? darkLine : lightLine)
                + ";";
    }

    /** Returns the style of an area; a value that old viewers know stands before the one with a variable. */
    String css(String prefix) {
        String area = "." + name + "{" + SvgStyle.value("fill", name, light)
                + SvgStyle.value("stroke", name + "-line", lightLine) + (this == FREE ? "stroke-dasharray:3 3" : "")
                + "}\n";
        if (pattern.isEmpty()) {
            return prefix + area;
        }
        return prefix + area + prefix + "rect." + name + "{fill:url(" + prefix.strip() + "-" + name + ")}\n" + prefix
                + "." + name + "-ground{" + SvgStyle.value("fill", name, light) + "}\n" + prefix + "." + name + "-mark{"
                + SvgStyle.value("stroke", name + "-line", lightLine) + "stroke-opacity:.2;fill:none}\n";
    }

    /** Returns whether there is a pattern, on which faint text is hard to read. */
    boolean hasPattern() {
        return !pattern.isEmpty();
    }

    /** Returns the pattern, empty if the area is plain. */
    String pattern(String id) {
        return pattern.isEmpty()
                ? ""
                : "<pattern id=\"" + id + "-" + name + "\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
                        + "<rect class=\"" + name + "-ground\" width=\"8\" height=\"8\"/><path class=\"" + name
                        + "-mark\" d=\"" + pattern + "\"/></pattern>\n";
    }
}
