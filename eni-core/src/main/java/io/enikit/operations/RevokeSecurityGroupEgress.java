package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SecurityGroupRule;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Removes rules for traffic from the interfaces in a security group.
 *
 * <p>A rule is named by what it allows, whatever its description, or by its id.
 */
@Value.Immutable
public abstract class RevokeSecurityGroupEgress extends Operation {
    RevokeSecurityGroupEgress() {}

    /**
     * Makes the operation, with no rules yet.
     *
     * @param group the id of the group
     * @return the operation
     */
    public static RevokeSecurityGroupEgress of(SecurityGroupId group) {
        return ImmutableRevokeSecurityGroupEgress.builder().group(group).build();
    }

    /**
     * Makes the operation, with no rules yet.
     *
     * @param group the id of the group
     * @return the operation
     */
    public static RevokeSecurityGroupEgress of(String group) {
        return of(SecurityGroupId.of(requireNonNull(group, "group")));
    }

    /** {@return the id of the group} */
    public abstract SecurityGroupId group();

    /** {@return the rules to remove} */
    public abstract List<SecurityGroupRule> rules();

    /**
     * Returns a copy that also has the given rule.
     *
     * @param rule the rule
     * @return the operation
     */
    public RevokeSecurityGroupEgress plusRule(SecurityGroupRule rule) {
        return ImmutableRevokeSecurityGroupEgress.builder()
                .from(this)
                .addRule(requireNonNull(rule, "rule"))
                .build();
    }

    /**
     * Returns a copy that also has the given rule.
     *
     * @param rule such as {@code tcp;443;0.0.0.0/0}
     * @return the operation
     * @throws IllegalArgumentException if the text is no rule
     */
    public RevokeSecurityGroupEgress plusRule(String rule) {
        return plusRule(SecurityGroupRule.parse(requireNonNull(rule, "rule")));
    }

    /**
     * Returns a copy with these rules.
     *
     * @param rules the rules
     * @return the operation
     */
    public abstract RevokeSecurityGroupEgress withRules(Iterable<? extends SecurityGroupRule> rules);

    /** {@return the ids of further rules to remove} */
    public abstract List<String> securityGroupRuleIds();

    /**
     * Returns a copy that also removes the rule with the given id.
     *
     * @param securityGroupRuleId such as {@code sgr-0123}
     * @return the operation
     */
    public RevokeSecurityGroupEgress plusSecurityGroupRuleId(String securityGroupRuleId) {
        return ImmutableRevokeSecurityGroupEgress.builder()
                .from(this)
                .addSecurityGroupRuleId(requireNonNull(securityGroupRuleId, "securityGroupRuleId"))
                .build();
    }

    @Override
    public String action() {
        return "RevokeSecurityGroupEgress";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan)
                .names(group())
                .namesRules(group(), Set.of(RuleDirection.EGRESS), rules(), securityGroupRuleIds());
    }

    @Override
    void apply(Editor editor) {
        GroupRuleEdits.remove(group(), RuleDirection.EGRESS, rules(), securityGroupRuleIds(), editor);
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "RevokeSecurityGroupEgress",
                "group",
                group(),
                "rules",
                rules(),
                "securityGroupRuleIds",
                securityGroupRuleIds());
    }
}
