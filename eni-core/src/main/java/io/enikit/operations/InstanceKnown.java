package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** The instance of a call exists. */
final class InstanceKnown extends Precondition<OnInstance> {
    InstanceKnown() {
        super(
                RuleInfo.documented(
                                "instance.known",
                                Phase.IDS,
                                "The instance of a call exists.",
                                "Error codes for the Amazon EC2 API")
                        .withCatalogIds("ATT-INSTANCE-404")
                        .withCode("InvalidInstanceID.NotFound", Evidence.SEEN),
                OnInstance.class);
    }

    @Override
    Optional<String> check(OnInstance operation, NetworkPlan plan) {
        return plan.instance(operation.instance()).isPresent()
                ? Optional.empty()
                : Optional.of("the instance \"" + operation.instance() + "\" does not exist");
    }

    @Override
    boolean isEssential() {
        return true;
    }
}
