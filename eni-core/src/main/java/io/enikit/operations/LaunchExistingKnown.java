package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** The interfaces of a launch that are to be there exist. */
final class LaunchExistingKnown extends Precondition<LaunchInstance> {
    LaunchExistingKnown() {
        super(
                RuleInfo.builder()
                        .id("launch.interface-known")
                        .addCatalogId("ENI-404")
                        .summary("The interfaces of a launch that are to be there exist.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.IDS)
                        .ec2Code("InvalidNetworkInterfaceID.NotFound")
                        .codeEvidence(Evidence.SEEN)
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
                LaunchInstance.class);
    }

    @Override
    Optional<String> check(LaunchInstance operation, NetworkPlan plan) {
        return operation.attached().stream()
                .filter(eni -> plan.eni(eni).isEmpty())
                .findFirst()
                .map(eni -> "the network interface \"" + eni + "\" does not exist");
    }

    @Override
    boolean isEssential() {
        return true;
    }
}
