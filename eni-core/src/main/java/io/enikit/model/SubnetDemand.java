package io.enikit.model;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ComparisonChain;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Collection;
import java.util.Objects;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What subnets must have room for, although no interface in the plan has it: such as an auto-scaling group. Immutable.
 *
 * <p>EC2 chooses the addresses, and where there are several subnets it chooses among them too. Interfaces that are not
 * shown, but whose addresses are taken all the same, are a demand as well.
 *
 * <p>Ordered by name, then by subnets.
 */
public final class SubnetDemand implements Comparable<SubnetDemand> {
    private final String name;
    private final ImmutableSortedSet<SubnetId> subnets;
    private final long interfaces;
    private final AddressDemand addresses;

    private SubnetDemand(String name, ImmutableSortedSet<SubnetId> subnets, long interfaces, AddressDemand addresses) {
        checkArgument(!name.isBlank(), "the name is blank");
        checkArgument(!subnets.isEmpty(), "there is no subnet: expected one or more");
        checkArgument(interfaces >= 0, "interfaces is %s: expected 0 or more", interfaces);
        this.name = name;
        this.subnets = subnets;
        this.interfaces = interfaces;
        this.addresses = addresses;
    }

    /**
     * Returns the demand of something that makes interfaces of one kind.
     *
     * @param name what makes them, such as {@code Workers}
     * @param subnets the subnets that EC2 may put them into, one or more
     * @param interfaces up to how many there will be in all of these subnets together
     * @param each what each of them takes
     * @return the demand
     * @throws IllegalArgumentException if the name is blank, there is no subnet, or the number is negative
     */
    public static SubnetDemand of(String name, Collection<SubnetId> subnets, long interfaces, AddressDemand each) {
        requireNonNull(each, "each");
        return new SubnetDemand(
                requireNonNull(name, "name"),
                ImmutableSortedSet.copyOf(requireNonNull(subnets, "subnets")),
                interfaces,
                each.times(Math.max(0, interfaces)));
    }

    /**
     * Returns the demand of something that takes addresses, on nobody knows how many interfaces.
     *
     * @param name what takes them
     * @param subnet the subnet
     * @param addresses what it takes
     * @return the demand
     * @throws IllegalArgumentException if the name is blank
     */
    public static SubnetDemand ofAddresses(String name, SubnetId subnet, AddressDemand addresses) {
        requireNonNull(subnet, "subnet");
        return ofTotal(name, ImmutableSortedSet.of(subnet), 0, requireNonNull(addresses, "addresses"));
    }

    /** Returns a demand of which is known what all interfaces take together. */
    static SubnetDemand ofTotal(String name, Collection<SubnetId> subnets, long interfaces, AddressDemand addresses) {
        return new SubnetDemand(
                requireNonNull(name, "name"), ImmutableSortedSet.copyOf(subnets), interfaces, addresses);
    }

    /** {@return what the addresses are for, such as the name of an auto-scaling group} */
    public String name() {
        return name;
    }

    /** {@return the subnets that EC2 chooses among, one or more} */
    public SortedSet<SubnetId> subnets() {
        return subnets;
    }

    /** {@return up to how many interfaces there will be, in all subnets together; 0 where that is not known} */
    public long interfaces() {
        return interfaces;
    }

    /**
     * Returns up to how many interfaces there will be.
     *
     * @param demands some demands
     * @return the sum of their interfaces
     */
    public static long interfacesOf(Collection<SubnetDemand> demands) {
        long sum = 0;
        for (SubnetDemand each : requireNonNull(demands, "demands")) {
            sum += each.interfaces();
        }
        return sum;
    }

    /** {@return up to how many addresses and prefixes they take, in all subnets together} */
    public AddressDemand addresses() {
        return addresses;
    }

    /**
     * Returns the part that falls on a subnet if all is spread evenly, as an auto-scaling group does.
     *
     * @param subnet a subnet
     * @return its share, where it does not come out even that of the first subnets being larger by one; none if it is not
     *     one of the subnets
     */
    public AddressDemand shareOf(SubnetId subnet) {
        int place = subnets.asList().indexOf(requireNonNull(subnet, "subnet"));
        return place < 0
                ? AddressDemand.none()
                : AddressDemand.none()
                        .withIpv4Addresses(share(addresses.ipv4Addresses(), place))
                        .withIpv4Prefixes(share(addresses.ipv4Prefixes(), place))
                        .withIpv6Addresses(share(addresses.ipv6Addresses(), place))
                        .withIpv6Prefixes(share(addresses.ipv6Prefixes(), place));
    }

    private long share(long number, int place) {
        return number / subnets.size() + (place < number % subnets.size() ? 1 : 0);
    }

    @Override
    public int compareTo(SubnetDemand other) {
        return ComparisonChain.start()
                .compare(name, requireNonNull(other, "other").name)
                .compare(subnets.toString(), other.subnets.toString())
                .compare(interfaces, other.interfaces)
                .compare(addresses.toString(), other.addresses.toString())
                .result();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SubnetDemand that
                && name.equals(that.name)
                && subnets.equals(that.subnets)
                && interfaces == that.interfaces
                && addresses.equals(that.addresses);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, subnets, interfaces, addresses);
    }

    /** {@return such as {@code Workers: 40 IPv4 addresses in [web-a, web-b]}} */
    @Override
    public String toString() {
        return name + ": " + addresses + " in " + subnets;
    }
}
