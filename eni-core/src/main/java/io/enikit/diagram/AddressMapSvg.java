package io.enikit.diagram;

import static io.enikit.diagram.SvgPage.MARGIN;
import static io.enikit.diagram.SvgPage.RIGHT;

import com.google.common.collect.ImmutableSet;
import io.enikit.diagram.AddressMap.Kind;
import io.enikit.diagram.AddressMap.Part;
import io.enikit.net.Cidr;
import io.enikit.net.IpSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws a map of addresses: for each block a bar to scale, and below it a line for each part. */
final class AddressMapSvg implements SvgDrawing {
    private static final int BAR = 36;
    private static final int LINE = 26;
    private static final int LABEL = MARGIN + 28;
    private static final int ADDRESSES = 282;
    private static final int DETAIL = 520;
    private static final int TRACK = 772;
    private static final int METER = 36;
    private static final int USAGE = 5;
    private static final int MANY = 40;
    private static final int SHORT_METER = 24;
    private static final int COLUMNS = 3;
    private static final int SHORT_LINE = 20;
    private static final int GAP = 12;
    private static final int LEAST_LABEL = 64;

    private final AddressMap map;
    private final Set<Part> overlapping;
    private final ImmutableSet<Part> outside;

    AddressMapSvg(AddressMap map) {
        this.map = map;
        this.overlapping = ImmutableSet.copyOf(map.overlapping());
        this.outside = ImmutableSet.copyOf(map.outside());
    }

    @Override
    public String title() {
        return map.title();
    }

    @Override
    public String summary() {
        long free =
                map.parts().stream().filter(part -> part.kind() == Kind.FREE).count();
        return PlanWords.count(map.blocks(), "block") + ", "
                + PlanWords.count(map.parts().size() - free, "range") + " in use, " + PlanWords.count(free, "gap")
                + (outside.isEmpty() ? "" : "; outside of all blocks: " + outside.size())
                + (overlapping.isEmpty() ? "" : "; overlapping: " + overlapping.size());
    }

    @Override
    public void drawOn(SvgPage page) {
        for (Cidr block : map.blocks()) {
            draw(page, block);
        }
        if (!outside.isEmpty()) {
            page.text(MARGIN, page.y + 14, SvgFont.BOLD, "", "Outside of all blocks", RIGHT - MARGIN);
            page.y += 26;
            outside.forEach(part -> drawLine(page, part));
            page.y += GAP;
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        map.parts().forEach(part -> kinds.add(part.kind()));
        SvgLegend.draw(page, kinds, !outside.isEmpty() || !overlapping.isEmpty());
    }

    private void draw(SvgPage page, Cidr block) {
        List<Part> parts = map.partsIn(block);
        page.text(MARGIN, page.y + 14, SvgFont.BOLD, "", block.toString(), ADDRESSES + 100);
        page.rightAligned(
                RIGHT, page.y + 14, SvgFont.NOTE, "muted", Scale.size(block) + ", " + free(block, parts), 400);
        page.y += 26;
        Scale bar = new Scale(block, MARGIN, RIGHT - MARGIN);
        SvgCallOuts callOuts = new SvgCallOuts(MARGIN, RIGHT);
        for (Part part : parts) {
            if (!drawOnBar(page, bar, part) && part.kind() != Kind.FREE) {
                callOuts.add(bar.start(part.range()) + bar.length(part.range()) / 2, labelOf(part));
            }
        }
        page.y += BAR;
        callOuts.draw(page);
        page.y += 15;
        page.text(MARGIN, page.y, SvgFont.SMALL, "muted", block.first().toString(), 400);
        page.rightAligned(RIGHT, page.y, SvgFont.SMALL, "muted", block.last().toString(), 400);
        page.y += GAP;
        if (parts.size() > MANY) {
            drawShortLines(page, parts);
        } else {
            parts.forEach(part -> drawLineWithTrack(page, block, part));
        }
        page.y += GAP;
    }

    private void drawLineWithTrack(SvgPage page, Cidr block, Part part) {
        Scale track = new Scale(block, TRACK, RIGHT - TRACK);
        page.line(TRACK, page.y + LINE / 2.0, RIGHT, page.y + LINE / 2.0);
        page.area(track.start(part.range()), page.y + 8, track.length(part.range()), LINE - 16, toneOf(part), "");
        drawLine(page, part);
    }

    /** Draws many parts in columns, each with its name, how full it is, and its addresses. */
    private void drawShortLines(SvgPage page, List<Part> parts) {
        int rows = (parts.size() + COLUMNS - 1) / COLUMNS;
        double pitch = (RIGHT - MARGIN + GAP) / (double) COLUMNS;
        double width = pitch - GAP;
        double room = Math.min(
                parts.stream()
                        .mapToDouble(part -> SvgFont.SMALL.width(shortAddresses(part)))
                        .max()
                        .orElse(0),
                width * 0.56);
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            int column = i / rows;
            double x = MARGIN + column * pitch;
            double y = page.y + (i - column * rows) * SHORT_LINE;
            String muted = part.kind() == Kind.FREE ? "muted" : "";
            double meter = part.usedShare().isPresent() ? SHORT_METER + 12 : 0;
            page.area(x, y + 5, 8, 10, toneOf(part), tip(part));
            page.text(x + 14, y + 14, SvgFont.NOTE, muted, labelOf(part), width - room - meter - 20);
            part.usedShare()
                    .ifPresent(
                            share -> page.gauge(x + width - room - meter, y + 7, SHORT_METER, 6, Math.min(1, share)));
            page.rightAligned(x + width, y + 14, SvgFont.SMALL, muted, shortAddresses(part), room + 1);
        }
        page.y += rows * SHORT_LINE;
    }

