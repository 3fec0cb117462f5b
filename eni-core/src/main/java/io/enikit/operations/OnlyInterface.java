package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** Attributes of interfaces are changed through an instance only if it has one interface. */
final class OnlyInterface extends Precondition<ModifyInstance> {
    OnlyInterface() {
        super(
                RuleInfo.builder()
                        .id("modify.only-interface")
                        .addCatalogId("SRCDST-INSTANCE")
                        .addCatalogId("SG-MEMBERSHIP-LEVEL")
                        .summary(
                                "Attributes of interfaces are changed through an instance only if it has one interface.")
                        .evidence(Evidence.SEEN)
                        .severity(Severity.ERROR)
                        .phase(Phase.STATE)
                        .ec2Code("InvalidInstanceID")
                        .source("answers of EC2")
                        .build(),
                ModifyInstance.class);
    }

    @Override
    Optional<String> check(ModifyInstance operation, NetworkPlan plan) {
        int interfaces = plan.enisOf(operation.instance()).size();
        return interfaces == 1
                ? Optional.empty()
                : Optional.of(
                        "there are " + (interfaces == 0 ? "no" : "multiple") + " interfaces attached to instance '"
                                + operation.instance() + "': specify an interface for the operation instead");
    }
}
