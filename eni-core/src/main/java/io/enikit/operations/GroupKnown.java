package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** The security group of a call exists. */
final class GroupKnown extends Precondition<OnGroup> {
    GroupKnown() {
        super(
                RuleInfo.builder()
                        .id("delete.group-known")
                        .addCatalogId("SG-404")
                        .summary("The security group of a call exists.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.IDS)
                        .ec2Code("InvalidGroup.NotFound")
                        .codeEvidence(Evidence.SEEN)
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
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
