package io.enikit.operations;

import com.google.common.collect.ImmutableList;
import io.enikit.model.AddressPicker;
import io.enikit.model.AddressSpace;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the interfaces of one call get: the addresses that it names, and those that it leaves to EC2 to pick. */
final class PickedAddresses {
    private final AddressPicker picker;
    private final Map<EniId, Share> ipv4Shares = new TreeMap<>();
    private final Map<EniId, Share> ipv6Shares = new TreeMap<>();

    /**
     * What one interface gets of one family.
     *
     * @param addresses the addresses, named or picked
     * @param prefixes the prefixes, named or picked
     * @param missingAddresses how many addresses were asked for and not found
     * @param missingPrefixes how many prefixes were asked for and not found
     * @param left what was left of the subnet then
     */
    record Share(
            ImmutableList<EniAddress> addresses,
            ImmutableList<Cidr> prefixes,
            int missingAddresses,
            int missingPrefixes,
            Optional<AddressSpace> left) {
        static final Share NONE = new Share(ImmutableList.of(), ImmutableList.of(), 0, 0, Optional.empty());
    }

    private PickedAddresses(AddressPicker picker) {
        this.picker = picker;
    }

    /** Picks for all requests of a call, in order; what any of them names is picked for none. */
    static PickedAddresses of(AddressPicker picker, List<AddressRequest> requests) {
        PickedAddresses picked = new PickedAddresses(picker);
        for (AddressRequest request : requests) {
            for (EniAddress each : request.addresses()) {
                picked.take(request, Cidr.from(each.address()));
            }
            for (Cidr prefix : request.prefixes()) {
                picked.take(request, prefix);
            }
        }
        for (AddressRequest request : requests) {
            picked.shares(request.family()).put(request.eni(), picked.pick(request));
        }
        return picked;
    }

    private void take(AddressRequest request, Cidr named) {
        if (named.family() == request.family()) {
            picker.take(request.subnet(), named);
        }
    }

    private Share pick(AddressRequest request) {
        int prefixCount = request.prefixCount().orElse(0);
        List<Cidr> addresses =
                picker.addresses(request.subnet(), request.family(), Math.max(0, request.addressesToPick()));
        List<Cidr> prefixes = picker.prefixes(request.subnet(), request.family(), Math.max(0, prefixCount));
        ImmutableList.Builder<EniAddress> all =
                ImmutableList.<EniAddress>builder().addAll(request.addresses());
        for (int i = 0; i < addresses.size(); i++) {
            all.add(new EniAddress(addresses.get(i).first(), request.picksPrimary() && i == 0));
        }
        return new Share(
                all.build(),
                ImmutableList.<Cidr>builder()
                        .addAll(request.prefixes())
                        .addAll(prefixes)
                        .build(),
                request.addressesToPick() - addresses.size(),
                prefixCount - prefixes.size(),
                picker.space(request.subnet(), request.family()));
    }

    /** Returns what an interface gets. */
    Share of(EniId eni, IpFamily family) {
        @Nullable Share share = shares(family).get(eni);
        return share == null ? Share.NONE : share;
    }

    private Map<EniId, Share> shares(IpFamily family) {
        return family == IpFamily.IPV4 ? ipv4Shares : ipv6Shares;
    }
}