    /** Returns the block that a part is, or where it begins. */
    private static String shortAddresses(Part part) {
        return part.range().toCidrs().size() == 1
                ? part.addresses()
                : "from " + part.range().first();
    }

    private static String free(Cidr block, List<Part> parts) {
        IpSet.Builder free = IpSet.builder();
        parts.stream().filter(part -> part.kind() == Kind.FREE).forEach(part -> free.add(part.range()));
        return Scale.percent(free.build().size(), block) + " free";
    }

    /** Draws a part to scale, and returns whether its name is there to be read. */
    private boolean drawOnBar(SvgPage page, Scale bar, Part part) {
        double start = bar.start(part.range());
        double length = bar.length(part.range());
        page.area(start, page.y, length, BAR, toneOf(part), tip(part));
        part.usedShare().ifPresent(share -> page.fill(start, page.y + BAR - USAGE, length, USAGE, Math.min(1, share)));
        if (overlapping.contains(part)) {
            return true; // what lies on it would hide its label, and a line to it would say nothing
        }
        double room = length - 12;
        String muted = part.kind() == Kind.FREE ? "muted" : "";
        String label = barLabel(part, room);
        page.text(start + 6, page.y + 21, SvgFont.NOTE, muted, label, room);
        return label.equals(part.label()) && SvgFont.NOTE.width(Labels.plain(label)) <= room;
    }

    /** Returns a label that fits, or can be cut and still be read; else the length of the block; else nothing. */
    private static String barLabel(Part part, double room) {
        String label = part.kind() == Kind.FREE ? part.detail() : part.label();
        String length = "/" + Part.largestIn(part.range());
        if (SvgFont.NOTE.width(label) <= room || (part.kind() != Kind.FREE && room >= LEAST_LABEL)) {
            return label;
        }
        return SvgFont.NOTE.width(length) <= room ? length : "";
    }

    private void drawLine(SvgPage page, Part part) {
        double baseline = page.y + 17;
        boolean free = part.kind() == Kind.FREE;
        page.badge(
                MARGIN,
                page.y + 5,
                toneOf(part),
                isFaulty(part) ? '!' : part.kind().sign());
        page.text(LABEL, baseline, SvgFont.LABEL, free ? "muted" : "", labelOf(part), ADDRESSES - LABEL - GAP);
        drawAddresses(page, baseline, part);
        double detail = isLong(part) ? Math.max(DETAIL, ADDRESSES + SvgFont.MONO.width(fromFirst(part)) + GAP) : DETAIL;
        double room = TRACK - detail - GAP - (part.usedShare().isPresent() ? METER + 8 : 0);
        page.text(detail, baseline, SvgFont.NOTE, "muted", detailOf(part), room);
        part.usedShare().ifPresent(share -> page.gauge(TRACK - GAP - METER, page.y + 10, METER, 6, share));
        page.y += LINE;
        page.y += isLong(part) ? SHORT_LINE - 4 : 0;
    }

    /** Draws addresses; a range whose ends are long takes two lines, so that both can be read. */
    private static void drawAddresses(SvgPage page, double baseline, Part part) {
        String muted = part.kind() == Kind.FREE ? "muted" : "";
        double room = DETAIL - ADDRESSES - GAP;
        if (isLong(part)) {
            page.text(ADDRESSES, baseline, SvgFont.MONO, muted, fromFirst(part), TRACK - ADDRESSES);
            page.text(
                    ADDRESSES,
                    baseline + SHORT_LINE - 4,
                    SvgFont.MONO,
                    muted,
                    part.range().last().toString(),
                    TRACK - ADDRESSES);
        } else {
            page.text(ADDRESSES, baseline, SvgFont.MONO, muted, part.addresses(), room);
        }
    }

    private static String fromFirst(Part part) {
        return part.range().first() + " –";
    }

    private static boolean isLong(Part part) {
        return SvgFont.MONO.width(part.addresses()) > DETAIL - ADDRESSES - GAP;
    }

    private boolean isFaulty(Part part) {
        return overlapping.contains(part) || outside.contains(part);
    }

    private SvgTone toneOf(Part part) {
        return isFaulty(part) ? SvgTone.FAULT : SvgTone.of(part.kind());
    }

    private static String labelOf(Part part) {
        return part.label().isBlank() ? part.kind().toString() : part.label();
    }

    private String detailOf(Part part) {
        return Stream.of(overlapping.contains(part) ? "overlaps" : "", part.detail())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private String tip(Part part) {
        return labelOf(part) + ", " + part.addresses() + (detailOf(part).isEmpty() ? "" : ", " + detailOf(part));
    }
}
