package io.enikit.diagram;

import static io.enikit.diagram.SvgPage.MARGIN;
import static io.enikit.diagram.SvgPage.RIGHT;

import io.enikit.diagram.SlotGrid.Slot;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Draws the places of an instance: a row of places for each network card. */
final class SlotGridSvg implements SvgDrawing {
    private static final int GAP = 8;
    private static final int MOST_IN_A_ROW = 15;
    private static final int LEAST_IN_A_ROW = 4;
    private static final int ROOM_FOR_NAMES = 110;
    private static final int METER = 6;

    private final SlotGrid grid;
    private final Map<Integer, List<Slot>> byCard;
    private final Set<Slot> sharing = new HashSet<>();
    private final double pitch;

    SlotGridSvg(SlotGrid grid) {
        this.grid = grid;
        this.byCard = grid.slots().stream()
                .collect(Collectors.groupingBy(Slot::networkCardIndex, TreeMap::new, Collectors.toList()));
        byCard.values().forEach(this::findSharing);
        int most = byCard.values().stream().mapToInt(List::size).max().orElse(0);
        this.pitch = (RIGHT - MARGIN + GAP) / (double) Math.max(LEAST_IN_A_ROW, Math.min(MOST_IN_A_ROW, most));
    }

    private void findSharing(List<Slot> slots) {
        Map<Integer, List<Slot>> byIndex = slots.stream().collect(Collectors.groupingBy(Slot::deviceIndex));
        byIndex.values().stream().filter(same -> same.size() > 1).forEach(sharing::addAll);
    }

    @Override
    public String title() {
        return "Network interfaces";
    }

    @Override
    public String summary() {
        long over = grid.slots().stream().filter(SlotGridSvg::isOver).count();
        return grid.used() + " of " + PlanWords.count(grid.slots(), "place") + " used, " + grid.free() + " free, on "
                + PlanWords.count(byCard.keySet(), "network card")
                + (over == 0 ? "" : "; more addresses than allowed: " + over)
                + (sharing.isEmpty() ? "" : "; in a place with another: " + sharing.size());
    }

    @Override
    public void drawOn(SvgPage page) {
        byCard.forEach((card, slots) -> {
            long used = slots.stream().filter(slot -> slot.eni().isPresent()).count();
            page.text(MARGIN, page.y + 14, SvgFont.BOLD, "", "Network card " + card, 300);
            page.rightAligned(RIGHT, page.y + 14, SvgFont.NOTE, "muted", used + " of " + slots.size() + " used", 300);
            page.y += 26;
            drawRows(page, slots);
            page.y += 2 * GAP;
        });
        if (!hasRoomForNames()) {
            drawNames(page);
        }
    }

    private boolean hasRoomForNames() {
        return pitch >= ROOM_FOR_NAMES;
    }

    private void drawRows(SvgPage page, List<Slot> slots) {
        int inARow = (int) Math.round((RIGHT - MARGIN + GAP) / pitch);
        int height = hasRoomForNames() ? 84 : 48;
        for (int i = 0; i < slots.size(); i++) {
            if (i > 0 && i % inARow == 0) {
                page.y += height + GAP;
            }
            double x = MARGIN + i % inARow * pitch;
            if (hasRoomForNames()) {
                drawWide(page, slots.get(i), x, height);
            } else {
                drawNarrow(page, slots.get(i), x, height);
            }
        }
        page.y += slots.isEmpty() ? 0 : height;
    }

    private void drawWide(SvgPage page, Slot slot, double x, double height) {
        double width = pitch - GAP;
        double room = width - 24;
        page.area(x, page.y, width, height, toneOf(slot), tip(slot));
        page.text(x + 12, page.y + 20, SvgFont.NOTE, "muted", "device index " + slot.deviceIndex(), room);
        String name = slot.eni().isPresent() ? slot.name() : "free";
        page.text(x + 12, page.y + 40, slot.eni().isPresent() ? SvgFont.BOLD : SvgFont.LABEL, "", name, room);
        page.text(x + 12, page.y + 60, SvgFont.NOTE, "", (isFaulty(slot) ? "! " : "") + addresses(slot), room);
        drawMeter(page, slot, x + 12, page.y + 68, room);
    }

    private void drawNarrow(SvgPage page, Slot slot, double x, double height) {
        double width = pitch - GAP;
        page.area(x, page.y, width, height, toneOf(slot), tip(slot));
        page.text(x + 5, page.y + 14, SvgFont.SMALL, "muted", String.valueOf(slot.deviceIndex()), width - 8);
        String limit = slot.addressLimit().isPresent()
                ? String.valueOf(slot.addressLimit().getAsInt())
                : "?";
        String text = slot.eni().isEmpty() ? "free" : slot.addresses() + "/" + limit + (isFaulty(slot) ? "!" : "");
        page.centered(x + width / 2, page.y + 31, SvgFont.SMALL, slot.eni().isEmpty() ? "muted" : "", text, width - 2);
        drawMeter(page, slot, x + 5, page.y + 37, width - 10);
    }

    /** Draws how many of the addresses are used; nothing where the limit is unknown or nobody is here. */
    private static void drawMeter(SvgPage page, Slot slot, double x, double top, double width) {
        if (slot.eni().isPresent() && slot.addressLimit().isPresent()) {
            int limit = Math.max(1, slot.addressLimit().getAsInt());
            double used = Math.min(1, Math.max(0, slot.addresses()) / (double) limit);
            page.gauge(x, top, width, METER, used);
        }
    }

    private void drawNames(SvgPage page) {
        for (Slot slot : grid.slots()) {
            if (slot.eni().isPresent()) {
                page.badge(MARGIN, page.y + 5, toneOf(slot), isFaulty(slot) ? '!' : '#');
                page.text(56, page.y + 17, SvgFont.NOTE, "muted", place(slot), 200);
                page.text(270, page.y + 17, SvgFont.LABEL, "", slot.name(), 340);
                page.text(624, page.y + 17, SvgFont.NOTE, "muted", addresses(slot), RIGHT - 624);
                page.y += 26;
            }
        }
    }

    private static boolean isOver(Slot slot) {
        return slot.addressLimit().isPresent()
                && slot.addresses() > slot.addressLimit().getAsInt();
    }

    private boolean isFaulty(Slot slot) {
        return isOver(slot) || sharing.contains(slot);
    }

    private SvgTone toneOf(Slot slot) {
        return isFaulty(slot) ? SvgTone.FAULT : slot.eni().isPresent() ? SvgTone.USED : SvgTone.FREE;
    }

    private static String place(Slot slot) {
        return "card " + slot.networkCardIndex() + ", device index " + slot.deviceIndex();
    }

    private static String addresses(Slot slot) {
        String unknown = "limit unknown";
        if (slot.eni().isEmpty()) {
            return slot.addressLimit().isPresent()
                    ? "up to " + PlanWords.count(slot.addressLimit().getAsInt(), "address")
                    : unknown;
        }
        return slot.addressLimit().isPresent()
                ? slot.addresses() + " of "
                        + PlanWords.count(slot.addressLimit().getAsInt(), "address")
                : PlanWords.count(slot.addresses(), "address") + ", " + unknown;
    }

    private String tip(Slot slot) {
        return place(slot) + ": " + (slot.eni().isPresent() ? slot.name() : "free") + ", " + addresses(slot)
                + (sharing.contains(slot) ? ", in a place with another" : "");
    }
}
