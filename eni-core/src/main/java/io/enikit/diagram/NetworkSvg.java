package io.enikit.diagram;

import static io.enikit.diagram.SvgPage.MARGIN;
import static io.enikit.diagram.SvgPage.RIGHT;

import io.enikit.diagram.NetworkRows.Row;
import io.enikit.diagram.NetworkScene.Holder;
import io.enikit.diagram.NetworkScene.Zone;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanDiff;
import io.enikit.model.Subnet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Draws a network: zones side by side, in them subnets and instances with their interfaces, and what has moved. */
final class NetworkSvg implements SvgDrawing {
    private static final int GAP = 16;
    private static final int PAD = 10;
    private static final int HEADER = 26;
    private static final int SUBNET = 22;
    private static final int ROW = 42;
    private static final int MOST_COLUMNS = 3;
    private static final int MOST_VPCS = 12;
    private static final int WIDE = 700;
    private static final int BETWEEN = 52;
    private static final int METER = 36;
    private static final int FREE = 76;
    private static final int ROOM_FOR_FREE = 370;
    private static final int NARROW = 300;
    private static final int END_OF_ID = 5;
    private static final int MOST_SUBNETS = 12;
    private static final int MOST_HOLDERS = 12;
    private static final int FEW_HOLDERS = 3;
    private static final int MOST_UNAFFECTED = 2;
    private static final int MOST_ROWS = 8;
    private static final int ARROW = 7;

    private final NetworkScene scene;
    private final List<Zone> zones;
    private final boolean onlyChanges;
    private final Map<EniId, double[]> from = new TreeMap<>();
    private final Map<EniId, double[]> to = new TreeMap<>();

    NetworkSvg(NetworkScene scene, boolean onlyChanges) {
        this.scene = scene;
        this.zones = scene.zones();
        this.onlyChanges = onlyChanges && isChange();
    }

    private boolean isChange() {
        return scene.diff().isPresent();
    }

    @Override
    public SvgDrawing withOnlyChanges() {
        return new NetworkSvg(scene, true);
    }

    @Override
    public String title() {
        return isChange() ? "What has changed" : "Network";
    }

    @Override
    public String summary() {
        NetworkPlan plan = scene.plan();
        return scene.diff()
                .map(NetworkSvg::summary)
                .orElseGet(() -> PlanWords.count(plan.vpcs(), "VPC") + ", "
                        + PlanWords.count(plan.subnets(), "subnet") + ", "
                        + PlanWords.count(plan.instances(), "instance") + ", "
                        + PlanWords.count(plan.enis(), "network interface"));
    }

    /** Returns the most telling sentence, and how many more there are. */
    private static String summary(PlanDiff diff) {
        List<String> sentences = diff.sentences();
        if (sentences.isEmpty()) {
            return "nothing has changed";
        }
        int first = 0;
        for (int i = diff.changed().size() - 1; i >= 0; i--) {
            if (diff.changed().get(i).fields().containsKey("instance")) {
                first = i;
            }
        }
        return sentences.get(first)
                + (sentences.size() > 1 ? "; and " + PlanWords.count(sentences.size() - 1L, "more change") : "");
    }

    @Override
    public void drawOn(SvgPage page) {
        Map<String, List<Zone>> byVpc = zones.stream()
                .filter(zone -> !onlyChanges || scene.isAffected(zone))
                .collect(Collectors.groupingBy(
                        zone -> zone.vpc() + "\n" + zone.vpcBlocks(), LinkedHashMap::new, Collectors.toList()));
        byVpc.values().stream().limit(MOST_VPCS).forEach(each -> drawVpc(page, each));
        List<Zone> left =
                byVpc.values().stream().skip(MOST_VPCS).flatMap(List::stream).toList();
        if (!left.isEmpty()) {
            String more = "and " + PlanWords.count(byVpc.size() - (long) MOST_VPCS, "more VPC") + " with ";
            page.text(MARGIN, page.y + 14, SvgFont.NOTE, "muted", more + contents(left), RIGHT - MARGIN);
            page.y += HEADER;
        }
        if (byVpc.isEmpty()) {
            page.text(MARGIN, page.y + 14, SvgFont.NOTE, "muted", "nothing", RIGHT - MARGIN);
            page.y += 20;
        }
        drawMoves(page);
    }

