package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** The interfaces of a launch that are to be there exist. */
final class LaunchExistingKnown extends Precondition<LaunchInstance> {
    LaunchExistingKnown() {
        super(
                RuleInfo.documented(
                                "launch.interface-known",
                                Phase.IDS,
                                "The interfaces of a launch that are to be there exist.",
                                "Error codes for the Amazon EC2 API")
                        .withCatalogIds("ENI-404")
                        .withCode("InvalidNetworkInterfaceID.NotFound", Evidence.SEEN),
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
