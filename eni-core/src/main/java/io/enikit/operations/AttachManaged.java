package io.enikit.operations;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** An interface that a service manages is not attached by you. */
final class AttachManaged extends Precondition<Attaches> {
    AttachManaged() {
        super(
                RuleInfo.documented(
                                "attach.managed",
                                Phase.STATE,
                                "An interface that a service manages is not attached by you.",
                                "Requester-managed network interfaces")
                        .withCatalogIds("ENI-REQMANAGED")
                        .withCode("AuthFailure", Evidence.INFERRED),
                Attaches.class);
    }

    @Override
    Optional<String> check(Attaches operation, NetworkPlan plan) {
        return operation.attached().stream()
                .flatMap(eni -> plan.eni(eni).stream())
                .filter(Eni::requesterManaged)
                .findFirst()
                .map(eni -> "you do not have permission to access the specified resource: " + eni.id()
                        + " is managed by a service");
    }
}