    /** Returns how many subnets, instances and interfaces there are in zones. */
    private static String contents(List<Zone> zones) {
        List<String> counts = new ArrayList<>();
        List<Holder> holders =
                zones.stream().flatMap(zone -> zone.holders().stream()).toList();
        addCount(counts, zones.stream().mapToLong(zone -> zone.subnets().size()).sum(), "subnet");
        addCount(counts, holders.stream().filter(Holder::instance).count(), "instance");
        addCount(counts, holders.stream().mapToLong(each -> each.rows().size()).sum(), "interface");
        return String.join(", ", counts);
    }

    private static void addCount(List<String> counts, long number, String word) {
        if (number > 0) {
            counts.add(PlanWords.count(number, word));
        }
    }

    private void drawVpc(SvgPage page, List<Zone> parts) {
        Zone first = parts.get(0);
        if (!first.vpc().isEmpty()) {
            page.text(MARGIN, page.y + 14, SvgFont.BOLD, "", first.vpc(), 400);
            page.rightAligned(RIGHT, page.y + 14, SvgFont.MONO, "muted", first.vpcBlocks(), 430);
            page.y += HEADER;
        }
        List<Zone> drawn = parts.stream()
                .filter(zone -> !isChange() || scene.isAffected(zone))
                .toList();
        drawZones(page, drawn);
        for (Zone zone : parts) {
            if (!drawn.contains(zone)) {
                String text = zone.name() + ": " + contents(List.of(zone)) + ", as before";
                page.text(MARGIN + PAD, page.y + 12, SvgFont.NOTE, "muted", text, RIGHT - MARGIN - PAD);
                page.y += SUBNET;
            }
        }
        page.y += drawn.size() < parts.size() ? PAD : 0;
    }

    private void drawZones(SvgPage page, List<Zone> parts) {
        int columns = columnsFor(parts);
        double width = widthOf(columns);
        for (int i = 0; i < parts.size(); i += columns) {
            List<Zone> row = parts.subList(i, Math.min(parts.size(), i + columns));
            double height = heightOf(row, width);
            double top = page.y;
            for (int j = 0; j < row.size(); j++) {
                double x = MARGIN + j * (width + GAP);
                page.frame(x, top, width, height);
                page.y = top;
                drawZone(page, row.get(j), x, width);
            }
            page.y = top + height + GAP;
        }
    }

    /** Returns how many zones side by side leave the least blank. */
    private int columnsFor(List<Zone> parts) {
        int best = 1;
        double least = Double.MAX_VALUE;
        for (int columns = Math.max(1, Math.min(MOST_COLUMNS, parts.size())); columns >= 1; columns--) {
            double height = 0;
            for (int i = 0; i < parts.size(); i += columns) {
                height += heightOf(parts.subList(i, Math.min(parts.size(), i + columns)), widthOf(columns)) + GAP;
            }
            if (height < least) {
                least = height;
                best = columns;
            }
        }
        return best;
    }

    private static double widthOf(int columns) {
        return (RIGHT - MARGIN - GAP * (columns - 1)) / (double) columns;
    }

    private double heightOf(List<Zone> row, double width) {
        return row.stream().mapToDouble(zone -> height(zone, width)).max().orElse(0);
    }

    /** Returns how many subnets stand side by side in a zone. */
    private static int columnsOfSubnets(double width) {
        return width >= WIDE ? 2 : 1;
    }

    /** Returns how many instances stand side by side in a zone; two where arrows go between them. */
    private int columnsOfHolders(double width, int holders) {
        return width < WIDE ? 1 : isChange() ? 2 : Math.min(MOST_COLUMNS, Math.max(2, holders));
    }

    private static int rows(int things, int columns) {
        return (things + columns - 1) / columns;
    }

    private double height(Zone zone, double width) {
        List<Subnet> subnets = subnets(zone);
        double height = HEADER + PAD + SUBNET * rows(subnets.size(), columnsOfSubnets(width));
        height += zone.subnets().size() > subnets.size() ? SUBNET : 0;
        Shown shown = shown(zone);
        int columns = columnsOfHolders(width, shown.holders().size());
        for (int i = 0; i < shown.holders().size(); i += columns) {
            height += heightOfRow(shown.holders(), i, columns) + PAD;
        }
        return height + (shown.left().isEmpty() ? 0 : SUBNET);
    }

    /** Returns the subnets of a zone that are drawn: in a picture of changes, few that are not affected. */
    private List<Subnet> subnets(Zone zone) {
        int most = onlyChanges ? 0 : isChange() ? MOST_UNAFFECTED : MOST_SUBNETS;
        List<Subnet> shown = new ArrayList<>();
        int unaffected = 0;
        for (Subnet subnet : zone.subnets()) {
            if (shown.size() < MOST_SUBNETS && (scene.isAffected(subnet) || unaffected++ < most)) {
                shown.add(subnet);
            }
        }
        return shown;
    }

