package io.enikit.json.gathered;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SecurityGroupRule;
import io.enikit.model.SecurityGroupRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** The rules of security groups that stand elsewhere than in the description of their group. */
public final class RulesRead {
    private final Map<SecurityGroupId, OfGroup> all = new TreeMap<>();

    /** The groups that are there, as they are before rules are added to them. */
    private final Map<SecurityGroupId, SecurityGroup> before = new TreeMap<>();

    /** What was read of the rules of one group. */
    private static final class OfGroup {
        /** The directions in which all rules are read, so that the group has none that EC2 gives a new one. */
        private final Set<RuleDirection> stated = EnumSet.noneOf(RuleDirection.class);

        /** Whether the group is described without its rules. */
        private boolean notShown;

        private final ListMultimap<RuleDirection, Added> added = ArrayListMultimap.create();

        void addAll(OfGroup other) {
            stated.addAll(other.stated);
            notShown |= other.notShown;
            added.putAll(other.added);
        }
    }

    /** A rule, and whether it is certain that it is not there yet. */
    private record Added(SecurityGroupRule rule, boolean isNew) {}

    private OfGroup of(SecurityGroupId id) {
        return all.computeIfAbsent(id, unseen -> new OfGroup());
    }

    public void stated(SecurityGroupId id, RuleDirection direction) {
        of(id).stated.add(direction);
    }

    /** Notes that a group is described without its rules, so that it has those that are described by themselves. */
    public void notShown(SecurityGroupId id) {
        of(id).notShown = true;
    }

    public void add(SecurityGroupId id, RuleDirection direction, SecurityGroupRule rule, boolean isNew) {
        of(id).added.put(direction, new Added(rule, isNew));
    }

    void addAll(RulesRead other) {
        other.all.forEach((id, more) -> of(id).addAll(more));
    }

    Map<SecurityGroupId, SecurityGroup> before() {
        return before;
    }

    Set<SecurityGroupId> groups() {
        return all.keySet();
    }

    /**
     * Returns a group with the rules that were read.
     *
     * @param isNew whether the group is not there yet: what it is given twice is a fault
     */
    SecurityGroup in(SecurityGroup group, boolean isNew) {
        OfGroup more = of(group.id());
        if (!isNew && more.added.values().stream().anyMatch(Added::isNew)) {
            before.put(group.id(), group);
        }
        SecurityGroupRules rules = group.rules();
        for (RuleDirection direction : RuleDirection.values()) {
            boolean isReplaced = more.stated.contains(direction) || (more.notShown && !more.added.isEmpty());
            List<SecurityGroupRule> before = isReplaced ? List.of() : rules.in(direction);
            rules = rules.with(
                    direction,
                    joined(
                            before,
                            more.added.get(direction),
                            isNew,
                            (rule, id) -> group.ruleId(direction, rule).equals(id)));
        }
        return group.toBuilder().rules(rules).build();
    }

    private static List<SecurityGroupRule> joined(
            List<SecurityGroupRule> before,
            List<Added> added,
            boolean isNew,
            BiPredicate<SecurityGroupRule, String> isDerived) {
        Map<String, SecurityGroupRule> byPermission = new TreeMap<>();
        before.forEach(rule -> byPermission.put(permission(rule), rule));
        Set<String> seen = new TreeSet<>();
        List<SecurityGroupRule> twice = new ArrayList<>();
        for (Added each : added) {
            String permission = permission(each.rule);
            if (isNew && each.isNew && !seen.add(permission)) {
                twice.add(each.rule);
            } else {
                byPermission.merge(permission, each.rule, (rule, same) -> withId(rule, same, isDerived));
            }
        }
        List<SecurityGroupRule> joined = new ArrayList<>(byPermission.values());
        joined.addAll(twice);
        return joined;
    }

    /** An id that is derived from the rule, as where nobody gave it one, says nothing more. */
    private static SecurityGroupRule withId(
            SecurityGroupRule rule, SecurityGroupRule same, BiPredicate<SecurityGroupRule, String> isDerived) {
        SecurityGroupRule described = rule.description().isEmpty() ? rule.withDescription(same.description()) : rule;
        return same.securityGroupRuleId()
                .filter(id -> !isDerived.test(described, id))
                .map(described::withSecurityGroupRuleId)
                .orElse(described);
    }

    private static String permission(SecurityGroupRule rule) {
        return SecurityGroupRule.of(rule.ipProtocol(), rule.fromPort(), rule.toPort(), rule.peer())
                .toString();
    }
}
