package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** The resource of a tag exists. */
final class TaggedKnown extends Precondition<OnTags> {
    TaggedKnown() {
        super(
                RuleInfo.builder()
                        .id("tags.resource-known")
                        .addCatalogId("TAG-ID")
                        .summary("The resource of a tag exists.")
                        .evidence(Evidence.SEEN)
                        .severity(Severity.ERROR)
                        .phase(Phase.IDS)
                        .ec2Code("InvalidID")
                        .source("tests of an emulator")
                        .build(),
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
