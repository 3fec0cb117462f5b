package io.enikit.diagram;

import io.enikit.diagram.AddressMap.Kind;
import java.util.Set;

/** Says what the signs of a map of addresses mean. */
final class SvgLegend {
    private static final int PITCH = 132;
    private static final int SIDE = 16;

    private SvgLegend() {}

    static void draw(SvgPage page, Set<Kind> kinds, boolean faults) {
        double x = SvgPage.MARGIN;
        for (Kind kind : kinds) {
            draw(page, x, SvgTone.of(kind), kind.sign(), kind.toString());
            x += PITCH;
        }
        if (faults) {
            draw(page, x, SvgTone.FAULT, '!', "overlaps or is outside");
        }
        page.y += SIDE;
    }

    private static void draw(SvgPage page, double x, SvgTone tone, char sign, String text) {
        page.badge(x, page.y, tone, sign);
        page.text(x + SIDE + 8, page.y + 12, SvgFont.NOTE, "muted", text, 190);
    }
}
