package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** The VPC of a call exists. */
final class VpcKnown extends Precondition<OnVpc> {
    VpcKnown() {
        super(
                RuleInfo.builder()
                        .id("vpc.known")
                        .addCatalogId("VPC-404")
                        .summary("The VPC of a call exists.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.IDS)
                        .ec2Code("InvalidVpcID.NotFound")
                        .codeEvidence(Evidence.SEEN)
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
                OnVpc.class);
    }

    @Override
    Optional<String> check(OnVpc operation, NetworkPlan plan) {
        return plan.vpc(operation.vpc()).isPresent()
                ? Optional.empty()
                : Optional.of("the VPC \"" + operation.vpc() + "\" does not exist");
    }

    @Override
    boolean isEssential() {
        return true;
    }
}
