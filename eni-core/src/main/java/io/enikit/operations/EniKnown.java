package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** The interface of a call exists. */
final class EniKnown extends Precondition<OnEni> {
    EniKnown() {
        super(
                RuleInfo.documented(
                                "eni.known",
                                Phase.IDS,
                                "The interface of a call exists.",
                                "Error codes for the Amazon EC2 API")
                        .withCatalogIds("ENI-404", "DEL-404")
                        .withCode("InvalidNetworkInterfaceID.NotFound", Evidence.SEEN),
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
