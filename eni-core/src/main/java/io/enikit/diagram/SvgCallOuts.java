package io.enikit.diagram;

import java.util.ArrayList;
import java.util.List;

/** Names below a bar, each with a thin line to the place on the bar that is too narrow for it. */
final class SvgCallOuts {
    static final int HEIGHT = 26;
    private static final int MOST = 8;
    private static final int GAP = 14;
    private static final int ABOVE_TEXT = 14;

    private final double left;
    private final double right;
    private final List<CallOut> callOuts = new ArrayList<>();

    /** A name and where on the bar it belongs. */
    private record CallOut(double at, String name) {}

    SvgCallOuts(double left, double right) {
        this.left = left;
        this.right = right;
    }

    void add(double at, String name) {
        callOuts.add(new CallOut(at, Labels.plain(name)));
    }

    /** Draws the names below a bar that ends here, and goes on below them; nothing if there are too many. */
    void draw(SvgPage page) {
        double width = callOuts.stream().mapToDouble(SvgCallOuts::width).sum();
        if (callOuts.isEmpty() || callOuts.size() > MOST || width - GAP > right - left) {
            return;
        }
        double rest = width;
        double end = left;
        for (CallOut each : callOuts) {
            double latest = right + GAP - rest;
            double x = Math.min(Math.max(end, each.at - 4), latest);
            page.lead(each.at, page.y, x + 4, page.y + ABOVE_TEXT);
            page.text(x, page.y + HEIGHT - 2, SvgFont.NOTE, "muted", each.name, width(each));
            end = x + width(each);
            rest -= width(each);
        }
        page.y += HEIGHT;
    }

    private static double width(CallOut callOut) {
        return SvgFont.NOTE.width(callOut.name) + GAP;
    }
}
