package io.enikit.limits;

import io.enikit.internal.VisibleText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * The limits of one instance type for network interfaces and addresses.
 *
 * <p>What the source does not give is absent; 0 means that the source says "none". Unless another source is named, the
 * facts are those of the EC2 API reference, "InstanceTypeInfo" and "NetworkInfo".
 *
 * <pre>{@code
 * InstanceLimits m5 = InstanceTypes.bundled().limits("m5.large");
 * m5.maximumNetworkInterfaces();                                      // 3
 * InstanceLimits mine = m5.toBuilder().ipv4AddressesPerInterface(12).build();
 * }</pre>
 */
@Value.Immutable
public abstract class InstanceLimits {
    InstanceLimits() {}

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return ImmutableInstanceLimits.builder();
    }

    /** {@return a builder set to these limits} */
    public final Builder toBuilder() {
        return ImmutableInstanceLimits.builder().from(this);
    }

    /** {@return the name EC2 uses, such as {@code m5.large}} */
    public abstract String instanceType();

    /** {@return how well the type is known to exist; unconfirmed unless set} */
    @Value.Default
    public ListingStatus status() {
        return ListingStatus.UNCONFIRMED;
    }

    /** {@return the default number of virtual CPUs; absent if not given} */
    public abstract OptionalInt defaultVcpus();

    /** {@return the hypervisor; absent for bare metal, or if not given} */
    public abstract Optional<Hypervisor> hypervisor();

    /** {@return whether the type is bare metal; by its name unless set} */
    @Value.Default
    public boolean bareMetal() {
        return size().startsWith("metal");
    }

    /** {@return the network cards by index, at least one} */
    public abstract List<NetworkCard> networkCards();

    /** {@return the index of the card that holds the primary interface, 0 unless set} */
    @Value.Default
    public int defaultNetworkCardIndex() {
        return 0;
    }

    /**
     * Returns how many private IPv4 addresses one interface holds.
     *
     * <p>The primary address counts, and a delegated /28 prefix takes the place of one address.
     *
     * @return addresses per interface, 1 or more
     */
    public abstract int ipv4AddressesPerInterface();

    /** {@return IPv6 addresses per interface; 0 = no IPv6, absent if not given} */
    public abstract OptionalInt ipv6AddressesPerInterface();

    /** {@return whether the type works with ENA; absent if not given} */
    public abstract Optional<EnaSupport> enaSupport();

    /** {@return the most EFA interfaces of an instance; 0 = no EFA, absent if not given} */
    public abstract OptionalInt maximumEfaInterfaces();

    /**
     * Returns how many branch interfaces a trunk interface carries.
     *
     * <p>EC2 does not publish the figure; it comes from the resource controller of the VPC CNI.
     *
     * @return branch interfaces of an instance; 0 = no trunk possible, absent if not given
     */
    public abstract OptionalInt branchInterfaces();

    /** {@return how many attachments are allowed, and what counts as one; absent if not given} */
    public abstract Optional<AttachmentLimit> attachmentLimit();

    /** {@return EC2's own words, such as {@code Up to 10 Gigabit}; absent if not given} */
    public abstract Optional<String> networkPerformance();

    /** {@return the guaranteed bandwidth in Gbit/s, all cards together; absent if not given} */
    public abstract OptionalDouble baselineBandwidthInGbps();

    /** {@return the burst bandwidth in Gbit/s, all cards together; absent if not given} */
    public abstract OptionalDouble peakBandwidthInGbps();

    /** {@return where these limits come from; the caller unless set} */
    @Value.Default
    public String source() {
        return "caller";
    }

    /** {@return the date of the source; absent if not given} */
    public abstract Optional<LocalDate> asOf();

    /** {@return the interfaces of an instance: the sum over its cards} */
    @Value.Derived
    @Value.Auxiliary
    public int maximumNetworkInterfaces() {
        int sum = 0;
        for (NetworkCard card : networkCards()) {
            sum += card.maximumNetworkInterfaces();
        }
        return sum;
    }

    /** Returns the default number of virtual CPUs for comparing sizes; if not given, the largest number. */
    @Value.Derived
    @Value.Auxiliary
    int vcpusOrMost() {
        return defaultVcpus().orElse(Integer.MAX_VALUE);
    }

    /** {@return the card that holds the primary interface} */
    public final NetworkCard defaultNetworkCard() {
        return networkCards().get(defaultNetworkCardIndex());
    }

    /**
     * Returns the network cards that take an Elastic Fabric Adapter, each at most one.
     *
     * @return their indexes in order; none for a type without EFA; absent if neither the source gives the cards nor they
     *     follow from the number of adapters
     */
    public final Optional<List<Integer>> efaNetworkCardIndexes() {
        return EfaCards.of(this);
    }

    /** {@return whether the type takes a trunk interface; absent if not given} */
    public final Optional<Boolean> trunkCompatible() {
        return branchInterfaces().isPresent() ? Optional.of(branchInterfaces().getAsInt() > 0) : Optional.empty();
    }

    /** {@return the part of the name before the dot, such as {@code m5}} */
    public final String family() {
        return instanceType().substring(0, instanceType().indexOf('.'));
    }

    /** {@return the part of the name after the dot, such as {@code large}} */
    public final String size() {
        return instanceType().substring(instanceType().indexOf('.') + 1);
    }

    @Value.Check
    void check() {
        InstanceTypeName.check(instanceType());
        try {
            checkFigures();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(instanceType() + ": " + e.getMessage(), e);
        }
    }

    private void checkFigures() {
        Cards.check(networkCards(), defaultNetworkCardIndex());
        Numbers.atLeast(1, ipv4AddressesPerInterface(), "ipv4AddressesPerInterface");
        Numbers.atLeast(1, defaultVcpus(), "defaultVcpus");
        Numbers.atLeast(0, ipv6AddressesPerInterface(), "ipv6AddressesPerInterface");
        Numbers.atLeast(0, maximumEfaInterfaces(), "maximumEfaInterfaces");
        Numbers.atLeast(0, branchInterfaces(), "branchInterfaces");
        Numbers.notNegative(baselineBandwidthInGbps(), "baselineBandwidthInGbps");
        Numbers.notNegative(peakBandwidthInGbps(), "peakBandwidthInGbps");
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "InstanceLimits",
                "instanceType",
                instanceType(),
                "defaultVcpus",
                defaultVcpus(),
                "hypervisor",
                hypervisor(),
                "networkCards",
                networkCards(),
                "ipv4AddressesPerInterface",
                ipv4AddressesPerInterface(),
                "ipv6AddressesPerInterface",
                ipv6AddressesPerInterface(),
                "enaSupport",
                enaSupport(),
                "maximumEfaInterfaces",
                maximumEfaInterfaces(),
                "branchInterfaces",
                branchInterfaces(),
                "attachmentLimit",
                attachmentLimit(),
                "networkPerformance",
                networkPerformance(),
                "baselineBandwidthInGbps",
                baselineBandwidthInGbps(),
                "peakBandwidthInGbps",
                peakBandwidthInGbps(),
                "asOf",
                asOf(),
                "status",
                status(),
                "bareMetal",
                bareMetal(),
                "defaultNetworkCardIndex",
                defaultNetworkCardIndex(),
                "source",
                source());
    }

    /** Builds the limits of an instance type. The name, a card and the IPv4 addresses must be set. */
    public abstract static class Builder {
        Builder() {}

        /**
         * Sets the name of the instance type.
         *
         * @param instanceType the name EC2 uses, such as {@code m5.large}
         * @return this builder
         */
        public abstract Builder instanceType(String instanceType);

        /**
         * Sets how well the type is known to exist.
         *
         * @param status the status, unconfirmed by default
         * @return this builder
         */
        public abstract Builder status(ListingStatus status);

        /**
         * Sets the default number of virtual CPUs.
         *
         * @param defaultVcpus the number, 1 or more
         * @return this builder
         */
        public abstract Builder defaultVcpus(int defaultVcpus);

        /**
         * Sets the default number of virtual CPUs, if known.
         *
         * @param defaultVcpus the number, 1 or more; empty, which is the default, if not known
         * @return this builder
         */
        public abstract Builder defaultVcpus(OptionalInt defaultVcpus);

        /**
         * Sets the hypervisor.
         *
         * @param hypervisor the hypervisor
         * @return this builder
         */
        public abstract Builder hypervisor(Hypervisor hypervisor);

        /**
         * Sets the hypervisor, if known.
         *
         * @param hypervisor the hypervisor; empty, which is the default, if not known or bare metal
         * @return this builder
         */
        public abstract Builder hypervisor(Optional<? extends Hypervisor> hypervisor);

        /**
         * Sets whether the type is bare metal.
         *
         * @param bareMetal whether it is; by its name unless set
         * @return this builder
         */
        public abstract Builder bareMetal(boolean bareMetal);

        /**
         * Sets the network cards, replacing those set before.
         *
         * @param networkCards the cards in order of their indexes, from 0 and without gaps
         * @return this builder
         */
        public abstract Builder networkCards(Iterable<? extends NetworkCard> networkCards);

        /**
         * Adds the network card with the next index.
         *
         * @param networkCard the card
         * @return this builder
         */
        public abstract Builder addNetworkCard(NetworkCard networkCard);

        /**
         * Adds network cards after those set before.
         *
         * @param networkCards the cards in order of their indexes, from 0 and without gaps
         * @return this builder
         */
        public abstract Builder addAllNetworkCards(Iterable<? extends NetworkCard> networkCards);

        /**
         * Sets the card that holds the primary interface.
         *
         * @param defaultNetworkCardIndex the index of the card, 0 by default
         * @return this builder
         */
        public abstract Builder defaultNetworkCardIndex(int defaultNetworkCardIndex);

        /**
         * Sets how many private IPv4 addresses one interface holds.
         *
         * @param ipv4AddressesPerInterface addresses per interface, the primary one included, 1 or more
         * @return this builder
         */
        public abstract Builder ipv4AddressesPerInterface(int ipv4AddressesPerInterface);

        /**
         * Sets how many IPv6 addresses one interface holds.
         *
         * @param ipv6AddressesPerInterface addresses per interface, 0 or more; 0 means no IPv6
         * @return this builder
         */
        public abstract Builder ipv6AddressesPerInterface(int ipv6AddressesPerInterface);

        /**
         * Sets how many IPv6 addresses one interface holds, if known.
         *
         * @param ipv6AddressesPerInterface addresses per interface, 0 or more; 0 means no IPv6; empty, which is the
         * default, if not known
         * @return this builder
         */
        public abstract Builder ipv6AddressesPerInterface(OptionalInt ipv6AddressesPerInterface);

        /**
         * Sets whether the type works with ENA.
         *
         * @param enaSupport the support
         * @return this builder
         */
        public abstract Builder enaSupport(EnaSupport enaSupport);

        /**
         * Sets whether the type works with ENA, if known.
         *
         * @param enaSupport the support; empty, which is the default, if not known
         * @return this builder
         */
        public abstract Builder enaSupport(Optional<? extends EnaSupport> enaSupport);

        /**
         * Sets how many EFA interfaces an instance takes.
         *
         * @param maximumEfaInterfaces interfaces of an instance, 0 or more; 0 means no EFA
         * @return this builder
         */
        public abstract Builder maximumEfaInterfaces(int maximumEfaInterfaces);

        /**
         * Sets how many EFA interfaces an instance takes, if known.
         *
         * @param maximumEfaInterfaces interfaces of an instance, 0 or more; 0 means no EFA; empty, which is the
         * default, if not known
         * @return this builder
         */
        public abstract Builder maximumEfaInterfaces(OptionalInt maximumEfaInterfaces);

        /**
         * Sets how many branch interfaces a trunk interface carries.
         *
         * @param branchInterfaces branch interfaces of an instance, 0 or more; 0 means no trunk
         * @return this builder
         */
        public abstract Builder branchInterfaces(int branchInterfaces);

        /**
         * Sets how many branch interfaces a trunk interface carries, if known.
         *
         * @param branchInterfaces branch interfaces of an instance, 0 or more; 0 means no trunk; empty, which is the
         * default, if not known
         * @return this builder
         */
        public abstract Builder branchInterfaces(OptionalInt branchInterfaces);

        /**
         * Sets how many attachments are allowed.
         *
         * @param attachmentLimit the number, and what counts as one
         * @return this builder
         */
        public abstract Builder attachmentLimit(AttachmentLimit attachmentLimit);

        /**
         * Sets how many attachments are allowed, if known.
         *
         * @param attachmentLimit the number, and what counts as one; empty, which is the default, if not known
         * @return this builder
         */
        public abstract Builder attachmentLimit(Optional<? extends AttachmentLimit> attachmentLimit);

        /**
         * Sets the network performance in EC2's own words.
         *
         * @param networkPerformance such as {@code Up to 10 Gigabit}
         * @return this builder
         */
        public abstract Builder networkPerformance(String networkPerformance);

        /**
         * Sets the network performance in EC2's own words, if known.
         *
         * @param networkPerformance such as {@code Up to 10 Gigabit}; empty, which is the default, if not known
         * @return this builder
         */
        public abstract Builder networkPerformance(Optional<String> networkPerformance);

        /**
         * Sets the guaranteed bandwidth, all cards together.
         *
         * @param baselineBandwidthInGbps Gbit/s, 0 or more
         * @return this builder
         */
        public abstract Builder baselineBandwidthInGbps(double baselineBandwidthInGbps);

        /**
         * Sets the guaranteed bandwidth, all cards together, if known.
         *
         * @param baselineBandwidthInGbps Gbit/s, 0 or more; empty, which is the default, if not known
         * @return this builder
         */
        public abstract Builder baselineBandwidthInGbps(OptionalDouble baselineBandwidthInGbps);

        /**
         * Sets the burst bandwidth, all cards together.
         *
         * @param peakBandwidthInGbps Gbit/s, 0 or more
         * @return this builder
         */
        public abstract Builder peakBandwidthInGbps(double peakBandwidthInGbps);

        /**
         * Sets the burst bandwidth, all cards together, if known.
         *
         * @param peakBandwidthInGbps Gbit/s, 0 or more; empty, which is the default, if not known
         * @return this builder
         */
        public abstract Builder peakBandwidthInGbps(OptionalDouble peakBandwidthInGbps);

        /**
         * Sets where the limits come from.
         *
         * @param source the source, {@code caller} by default
         * @return this builder
         */
        public abstract Builder source(String source);

        /**
         * Sets the date of the source.
         *
         * @param asOf the date
         * @return this builder
         */
        public abstract Builder asOf(LocalDate asOf);

        /**
         * Sets the date of the source, if known.
         *
         * @param asOf the date; empty, which is the default, if not known
         * @return this builder
         */
        public abstract Builder asOf(Optional<? extends LocalDate> asOf);

        /**
         * Builds the limits.
         *
         * @return the limits
         * @throws IllegalStateException if the name or the IPv4 addresses per interface are not set
         * @throws IllegalArgumentException if a figure is out of its range, or the cards are none or out of order
         */
        public abstract InstanceLimits build();
    }
}
