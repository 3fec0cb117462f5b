package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** The interface of a call exists. */
final class EniKnown extends Precondition<OnEni> {
    EniKnown() {
        super(
                RuleInfo.builder()
                        .id("eni.known")
                        .addCatalogId("ENI-404")
                        .addCatalogId("DEL-404")
                        .summary("The interface of a call exists.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.IDS)
                        .ec2Code("InvalidNetworkInterfaceID.NotFound")
                        .codeEvidence(Evidence.SEEN)
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
                OnEni.class);
    }

    @Override
    Optional<String> check(OnEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni()).isPresent()
                ? Optional.empty()
                : Optional.of("the network interface \"" + operation.eni() + "\" does not exist");
    }

    @Override
    boolean isEssential() {
        return true;
    }
}
