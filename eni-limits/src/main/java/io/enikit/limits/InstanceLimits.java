package io.enikit.limits;

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
        return new Builder();
    }

    /** {@return a builder set to these limits} */
    public final Builder toBuilder() {
        return builder().from(this);
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
        Numbers.atLeast(1, networkCards().size(), "the number of network cards");
        for (int i = 0; i < networkCards().size(); i++) {
            int index = networkCards().get(i).networkCardIndex();
            if (index != i) {
                throw new IllegalArgumentException(
                        "network cards must be in order of their indexes, without gaps: expected " + i + ", not "
                                + index);
            }
        }
        Numbers.atLeast(0, defaultNetworkCardIndex(), "defaultNetworkCardIndex");
        if (defaultNetworkCardIndex() >= networkCards().size()) {
            throw new IllegalArgumentException("defaultNetworkCardIndex is " + defaultNetworkCardIndex()
                    + ", but there are only " + networkCards().size() + " network cards");
        }
        Numbers.atLeast(1, ipv4AddressesPerInterface(), "ipv4AddressesPerInterface");
        atLeast(1, defaultVcpus(), "defaultVcpus");
        atLeast(0, ipv6AddressesPerInterface(), "ipv6AddressesPerInterface");
        atLeast(0, maximumEfaInterfaces(), "maximumEfaInterfaces");
        atLeast(0, branchInterfaces(), "branchInterfaces");
        notNegative(baselineBandwidthInGbps(), "baselineBandwidthInGbps");
        notNegative(peakBandwidthInGbps(), "peakBandwidthInGbps");
        checkSum();
    }

    private void checkSum() {
        long interfaces = 0;
        for (NetworkCard card : networkCards()) {
            interfaces += card.maximumNetworkInterfaces();
            interfaces += card.additionalFlexibleNetworkInterfaces().orElse(0);
        }
        if (interfaces > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("the network cards take " + interfaces
                    + " interfaces together, expected at most " + Integer.MAX_VALUE);
        }
    }

    private static void atLeast(int minimum, OptionalInt number, String what) {
        if (number.isPresent()) {
            Numbers.atLeast(minimum, number.getAsInt(), what);
        }
    }

    private static void notNegative(OptionalDouble number, String what) {
        if (number.isPresent() && !(number.getAsDouble() >= 0 && number.getAsDouble() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " must be 0 or more, not " + number.getAsDouble());
        }
    }

    /** Builds the limits of an instance type. */
    public static final class Builder extends ImmutableInstanceLimits.Builder {
        Builder() {}
    }
}
