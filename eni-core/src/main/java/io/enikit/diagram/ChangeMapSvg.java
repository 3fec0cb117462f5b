package io.enikit.diagram;

import static io.enikit.diagram.SvgPage.MARGIN;
import static io.enikit.diagram.SvgPage.RIGHT;

import io.enikit.diagram.ChangeMap.Change;
import io.enikit.diagram.ChangeMap.Kind;
import io.enikit.diagram.ChangeMap.Values;
import io.enikit.net.Cidr;
import io.enikit.net.IpRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Draws changes: for each block a bar before and one after, and a line for each value that has changed. */
final class ChangeMapSvg implements SvgDrawing {
    private static final int BAR = 30;
    private static final int BETWEEN = 26;
    private static final int NAMES = 64;
    private static final int LINE = 26;
    private static final int LABEL = MARGIN + 28;
    private static final int BEFORE = 306;
    private static final int ARROW = 588;
    private static final int AFTER = 604;
    private static final int PADDING = 8;
    private static final int GAP = 12;

    private static final IpRange NOWHERE = IpRange.parse("0.0.0.0-0.0.0.0");
    private static final Comparator<Change> BY_PLACE = Comparator.comparing(
            change -> change.after().or(change::before).orElse(NOWHERE), Comparator.naturalOrder());

    private final ChangeMap map;

    ChangeMapSvg(ChangeMap map) {
        this.map = map;
    }

    @Override
    public String title() {
        return map.title();
    }

