package io.enikit.model;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.enikit.internal.EscapedText;
import io.enikit.internal.ShortList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Says how fields differ, with a plural of values as what came and what went. */
final class FieldSentences {
    private static final String GROUPS = "groups";
    private static final String TAG = "tag:";

    /** What stands before each value of a field that has several. */
    private static final ImmutableMap<String, String> PLURALS = ImmutableMap.<String, String>builder()
            .put("privateIpAddresses", "")
            .put("ipv4Prefixes", "prefix ")
            .put("ipv6Addresses", "")
            .put("ipv6Prefixes", "prefix ")
            .put(GROUPS, "group ")
            .put("cidrBlocks", "block ")
            .put("ipv6CidrBlocks", "block ")
            .put("cidrReservations", "reservation ")
            .put("associatedVpcs", "VPC ")
            .put(RuleDirection.INGRESS.toString(), "ingress rule ")
            .put(RuleDirection.EGRESS.toString(), "egress rule ")
            .buildOrThrow();

    private final Map<String, PlanDiff.Values> fields;
    private final PlanNames oldNames;
    private final PlanNames newNames;

    FieldSentences(Map<String, PlanDiff.Values> fields, PlanNames oldNames, PlanNames newNames) {
        this.fields = new TreeMap<>(fields);
        this.oldNames = oldNames;
        this.newNames = newNames;
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** Says nothing of some fields. */
    void leaveOut(String field) {
        fields.remove(field);
    }

    void leaveOut(Collection<String> names) {
        fields.keySet().removeAll(names);
    }

    /** Returns what to say, each beginning with a verb or with a field. */
    List<String> parts() {
        List<String> parts = new ArrayList<>();
        fields.forEach((field, values) -> {
            if (PLURALS.containsKey(field)) {
                parts.addAll(plural(field, values));
            } else {
                parts.add(single(field, values));
            }
        });
        return parts;
    }

    /** Returns what to say of quotas, which always have a value. */
    List<String> quotas() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + " is " + shown(field.getValue().after()) + " instead of "
                        + shown(field.getValue().before()))
                .toList();
    }

    private List<String> plural(String field, PlanDiff.Values values) {
        Set<String> old = split(values.before());
        Set<String> current = split(values.after());
        List<String> parts = new ArrayList<>();
        boolean addresses = EniLine.ADDRESSES.contains(field);
        List<String> gained =
                named(field, Sets.difference(unmarked(addresses, current), unmarked(addresses, old)), newNames);
        List<String> lost =
                named(field, Sets.difference(unmarked(addresses, old), unmarked(addresses, current)), oldNames);
        String kind = PLURALS.getOrDefault(field, "");
        boolean group = field.equals(GROUPS);
        if (!gained.isEmpty()) {
            parts.add((group ? "joined " : "gained ") + kind + ShortList.of(gained));
        }
        if (!lost.isEmpty()) {
            parts.add((group ? "left " : "lost ") + kind + ShortList.of(lost));
        }
        Set<String> primary = Sets.difference(primaries(current), primaries(old));
        if (addresses && !primary.isEmpty() && !primaries(old).isEmpty()) {
            parts.add(
                    "has the primary address " + ShortList.of(primary) + " instead of " + ShortList.of(primaries(old)));
        }
        return parts.isEmpty() ? List.of("has its " + field + " in another order") : parts;
    }

    private static List<String> named(String field, Set<String> values, PlanNames names) {
        return values.stream()
                .map(EscapedText::unescape)
                .map(value -> field.equals(GROUPS) ? names.nameOf(SecurityGroupId.of(value)) : value)
                .toList();
    }

    private static Set<String> split(Optional<String> values) {
        return ImmutableSet.copyOf(Splitter.on(',').omitEmptyStrings().splitToList(values.orElse("")));
    }

    private static Set<String> unmarked(boolean addresses, Set<String> values) {
        return addresses ? plain(values) : values;
    }

    /** Returns values without the mark of primary addresses. */
    private static Set<String> plain(Collection<String> values) {
        return values.stream()
                .map(value -> isPrimary(value) ? value.substring(0, value.length() - 1) : value)
                .collect(ImmutableSet.toImmutableSet());
    }

    private static Set<String> primaries(Set<String> values) {
        return plain(values.stream().filter(FieldSentences::isPrimary).collect(ImmutableSet.toImmutableSet()));
    }

    private static boolean isPrimary(String value) {
        return value.endsWith("*");
    }

    private static String single(String field, PlanDiff.Values values) {
        String name = field.startsWith(TAG) ? "tag " + EscapedText.unescape(field.substring(TAG.length())) : field;
        if (values.before().isEmpty()) {
            return "has " + name + " " + shown(values.after());
        }
        return values.after().isEmpty()
                ? "has no " + name + " any more, it was " + shown(values.before())
                : "has " + name + " " + shown(values.after()) + " instead of " + shown(values.before());
    }

    private static String shown(Optional<String> value) {
        String text = EscapedText.unescape(value.orElse(""));
        return text.isEmpty() ? "\"\"" : text;
    }
}
