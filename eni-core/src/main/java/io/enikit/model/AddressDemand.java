package io.enikit.model;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.enikit.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value;

/**
 * How many private addresses and prefixes something takes in a subnet, where nobody knows which: EC2 has yet to choose.
 *
 * <p>An {@linkplain Eni#addressDemand interface} has such a demand beside the addresses that are known, and a {@link
 * SubnetDemand} is one of interfaces that are not in the plan. Rules, capacity and pictures count it.
 *
 * <pre>{@code
 * Eni.builder().id("eth0").subnetId("web").addressDemand(AddressDemand.ofPrimary()).build();
 * }</pre>
 */
@Value.Immutable
public abstract class AddressDemand {
    /** Made on first use, as the generated class is a subclass of this one. */
    private static final class Common {
        static final AddressDemand NONE = ImmutableAddressDemand.builder().build();
        static final AddressDemand OF_PRIMARY = NONE.withIpv4Addresses(1);
    }

    AddressDemand() {}

    /** {@return the demand of something that lacks nothing} */
    public static AddressDemand none() {
        return Common.NONE;
    }

    /** {@return the demand of an interface whose primary private IPv4 address EC2 chooses} */
    public static AddressDemand ofPrimary() {
        return Common.OF_PRIMARY;
    }

    /** {@return how many single private IPv4 addresses; the primary one is among them unless it is known} */
    @Value.Default
    public long ipv4Addresses() {
        return 0;
    }

    /** {@return how many IPv4 prefixes, each a /28 of 16 addresses} */
    @Value.Default
    public long ipv4Prefixes() {
        return 0;
    }

    /** {@return how many single IPv6 addresses} */
    @Value.Default
    public long ipv6Addresses() {
        return 0;
    }

    /** {@return how many IPv6 prefixes, each a /80} */
    @Value.Default
    public long ipv6Prefixes() {
        return 0;
    }

    /**
     * Returns this demand with another number of IPv4 addresses.
     *
     * @param ipv4Addresses how many, the primary one included unless it is known
     * @return the new demand
     * @throws IllegalArgumentException if the number is negative
     */
    public abstract AddressDemand withIpv4Addresses(long ipv4Addresses);

    /**
     * Returns this demand with another number of IPv4 prefixes.
     *
     * @param ipv4Prefixes how many /28
     * @return the new demand
     * @throws IllegalArgumentException if the number is negative
     */
    public abstract AddressDemand withIpv4Prefixes(long ipv4Prefixes);

    /**
     * Returns this demand with another number of IPv6 addresses.
     *
     * @param ipv6Addresses how many
     * @return the new demand
     * @throws IllegalArgumentException if the number is negative
     */
    public abstract AddressDemand withIpv6Addresses(long ipv6Addresses);

    /**
     * Returns this demand with another number of IPv6 prefixes.
     *
     * @param ipv6Prefixes how many /80
     * @return the new demand
     * @throws IllegalArgumentException if the number is negative
     */
    public abstract AddressDemand withIpv6Prefixes(long ipv6Prefixes);

    /** Refuses numbers that no demand can have. */
    @Value.Check
    void check() {
        atLeastZero("ipv4Addresses", ipv4Addresses());
        atLeastZero("ipv4Prefixes", ipv4Prefixes());
        atLeastZero("ipv6Addresses", ipv6Addresses());
        atLeastZero("ipv6Prefixes", ipv6Prefixes());
    }

    private static void atLeastZero(String name, long value) {
        checkArgument(value >= 0, "%s is %s: expected 0 or more", name, value);
    }

    /**
     * Returns the number of single addresses of a family.
     *
     * @param family the family
     * @return how many, those inside of prefixes left out
     */
    public final long addresses(IpFamily family) {
        return requireNonNull(family, "family") == IpFamily.IPV4 ? ipv4Addresses() : ipv6Addresses();
    }

    /**
     * Returns the number of prefixes of a family.
     *
     * @param family the family
     * @return how many
     */
    public final long prefixes(IpFamily family) {
        return requireNonNull(family, "family") == IpFamily.IPV4 ? ipv4Prefixes() : ipv6Prefixes();
    }

    /**
     * Returns the part of this demand that is of one family.
     *
     * @param family the family
     * @return the demand without what is of the other family
     */
    public final AddressDemand only(IpFamily family) {
        return requireNonNull(family, "family") == IpFamily.IPV4
                ? withIpv6Addresses(0).withIpv6Prefixes(0)
                : withIpv4Addresses(0).withIpv4Prefixes(0);
    }

    /** {@return whether nothing is to be chosen} */
    public final boolean isNone() {
        return equals(none());
    }

    /**
     * Returns this demand and another one together.
     *
     * @param other the other demand
     * @return their sum
     * @throws ArithmeticException if a number is too large
     */
    public final AddressDemand plus(AddressDemand other) {
        requireNonNull(other, "other");
        return none().withIpv4Addresses(Math.addExact(ipv4Addresses(), other.ipv4Addresses()))
                .withIpv4Prefixes(Math.addExact(ipv4Prefixes(), other.ipv4Prefixes()))
                .withIpv6Addresses(Math.addExact(ipv6Addresses(), other.ipv6Addresses()))
                .withIpv6Prefixes(Math.addExact(ipv6Prefixes(), other.ipv6Prefixes()));
    }

    /**
     * Returns the demand of several with this demand each.
     *
     * @param count how many, 0 or more
     * @return the demand of all
     * @throws ArithmeticException if a number is too large
     */
    public final AddressDemand times(long count) {
        atLeastZero("count", count);
        return none().withIpv4Addresses(Math.multiplyExact(ipv4Addresses(), count))
                .withIpv4Prefixes(Math.multiplyExact(ipv4Prefixes(), count))
                .withIpv6Addresses(Math.multiplyExact(ipv6Addresses(), count))
                .withIpv6Prefixes(Math.multiplyExact(ipv6Prefixes(), count));
    }

    /** {@return such as {@code 1 IPv4 address, 2 IPv6 prefixes}; {@code nothing} if there is none} */
    @Override
    public final String toString() {
        List<String> parts = new ArrayList<>();
        for (IpFamily family : IpFamily.values()) {
            add(addresses(family), family.label() + " address", "es", parts);
            add(prefixes(family), family.label() + " prefix", "es", parts);
        }
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }

    private static void add(long number, String word, String ending, List<String> parts) {
        if (number > 0) {
            parts.add(number + " " + word + (number == 1 ? "" : ending));
        }
    }
}
