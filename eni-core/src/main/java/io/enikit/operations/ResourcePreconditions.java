package io.enikit.operations;

import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.IDS;
import static io.enikit.rules.Phase.SHAPE;

import com.google.common.collect.ImmutableList;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.rules.Fault;
import io.enikit.rules.RuleInfo;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The preconditions on resources of all kinds: their ids and their tags. */
final class ResourcePreconditions {
    static final ImmutableList<Precondition> ALL = ImmutableList.of(
            Precondition.ofCalls(
                            ResourcePreconditions::idFree,
                            RuleInfo.of("create.id-free", IDS)
                                    .withSummary("The id of something to create is free.")
                                    .documented("Amazon EC2 API Reference"))
                    .essential(),
            Precondition.ofEach(
                    Call::createdTagKeys,
                    ResourcePreconditions::createdTags,
                    RuleInfo.of("create.tags-reserved", SHAPE)
                            .withSummary("No tag of a new resource has a key that starts with aws:.")
                            .documented("Tag your Amazon EC2 resources")
                            .withMessage("Tag keys starting with 'aws:' are reserved for internal use")
                            .withCatalogIds("TAG-AWS")
                            .withCode("InvalidParameterValue", SEEN)),
            Precondition.ofEach(
                    Call::tagged,
                    ResourcePreconditions::reservedKey,
                    RuleInfo.of("tags.reserved", SHAPE)
                            .withSummary("Tag keys that start with aws: are AWS's own.")
                            .documented("Tag your Amazon EC2 resources")
                            .withCatalogIds("TAG-AWS")
                            .withCode("InvalidParameterValue", SEEN)
                            .withMessage(
                                    "Value ( {key} ) for parameter key is invalid. Tag keys starting with 'aws:' are reserved for internal use")),
            Precondition.ofEach(
                            Call::tagged,
                            ResourcePreconditions::taggedKnown,
                            RuleInfo.of("tags.resource-known", IDS)
                                    .withSummary("The resource of a tag exists.")
                                    .seen("tests of an emulator")
                                    .withMessage("The ID '{id}' is not valid", INFERRED)
                                    .withCatalogIds("TAG-ID")
                                    .withCode("InvalidID"))
                    .essential());

    private ResourcePreconditions() {}

    private static Optional<Fault> idFree(Call call, NetworkPlan plan) {
        if (call.created().isEmpty()) {
            return Optional.empty();
        }
        Set<ResourceId> seen = new TreeSet<>();
        return call.created().stream()
                .filter(id -> plan.find(id).isPresent() || !seen.add(id))
                .findFirst()
                .map(id -> Fault.of("the " + id.kind().word() + " \"" + id + "\" is there already"));
    }

    private static Optional<Fault> createdTags(String key, NetworkPlan plan) {
        return isReserved(key)
                ? Optional.of(Fault.of("the tag key '" + key
                        + "' is not valid: tag keys starting with 'aws:' are reserved for internal use"))
                : Optional.empty();
    }

    private static Optional<Fault> reservedKey(Call.Tagged tagged, NetworkPlan plan) {
        return isReserved(tagged.key())
                ? Optional.of(Fault.of("the tag key '" + tagged.key()
                                + "' is not valid: tag keys starting with 'aws:' are reserved for internal use")
                        .withValue("key", tagged.key()))
                : Optional.empty();
    }

    static boolean isReserved(String key) {
        return key.startsWith("aws:");
    }

    private static Optional<Fault> taggedKnown(Call.Tagged tagged, NetworkPlan plan) {
        return plan.find(tagged.resource()).isPresent()
                ? Optional.empty()
                : Optional.of(Fault.of("the ID '" + tagged.resource() + "' is not valid: there is no such "
                                + tagged.resource().kind().word())
                        .withValue("id", tagged.resource()));
    }
}
