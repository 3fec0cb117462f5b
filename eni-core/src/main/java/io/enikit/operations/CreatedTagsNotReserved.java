package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** No tag of a new resource has a key that starts with aws:. */
final class CreatedTagsNotReserved extends Precondition<Creates> {
    CreatedTagsNotReserved() {
        super(
                RuleInfo.documented(
                                "create.tags-reserved",
                                Phase.SHAPE,
                                "No tag of a new resource has a key that starts with aws:.",
                                "Tag your Amazon EC2 resources")
                        .withCatalogIds("TAG-AWS")
                        .withCode("InvalidParameterValue", Evidence.SEEN),
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
