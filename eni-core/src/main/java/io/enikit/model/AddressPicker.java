package io.enikit.model;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpFamily;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Picks addresses and prefixes in the subnets of a plan where EC2 would: the lowest ones that are free.
 *
 * <p>Mutable: what it picked is taken, and the plan stays as it is. Not for several threads. Pickers are compared by
 * identity.
 */
public final class AddressPicker {
    private final NetworkPlan plan;
    private final Map<Place, AddressSpace> spaces = new HashMap<>();

    private record Place(SubnetId subnet, IpFamily family) {}

    private AddressPicker(NetworkPlan plan) {
        this.plan = plan;
    }

    /**
     * Returns a picker that has not picked anything yet.
     *
     * @param plan the plan
     * @return the picker
     */
    public static AddressPicker of(NetworkPlan plan) {
        return new AddressPicker(requireNonNull(plan, "plan"));
    }

    /**
     * Takes an address or a prefix, so that it is not picked.
     *
     * @param subnet the subnet
     * @param held what is taken; nothing happens unless all of it is free
     */
    public void take(SubnetId subnet, Cidr held) {
        Place place = new Place(
                requireNonNull(subnet, "subnet"), requireNonNull(held, "held").family());
        space(place).filter(space -> space.free().isFree(held)).ifPresent(space -> spaces.put(place, space.take(held)));
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
        return lowest(new Place(subnet, family), AddressSpace::forAddresses, family.bits(), count);
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
        return lowest(new Place(subnet, family), AddressSpace::forPrefixes, Eni.prefixLength(family), count);
    }

    private List<Cidr> lowest(Place place, Function<AddressSpace, FreeSpace> where, int prefixLength, int count) {
        checkArgument(count >= 0, "count %s: expected 0 or more", count);
        ImmutableList.Builder<Cidr> picked = ImmutableList.builder();
        for (int i = 0; i < count; i++) {
            Optional<Cidr> lowest = space(place)
                    .map(where)
                    .filter(space -> space.block().prefixLength() <= prefixLength)
                    .flatMap(space -> space.lowest(prefixLength));
            if (lowest.isEmpty()) {
                break;
            }
            take(place.subnet(), lowest.get());
            picked.add(lowest.get());
        }
        return picked.build();
    }

    /**
     * Returns what is left of a subnet.
     *
     * @param subnet the subnet
     * @param family the family
     * @return what is left, or empty if there is no such subnet or it has no block of the family
     */
    public Optional<AddressSpace> space(SubnetId subnet, IpFamily family) {
        return space(new Place(requireNonNull(subnet, "subnet"), requireNonNull(family, "family")));
    }

    private Optional<AddressSpace> space(Place place) {
        @Nullable AddressSpace left = spaces.get(place);
        return left == null ? plan.addressSpace(place.subnet(), place.family()) : Optional.of(left);
    }
}
