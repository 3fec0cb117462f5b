package io.enikit.limits;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The line format of the bundled table: comma-separated, without quotes, an empty cell where nothing is given.
 *
 * <p>Figures of the cards are one number where all cards are alike, else a {@code +}-joined list by card index.
 */
final class Table {
    private static final ListingStatus[] STATUSES = ListingStatus.values();
    private static final Hypervisor[] HYPERVISORS = Hypervisor.values();
    private static final EnaSupport[] ENA_SUPPORTS = EnaSupport.values();
    private static final AttachmentLimit.Type[] ATTACHMENT_TYPES = AttachmentLimit.Type.values();

    private Table() {}

    /**
     * Reads a whole table; throws {@link IllegalArgumentException} that names the line if one is not well-formed.
     *
     * <p>Lines may be in any order, and end in a line feed or in carriage return and line feed.
     */
    static List<InstanceLimits> read(String text) {
        List<InstanceLimits> rows = new ArrayList<>();
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(header())) {
            throw new IllegalArgumentException("line 1: expected the header " + header());
        }
        for (int i = 1; i < lines.size(); i++) {
            try {
                rows.add(decode(lines.get(i)));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        return rows;
    }

    /** Writes a whole table, sorted by the names of the types, each line ended by a line feed. */
    static String write(InstanceTypes types) {
        StringBuilder text = new StringBuilder(header()).append('\n');
        types.stream().forEach(limits -> text.append(encode(limits)).append('\n'));
        return text.toString();
    }

    private static String header() {
        return Stream.of(Column.values()).map(Column::header).collect(Collectors.joining(","));
    }

    private static String encode(InstanceLimits limits) {
        return Stream.of(Column.values())
                .map(column -> plain(column.cell(limits)))
                .collect(Collectors.joining(","));
    }

    /** A table has no quotes, so what would need them is refused. */
    private static String plain(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c < ' ' || c > '~') {
                throw new IllegalArgumentException("a comma or a character beyond ASCII cannot be written: " + cell);
            }
        }
        return cell;
    }

    /** Decodes one line; throws {@link IllegalArgumentException} if it is not one. */
    static InstanceLimits decode(String line) {
        Cells cells = new Cells(line);
        InstanceLimits.Builder limits = InstanceLimits.builder().instanceType(cells.text("instance_type"));
        limits.status(required(cells.oneOf("status", STATUSES), "status"));
        limits.defaultVcpus(cells.number("vcpus"));
        limits.hypervisor(Optional.ofNullable(cells.oneOf("hypervisor", HYPERVISORS)));
        limits.bareMetal(required(cells.flag("bare_metal"), "bare_metal"));
        addCards(
                limits,
                cells.required("network_cards"),
                cells.text("interfaces_per_network_card"),
                cells.text("flexible_interfaces_per_network_card"));
        limits.defaultNetworkCardIndex(cells.required("default_network_card"));
        limits.ipv4AddressesPerInterface(cells.required("ipv4_per_interface"));
        limits.ipv6AddressesPerInterface(cells.number("ipv6_per_interface"));
        limits.enaSupport(Optional.ofNullable(cells.oneOf("ena_support", ENA_SUPPORTS)));
        limits.maximumEfaInterfaces(cells.number("efa_interfaces"));
        limits.branchInterfaces(branches(cells.flag("trunk_compatible"), cells.number("branch_interfaces")));
        limits.attachmentLimit(attachment(cells));
        limits.networkPerformance(
                Optional.of(cells.shared("network_performance")).filter(text -> !text.isEmpty()));
        limits.baselineBandwidthInGbps(cells.decimal("baseline_gbps"));
        limits.peakBandwidthInGbps(cells.decimal("peak_gbps"));
        limits.source(cells.shared("source"));
        limits.asOf(Optional.ofNullable(cells.date("as_of")));
        cells.end();
        return limits.build();
    }

    private static void addCards(InstanceLimits.Builder limits, int cards, String interfaces, String flexible) {
        int[] perCard = spread(interfaces, cards, "interfaces_per_network_card");
        int[] flexiblePerCard =
                flexible.isEmpty() ? null : spread(flexible, cards, "flexible_interfaces_per_network_card");
        for (int i = 0; i < cards; i++) {
            OptionalInt extra = flexiblePerCard == null ? OptionalInt.empty() : OptionalInt.of(flexiblePerCard[i]);
            limits.addNetworkCard(new NetworkCard(i, perCard[i], extra));
        }
    }

    private static int[] spread(String cell, int cards, String column) {
        int[] figures = new int[cards];
        if (cell.indexOf('+') < 0) {
            Arrays.fill(figures, Integer.parseInt(cell));
            return figures;
        }
        int start = 0;
        for (int i = 0; i < cards; i++) {
            int plus = cell.indexOf('+', start);
            if ((plus < 0) != (i == cards - 1)) {
                throw new IllegalArgumentException(column + " must hold " + cards + " figures, not " + cell);
            }
            figures[i] = Integer.parseInt(cell.substring(start, plus < 0 ? cell.length() : plus));
            start = plus + 1;
        }
        return figures;
    }

    private static OptionalInt branches(@Nullable Boolean trunk, OptionalInt branches) {
        boolean consistent = branches.isPresent() ? trunk != null && trunk == (branches.getAsInt() > 0) : trunk == null;
        if (!consistent) {
            throw new IllegalArgumentException("trunk_compatible and branch_interfaces contradict each other");
        }
        return branches;
    }

    private static Optional<AttachmentLimit> attachment(Cells cells) {
        AttachmentLimit.Type type = cells.oneOf("attachment_limit", ATTACHMENT_TYPES);
        OptionalInt places = cells.number("ebs_attachments");
        if ((type == null) != places.isEmpty()) {
            throw new IllegalArgumentException("attachment_limit and ebs_attachments must both be given, or neither");
        }
        return type == null ? Optional.empty() : Optional.of(new AttachmentLimit(type, places.getAsInt()));
    }

    private static <T> T required(@Nullable T value, String column) {
        if (value == null) {
            throw new IllegalArgumentException("no " + column);
        }
        return value;
    }
}
