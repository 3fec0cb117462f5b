package io.enikit.limits;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The line format of the bundled table: comma-separated, without quotes, an empty cell where nothing is given.
 *
 * <p>Figures of the cards are one number where all cards are alike, else a {@code +}-joined list by card index.
 */
final class Table {
    static final String HEADER = "instance_type,status,vcpus,hypervisor,bare_metal,network_cards,"
            + "interfaces_per_network_card,flexible_interfaces_per_network_card,default_network_card,"
            + "ipv4_per_interface,ipv6_per_interface,ena_support,efa_interfaces,trunk_compatible,branch_interfaces,"
            + "attachment_limit,ebs_attachments,network_performance,baseline_gbps,peak_gbps,source,as_of";

    private static final ListingStatus[] STATUSES = ListingStatus.values();
    private static final Hypervisor[] HYPERVISORS = Hypervisor.values();
    private static final EnaSupport[] ENA_SUPPORTS = EnaSupport.values();
    private static final AttachmentLimit.Type[] ATTACHMENT_TYPES = AttachmentLimit.Type.values();

    private Table() {}

    /** Decodes one line; throws {@link IllegalArgumentException} if it is not one. */
    static InstanceLimits decode(String line) {
        Cells cells = new Cells(line);
        InstanceLimits.Builder limits = InstanceLimits.builder().instanceType(cells.text("instance_type"));
        limits.status(required(cells.oneOf("status", STATUSES), "status"));
        limits.defaultVcpus(cells.number("vcpus"));
        limits.hypervisor(Optional.ofNullable(cells.oneOf("hypervisor", HYPERVISORS)));
        limits.bareMetal(cells.flag("bare_metal").orElseThrow(() -> new IllegalArgumentException("no bare_metal")));
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
        Optional<Boolean> trunk = cells.flag("trunk_compatible");
        limits.branchInterfaces(branches(trunk, cells.number("branch_interfaces")));
        limits.attachmentLimit(attachment(cells));
        limits.networkPerformance(
                Optional.of(cells.shared("network_performance")).filter(text -> !text.isEmpty()));
        limits.baselineBandwidthInGbps(cells.decimal("baseline_gbps"));
        limits.peakBandwidthInGbps(cells.decimal("peak_gbps"));
        limits.source(cells.shared("source"));
        String asOf = cells.text("as_of");
        limits.asOf(asOf.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(asOf)));
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
        int start = 0;
        for (int i = 0; i < cards; i++) {
            int plus = cell.indexOf('+', start);
            figures[i] = Integer.parseInt(cell, start, plus < 0 ? cell.length() : plus, 10);
            if (plus >= 0) {
                start = plus + 1;
            } else if (start > 0 && i < cards - 1) {
                throw new IllegalArgumentException(column + " holds fewer figures than there are cards: " + cell);
            }
        }
        if (cell.indexOf('+', start) >= 0) {
            throw new IllegalArgumentException(column + " holds more figures than there are cards: " + cell);
        }
        return figures;
    }

    private static OptionalInt branches(Optional<Boolean> trunk, OptionalInt branches) {
        boolean consistent =
                branches.isPresent() ? trunk.isPresent() && trunk.get() == (branches.getAsInt() > 0) : trunk.isEmpty();
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

    /** Walks over the cells of one line. */
    private static final class Cells {
        private final String line;
        private int next;

        Cells(String line) {
            this.line = line;
        }

        String text(String column) {
            if (next > line.length()) {
                throw new IllegalArgumentException("the line ends before " + column);
            }
            int comma = line.indexOf(',', next);
            int end = comma < 0 ? line.length() : comma;
            String cell = line.substring(next, end);
            next = end + 1;
            return cell;
        }

        /** The same few texts stand in many lines, so they are kept once. */
        String shared(String column) {
            return text(column).intern();
        }

        OptionalInt number(String column) {
            String cell = text(column);
            return cell.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(cell));
        }

        int required(String column) {
            return number(column).orElseThrow(() -> new IllegalArgumentException("no " + column));
        }

        OptionalDouble decimal(String column) {
            String cell = text(column);
            return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
        }

        Optional<Boolean> flag(String column) {
            String cell = text(column);
            return switch (cell) {
                case "" -> Optional.empty();
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> throw new IllegalArgumentException(column + " must be true or false, not " + cell);
            };
        }

        <E extends Enum<E>> @Nullable E oneOf(String column, E[] values) {
            String cell = text(column);
            if (cell.isEmpty()) {
                return null;
            }
            for (E value : values) {
                if (value.toString().equals(cell)) {
                    return value;
                }
            }
            throw new IllegalArgumentException(column + " holds the unknown word " + cell);
        }

        void end() {
            if (next <= line.length()) {
                throw new IllegalArgumentException("the line goes on after as_of");
            }
        }
    }
}
