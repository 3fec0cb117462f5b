package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** The subnet of a call exists. */
final class SubnetKnown extends Precondition<OnSubnet> {
    SubnetKnown() {
        super(
                RuleInfo.builder()
                        .id("subnet.known")
                        .addCatalogId("SUBNET-404")
                        .summary("The subnet of a call exists.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.IDS)
                        .ec2Code("InvalidSubnetID.NotFound")
                        .codeEvidence(Evidence.SEEN)
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
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
