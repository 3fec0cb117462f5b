package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** The security group of a call exists. */
final class GroupKnown extends Precondition<OnGroup> {
    GroupKnown() {
        super(
                RuleInfo.documented(
                                "delete.group-known",
                                Phase.IDS,
                                "The security group of a call exists.",
                                "Error codes for the Amazon EC2 API")
                        .withCatalogIds("SG-404")
                        .withCode("InvalidGroup.NotFound", Evidence.SEEN),
                OnGroup.class);
    }

    @Override
    Optional<String> check(OnGroup operation, NetworkPlan plan) {
        return plan.securityGroup(operation.group()).isPresent()
                ? Optional.empty()
                : Optional.of("the security group \"" + operation.group() + "\" does not exist");
    }

    @Override
    boolean isEssential() {
        return true;
    }
}
