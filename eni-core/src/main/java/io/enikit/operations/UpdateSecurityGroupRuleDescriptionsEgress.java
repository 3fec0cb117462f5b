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
 * Changes the descriptions of rules for traffic from the interfaces in a security group.
 *
 * <p>A rule is named by what it allows, and gets the description that it has here, which may be none.
 */
@Value.Immutable
public abstract class UpdateSecurityGroupRuleDescriptionsEgress extends Operation {
    UpdateSecurityGroupRuleDescriptionsEgress() {}

    /**
     * Makes the operation, with no rules yet.
     *
     * @param group the id of the group
     * @return the operation
     */
    public static UpdateSecurityGroupRuleDescriptionsEgress of(SecurityGroupId group) {
        return ImmutableUpdateSecurityGroupRuleDescriptionsEgress.builder()
                .group(group)
                .build();
    }

    /**
     * Makes the operation, with no rules yet.
     *
     * @param group the id of the group
     * @return the operation
     */
    public static UpdateSecurityGroupRuleDescriptionsEgress of(String group) {
        return of(SecurityGroupId.of(requireNonNull(group, "group")));
    }

    /** {@return the id of the group} */
    public abstract SecurityGroupId group();

    /** {@return the rules with their new descriptions} */
    public abstract List<SecurityGroupRule> rules();

    /**
     * Returns a copy that also has the given rule.
     *
     * @param rule the rule
     * @return the operation
     */
    public UpdateSecurityGroupRuleDescriptionsEgress plusRule(SecurityGroupRule rule) {
        return ImmutableUpdateSecurityGroupRuleDescriptionsEgress.builder()
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
    public UpdateSecurityGroupRuleDescriptionsEgress plusRule(String rule) {
        return plusRule(SecurityGroupRule.parse(requireNonNull(rule, "rule")));
    }

    /**
     * Returns a copy with these rules.
     *
     * @param rules the rules
     * @return the operation
     */
    public abstract UpdateSecurityGroupRuleDescriptionsEgress withRules(Iterable<? extends SecurityGroupRule> rules);

    @Override
    public String action() {
        return "UpdateSecurityGroupRuleDescriptionsEgress";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(group()).namesRules(group(), Set.of(RuleDirection.EGRESS), rules(), List.of());
    }

    @Override
    void apply(Editor editor) {
        GroupRuleEdits.describe(group(), RuleDirection.EGRESS, rules(), editor);
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("UpdateSecurityGroupRuleDescriptionsEgress", "group", group(), "rules", rules());
    }
}
