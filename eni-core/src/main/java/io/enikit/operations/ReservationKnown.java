package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** A CIDR reservation that is deleted exists. */
final class ReservationKnown extends Precondition<DeleteSubnetCidrReservation> {
    ReservationKnown() {
        super(
                RuleInfo.builder()
                        .id("reservation.known")
                        .addCatalogId("CIDRRES-404")
                        .summary("A CIDR reservation that is deleted exists.")
                        .evidence(Evidence.SEEN)
                        .severity(Severity.ERROR)
                        .phase(Phase.IDS)
                        .ec2Code("InvalidSubnetCidrReservationID.NotFound")
                        .source("tests of an emulator")
                        .build(),
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
