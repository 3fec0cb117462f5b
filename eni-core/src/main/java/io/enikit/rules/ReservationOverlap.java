package io.enikit.rules;

import io.enikit.model.CidrReservation;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;
import java.util.List;

/** The CIDR reservations of a subnet do not overlap. */
final class ReservationOverlap extends Rule<Subnet> {
    ReservationOverlap() {
        super(
                RuleInfo.builder()
                        .id("subnet.reservation.overlap")
                        .addCatalogId("CIDRRES-OVERLAP")
                        .summary("The CIDR reservations of a subnet do not overlap.")
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
        List<CidrReservation> all = subnet.cidrReservations();
        for (int i = 1; i < all.size(); i++) {
            Cidr cidr = all.get(i).cidr();
            all.subList(0, i).stream()
                    .map(CidrReservation::cidr)
                    .filter(cidr::overlaps)
                    .findFirst()
                    .ifPresent(first -> faults.add(
                            cidr.toString(),
                            "the reservation " + cidr + " overlaps " + first + ", which is reserved already",
                            "reserve another part of the subnet's block"));
        }
    }
}