    @Override
    public String summary() {
        List<String> counts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            int count = map.count(kind);
            if (count > 0) {
                counts.add(count + " " + kind);
            }
        }
        return counts.isEmpty() ? "nothing has changed" : String.join(", ", counts);
    }

    @Override
    public void drawOn(SvgPage page) {
        for (Cidr block : map.blocks()) {
            drawBars(page, block);
        }
        List<Change> told = map.changes().stream()
                .filter(change -> change.kind() != Kind.KEPT)
                .toList();
        if (!told.isEmpty()) {
            page.text(BEFORE, page.y + 12, SvgFont.NOTE, "muted", "before", 100);
            page.text(AFTER, page.y + 12, SvgFont.NOTE, "muted", "after", 100);
            page.y += 20;
        }
        told.forEach(change -> drawChange(page, change));
    }

    private void drawBars(SvgPage page, Cidr block) {
        page.text(MARGIN, page.y + 14, SvgFont.BOLD, "", block.toString(), 500);
        page.rightAligned(RIGHT, page.y + 14, SvgFont.NOTE, "muted", Scale.size(block), 300);
        page.y += 26;
        Scale scale = new Scale(block, MARGIN + NAMES, RIGHT - MARGIN - NAMES);
        page.text(MARGIN, page.y + 20, SvgFont.NOTE, "muted", "before", NAMES - 8);
        page.text(MARGIN, page.y + BAR + BETWEEN + 20, SvgFont.NOTE, "muted", "after", NAMES - 8);
        for (Change change : map.changes()) {
            if (change.kind() == Kind.MOVED) {
                drawWay(page, scale, change);
            }
        }
        for (double top : new double[] {page.y, page.y + BAR + BETWEEN}) {
            page.area(scale.left(), top, scale.width(), BAR, SvgTone.FREE, "");
        }
        SvgCallOuts callOuts = new SvgCallOuts(scale.left(), RIGHT);
        for (Change change : map.changes().stream().sorted(BY_PLACE).toList()) {
            drawRange(page, scale, page.y, change, change.before());
            boolean named = drawRange(page, scale, page.y + BAR + BETWEEN, change, change.after());
            change.after().filter(range -> !named && scale.holds(range)).ifPresent(range -> {
                String sign = change.kind() == Kind.KEPT ? "" : change.kind().sign() + " ";
                callOuts.add(scale.start(range) + scale.length(range) / 2, sign + change.label());
            });
        }
        page.y += 2 * BAR + BETWEEN;
        callOuts.draw(page);
        page.y += 2 * GAP;
    }

    /** Draws a range to scale, and returns whether its name is there to be read. */
    private static boolean drawRange(SvgPage page, Scale scale, double top, Change change, Optional<IpRange> drawn) {
        if (drawn.filter(scale::holds).isEmpty()) {
            return false;
        }
        double start = scale.start(drawn.get());
        double length = scale.length(drawn.get());
        String tip = change.label() + ", " + change.kind() + ", " + drawn.get();
        page.area(start, top, length, BAR, SvgTone.of(change.kind()), tip);
        String sign = change.kind() == Kind.KEPT ? "" : change.kind().sign() + " ";
        double width = SvgFont.NOTE.width(Labels.plain(sign + change.label()));
        if (length - 8 >= Math.min(44, width)) {
            page.text(start + 5, top + 19, SvgFont.NOTE, "", sign + change.label(), length - 8);
        } else if (!sign.isEmpty() && length >= 12) {
            page.centered(start + length / 2, top + 19, SvgFont.NOTE, "", sign.strip(), length);
        }
        return width <= length - 8;
    }

    /** Draws how a range went from its place before to its place after. */
    private static void drawWay(SvgPage page, Scale scale, Change change) {
        if (change.before().filter(scale::holds).isEmpty()
                || change.after().filter(scale::holds).isEmpty()) {
            return;
        }
        IpRange from = change.before().orElseThrow();
        IpRange to = change.after().orElseThrow();
        String top = SvgPage.number(page.y + BAR);
        String bottom = SvgPage.number(page.y + BAR + BETWEEN);
        page.shape(
                "M" + SvgPage.number(scale.start(from)) + " " + top + "L"
                        + SvgPage.number(scale.start(from) + scale.length(from)) + " " + top + "L"
                        + SvgPage.number(scale.start(to) + scale.length(to)) + " " + bottom + "L"
                        + SvgPage.number(scale.start(to)) + " " + bottom + "Z",
                SvgTone.of(change.kind()));
    }

    private static void drawChange(SvgPage page, Change change) {
        page.rule(page.y);
        page.area(
                MARGIN,
                page.y + 6,
                16,
                16,
                SvgTone.of(change.kind()),
                change.kind().toString());
        page.centered(
                MARGIN + 8,
                page.y + 18,
                SvgFont.BOLD,
                "",
                String.valueOf(change.kind().sign()),
                16);
        boolean inOneLine =
                change.values().size() == 1 && change.values().get(0).name().isEmpty();
        double room = (inOneLine ? BEFORE : RIGHT) - LABEL - GAP;
        page.text(LABEL, page.y + 18, SvgFont.BOLD, "", change.label(), room);
        if (!inOneLine) {
            page.y += LINE;
        }
        change.values().forEach(values -> drawValues(page, SvgTone.of(change.kind()), values));
        if (!change.note().isEmpty()) {
            page.y += 17;
            page.paragraph(LABEL, SvgFont.NOTE, "muted", change.note(), RIGHT - LABEL);
            page.y -= 8;
        }
        page.y += 6;
    }

    private static void drawValues(SvgPage page, SvgTone tone, Values values) {
        double baseline = page.y + 18;
        page.text(LABEL, baseline, SvgFont.NOTE, "muted", values.name(), BEFORE - LABEL - GAP);
        double roomBefore = values.after().isPresent() ? ARROW - GAP - BEFORE : RIGHT - BEFORE;
        values.before().ifPresent(text -> chip(page, BEFORE, SvgTone.KEPT, text, roomBefore));
        values.after().ifPresent(text -> chip(page, AFTER, tone, text, RIGHT - AFTER));
        if (values.before().isPresent() && values.after().isPresent()) {
            page.centered(ARROW, baseline, SvgFont.NOTE, "muted", "→", 14);
        }
        page.y += LINE;
    }

    private static void chip(SvgPage page, double x, SvgTone tone, String text, double most) {
        double room = most - 2 * PADDING;
        String shown = text.isEmpty() ? "\"\"" : text;
        double width = Math.min(room, SvgFont.MONO.width(Labels.plain(shown))) + 2 * PADDING;
        page.area(x, page.y + 3, width, LINE - 3, tone, "");
        page.text(x + PADDING, page.y + 18, SvgFont.MONO, "", shown, room);
    }
}
