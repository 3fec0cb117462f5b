package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** Tag keys that start with aws: are AWS's own. */
final class TagKeyNotReserved extends Precondition<OnTags> {
    TagKeyNotReserved() {
        super(
                RuleInfo.documented(
                                "tags.reserved",
                                Phase.SHAPE,
                                "Tag keys that start with aws: are AWS's own.",
                                "Tag your Amazon EC2 resources")
                        .withCatalogIds("TAG-AWS")
                        .withCode("InvalidTagKey.Malformed", Evidence.SEEN),
                OnTags.class);
    }

    @Override
    Optional<String> check(OnTags operation, NetworkPlan plan) {
        return isReserved(operation.key())
                ? Optional.of("the tag key '" + operation.key()
                        + "' is not valid: tag keys starting with 'aws:' are reserved for internal use")
                : Optional.empty();
    }

    static boolean isReserved(String key) {
        return key.startsWith("aws:");
    }
}
