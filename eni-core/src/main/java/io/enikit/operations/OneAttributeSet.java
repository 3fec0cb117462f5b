package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.List;
import java.util.Optional;

/** A call changes exactly one attribute. */
final class OneAttributeSet extends Precondition<OneAttribute> {
    OneAttributeSet() {
        super(
                RuleInfo.builder()
                        .id("modify.one-attribute")
                        .addCatalogId("ATTR-ONE")
                        .addCatalogId("SUBNET-ATTR-ONE")
                        .summary("A call changes exactly one attribute.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.SHAPE)
                        .ec2Code("InvalidParameterCombination")
                        .codeEvidence(Evidence.SEEN)
                        .source("ModifyNetworkInterfaceAttribute")
                        .build(),
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
