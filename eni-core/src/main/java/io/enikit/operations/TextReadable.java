package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** What is given as text is an address or a block. */
final class TextReadable extends Precondition<TakesText> {
    TextReadable() {
        super(
                RuleInfo.seen(
                                "addresses.text",
                                Phase.SHAPE,
                                "What is given as text is an address, or a block without host bits.",
                                "answers of EC2")
                        .withCatalogIds("IP4-SYNTAX", "PFX-V4-LEN")
                        .withCode("InvalidParameterValue"),
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
