package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** An interface is reached through its instance only if that has one. */
final class OnlyInterface extends Precondition<ThroughInstance> {
    OnlyInterface() {
        super(
                RuleInfo.seen(
                                "modify.only-interface",
                                Phase.STATE,
                                "A call that names an instance for its interface needs one that has exactly one.",
                                "answers of EC2")
                        .withCatalogIds("SRCDST-INSTANCE", "SG-MEMBERSHIP-LEVEL", "EIP-TARGET-ONE")
                        .withCode("InvalidInstanceID"),
                ThroughInstance.class);
    }

    @Override
    Optional<String> check(ThroughInstance operation, NetworkPlan plan) {
        int interfaces = plan.enisOf(operation.instance()).size();
        return interfaces == 1
                ? Optional.empty()
                : Optional.of(
                        "there are " + (interfaces == 0 ? "no" : "multiple") + " interfaces attached to instance '"
                                + operation.instance() + "': specify an interface for the operation instead");
    }
}
