package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** No tag of a new resource has a key that starts with aws:. */
final class CreatedTagsNotReserved extends Precondition<Creates> {
    CreatedTagsNotReserved() {
        super(
                RuleInfo.builder()
                        .id("create.tags-reserved")
                        .addCatalogId("TAG-AWS")
                        .summary("No tag of a new resource has a key that starts with aws:.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.SHAPE)
                        .ec2Code("InvalidParameterValue")
                        .codeEvidence(Evidence.SEEN)
                        .source("Tag your Amazon EC2 resources")
                        .build(),
                Creates.class);
    }

    @Override
    Optional<String> check(Creates operation, NetworkPlan plan) {
        return operation.createdTagKeys().stream()
                .filter(TagKeyNotReserved::isReserved)
                .findFirst()
                .map(key -> "the tag key '" + key
                        + "' is not valid: tag keys starting with 'aws:' are reserved for internal use");
    }
}
