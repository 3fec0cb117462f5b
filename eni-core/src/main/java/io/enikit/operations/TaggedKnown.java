package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** The resource of a tag exists. */
final class TaggedKnown extends Precondition<OnTags> {
    TaggedKnown() {
        super(
                RuleInfo.seen("tags.resource-known", Phase.IDS, "The resource of a tag exists.", "tests of an emulator")
                        .withCatalogIds("TAG-ID")
                        .withCode("InvalidID"),
                OnTags.class);
    }

    @Override
    Optional<String> check(OnTags operation, NetworkPlan plan) {
        return plan.find(operation.resource()).isPresent()
                ? Optional.empty()
                : Optional.of("the ID '" + operation.resource() + "' is not valid: there is no such "
                        + operation.resource().kind().word());
    }

    @Override
    boolean isEssential() {
        return true;
    }
}
