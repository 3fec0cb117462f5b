package io.enikit.operations;

import io.enikit.model.CidrReservation;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Arrays;
import java.util.Optional;

/** A CIDR reservation is of type prefix or explicit. */
final class ReservationType extends Precondition<CreateSubnetCidrReservation> {
    ReservationType() {
        super(
                RuleInfo.documented(
                                "reservation.type",
                                Phase.SHAPE,
                                "A CIDR reservation is of type prefix or explicit.",
                                "CreateSubnetCidrReservation")
                        .withCatalogIds("CIDRRES-TYPE")
                        .withCode("InvalidParameterValue", Evidence.SEEN),
                CreateSubnetCidrReservation.class);
    }

    @Override
    Optional<String> check(CreateSubnetCidrReservation operation, NetworkPlan plan) {
        return operation.type().isPresent()
                ? Optional.empty()
                : Optional.of("value (" + operation.reservationType()
                        + ") for parameter reservationType is invalid: expected one of "
                        + Arrays.toString(CidrReservation.Type.values()));
    }

    @Override
    boolean isEssential() {
        return true;
    }
}
