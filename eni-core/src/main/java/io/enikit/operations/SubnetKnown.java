package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** The subnet of a call exists. */
final class SubnetKnown extends Precondition<OnSubnet> {
    SubnetKnown() {
        super(
                RuleInfo.documented(
                                "subnet.known",
                                Phase.IDS,
                                "The subnet of a call exists.",
                                "Error codes for the Amazon EC2 API")
                        .withCatalogIds("SUBNET-404")
                        .withCode("InvalidSubnetID.NotFound", Evidence.SEEN),
                OnSubnet.class);
    }

    @Override
    Optional<String> check(OnSubnet operation, NetworkPlan plan) {
        return plan.subnet(operation.subnet()).isPresent()
                ? Optional.empty()
                : Optional.of("the subnet \"" + operation.subnet() + "\" does not exist");
    }

    @Override
    boolean isEssential() {
        return true;
    }
}
