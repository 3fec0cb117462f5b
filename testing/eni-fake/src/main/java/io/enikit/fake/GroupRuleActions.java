package io.enikit.fake;

import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupRule;
import io.enikit.operations.AuthorizeSecurityGroupEgress;
import io.enikit.operations.AuthorizeSecurityGroupIngress;
import io.enikit.operations.ModifySecurityGroupRules;
import io.enikit.operations.Operation;
import io.enikit.operations.RevokeSecurityGroupEgress;
import io.enikit.operations.RevokeSecurityGroupIngress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds, changes, shows and removes the rules of security groups. */
final class GroupRuleActions {
    private static final String GROUP = "GroupId";
    private static final String NAME = "GroupName";
    private static final String RULES = "SecurityGroupRules";
    private static final String RULE_IDS = "SecurityGroupRuleIds";
    private static final String RULE_ID = "SecurityGroupRuleId";

    private GroupRuleActions() {}

    /** A rule where it stands. */
    private record Placed(SecurityGroup group, RuleDirection direction, SecurityGroupRule rule) {
        String id() {
            return group.ruleId(direction, rule);
        }
    }

    static void register(Map<String, Action> actions) {
        actions.put("AuthorizeSecurityGroupIngress", call -> authorize(call, RuleDirection.INGRESS));
        actions.put("AuthorizeSecurityGroupEgress", call -> authorize(call, RuleDirection.EGRESS));
        actions.put("RevokeSecurityGroupIngress", call -> revoke(call, RuleDirection.INGRESS));
        actions.put("RevokeSecurityGroupEgress", call -> revoke(call, RuleDirection.EGRESS));
        actions.put("ModifySecurityGroupRules", GroupRuleActions::modify);
        actions.put("DescribeSecurityGroupRules", GroupRuleActions::describe);
    }

    private static SecurityGroup target(Call call) {
        Optional<String> id = call.in().find(GROUP);
        if (id.isPresent() || !call.in().shape().has(NAME)) {
            return GroupActions.find(call, call.in().text(GROUP));
        }
        String name = call.in()
                .find(NAME)
                .orElseThrow(() ->
                        Ec2Error.of("MissingParameter", "The request must contain the parameter groupName or groupId"));
        return GroupActions.byName(call, name);
    }

    private static void authorize(Call call, RuleDirection direction) {
        SecurityGroup group = target(call);
        Map<String, String> tags = TagSets.of(call, "security-group-rule");
        List<SecurityGroupRule> rules = new ArrayList<>();
        for (SecurityGroupRule each : new Permissions(call, group).all()) {
            rules.add(each.withSecurityGroupRuleId(call.fresh("sgr")));
        }
        Operation authorize = direction == RuleDirection.INGRESS
                ? AuthorizeSecurityGroupIngress.of(group.id()).withRules(rules)
                : AuthorizeSecurityGroupEgress.of(group.id()).withRules(rules);
        call.apply(authorize);
        SecurityGroup changed = GroupActions.find(call, group.id().toString());
        call.out().put("Return", true).put(RULES, List.of());
        for (SecurityGroupRule each : rules) {
            String id = each.securityGroupRuleId().orElseThrow();
            Tagged.put(call, id, tags);
            SecurityGroupRule made = changed.rule(direction, id).orElse(each);
            call.out().add(RULES, PermissionView.rule(call, changed, direction, made));
        }
    }

    private static void revoke(Call call, RuleDirection direction) {
        SecurityGroup group = target(call);
        List<SecurityGroupRule> stated = new Permissions(call, group).all();
        List<String> ids = call.in().texts(RULE_IDS);
        List<SecurityGroupRule> gone = new ArrayList<>();
        stated.forEach(each -> group.rules().find(direction, each).ifPresent(gone::add));
        ids.forEach(each -> group.rule(direction, each).ifPresent(gone::add));
        call.apply(direction == RuleDirection.INGRESS ? ingress(group, stated, ids) : egress(group, stated, ids));
        call.out().put("Return", true).put("RevokedSecurityGroupRules", List.of());
        for (SecurityGroupRule each : gone) {
            PermissionView.revoked(group, direction, each, call.out().append("RevokedSecurityGroupRules"));
            call.state(call.state().withoutFacts(group.ruleId(direction, each)));
        }
    }

    private static Operation ingress(SecurityGroup group, List<SecurityGroupRule> rules, List<String> ids) {
        RevokeSecurityGroupIngress revoke =
                RevokeSecurityGroupIngress.of(group.id()).withRules(rules);
        for (String id : ids) {
            revoke = revoke.plusSecurityGroupRuleId(id);
        }
        return revoke;
    }

    private static Operation egress(SecurityGroup group, List<SecurityGroupRule> rules, List<String> ids) {
        RevokeSecurityGroupEgress revoke =
                RevokeSecurityGroupEgress.of(group.id()).withRules(rules);
        for (String id : ids) {
            revoke = revoke.plusSecurityGroupRuleId(id);
        }
        return revoke;
    }

    private static void modify(Call call) {
        SecurityGroup group = target(call);
        Permissions permissions = new Permissions(call, group);
        ModifySecurityGroupRules modify = ModifySecurityGroupRules.of(group.id());
        for (Item update : call.in().items(RULES)) {
            String id = update.text(RULE_ID);
            Item rule =
                    update.item("SecurityGroupRule").orElseThrow(() -> Ec2Error.missingParameter("securityGroupRule"));
            boolean known = group.rule(RuleDirection.INGRESS, id)
                    .or(() -> group.rule(RuleDirection.EGRESS, id))
                    .isPresent();
            if (!known) {
                throw unknownRule(id);
            }
            modify = modify.plusRule(id, permissions.replacing(rule));
        }
        call.apply(modify);
        call.out().put("Return", true);
    }

    private static Ec2Error unknownRule(String id) {
        return Ec2Error.notFound("InvalidSecurityGroupRuleId.NotFound", "security group rule ID", id);
    }

    private static void describe(Call call) {
        for (Item filter : call.in().items("Filters")) {
            if (filter.text("Name", "").equals("group-id")) {
                filter.texts("Values").forEach(id -> checkForm(call, id));
            }
        }
        List<Placed> all = new ArrayList<>();
        for (SecurityGroup group : call.plan().securityGroups()) {
            for (RuleDirection direction : RuleDirection.values()) {
                group.rules().in(direction).forEach(rule -> all.add(new Placed(group, direction, rule)));
            }
        }
        Listing.<Placed>of(call, RULES)
                .ids(
                        RULE_IDS,
                        id -> all.stream().filter(each -> each.id().equals(id)).findFirst(),
                        GroupRuleActions::unknownRule)
                .answer(
                        all,
                        Placed::id,
                        each -> PermissionView.rule(call, each.group(), each.direction(), each.rule()));
    }

    /** A value for the id of a group has to have the form of one; names that a plan brought along are ids as well. */
    private static void checkForm(Call call, String id) {
        boolean pattern = id.indexOf('*') >= 0 || id.indexOf('?') >= 0;
        if (!pattern
                && !Ids.isWellFormed("sg", id)
                && call.plan().securityGroup(id).isEmpty()) {
            throw Ec2Error.of("InvalidGroupId.Malformed", "The security group ID '" + id + "' is malformed");
        }
    }
}
