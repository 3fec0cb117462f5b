package io.enikit.fake;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The filters of a request, as a condition on what would be listed: any value of each filter has to match. */
final class Filters {
    private static final int VALUES = 200;
    private static final String TAG = "tag";
    private static final String TAG_PREFIX = "tag:";
    private static final String NEVER = "-";
    private static final String ITSELF = ".";
    private static final char INTERFACES = '@';
    private static final char GROUP_NAMES = '#';
    private static final Map<String, Map<String, List<List<String>>>> TABLE = read(Resources.lines("filters.txt"));

    private final ImmutableList<Predicate<Item>> conditions;

    private Filters(ImmutableList<Predicate<Item>> conditions) {
        this.conditions = conditions;
    }

    /** Reads lines such as {@code attachment.instance-id Attachment.InstanceId}, below the name of an action. */
    private static Map<String, Map<String, List<List<String>>>> read(List<String> lines) {
        Map<String, Map<String, List<List<String>>>> table = new HashMap<>();
        Map<String, List<List<String>>> action = Map.of();
        for (String line : lines) {
            int blank = line.indexOf(' ');
            if (blank < 0) {
                action = new HashMap<>();
                table.put(line, action);
            } else {
                action.put(line.substring(0, blank), paths(line.substring(blank + 1)));
            }
        }
        return table;
    }

    private static List<List<String>> paths(String text) {
        if (text.equals(NEVER)) {
            return ImmutableList.of();
        }
        return text.equals(ITSELF)
                ? ImmutableList.of(ImmutableList.of())
                : Splitter.on(' ')
                        .splitToStream(text)
                        .map(Splitter.on('.')::splitToList)
                        .collect(ImmutableList.toImmutableList());
    }

    /** Returns the filters that an action has, and where each looks in an answer. */
    static Map<String, List<List<String>>> of(String action) {
        return TABLE.getOrDefault(action, Map.of());
    }

    /** Reads the filters of a call. */
    static Filters of(Call call) {
        ImmutableList.Builder<Predicate<Item>> conditions = ImmutableList.builder();
        if (call.in().shape().has("Filters")) {
            int values = 0;
            for (Item filter : call.in().items("Filters")) {
                values += filter.texts("Values").size();
                conditions.add(condition(call, filter));
            }
            if (values > VALUES) {
                throw Ec2Error.of(
                        "FilterLimitExceeded",
                        "The maximum number of filter values specified on a single call is " + VALUES);
            }
        }
        return new Filters(conditions.build());
    }

    private static Predicate<Item> condition(Call call, Item filter) {
        String name = filter.find("Name").orElseThrow(() -> Ec2Error.missingParameter("name"));
        List<Wildcard> values =
                filter.texts("Values").stream().map(Wildcard::of).collect(ImmutableList.toImmutableList());
        if (values.isEmpty()) {
            throw Ec2Error.of("InvalidParameterValue", "The filter '" + name + "' has no value");
        }
        Map<String, List<List<String>>> filters = of(call.action().name());
        if (name.startsWith(TAG_PREFIX) && filters.containsKey(TAG)) {
            List<String> tags = filters.get(TAG).get(0);
            return new TagCondition(tags, name.substring(TAG_PREFIX.length()), values)::test;
        }
        List<List<String>> paths = filters.get(name);
        if (paths == null || name.equals(TAG)) {
            throw Ec2Error.of("InvalidParameterValue", "The filter '" + name + "' is invalid");
        }
        Predicate<String> matches = text -> values.stream().anyMatch(each -> each.matches(text));
        return item -> paths.stream().anyMatch(path -> switch (path.get(0).charAt(0)) {
            case INTERFACES -> anyOfInterfaces(call, item, withoutMark(path), matches);
            case GROUP_NAMES -> any(item, withoutMark(path), 0, id -> groupName(call, id, matches));
            default -> any(item, path, 0, matches);
        });
    }

    private static List<String> withoutMark(List<String> path) {
        List<String> way = new ArrayList<>(path);
        way.set(0, path.get(0).substring(1));
        return way;
    }

    private static boolean groupName(Call call, String id, Predicate<String> matches) {
        return call.plan()
                .securityGroup(id)
                .filter(group -> matches.test(group.groupName()))
                .isPresent();
    }

    /** Tests the interfaces of the instances that a reservation holds, as they are listed themselves. */
    private static boolean anyOfInterfaces(Call call, Item reservation, List<String> path, Predicate<String> matches) {
        return reservation.items("Instances").stream()
                .flatMap(instance -> call.plan().enisOf(instance.text("InstanceId")).stream())
                .anyMatch(eni -> any(EniView.of(call, eni), path, 0, matches));
    }

    boolean isEmpty() {
        return conditions.isEmpty();
    }

    boolean test(Item item) {
        for (Predicate<Item> each : conditions) {
            if (!each.test(item)) {
                return false;
            }
        }
        return true;
    }

    /** Tests every text below a value that a path leads to. */
    static boolean any(@Nullable Object value, List<String> path, int at, Predicate<String> test) {
        if (value instanceof List<?> list) {
            for (Object each : list) {
                if (any(each, path, at, test)) {
                    return true;
                }
            }
            return false;
        }
        if (value instanceof Item item) {
            return at < path.size() && any(item.at(item.shape().indexOf(path.get(at))), path, at + 1, test);
        }
        return value != null && test.test(value.toString());
    }

    /** Tests the value of the tag with a key. */
    private record TagCondition(List<String> tags, String key, List<Wildcard> values) {
        boolean test(Item item) {
            return tags(item, 0);
        }

        private boolean tags(@Nullable Object value, int at) {
            if (value instanceof List<?> list) {
                for (Object each : list) {
                    if (tags(each, at)) {
                        return true;
                    }
                }
                return false;
            }
            if (!(value instanceof Item item)) {
                return false;
            }
            if (at < tags.size()) {
                return tags(item.at(item.shape().indexOf(tags.get(at))), at + 1);
            }
            return item.text("Key").equals(key)
                    && values.stream().anyMatch(each -> each.matches(item.text("Value", "")));
        }
    }
}
