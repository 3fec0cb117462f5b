package io.enikit.model;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpFamily;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Picks addresses and prefixes in the subnets of a plan: the lowest ones that are free, or others by a seed.
 *
 * <p>EC2 picks at random. The lowest are easier to follow; a seed shows whether code relies on them.
 *
 * <p>Mutable: what it picked is taken, and the plan stays as it is. Not for several threads. Pickers are compared by
 * identity.
 */
public final class AddressPicker {
    private final NetworkPlan plan;
    private final @Nullable Long seed;
    private final Map<SubnetId, AddressSpace> ipv4Spaces = new TreeMap<>();
    private final Map<SubnetId, AddressSpace> ipv6Spaces = new TreeMap<>();

    private AddressPicker(NetworkPlan plan, @Nullable Long seed) {
        this.plan = plan;
        this.seed = seed;
    }

    /**
     * Returns a picker of the lowest free addresses that has not picked anything yet.
     *
     * @param plan the plan
     * @return the picker
     */
    public static AddressPicker of(NetworkPlan plan) {
        return new AddressPicker(requireNonNull(plan, "plan"), null);
    }

    /**
     * Returns a picker of free addresses by a seed that has not picked anything yet.
     *
     * <p>The same seed picks the same addresses in the same plan, on every machine.
     *
     * @param plan the plan
     * @param seed any number
     * @return the picker
     */
    public static AddressPicker of(NetworkPlan plan, long seed) {
        return new AddressPicker(requireNonNull(plan, "plan"), seed);
    }

    /**
     * Takes an address or a prefix, so that it is not picked.
     *
     * @param subnet the subnet
     * @param held what is taken; nothing happens unless all of it is free
     */
    public void take(SubnetId subnet, Cidr held) {
        IpFamily family = requireNonNull(held, "held").family();
        space(subnet, family)
                .filter(space -> space.free().isFree(held))
                .ifPresent(space -> spaces(family).put(subnet, space.take(held)));
    }

    /**
     * Picks single addresses.
     *
     * @param subnet the subnet
     * @param family the family
     * @param count how many, 0 or more
     * @return the addresses, as blocks of one; fewer if the subnet has fewer, none if it has no block of the family
     */
    public List<Cidr> addresses(SubnetId subnet, IpFamily family, int count) {
        requireNonNull(subnet, "subnet");
        requireNonNull(family, "family");
        return pick(subnet, family, AddressSpace::forAddresses, family.bits(), count);
    }

    /**
     * Picks prefixes of the length that EC2 delegates.
     *
     * @param subnet the subnet
     * @param family the family
     * @param count how many, 0 or more
     * @return the prefixes; fewer if the subnet has room for fewer, none if it has no block of the family
     */
    public List<Cidr> prefixes(SubnetId subnet, IpFamily family, int count) {
        requireNonNull(subnet, "subnet");
        requireNonNull(family, "family");
        return pick(subnet, family, AddressSpace::forPrefixes, Eni.prefixLength(family), count);
    }

    private List<Cidr> pick(
            SubnetId subnet, IpFamily family, Function<AddressSpace, FreeSpace> where, int prefixLength, int count) {
        checkArgument(count >= 0, "count %s: expected 0 or more", count);
        ImmutableList.Builder<Cidr> picked = ImmutableList.builder();
        for (int i = 0; i < count; i++) {
            Optional<Cidr> next = space(subnet, family)
                    .map(where)
                    .filter(space -> space.block().prefixLength() <= prefixLength)
                    .flatMap(space -> pick(subnet, space, prefixLength));
            if (next.isEmpty()) {
                break;
            }
            take(subnet, next.get());
            picked.add(next.get());
        }
        return picked.build();
    }

    private Optional<Cidr> pick(SubnetId subnet, FreeSpace space, int prefixLength) {
        return seed == null ? space.lowest(prefixLength) : bySeed(seed, subnet, space, prefixLength);
    }

    /** Returns the k-th free block of a length, where k follows from the seed, the subnet and how many are free. */
    private static Optional<Cidr> bySeed(long seed, SubnetId subnet, FreeSpace space, int prefixLength) {
        BigInteger count = space.countOf(prefixLength);
        if (count.signum() == 0) {
            return Optional.empty();
        }
        byte[] chance = Hashing.sha256()
                .newHasher()
                .putLong(seed)
                .putUnencodedChars(subnet.toString())
                .putInt(prefixLength)
                .putBytes(count.toByteArray())
                .hash()
                .asBytes();
        BigInteger left = new BigInteger(1, chance).mod(count);
        for (Cidr free : space.toIpSet().cidrs()) {
            if (free.prefixLength() <= prefixLength) {
                BigInteger parts = BigInteger.ONE.shiftLeft(prefixLength - free.prefixLength());
                if (left.compareTo(parts) < 0) {
                    return Optional.of(free.child(prefixLength, left));
                }
                left = left.subtract(parts);
            }
        }
        throw new AssertionError(space + " has fewer free blocks than it counts");
    }

    /**
     * Returns what is left of a subnet.
     *
     * @param subnet the subnet
     * @param family the family
     * @return what is left, or empty if there is no such subnet or it has no block of the family
     */
    public Optional<AddressSpace> space(SubnetId subnet, IpFamily family) {
        @Nullable AddressSpace left = spaces(requireNonNull(family, "family")).get(requireNonNull(subnet, "subnet"));
        return left == null ? plan.addressSpace(subnet, family) : Optional.of(left);
    }

    private Map<SubnetId, AddressSpace> spaces(IpFamily family) {
        return family == IpFamily.IPV4 ? ipv4Spaces : ipv6Spaces;
    }
}
