package io.enikit.limits;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Decodes one line of the bundled table.
 *
 * <p>Cells are separated by commas, without quotes; an empty cell means "not given". A figure of the network cards is one
 * number if all cards are alike, else one number for each card, by card index, joined by {@code +}.
 */
final class RowDecoder {
    private static final ListingStatus[] STATUSES = ListingStatus.values();
    private static final Hypervisor[] HYPERVISORS = Hypervisor.values();
    private static final EnaSupport[] ENA_SUPPORTS = EnaSupport.values();
    private static final AttachmentLimit.Type[] ATTACHMENT_TYPES = AttachmentLimit.Type.values();

    private static final int NUMBERS_OF_QUEUES = 3;

    private RowDecoder() {}

    /** Decodes one line; throws {@link IllegalArgumentException} if it is not one. */
    static InstanceLimits decode(String line) {
        Cells cells = new Cells(line);
        InstanceLimits.Builder limits = InstanceLimits.builder().instanceType(cells.text("instance_type"));
        limits.status(required(cells.oneOf("status", STATUSES), "status"));
        limits.defaultVcpus(cells.number("vcpus"));
        limits.hypervisor(Optional.ofNullable(cells.oneOf("hypervisor", HYPERVISORS)));
        limits.bareMetal(required(cells.flag("bare_metal"), "bare_metal"));
        NetworkCard[] cards = cards(
                cells.required("network_cards"),
                cells.text("interfaces_per_network_card"),
                cells.text("flexible_interfaces_per_network_card"));
        limits.defaultNetworkCardIndex(cells.required("default_network_card"));
        limits.ipv4AddressesPerInterface(cells.required("ipv4_per_interface"));
        limits.ipv6AddressesPerInterface(cells.number("ipv6_per_interface"));
        limits.enaSupport(Optional.ofNullable(cells.oneOf("ena_support", ENA_SUPPORTS)));
        putQueues(cells.text("ena_queues"), cards);
        limits.maximumEfaInterfaces(cells.number("efa_interfaces"));
        String efaCards = cells.text("efa_network_cards");
        for (NetworkCard card : cards) {
            limits.addNetworkCard(EfaCards.with(efaCards, card));
        }
        limits.branchInterfaces(branches(cells.flag("trunk_compatible"), cells.number("branch_interfaces")));
        limits.attachmentLimit(attachment(cells));
        String performance = cells.shared("network_performance");
        limits.networkPerformance(performance.isEmpty() ? Optional.empty() : Optional.of(performance));
        limits.baselineBandwidthInGbps(cells.decimal("baseline_gbps"));
        limits.peakBandwidthInGbps(cells.decimal("peak_gbps"));
        limits.source(cells.shared("source"));
        limits.asOf(Optional.ofNullable(cells.date("as_of")));
        cells.end();
        return limits.build();
    }

    private static NetworkCard[] cards(int count, String interfaces, String flexible) {
        Numbers.atLeast(1, count, "network_cards");
        int[] perCard = spread(interfaces, count, "interfaces_per_network_card");
        int[] flexiblePerCard =
                flexible.isEmpty() ? null : spread(flexible, count, "flexible_interfaces_per_network_card");
        NetworkCard[] cards = new NetworkCard[count];
        for (int i = 0; i < count; i++) {
            NetworkCard card = NetworkCard.of(i, perCard[i]);
            cards[i] = flexiblePerCard == null
                    ? card
                    : card.withAdditionalFlexibleNetworkInterfaces(OptionalInt.of(flexiblePerCard[i]));
        }
        return cards;
    }

    /** Reads the queues: one triple as in 8/32/64 if all cards are alike, else one for each card, joined by +. */
    private static void putQueues(String cell, NetworkCard[] cards) {
        if (cell.isEmpty()) {
            return;
        }
        String[] triples = cell.split("\\+", -1);
        if (triples.length != 1 && triples.length != cards.length) {
            throw new IllegalArgumentException("ena_queues must hold " + cards.length + " figures, not " + cell);
        }
        for (int i = 0; i < cards.length; i++) {
            String[] numbers = triples[triples.length == 1 ? 0 : i].split("/", -1);
            if (numbers.length != NUMBERS_OF_QUEUES) {
                throw new IllegalArgumentException("ena_queues must be as in 8/32/64, not " + cell);
            }
            cards[i] = cards[i].withEnaQueues(Optional.of(new EnaQueues(
                    Cells.whole(numbers[0], "ena_queues"),
                    Cells.whole(numbers[1], "ena_queues"),
                    Cells.whole(numbers[2], "ena_queues"))));
        }
    }

    private static int[] spread(String cell, int cards, String column) {
        int[] figures = new int[cards];
        if (cell.indexOf('+') < 0) {
            Arrays.fill(figures, Cells.whole(cell, column));
            return figures;
        }
        int start = 0;
        for (int i = 0; i < cards; i++) {
            int plus = cell.indexOf('+', start);
            if ((plus < 0) != (i == cards - 1)) {
                throw new IllegalArgumentException(column + " must hold " + cards + " figures, not " + cell);
            }
            figures[i] = Cells.whole(cell.substring(start, plus < 0 ? cell.length() : plus), column);
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
