package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A subnet is created in a zone whose name is that of a zone.
 *
 * <p>Which zones an account has is not in a plan, so every name is taken that could be one: of an availability zone
 * ({@code eu-west-1a}), a Local Zone ({@code us-west-2-lax-1a}) or a Wavelength Zone ({@code us-east-1-wl1-bos-wlz-1}).
 * So is the zone of another subnet, whatever the plan calls it.
 */
final class ZoneForm extends Precondition<CreateSubnet> {
    private static final Pattern ZONE =
            Pattern.compile("[a-z]{2,}(-[a-z]+)+-[0-9]+([a-z]|(-[a-z0-9]+)*-[a-z]+-[0-9]+[a-z]?)");

    ZoneForm() {
        super(
                RuleInfo.documented(
                                "create.zone-form",
                                Phase.SHAPE,
                                "A subnet is created in a zone: its name has the form of one, or another subnet is there.",
                                "CreateSubnet")
                        .withCatalogIds("SUBNET-ONE-AZ")
                        .withCode("InvalidParameterValue", Evidence.SEEN),
                CreateSubnet.class);
    }

    @Override
    Optional<String> check(CreateSubnet operation, NetworkPlan plan) {
        return ZONE.matcher(operation.availabilityZone()).matches() || isKnown(operation.availabilityZone(), plan)
                ? Optional.empty()
                : Optional.of("value (" + operation.availabilityZone() + ") for parameter availabilityZone is invalid:"
                        + " expected the name of a zone, such as eu-west-1a");
    }

    private static boolean isKnown(String zone, NetworkPlan plan) {
        return plan.subnets().stream()
                .anyMatch(subnet -> subnet.availabilityZone().equals(zone));
    }
}
