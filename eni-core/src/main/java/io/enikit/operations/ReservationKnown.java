package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A CIDR reservation that is deleted exists. */
final class ReservationKnown extends Precondition<DeleteSubnetCidrReservation> {
    ReservationKnown() {
        super(
                RuleInfo.seen(
                                "reservation.known",
                                Phase.IDS,
                                "A CIDR reservation that is deleted exists.",
                                "tests of an emulator")
                        .withCatalogIds("CIDRRES-404")
                        .withCode("InvalidSubnetCidrReservationID.NotFound"),
                DeleteSubnetCidrReservation.class);
    }

    @Override
    Optional<String> check(DeleteSubnetCidrReservation operation, NetworkPlan plan) {
        return plan.subnet(operation.subnet())
                .filter(subnet -> subnet.cidrReservations().stream()
                        .noneMatch(each -> each.cidr().equals(operation.block())))
                .map(subnet -> "the subnet CIDR reservation " + operation.block() + " does not exist in subnet "
                        + subnet.id() + ", which has " + subnet.cidrReservations());
    }

    @Override
    boolean isEssential() {
        return true;
    }
}
