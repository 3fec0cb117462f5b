package io.enikit.operations;

import io.enikit.model.AddressSpace;
import io.enikit.model.NetworkPlan;
import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** A subnet has enough free blocks for the prefixes that EC2 is to pick. */
final class RoomForPrefixes extends Precondition<AsksForAddresses> {
    RoomForPrefixes() {
        super(
                RuleInfo.seen(
                                "addresses.room-for-prefixes",
                                Phase.CAPACITY,
                                "A subnet has enough free aligned blocks for the prefixes that EC2 is to pick; single free addresses do not help.",
                                "answers of EC2")
                        .withCatalogIds("PFX-FRAGMENT", "PFX-BROADCAST-BLOCKS")
                        .withCode("InsufficientCidrBlocks"),
                AsksForAddresses.class);
    }

    @Override
    Optional<String> check(AsksForAddresses operation, NetworkPlan plan) {
        List<AddressRequest> requests = operation.addressRequests(plan);
        AddressPicker picker = AddressPicker.of(plan, requests);
        for (AddressRequest request : requests) {
            int missing = picker.pick(request).missingPrefixes();
            if (missing > 0 && plan.subnet(request.subnet()).isPresent()) {
                return Optional.of(message(request, missing, picker));
            }
        }
        return Optional.empty();
    }

    private static String message(AddressRequest request, int missing, AddressPicker picker) {
        Optional<FreeSpace> left = picker.space(request).map(AddressSpace::forPrefixes);
        return "the subnet " + request.subnet() + " has not enough free cidr blocks: "
                + (request.prefixCount().orElse(0) - missing) + " of the "
                + request.prefixCount().orElse(0)
                + " prefixes for " + request.eni() + " found; of "
                + left.map(FreeSpace::size).orElse(BigInteger.ZERO)
                + " addresses left the largest block is "
                + left.flatMap(FreeSpace::largest).map(Cidr::toString).orElse("none");
    }
}
