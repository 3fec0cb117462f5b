package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** An interface is reached through its instance only if that has one. */
final class OnlyInterface extends Precondition<ThroughInstance> {
    OnlyInterface() {
        super(
                RuleInfo.builder()
                        .id("modify.only-interface")
                        .addCatalogId("SRCDST-INSTANCE")
                        .addCatalogId("SG-MEMBERSHIP-LEVEL")
                        .addCatalogId("EIP-TARGET-ONE")
                        .summary("A call that names an instance for its interface needs one that has exactly one.")
                        .evidence(Evidence.SEEN)
                        .severity(Severity.ERROR)
                        .phase(Phase.STATE)
                        .ec2Code("InvalidInstanceID")
                        .source("answers of EC2")
                        .build(),
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
