package io.enikit.operations;

import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** An interface that is attached is not used by a launch. */
final class LaunchExistingFree extends Precondition<LaunchInstance> {
    LaunchExistingFree() {
        super(
                RuleInfo.documented(
                                "launch.interface-free",
                                Phase.STATE,
                                "An interface that is attached is not used by a launch.",
                                "Error codes for the Amazon EC2 API")
                        .withCatalogIds("ATT-ONE-INSTANCE")
                        .withCode("InvalidNetworkInterface.InUse", Evidence.SEEN),
                LaunchInstance.class);
    }

    @Override
    Optional<String> check(LaunchInstance operation, NetworkPlan plan) {
        Set<EniId> seen = new HashSet<>();
        return operation.attached().stream()
                .filter(eni ->
                        !seen.add(eni) || plan.eni(eni).flatMap(Eni::attachment).isPresent())
                .findFirst()
                .map(eni -> "interface " + eni + " is in use");
    }
}
