package io.enikit.rules;

import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.ADDRESSES;

import com.google.common.collect.ImmutableList;
import io.enikit.model.CidrReservation;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;
import java.util.List;
import java.util.Optional;

/** The rules on the CIDR reservations of subnets. */
final class ReservationRules {
    static final ImmutableList<Rule<?>> ALL = ImmutableList.of(
            RuleInfo.of("subnet.reservation.overlap", ADDRESSES)
                    .withSummary("The CIDR reservations of a subnet do not overlap.")
                    .documented("Subnet CIDR reservations")
                    .withMessage("Reservation CIDR {detail} has overlap with existing reserved CIDR block")
                    .withCatalogIds("CIDRRES-OVERLAP")
                    .withCode("InvalidParameterValue", SEEN)
                    .rule(Subnet.class, ReservationRules::overlap)
                    .lookingAt(),
            RuleInfo.of("subnet.reservation.within", ADDRESSES)
                    .withSummary("A CIDR reservation lies within a block of its subnet.")
                    .documented("Subnet CIDR reservations")
                    .withMessage("Reservation CIDR should be within subnet CIDR block ({cidr})", INFERRED)
                    .withCatalogIds("CIDRRES-WITHIN")
                    .withCode("InvalidParameterValue", SEEN)
                    .rule(Subnet.class, ReservationRules::within)
                    .lookingAt());

    private ReservationRules() {}

    private static void overlap(Subnet subnet, NetworkPlan plan, Faults faults) {
        List<CidrReservation> all = subnet.cidrReservations();
        if (all.size() < 2) {
            return;
        }
        EarlierBlocks earlier = new EarlierBlocks(all.size());
        for (CidrReservation each : all) {
            Cidr cidr = each.cidr();
            earlier.firstOverlapping(cidr)
                    .ifPresent(first -> faults.add(Fault.of(
                                    "the reservation " + cidr + " overlaps " + first + ", which is reserved already",
                                    "reserve another part of the subnet's block")
                            .withDetail(cidr)));
            earlier.add(cidr);
        }
    }

    private static void within(Subnet subnet, NetworkPlan plan, Faults faults) {
        for (CidrReservation each : subnet.cidrReservations()) {
            Optional<Cidr> block = subnet.cidrBlock(each.cidr().family());
            if (block.filter(around -> around.contains(each.cidr())).isEmpty()) {
                faults.add(Fault.of(
                                "the reservation " + each.cidr() + " is not within the block of the subnet"
                                        + block.map(cidr -> ", " + cidr).orElse(", which has none of this family"),
                                "reserve a part of the subnet's block")
                        .withDetail(each.cidr()));
            }
        }
    }
}