    private static double heightOfRow(List<Holder> holders, int first, int columns) {
        return holders.stream()
                .skip(first)
                .limit(columns)
                .mapToDouble(NetworkSvg::height)
                .max()
                .orElse(0);
    }

    private static double height(Holder holder) {
        int rows = holder.rows().size();
        return HEADER + ROW * Math.min(MOST_ROWS, rows) + (rows > MOST_ROWS ? SUBNET : 0) + PAD / 2.0;
    }

    /** What of a zone is drawn, and what the rest is. */
    private record Shown(List<Holder> holders, List<Holder> left) {}

    /** In a picture of changes, what is affected comes first, and little else. */
    private Shown shown(Zone zone) {
        List<Holder> shown = new ArrayList<>();
        List<Holder> left = new ArrayList<>();
        int unaffected = 0;
        int most = isChange() || zone.holders().size() <= MOST_HOLDERS ? MOST_HOLDERS : FEW_HOLDERS;
        for (Holder holder : zone.holders()) {
            boolean isRoom = shown.size() < most;
            if (isChange() && !holder.affected()) {
                isRoom &= !onlyChanges && unaffected++ < MOST_UNAFFECTED;
            }
            (isRoom ? shown : left).add(holder);
        }
        return new Shown(shown, left);
    }

    private void drawZone(SvgPage page, Zone zone, double x, double width) {
        page.text(x + PAD, page.y + 18, SvgFont.NOTE, "muted", zone.name(), width - 2 * PAD);
        page.y += HEADER;
        List<Subnet> subnets = subnets(zone);
        int columns = columnsOfSubnets(width);
        double column = (width - 2 * PAD - BETWEEN * (columns - 1)) / columns;
        double top = page.y;
        for (int i = 0; i < subnets.size(); i++) {
            double left = x + PAD + i % columns * (column + BETWEEN);
            drawSubnet(page, subnets.get(i), left, top + i / columns * SUBNET, column);
        }
        page.y = top + rows(subnets.size(), columns) * SUBNET;
        int more = zone.subnets().size() - subnets.size();
        if (more > 0) {
            drawRest(page, "and " + PlanWords.count(more, "more subnet"), x, width);
        }
        drawHolders(page, zone, x, width);
    }

    private void drawHolders(SvgPage page, Zone zone, double x, double width) {
        Shown shown = shown(zone);
        int columns = columnsOfHolders(width, shown.holders().size());
        double between = isChange() ? BETWEEN : GAP;
        double column = (width - 2 * PAD - between * (columns - 1)) / columns;
        for (int i = 0; i < shown.holders().size(); i += columns) {
            double top = page.y + PAD / 2.0;
            for (int j = 0; j < columns && i + j < shown.holders().size(); j++) {
                page.y = top;
                drawHolder(page, shown.holders().get(i + j), x + PAD + j * (column + between), column);
            }
            page.y = top + heightOfRow(shown.holders(), i, columns) + PAD / 2.0;
        }
        if (!shown.left().isEmpty()) {
            long interfaces =
                    shown.left().stream().mapToLong(each -> each.rows().size()).sum();
            drawRest(
                    page,
                    "and "
                            + PlanWords.count(
                                    shown.left().stream()
                                            .filter(Holder::instance)
                                            .count(),
                                    "more instance") + " with "
                            + PlanWords.count(interfaces, "interface"),
                    x,
                    width);
        }
    }

    private static void drawRest(SvgPage page, String text, double x, double width) {
        page.text(x + PAD, page.y + 14, SvgFont.NOTE, "muted", text, width - 2 * PAD);
        page.y += SUBNET;
    }

