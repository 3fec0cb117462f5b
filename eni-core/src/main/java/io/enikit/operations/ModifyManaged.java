package io.enikit.operations;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** Of an interface that a service manages only the tags change. */
final class ModifyManaged extends Precondition<ChangesEni> {
    ModifyManaged() {
        super(
                RuleInfo.documented(
                                "modify.managed",
                                Phase.STATE,
                                "Of an interface that a service manages only the tags change.",
                                "Requester-managed network interfaces")
                        .withCatalogIds("ENI-REQMANAGED")
                        .withCode("AuthFailure", Evidence.SEEN),
                ChangesEni.class);
    }

    @Override
    Optional<String> check(ChangesEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .filter(Eni::requesterManaged)
                .map(eni -> "you do not have permission to access the specified resource: " + eni.id()
                        + " is managed by a service");
    }
}
