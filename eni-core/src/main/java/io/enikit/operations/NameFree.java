package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The id of something to create is free. */
final class NameFree extends Precondition<Creates> {
    NameFree() {
        super(
                RuleInfo.documented(
                        "create.id-free",
                        Phase.IDS,
                        "The id of something to create is free.",
                        "Amazon EC2 API Reference"),
                Creates.class);
    }

    @Override
    Optional<String> check(Creates operation, NetworkPlan plan) {
        Set<ResourceId> seen = new HashSet<>();
        return operation.created().stream()
                .filter(id -> plan.find(id).isPresent() || !seen.add(id))
                .findFirst()
                .map(id -> "the " + id.kind().word() + " \"" + id + "\" is there already");
    }

    @Override
    boolean isEssential() {
        return true;
    }
}