    /** Draws a subnet as a line: its name, its block, and how full it is. */
    private void drawSubnet(SvgPage page, Subnet subnet, double x, double top, double width) {
        String block = PlanWords.blocksOf(subnet).stream()
                .findFirst()
                .map(Object::toString)
                .orElse("");
        char sign = scene.signOf(subnet);
        String name = (sign == ' ' ? "" : sign + " ") + scene.nameOf(subnet);
        Optional<BigInteger> free =
                sign == '-' ? Optional.empty() : PlanWords.freeIpv4Addresses(scene.plan(), subnet.id());
        String freeText =
                free.map(each -> PlanWords.count(each.longValue()) + " free").orElse("");
        double right = x + width - (free.isPresent() ? METER + 8 : 0);
        if (width >= ROOM_FOR_FREE && !freeText.isEmpty()) {
            page.rightAligned(right, top + 13, SvgFont.SMALL, "muted", freeText, FREE);
            right -= FREE + 4;
        }
        double blockWidth = Math.min(SvgFont.SMALL.width(block), width * 0.45);
        page.text(right - blockWidth, top + 13, SvgFont.SMALL, "muted", block, blockWidth + 1);
        page.text(x, top + 13, SvgFont.NOTE, "", name, right - blockWidth - x - 6);
        if (free.isPresent()) {
            PlanWords.usedShare(scene.plan(), subnet)
                    .ifPresent(share -> page.gauge(x + width - METER, top + 6, METER, 6, share));
        }
    }

    private void drawHolder(SvgPage page, Holder holder, double x, double width) {
        double top = page.y;
        page.frame(x, top, width, height(holder));
        String detail = width < NARROW ? holder.detail().replace(", running", "") : holder.detail();
        double room = Math.min(SvgFont.SMALL.width(detail), width * 0.45);
        double name = width - room - 28;
        page.text(x + 8, top + 17, SvgFont.BOLD, "", shortName(holder.name(), name), name);
        page.rightAligned(x + width - 8, top + 17, SvgFont.SMALL, "muted", detail, room + 1);
        page.y = top + HEADER;
        holder.rows().stream().limit(MOST_ROWS).forEach(row -> drawRow(page, row, x + 6, width - 12));
        int more = holder.rows().size() - MOST_ROWS;
        if (more > 0) {
            drawRest(page, "and " + PlanWords.count(more, "more interface"), x - 4, width);
        }
        page.y = top + height(holder);
    }

    /** Returns a name with an id behind it as much shorter as it has to be: of the id the last characters are told apart. */
    private static String shortName(String name, double room) {
        int id = name.lastIndexOf(" (");
        if (SvgFont.BOLD.width(Labels.plain(name)) <= room || id < 0 || !name.endsWith(")")) {
            return name;
        }
        return name.substring(0, id) + " (…" + name.substring(Math.max(id + 2, name.length() - 1 - END_OF_ID));
    }

    private void drawRow(SvgPage page, Row row, double x, double width) {
        double height = ROW - 6;
        String tip = row.name() + " " + row.address() + " " + row.detail();
        page.area(x, page.y, width, height, row.tone(), tip);
        double address = Math.min(SvgFont.MONO.width(row.address()), width * 0.5);
        double left = x + 8;
        if (!row.place().isEmpty()) {
            page.text(left, page.y + 15, SvgFont.SMALL, "muted", row.place(), SvgFont.SMALL.width(row.place()));
            left += SvgFont.SMALL.width(row.place()) + 6;
        }
        String name = (row.ghost() ? "was: " : "") + row.name();
        double room = x + width - left - address - 16;
        SvgFont font = SvgFont.LABEL.width(Labels.plain(name)) > room ? SvgFont.SMALL : SvgFont.LABEL;
        page.text(left, page.y + 15, font, row.ghost() ? "muted" : "", name, room);
        page.rightAligned(
                x + width - 8, page.y + 15, SvgFont.MONO, row.ghost() ? "muted" : "", row.address(), address + 1);
        String style = row.tone().hasPattern() ? "" : "muted";
        page.text(x + 8, page.y + 30, SvgFont.SMALL, style, row.detail(), width - 16);
        (row.ghost() ? from : to).put(row.eni(), new double[] {x, page.y, width, height});
        page.y += ROW;
    }

    /** Draws an arrow from where an interface was to where it is. */
    private void drawMoves(SvgPage page) {
        from.forEach((eni, was) -> {
            double[] is = to.get(eni);
            if (is != null) {
                boolean sameColumn = Math.abs(was[0] - is[0]) < 1;
                boolean toTheRight = sameColumn || is[0] > was[0];
                double startX = toTheRight ? was[0] + was[2] : was[0];
                double endX = sameColumn || !toTheRight ? is[0] + is[2] : is[0];
                page.arrow(
                        startX,
                        was[1] + was[3] / 2,
                        endX,
                        is[1] + is[3] / 2,
                        toTheRight ? 1 : -1,
                        sameColumn || !toTheRight ? 1 : -1,
                        ARROW);
            }
        });
    }
}
