package io.enikit.rules;

import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.IDS;
import static io.enikit.rules.Phase.LIMITS;
import static io.enikit.rules.Phase.SHAPE;

import com.google.common.collect.ImmutableList;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import java.util.Map;

/** The rules on resources of all kinds: their ids and their tags. */
final class ResourceRules {
    private static final int MOST_TAGS = 50;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;
    static final ImmutableList<Rule<?>> ALL = ImmutableList.of(
            RuleInfo.of("plan.id.unique", IDS)
                    .withSummary("No two resources of a kind have the same id.")
                    .documented("Amazon EC2 API Reference")
                    .rule(NetworkPlan.class, ResourceRules::uniqueIds),
            RuleInfo.of("tags.count", LIMITS)
                    .withSummary("A resource has no more than 50 tags; those of AWS do not count.")
                    .documented("Tag your Amazon EC2 resources")
                    .withMessage("The maximum number of Tags for a resource has been reached.", INFERRED)
                    .withCatalogIds("TAG-50")
                    .withCode("TagLimitExceeded", SEEN)
                    .rule(Resource.class, ResourceRules::count)
                    .lookingAt(),
            RuleInfo.of("tags.key-length", SHAPE)
                    .withSummary("A tag key has 1 to 128 characters.")
                    .documented("Tag your Amazon EC2 resources")
                    .withMessage("Tag key exceeds the maximum length of {limit} characters", INFERRED)
                    .withCatalogIds("TAG-KEY")
                    .withCode("InvalidParameterValue", INFERRED)
                    .rule(Resource.class, ResourceRules::keyLength)
                    .lookingAt(),
            RuleInfo.of("tags.value-length", SHAPE)
                    .withSummary("A tag value has at most 256 characters.")
                    .documented("Tag your Amazon EC2 resources")
                    .withMessage("Tag value exceeds the maximum length of {limit} characters")
                    .withCatalogIds("TAG-VALUE")
                    .withCode("InvalidParameterValue", INFERRED)
                    .rule(Resource.class, ResourceRules::valueLength)
                    .lookingAt());

    private ResourceRules() {}

    private static void uniqueIds(NetworkPlan whole, NetworkPlan plan, Faults faults) {
        plan.duplicates()
                .forEach(resource -> faults.add(Fault.of(
                                "another " + resource.resourceId().kind().word() + " has the id \""
                                        + resource.resourceId() + "\"",
                                "give it an id of its own")
                        .withDetail(resource)
                        .withSubject(resource.resourceId())));
    }

    private static void count(Resource resource, NetworkPlan plan, Faults faults) {
        int count = 0;
        for (String key : resource.tags().keySet()) {
            if (!key.startsWith("aws:")) {
                count++;
            }
        }
        if (count > MOST_TAGS) {
            faults.exceeds(count - MOST_TAGS, count + " tags, a resource has " + MOST_TAGS + " at most", "remove some");
        }
    }

    private static void keyLength(Resource resource, NetworkPlan plan, Faults faults) {
        for (String key : resource.tags().keySet()) {
            if (key.isEmpty() || characters(key) > LONGEST_KEY) {
                Fault fault = Fault.of(
                                "the tag key \"" + key + "\" has " + characters(key) + " characters, a key has 1 to "
                                        + LONGEST_KEY,
                                key.isEmpty() ? "name the tag" : "shorten it")
                        .withDetail(key);
                faults.add(key.isEmpty() ? fault : fault.withValue("limit", LONGEST_KEY));
            }
        }
    }

    private static void valueLength(Resource resource, NetworkPlan plan, Faults faults) {
        for (Map.Entry<String, String> tag : resource.tags().entrySet()) {
            String key = tag.getKey();
            String value = tag.getValue();
            if (characters(value) > LONGEST_VALUE) {
                faults.add(Fault.of(
                                "the value of tag \"" + key + "\" has " + characters(value) + " characters, at most "
                                        + LONGEST_VALUE + " are allowed",
                                "shorten it")
                        .withValue("limit", LONGEST_VALUE)
                        .withDetail(key));
            }
        }
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}
