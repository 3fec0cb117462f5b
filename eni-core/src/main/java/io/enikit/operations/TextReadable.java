package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** What is given as text is an address or a block. */
final class TextReadable extends Precondition<TakesText> {
    TextReadable() {
        super(
                RuleInfo.builder()
                        .id("addresses.text")
                        .addCatalogId("IP4-SYNTAX")
                        .addCatalogId("PFX-V4-LEN")
                        .summary("What is given as text is an address, or a block without host bits.")
                        .evidence(Evidence.SEEN)
                        .severity(Severity.ERROR)
                        .phase(Phase.SHAPE)
                        .ec2Code("InvalidParameterValue")
                        .source("answers of EC2")
                        .build(),
                TakesText.class);
    }

    @Override
    Optional<String> check(TakesText operation, NetworkPlan plan) {
        return operation.unreadable().stream().findFirst();
    }

    @Override
    boolean isEssential() {
        return true;
    }
}
