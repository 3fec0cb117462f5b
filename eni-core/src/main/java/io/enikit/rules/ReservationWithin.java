package io.enikit.rules;

import io.enikit.model.CidrReservation;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;
import java.util.Optional;

/** A CIDR reservation lies within a block of its subnet. */
final class ReservationWithin extends Rule<Subnet> {
    ReservationWithin() {
        super(
                RuleInfo.builder()
                        .id("subnet.reservation.within")
                        .addCatalogId("CIDRRES-WITHIN")
                        .summary("A CIDR reservation lies within a block of its subnet.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.ADDRESSES)
                        .ec2Code("InvalidParameterValue")
                        .codeEvidence(Evidence.SEEN)
                        .source("Subnet CIDR reservations")
                        .build(),
                Subnet.class);
    }

    @Override
    protected void check(Subnet subnet, NetworkPlan plan, Faults faults) {
        for (CidrReservation each : subnet.cidrReservations()) {
            Optional<Cidr> block = subnet.cidrBlock(each.cidr().family());
            if (block.filter(around -> around.contains(each.cidr())).isEmpty()) {
                faults.add(
                        each.cidr().toString(),
                        "the reservation " + each.cidr() + " is not within the block of the subnet"
                                + block.map(cidr -> ", " + cidr).orElse(", which has none of this family"),
                        "reserve a part of the subnet's block");
            }
        }
    }
}
