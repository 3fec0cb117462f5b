package io.enikit.fake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tags in requests and answers. */
final class TagSets {
    private static final int KEY_LENGTH = 128;
    private static final int VALUE_LENGTH = 256;
    private static final int TAGS = 50;
    private static final String SPECIFICATIONS = "TagSpecifications";

    private TagSets() {}

    /** Returns the tags that a request has for what it creates; types that the action does not create are refused. */
    static Map<String, String> of(Call call, String type) {
        return of(call, type, Set.of(type));
    }

    /** Returns the tags for one type of resource where an action creates several. */
    static Map<String, String> of(Call call, String type, Set<String> types) {
        if (!call.in().shape().has(SPECIFICATIONS)) {
            return Map.of();
        }
        Map<String, String> tags = new LinkedHashMap<>();
        for (Item specification : call.in().items(SPECIFICATIONS)) {
            String of = specification.text("ResourceType", "");
            if (!types.contains(of)) {
                throw Ec2Error.of(
                        "InvalidParameterValue",
                        "'" + of + "' is not a valid taggable resource type for this operation.");
            }
            if (of.equals(type)) {
                addTo(tags, specification.items("Tags"));
            }
        }
        return checked(tags);
    }

    /** Reads a list of tags. */
    static Map<String, String> read(List<Item> list) {
        Map<String, String> tags = new LinkedHashMap<>();
        addTo(tags, list);
        return checked(tags);
    }

    private static void addTo(Map<String, String> tags, List<Item> list) {
        for (Item tag : list) {
            String key = tag.find("Key").orElseThrow(() -> Ec2Error.missingParameter("key"));
            if (tags.putIfAbsent(key, tag.text("Value", "")) != null) {
                throw Ec2Error.of("InvalidParameterValue", "Duplicate tag key '" + key + "' specified.");
            }
        }
    }

    private static Map<String, String> checked(Map<String, String> tags) {
        checkCount(tags.size());
        tags.forEach((key, value) -> {
            if (key.isEmpty() || key.length() > KEY_LENGTH) {
                throw Ec2Error.of(
                        "InvalidParameterValue",
                        key.isEmpty()
                                ? "Tag key can't be empty."
                                : "Tag key exceeds the maximum length of " + KEY_LENGTH + " characters");
            }
            if (value.length() > VALUE_LENGTH) {
                throw Ec2Error.of(
                        "InvalidParameterValue",
                        "Tag value exceeds the maximum length of " + VALUE_LENGTH + " characters");
            }
        });
        return tags;
    }

    static void checkCount(int tags) {
        if (tags > TAGS) {
            throw Ec2Error.of(
                    "TagLimitExceeded", "More than " + TAGS + " tags specified. You can specify up to " + TAGS + ".");
        }
    }

    /** Puts tags into an answer, as the list that EC2 gives even where it is empty. */
    static void put(Item item, String member, Map<String, String> tags) {
        item.put(member, List.of());
        tags.forEach((key, value) -> item.append(member).put("Key", key).put("Value", value));
    }
}
