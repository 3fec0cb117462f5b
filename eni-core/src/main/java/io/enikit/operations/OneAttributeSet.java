package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.List;
import java.util.Optional;

/** A call changes exactly one attribute. */
final class OneAttributeSet extends Precondition<OneAttribute> {
    OneAttributeSet() {
        super(
                RuleInfo.documented(
                                "modify.one-attribute",
                                Phase.SHAPE,
                                "A call changes exactly one attribute.",
                                "ModifyNetworkInterfaceAttribute")
                        .withCatalogIds("ATTR-ONE", "SUBNET-ATTR-ONE")
                        .withCode("InvalidParameterCombination", Evidence.SEEN),
                OneAttribute.class);
    }

    @Override
    Optional<String> check(OneAttribute operation, NetworkPlan plan) {
        List<String> attributes = operation.attributes();
        if (attributes.isEmpty()) {
            return Optional.of("no attributes specified");
        }
        return attributes.size() == 1
                ? Optional.empty()
                : Optional.of("fields for multiple attribute types specified: " + String.join(", ", attributes));
    }
}
