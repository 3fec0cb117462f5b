package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** The instance of a call exists. */
final class InstanceKnown extends Precondition<OnInstance> {
    InstanceKnown() {
        super(
                RuleInfo.builder()
                        .id("instance.known")
                        .addCatalogId("ATT-INSTANCE-404")
                        .summary("The instance of a call exists.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.IDS)
                        .ec2Code("InvalidInstanceID.NotFound")
                        .codeEvidence(Evidence.SEEN)
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
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
