package io.enikit.operations;

import com.google.common.collect.ImmutableList;
import io.enikit.model.AddressSpace;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SubnetId;
import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpFamily;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Picks addresses and prefixes for one operation, where it leaves that to EC2: the lowest ones that are free. */
final class AddressPicker {
    private final NetworkPlan plan;
    private final Map<Place, AddressSpace> spaces = new HashMap<>();

    private record Place(SubnetId subnet, IpFamily family) {}

    /**
     * What an interface gets.
     *
     * @param addresses the addresses, stated or picked
     * @param prefixes the prefixes, stated or picked
     * @param missingAddresses how many addresses were asked for and not found
     * @param missingPrefixes how many prefixes were asked for and not found
     */
    record Picked(
            ImmutableList<EniAddress> addresses,
            ImmutableList<Cidr> prefixes,
            int missingAddresses,
            int missingPrefixes) {}

    private AddressPicker(NetworkPlan plan) {
        this.plan = plan;
    }

    /** Returns a picker that leaves alone what the requests of an operation state. */
    static AddressPicker of(NetworkPlan plan, List<AddressRequest> requests) {
        AddressPicker picker = new AddressPicker(plan);
        for (AddressRequest request : requests) {
            Place place = new Place(request.subnet(), request.family());
            request.addresses().forEach(each -> picker.take(place, Cidr.from(each.address())));
            request.prefixes().forEach(prefix -> picker.take(place, prefix));
        }
        return picker;
    }

    /** Picks for one request; where there is too little, as much as there is. */
    Picked pick(AddressRequest request) {
        Place place = new Place(request.subnet(), request.family());
        List<Cidr> addresses =
                lowest(place, AddressSpace::forAddresses, request.family().bits(), request.addressesToPick());
        List<Cidr> prefixes = lowest(
                place,
                AddressSpace::forPrefixes,
                Eni.prefixLength(request.family()),
                request.prefixCount().orElse(0));
        ImmutableList.Builder<EniAddress> all =
                ImmutableList.<EniAddress>builder().addAll(request.addresses());
        for (int i = 0; i < addresses.size(); i++) {
            all.add(new EniAddress(addresses.get(i).first(), request.picksPrimary() && i == 0));
        }
        return new Picked(
                all.build(),
                ImmutableList.<Cidr>builder()
                        .addAll(request.prefixes())
                        .addAll(prefixes)
                        .build(),
                request.addressesToPick() - addresses.size(),
                request.prefixCount().orElse(0) - prefixes.size());
    }

    private List<Cidr> lowest(Place place, Function<AddressSpace, FreeSpace> where, int prefixLength, int count) {
        ImmutableList.Builder<Cidr> picked = ImmutableList.builder();
        for (int i = 0; i < count; i++) {
            Optional<Cidr> lowest = space(place).map(where).flatMap(space -> space.lowest(prefixLength));
            if (lowest.isEmpty()) {
                break;
            }
            take(place, lowest.get());
            picked.add(lowest.get());
        }
        return picked.build();
    }

    /** Returns what is left of a subnet. */
    Optional<AddressSpace> space(AddressRequest request) {
        return space(new Place(request.subnet(), request.family()));
    }

    private Optional<AddressSpace> space(Place place) {
        @Nullable AddressSpace left = spaces.get(place);
        return left == null ? plan.addressSpace(place.subnet(), place.family()) : Optional.of(left);
    }

    private void take(Place place, Cidr cidr) {
        space(place)
                .filter(space -> cidr.family() == place.family() && space.free().isFree(cidr))
                .ifPresent(space -> spaces.put(place, space.take(cidr)));
    }
}
