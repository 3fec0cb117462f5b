package io.enikit.limits;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** One instance type as {@code describe-instance-types} shows it, while it is being read. */
final class DescribedType {
    private @Nullable String instanceType;
    private @Nullable Boolean bareMetal;
    private @Nullable String hypervisor;
    private @Nullable Integer vcpus;
    private @Nullable String attachmentType;
    private @Nullable Integer ebsAttachments;
    private @Nullable Integer interfaces;
    private @Nullable Integer maximumCards;
    private @Nullable Integer defaultCard;
    private @Nullable Integer ipv4;
    private @Nullable Integer ipv6;
    private @Nullable Boolean ipv6Supported;
    private @Nullable String ena;
    private @Nullable Boolean efaSupported;
    private @Nullable Integer efaInterfaces;
    private @Nullable String performance;
    private final List<NetworkCard> cards = new ArrayList<>();
    private final Sum baseline = new Sum();
    private final Sum peak = new Sum();

    void read(DescribeCursor json) throws IOException {
        while (json.nextKey()) {
            switch (json.key()) {
                case "InstanceType" -> instanceType = json.text();
                case "BareMetal" -> bareMetal = json.flag();
                case "Hypervisor" -> hypervisor = json.text();
                case "VCpuInfo" -> readCpus(json);
                case "EbsInfo" -> readVolumes(json);
                case "NetworkInfo" -> readNetwork(json);
                default -> json.skip();
            }
        }
    }

    private void readCpus(DescribeCursor json) throws IOException {
        if (!json.has(JsonToken.START_OBJECT, "an object")) {
            return;
        }
        while (json.nextKey()) {
            switch (json.key()) {
                case "DefaultVCpus" -> vcpus = json.count();
                default -> json.skip();
            }
        }
    }

    private void readVolumes(DescribeCursor json) throws IOException {
        if (!json.has(JsonToken.START_OBJECT, "an object")) {
            return;
        }
        while (json.nextKey()) {
            switch (json.key()) {
                case "AttachmentLimitType" -> attachmentType = json.text();
                case "MaximumEbsAttachments" -> ebsAttachments = json.count();
                default -> json.skip();
            }
        }
    }

    private void readNetwork(DescribeCursor json) throws IOException {
        if (!json.has(JsonToken.START_OBJECT, "an object")) {
            return;
        }
        while (json.nextKey()) {
            switch (json.key()) {
                case "MaximumNetworkInterfaces" -> interfaces = json.count();
                case "MaximumNetworkCards" -> maximumCards = json.count();
                case "DefaultNetworkCardIndex" -> defaultCard = json.count();
                case "Ipv4AddressesPerInterface" -> ipv4 = json.count();
                case "Ipv6AddressesPerInterface" -> ipv6 = json.count();
                case "Ipv6Supported" -> ipv6Supported = json.flag();
                case "EnaSupport" -> ena = json.text();
                case "EfaSupported" -> efaSupported = json.flag();
                case "EfaInfo" -> readEfa(json);
                case "NetworkPerformance" -> performance = json.text();
                case "NetworkCards" -> readCards(json);
                default -> json.skip();
            }
        }
        checkCards(json);
    }

    /** Refuses an incomplete list of cards: a type must not have fewer cards or interfaces than EC2 says. */
    private void checkCards(DescribeCursor json) {
        if (maximumCards != null && maximumCards != Math.max(1, cards.size())) {
            throw json.refuse("MaximumNetworkCards is " + maximumCards + ", but NetworkCards "
                    + (cards.isEmpty() ? "is missing" : "holds " + cards.size())
                    + "; expected as many cards as MaximumNetworkCards says");
        }
        long sum =
                cards.stream().mapToLong(NetworkCard::maximumNetworkInterfaces).sum();
        if (interfaces != null && !cards.isEmpty() && interfaces != sum) {
            throw json.refuse("MaximumNetworkInterfaces is " + interfaces + ", but the cards in NetworkCards take "
                    + sum + " together; expected the same number");
        }
    }

    private void readEfa(DescribeCursor json) throws IOException {
        if (!json.has(JsonToken.START_OBJECT, "an object")) {
            return;
        }
        while (json.nextKey()) {
            switch (json.key()) {
                case "MaximumEfaInterfaces" -> efaInterfaces = json.count();
                default -> json.skip();
            }
        }
    }

    private void readCards(DescribeCursor json) throws IOException {
        if (!json.has(JsonToken.START_ARRAY, "a list of network cards")) {
            return;
        }
        while (json.nextObject("a network card")) {
            readCard(json);
        }
    }

