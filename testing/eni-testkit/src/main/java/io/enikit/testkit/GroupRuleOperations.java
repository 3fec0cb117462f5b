package io.enikit.testkit;

import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SecurityGroupPeer;
import io.enikit.model.SecurityGroupRule;
import io.enikit.operations.AuthorizeSecurityGroupEgress;
import io.enikit.operations.AuthorizeSecurityGroupIngress;
import io.enikit.operations.ModifySecurityGroupRules;
import io.enikit.operations.Operation;
import io.enikit.operations.RevokeSecurityGroupEgress;
import io.enikit.operations.RevokeSecurityGroupIngress;
import io.enikit.operations.UpdateSecurityGroupRuleDescriptionsEgress;
import io.enikit.operations.UpdateSecurityGroupRuleDescriptionsIngress;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Makes operations on the rules of security groups. */
final class GroupRuleOperations {
    private GroupRuleOperations() {}

    static void addTo(Map<Class<? extends Operation>, Function<TargetPicker, Operation>> all) {
        all.put(
                AuthorizeSecurityGroupIngress.class,
                targets -> AuthorizeSecurityGroupIngress.of(targets.group()).plusRule(rule(targets)));
        all.put(
                AuthorizeSecurityGroupEgress.class,
                targets -> AuthorizeSecurityGroupEgress.of(targets.group())
                        .plusRule(rule(targets))
                        .plusRule(rule(targets)));
        all.put(RevokeSecurityGroupIngress.class, targets -> {
            String group = with(targets, RuleDirection.INGRESS);
            SecurityGroupRule rule = one(targets, group, RuleDirection.INGRESS);
            return targets.choice().percent(50)
                    ? RevokeSecurityGroupIngress.of(group).plusRule(rule)
                    : RevokeSecurityGroupIngress.of(group)
                            .plusSecurityGroupRuleId(idOf(targets, group, RuleDirection.INGRESS, rule));
        });
        all.put(RevokeSecurityGroupEgress.class, targets -> {
            String group = with(targets, RuleDirection.EGRESS);
            return RevokeSecurityGroupEgress.of(group).plusRule(one(targets, group, RuleDirection.EGRESS));
        });
        all.put(UpdateSecurityGroupRuleDescriptionsIngress.class, targets -> {
            String group = with(targets, RuleDirection.INGRESS);
            return UpdateSecurityGroupRuleDescriptionsIngress.of(group)
                    .plusRule(one(targets, group, RuleDirection.INGRESS).withDescription("made up"));
        });
        all.put(UpdateSecurityGroupRuleDescriptionsEgress.class, targets -> {
            String group = with(targets, RuleDirection.EGRESS);
            return UpdateSecurityGroupRuleDescriptionsEgress.of(group)
                    .plusRule(one(targets, group, RuleDirection.EGRESS).withDescription("made up"));
        });
        all.put(ModifySecurityGroupRules.class, targets -> {
            String group = with(targets, RuleDirection.EGRESS);
            SecurityGroupRule rule = one(targets, group, RuleDirection.EGRESS);
            return ModifySecurityGroupRules.of(group)
                    .plusRule(idOf(targets, group, RuleDirection.EGRESS, rule), rule(targets));
        });
    }

    private static String with(TargetPicker targets, RuleDirection direction) {
        return targets.one(
                targets.plan().securityGroups(),
                group -> !group.rules().in(direction).isEmpty());
    }

    private static SecurityGroupRule one(TargetPicker targets, String group, RuleDirection direction) {
        Optional<SecurityGroupRule> there = find(targets, group)
                .flatMap(each -> targets.choice().any(each.rules().in(direction)))
                .filter(each -> targets.sensible());
        return there.orElseGet(() -> rule(targets));
    }

    private static String idOf(TargetPicker targets, String group, RuleDirection direction, SecurityGroupRule rule) {
        return find(targets, group)
                .filter(each -> targets.sensible())
                .map(each -> each.ruleId(direction, rule))
                .orElse("sgr-0");
    }

    private static Optional<SecurityGroup> find(TargetPicker targets, String group) {
        return targets.plan().securityGroup(group);
    }

    /** Makes a rule, of few so that some are there already; now and then one that EC2 refuses. */
    private static SecurityGroupRule rule(TargetPicker targets) {
        Choice choice = targets.choice();
        int port = choice.of(22, 80, 443, 8_080);
        int last = targets.sensible() ? port + choice.between(0, 1) : choice.of(-1, 70_000, 21);
        SecurityGroupPeer peer = choice.percent(30)
                ? SecurityGroupPeer.of(SecurityGroupId.of(targets.group()))
                : SecurityGroupPeer.parse(choice.of("0.0.0.0/0", "10.0.0.0/8", "::/0", "list:pl-0123"));
        SecurityGroupRule rule = SecurityGroupRule.of(
                choice.of("tcp", "udp", "icmp", "-1"), OptionalInt.of(port), OptionalInt.of(last), peer);
        return choice.percent(20) ? rule.withDescription(targets.sensible() ? "made up" : "why?") : rule;
    }
}
