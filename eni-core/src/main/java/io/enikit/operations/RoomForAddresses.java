package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.List;
import java.util.Optional;

/** A subnet has enough free addresses for those that EC2 is to pick. */
final class RoomForAddresses extends Precondition<AsksForAddresses> {
    RoomForAddresses() {
        super(
                RuleInfo.documented(
                                "addresses.room",
                                Phase.CAPACITY,
                                "A subnet has enough free addresses for those that EC2 is to pick.",
                                "Error codes for the Amazon EC2 API")
                        .withCatalogIds("SUBNET-FULL")
                        .withCode("InsufficientFreeAddressesInSubnet", Evidence.SEEN),
                AsksForAddresses.class);
    }

    @Override
    Optional<String> check(AsksForAddresses operation, NetworkPlan plan) {
        List<AddressRequest> requests = operation.addressRequests(plan);
        AddressPicker picker = AddressPicker.of(plan, requests);
        for (AddressRequest request : requests) {
            int missing = picker.pick(request).missingAddresses();
            if (missing > 0 && plan.subnet(request.subnet()).isPresent()) {
                return Optional.of("the subnet " + request.subnet() + " has not enough free addresses: "
                        + (request.addressesToPick() - missing) + " left to pick for " + request.eni() + ", "
                        + request.addressesToPick() + " needed");
            }
        }
        return Optional.empty();
    }
}