    private void readCard(DescribeCursor json) throws IOException {
        Integer index = null;
        Integer most = null;
        Integer flexible = null;
        Integer defaultQueues = null;
        Integer queuesPerInterface = null;
        Integer queues = null;
        Boolean efa = null;
        Double cardBaseline = null;
        Double cardPeak = null;
        while (json.nextKey()) {
            switch (json.key()) {
                case "NetworkCardIndex" -> index = json.count();
                case "MaximumNetworkInterfaces" -> most = json.count();
                case "AdditionalFlexibleNetworkInterfaces" -> flexible = json.count();
                case "DefaultEnaQueueCountPerInterface" -> defaultQueues = json.count();
                case "MaximumEnaQueueCountPerInterface" -> queuesPerInterface = json.count();
                case "MaximumEnaQueueCount" -> queues = json.count();
                case "InterfaceTypes" -> efa = readInterfaceTypes(json);
                case "BaselineBandwidthInGbps" -> cardBaseline = json.decimal();
                case "PeakBandwidthInGbps" -> cardPeak = json.decimal();
                default -> json.skip();
            }
        }
        if (index == null || most == null) {
            throw json.refuse("a network card needs NetworkCardIndex and MaximumNetworkInterfaces");
        }
        try {
            NetworkCard card = NetworkCard.of(index, most)
                    .withAdditionalFlexibleNetworkInterfaces(optional(flexible))
                    .withEfaSupported(Optional.ofNullable(efa));
            if (defaultQueues != null && queuesPerInterface != null && queues != null) {
                card = card.withEnaQueues(Optional.of(new EnaQueues(defaultQueues, queuesPerInterface, queues)));
            }
            cards.add(card);
        } catch (IllegalArgumentException e) {
            throw json.refuse(e.getMessage());
        }
        baseline.add(cardBaseline);
        peak.add(cardPeak);
    }

    /** Returns whether a card takes an Elastic Fabric Adapter; null if it is not said what it takes. */
    private static @Nullable Boolean readInterfaceTypes(DescribeCursor json) throws IOException {
        if (!json.has(JsonToken.START_ARRAY, "a list of interface types")) {
            return null;
        }
        boolean any = false;
        boolean efa = false;
        while (json.next() != JsonToken.END_ARRAY) {
            String type = json.text();
            any = true;
            efa |= "efa".equals(type) || "efa-only".equals(type);
        }
        return any ? efa : null;
    }

    /** Returns what was read; throws {@link IllegalArgumentException} if it makes no sense. */
    InstanceLimits limits() {
        InstanceLimits.Builder limits = InstanceLimits.builder()
                .instanceType(required(instanceType, "InstanceType"))
                .status(ListingStatus.LISTED)
                .source("DescribeInstanceTypes");
        limits.defaultVcpus(optional(vcpus))
                .hypervisor(word(hypervisor, Hypervisor.values()))
                .defaultNetworkCardIndex(defaultCard == null ? 0 : defaultCard)
                .ipv4AddressesPerInterface(required(ipv4, "NetworkInfo.Ipv4AddressesPerInterface"))
                .ipv6AddressesPerInterface(supported(ipv6Supported, ipv6))
                .enaSupport(word(ena, EnaSupport.values()))
                .maximumEfaInterfaces(supported(efaSupported, efaInterfaces))
                .networkPerformance(Optional.ofNullable(performance))
                .baselineBandwidthInGbps(baseline.total())
                .peakBandwidthInGbps(peak.total());
        if (bareMetal != null) {
            limits.bareMetal(bareMetal);
        }
        Optional<AttachmentLimit.Type> type = word(attachmentType, AttachmentLimit.Type.values());
        if (type.isPresent() && ebsAttachments != null) {
            limits.attachmentLimit(new AttachmentLimit(type.get(), ebsAttachments));
        }
        if (cards.isEmpty()) { // a single card, or an answer older than network cards
            limits.addNetworkCard(NetworkCard.of(0, required(interfaces, "NetworkInfo.MaximumNetworkInterfaces")));
        } else {
            cards.sort(Comparator.comparingInt(NetworkCard::networkCardIndex));
            limits.networkCards(cards);
        }
        return limits.build();
    }

    private <T> T required(@Nullable T value, String key) {
        if (value == null) {
            throw new IllegalArgumentException((instanceType == null ? "" : instanceType + ": ") + "no " + key);
        }
        return value;
    }

    private static OptionalInt optional(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Returns 0 if it is not supported, whatever the count says. */
    private static OptionalInt supported(@Nullable Boolean supported, @Nullable Integer count) {
        return Boolean.FALSE.equals(supported) ? OptionalInt.of(0) : optional(count);
    }

    /** Treats an unknown word as not given, so that the answers of a newer EC2 can be read. */
    private static <E extends Enum<E>> Optional<E> word(@Nullable String text, E[] values) {
        for (E value : values) {
            if (value.toString().equals(text)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** Returns the sum over the cards; empty if one of them gives nothing. */
    private static final class Sum {
        private BigDecimal total = BigDecimal.ZERO;
        private boolean complete = true;
        private boolean any;

        void add(@Nullable Double value) {
            any = true;
            if (value == null) {
                complete = false;
            } else {
                total = total.add(BigDecimal.valueOf(value));
            }
        }

        OptionalDouble total() {
            return any && complete ? OptionalDouble.of(total.doubleValue()) : OptionalDouble.empty();
        }
    }
}
