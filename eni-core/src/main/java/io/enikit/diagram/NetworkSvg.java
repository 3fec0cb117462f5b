package io.enikit.diagram;

import static io.enikit.diagram.SvgPage.MARGIN;
import static io.enikit.diagram.SvgPage.RIGHT;

import io.enikit.diagram.NetworkScene.Holder;
import io.enikit.diagram.NetworkScene.Row;
import io.enikit.diagram.NetworkScene.Zone;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Draws a network: zones side by side, in them subnets and instances with their interfaces, and what has moved. */
final class NetworkSvg implements SvgDrawing {
    private static final int GAP = 16;
    private static final int PAD = 10;
    private static final int HEADER = 26;
    private static final int SUBNET = 22;
    private static final int ROW = 42;
    private static final int MOST_COLUMNS = 3;
    private static final int MOST_SUBNETS = 12;
    private static final int MOST_HOLDERS = 12;
    private static final int MOST_UNAFFECTED = 2;
    private static final int MOST_ROWS = 8;
    private static final int ARROW = 7;

    private final NetworkScene scene;
    private final List<Zone> zones;
    private final Map<EniId, double[]> from = new HashMap<>();
    private final Map<EniId, double[]> to = new HashMap<>();

    NetworkSvg(NetworkScene scene) {
        this.scene = scene;
        this.zones = scene.zones();
    }

    @Override
    public String title() {
        return scene.isChange() ? "What has changed" : "Network";
    }

    @Override
    public String summary() {
        NetworkPlan plan = scene.plan();
        List<String> moves = scene.moves();
        if (!moves.isEmpty()) {
            return moves.get(0) + (moves.size() > 1 ? "; and " + PlanWords.count(moves.size() - 1L, "more move") : "");
        }
        return PlanWords.count(plan.vpcs(), "VPC") + ", " + PlanWords.count(plan.subnets(), "subnet") + ", "
                + PlanWords.count(plan.instances(), "instance") + ", "
                + PlanWords.count(plan.enis(), "network interface");
    }

    @Override
    public void drawOn(SvgPage page) {
        Map<String, List<Zone>> byVpc = zones.stream()
                .collect(Collectors.groupingBy(
                        zone -> zone.vpc() + "\n" + zone.vpcBlocks(), LinkedHashMap::new, Collectors.toList()));
        byVpc.values().forEach(each -> drawVpc(page, each));
        if (zones.isEmpty()) {
            page.text(MARGIN, page.y + 14, SvgFont.NOTE, "muted", "nothing", RIGHT - MARGIN);
            page.y += 20;
        }
        drawMoves(page);
    }

