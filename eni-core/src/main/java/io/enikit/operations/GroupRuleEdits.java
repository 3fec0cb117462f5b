package io.enikit.operations;

import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SecurityGroupRule;
import io.enikit.model.SecurityGroupRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes the rules of a security group on behalf of an operation. */
final class GroupRuleEdits {
    private GroupRuleEdits() {}

    static void add(SecurityGroupId id, RuleDirection direction, List<SecurityGroupRule> rules, Editor editor) {
        for (SecurityGroupRule rule : rules) {
            SecurityGroup changed = group(id, editor).plusRule(direction, rule);
            editor.put(changed);
            SecurityGroupRule added = changed.rules().find(direction, rule).orElseThrow();
            editor.report(Outcome.Kind.AUTHORIZED, id, text(changed, direction, added));
        }
    }

    static void remove(
            SecurityGroupId id,
            RuleDirection direction,
            List<SecurityGroupRule> rules,
            List<String> ruleIds,
            Editor editor) {
        List<SecurityGroupRule> all = new ArrayList<>(rules);
        ruleIds.forEach(each -> group(id, editor).rule(direction, each).ifPresent(all::add));
        for (SecurityGroupRule rule : all) {
            SecurityGroup group = group(id, editor);
            Optional<SecurityGroupRule> there = group.rules().find(direction, rule);
            if (there.isPresent()) {
                put(group, group.rules().minus(direction, rule), editor);
                editor.report(Outcome.Kind.REVOKED, id, text(group, direction, there.get()));
            }
        }
    }

    static void describe(SecurityGroupId id, RuleDirection direction, List<SecurityGroupRule> rules, Editor editor) {
        for (SecurityGroupRule rule : rules) {
            SecurityGroup group = group(id, editor);
            SecurityGroupRule before = group.rules().find(direction, rule).orElseThrow();
            replace(group, direction, Map.of(before, before.withDescription(rule.description())), editor);
        }
    }

    static void modify(SecurityGroupId id, Map<String, SecurityGroupRule> rules, Editor editor) {
        SecurityGroup group = group(id, editor);
        for (RuleDirection direction : RuleDirection.values()) {
            Map<SecurityGroupRule, SecurityGroupRule> changes = new LinkedHashMap<>();
            rules.forEach((ruleId, rule) -> group.rule(direction, ruleId)
                    .ifPresent(before -> changes.put(before, rule.withSecurityGroupRuleId(ruleId))));
            if (!changes.isEmpty()) {
                replace(group(id, editor), direction, changes, editor);
            }
        }
    }

    private static void replace(
            SecurityGroup group,
            RuleDirection direction,
            Map<SecurityGroupRule, SecurityGroupRule> changes,
            Editor editor) {
        List<SecurityGroupRule> all = new ArrayList<>();
        for (SecurityGroupRule before : group.rules().in(direction)) {
            @Nullable SecurityGroupRule after = changes.get(before);
            all.add(after == null ? before : after);
        }
        SecurityGroup changed = put(group, group.rules().with(direction, all), editor);
        changes.values()
                .forEach(after -> editor.report(Outcome.Kind.MODIFIED, group.id(), text(changed, direction, after)));
    }

    private static SecurityGroup put(SecurityGroup group, SecurityGroupRules rules, Editor editor) {
        SecurityGroup changed = group.toBuilder().rules(rules).build();
        editor.put(changed);
        return changed;
    }

    private static SecurityGroup group(SecurityGroupId id, Editor editor) {
        return editor.plan().securityGroup(id).orElseThrow();
    }

    private static String text(SecurityGroup group, RuleDirection direction, SecurityGroupRule rule) {
        return group.ruleId(direction, rule) + " " + direction + " " + rule;
    }
}
