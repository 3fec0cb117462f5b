package io.enikit.limits;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The columns of the bundled table in order: the name of each, and its value for a type. */
enum Column {
    INSTANCE_TYPE("instance_type", "instanceType", InstanceLimits::instanceType),
    STATUS("status", "status", InstanceLimits::status),
    VCPUS("vcpus", "defaultVcpus", limits -> text(limits.defaultVcpus())),
    HYPERVISOR("hypervisor", "hypervisor", limits -> text(limits.hypervisor())),
    BARE_METAL("bare_metal", "bareMetal", InstanceLimits::bareMetal),
    NETWORK_CARDS(
            "network_cards",
            "networkCards.size",
            limits -> limits.networkCards().size()),
    INTERFACES(
            "interfaces_per_network_card",
            "networkCards.maximumNetworkInterfaces",
            limits -> perCard(limits, NetworkCard::maximumNetworkInterfaces)),
    FLEXIBLE_INTERFACES(
            "flexible_interfaces_per_network_card",
            "networkCards.additionalFlexibleNetworkInterfaces",
            Column::flexible),
    DEFAULT_CARD("default_network_card", "defaultNetworkCardIndex", InstanceLimits::defaultNetworkCardIndex),
    IPV4("ipv4_per_interface", "ipv4AddressesPerInterface", InstanceLimits::ipv4AddressesPerInterface),
    IPV6("ipv6_per_interface", "ipv6AddressesPerInterface", limits -> text(limits.ipv6AddressesPerInterface())),
    ENA("ena_support", "enaSupport", limits -> text(limits.enaSupport())),
    ENA_QUEUES("ena_queues", "networkCards.enaQueues", Column::queues),
    EFA("efa_interfaces", "maximumEfaInterfaces", limits -> text(limits.maximumEfaInterfaces())),
    EFA_CARDS("efa_network_cards", "networkCards.efaSupported", EfaCards::cell),
    TRUNK("trunk_compatible", "trunkCompatible", limits -> text(limits.trunkCompatible())),
    BRANCHES("branch_interfaces", "branchInterfaces", limits -> text(limits.branchInterfaces())),
    ATTACHMENTS(
            "attachment_limit",
            "attachmentLimit.type",
            limits -> text(limits.attachmentLimit().map(AttachmentLimit::type))),
    EBS_ATTACHMENTS(
            "ebs_attachments",
            "attachmentLimit.maximumEbsAttachments",
            limits -> text(limits.attachmentLimit().map(AttachmentLimit::maximumEbsAttachments))),
    PERFORMANCE("network_performance", "networkPerformance", limits -> text(limits.networkPerformance())),
    BASELINE(
            "baseline_gbps",
            "baselineBandwidthInGbps",
            limits -> limits.baselineBandwidthInGbps().isPresent()
                    ? Double.toString(limits.baselineBandwidthInGbps().getAsDouble())
                    : ""),
    PEAK(
            "peak_gbps",
            "peakBandwidthInGbps",
            limits -> limits.peakBandwidthInGbps().isPresent()
                    ? Double.toString(limits.peakBandwidthInGbps().getAsDouble())
                    : ""),
    SOURCE("source", "source", InstanceLimits::source),
    AS_OF("as_of", "asOf", limits -> text(limits.asOf()));

    private final String header;
    private final String accessor;

    @SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
    private final Function<InstanceLimits, Object> value;

    Column(String header, String accessor, Function<InstanceLimits, Object> value) {
        this.header = header;
        this.accessor = accessor;
        this.value = value;
    }

    /** Returns the name in the header of the table. */
    String header() {
        return header;
    }

    /** Returns the path of accessors that leads to the figure. */
    String accessor() {
        return accessor;
    }

    /** Returns the cell of a type; it is empty if nothing is given. */
    String cell(InstanceLimits limits) {
        return value.apply(limits).toString();
    }

    /** Returns true unless the column is the key, the source or date, or derived from another column. */
    boolean isFact() {
        return switch (this) {
            case INSTANCE_TYPE, TRUNK, SOURCE, AS_OF -> false;
            default -> true;
        };
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }

    private static String text(Optional<?> value) {
        return value.isPresent() ? value.get().toString() : "";
    }

    private static String flexible(InstanceLimits limits) {
        for (NetworkCard card : limits.networkCards()) {
            if (card.additionalFlexibleNetworkInterfaces().isEmpty()) {
                return "";
            }
        }
        return perCard(
                limits, card -> card.additionalFlexibleNetworkInterfaces().getAsInt());
    }

    private static String queues(InstanceLimits limits) {
        Optional<EnaQueues> first = limits.networkCards().get(0).enaQueues();
        boolean alike = true;
        for (NetworkCard card : limits.networkCards()) {
            if (card.enaQueues().isEmpty()) {
                return "";
            }
            alike &= card.enaQueues().equals(first);
        }
        return alike
                ? text(first)
                : limits.networkCards().stream()
                        .map(card -> text(card.enaQueues()))
                        .collect(Collectors.joining("+"));
    }

    private static String perCard(InstanceLimits limits, ToIntFunction<NetworkCard> figure) {
        int[] figures = limits.networkCards().stream().mapToInt(figure).toArray();
        for (int each : figures) {
            if (each != figures[0]) {
                return IntStream.of(figures).mapToObj(Integer::toString).collect(Collectors.joining("+"));
            }
        }
        return Integer.toString(figures[0]);
    }
}