    private void drawVpc(SvgPage page, List<Zone> parts) {
        Zone first = parts.get(0);
        if (!first.vpc().isEmpty()) {
            page.text(MARGIN, page.y + 14, SvgFont.BOLD, "", first.vpc(), 400);
            page.rightAligned(RIGHT, page.y + 14, SvgFont.MONO, "muted", first.vpcBlocks(), 430);
            page.y += HEADER;
        }
        int columns = Math.min(MOST_COLUMNS, parts.size());
        double width = (RIGHT - MARGIN - GAP * (columns - 1)) / (double) columns;
        for (int i = 0; i < parts.size(); i += columns) {
            List<Zone> row = parts.subList(i, Math.min(parts.size(), i + columns));
            double height = row.stream().mapToDouble(this::height).max().orElse(0);
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

    private double height(Zone zone) {
        double height = HEADER + PAD;
        int subnets = Math.min(MOST_SUBNETS, zone.subnets().size());
        height += SUBNET * (subnets + (zone.subnets().size() > MOST_SUBNETS ? 1 : 0));
        Shown shown = shown(zone);
        for (Holder holder : shown.holders()) {
            height += height(holder) + PAD;
        }
        return height + (shown.left().isEmpty() ? 0 : SUBNET);
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
        for (Holder holder : zone.holders()) {
            boolean isRoom = shown.size() < MOST_HOLDERS;
            if (scene.isChange() && !holder.affected()) {
                isRoom &= unaffected++ < MOST_UNAFFECTED;
            }
            (isRoom ? shown : left).add(holder);
        }
        return new Shown(shown, left);
    }

    private void drawZone(SvgPage page, Zone zone, double x, double width) {
        page.text(x + PAD, page.y + 18, SvgFont.NOTE, "muted", zone.name(), width - 2 * PAD);
        page.y += HEADER;
        zone.subnets().stream()
                .limit(MOST_SUBNETS)
                .forEach(subnet -> drawSubnet(page, subnet, x + PAD, width - 2 * PAD));
        int more = zone.subnets().size() - MOST_SUBNETS;
        if (more > 0) {
            drawRest(page, "and " + PlanWords.count(more, "more subnet"), x, width);
        }
        Shown shown = shown(zone);
        for (Holder holder : shown.holders()) {
            page.y += PAD / 2.0;
            drawHolder(page, holder, x + PAD, width - 2 * PAD);
            page.y += PAD / 2.0;
        }
        if (!shown.left().isEmpty()) {
            long interfaces =
                    shown.left().stream().mapToLong(each -> each.rows().size()).sum();
            drawRest(
                    page,
                    "and " + PlanWords.count(shown.left(), "more instance") + " with "
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
    private void drawSubnet(SvgPage page, Subnet subnet, double x, double width) {
        String block = PlanWords.blocksOf(subnet).stream()
                .findFirst()
                .map(Object::toString)
                .orElse("");
        double meter = 36;
        double name = (width - meter - 8) * 0.5;
        page.text(x, page.y + 13, SvgFont.NOTE, "", NetworkScene.nameOf(subnet), name - 6);
        page.text(x + name, page.y + 13, SvgFont.SMALL, "muted", block, width - name - meter - 8);
        used(subnet).ifPresent(share -> page.gauge(x + width - meter, page.y + 6, meter, 6, share));
        page.y += SUBNET;
    }

    private Optional<Double> used(Subnet subnet) {
        return subnet.cidrBlock()
                .flatMap(block -> PlanWords.freeIpv4Addresses(scene.plan(), subnet.id())
                        .map(free -> {
                            BigInteger size = block.size();
                            return new BigDecimal(size.subtract(free))
                                    .divide(new BigDecimal(size), MathContext.DECIMAL32)
                                    .doubleValue();
                        }));
    }

    private void drawHolder(SvgPage page, Holder holder, double x, double width) {
        double top = page.y;
        page.frame(x, top, width, height(holder));
        double name = width * 0.55;
        page.text(x + 8, top + 17, SvgFont.BOLD, "", holder.name(), name - 12);
        page.rightAligned(x + width - 8, top + 17, SvgFont.SMALL, "muted", holder.detail(), width - name - 8);
        page.y = top + HEADER;
        holder.rows().stream().limit(MOST_ROWS).forEach(row -> drawRow(page, row, x + 6, width - 12));
        int more = holder.rows().size() - MOST_ROWS;
        if (more > 0) {
            drawRest(page, "and " + PlanWords.count(more, "more interface"), x - 4, width);
        }
        page.y = top + height(holder);
    }

    private void drawRow(SvgPage page, Row row, double x, double width) {
        double height = ROW - 6;
        String tip = row.name() + " " + row.address() + " " + row.detail();
        page.area(x, page.y, width, height, row.tone(), tip);
        double address = Math.min(SvgFont.MONO.width(row.address()), width * 0.5);
        double left = x + 8;
        if (!row.place().isEmpty()) {
            page.text(left, page.y + 15, SvgFont.SMALL, "muted", row.place(), 24);
            left += SvgFont.SMALL.width(row.place()) + 6;
        }
        String sign = row.ghost() ? "was: " : "";
        page.text(
                left,
                page.y + 15,
                SvgFont.LABEL,
                row.ghost() ? "muted" : "",
                sign + row.name(),
                x + width - left - address - 16);
        page.rightAligned(
                x + width - 8, page.y + 15, SvgFont.MONO, row.ghost() ? "muted" : "", row.address(), address + 1);
        page.text(x + 8, page.y + 30, SvgFont.SMALL, "muted", row.detail(), width - 16);
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
