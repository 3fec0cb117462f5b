package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SecurityGroupRule;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Changes what rules of a security group allow, and how they are described. They keep their ids and directions.
 */
@Value.Immutable
public abstract class ModifySecurityGroupRules extends Operation {
    ModifySecurityGroupRules() {}

    /**
     * Makes the operation, with no rules yet.
     *
     * @param group the id of the group
     * @return the operation
     */
    public static ModifySecurityGroupRules of(SecurityGroupId group) {
        return ImmutableModifySecurityGroupRules.builder().group(group).build();
    }

    /**
     * Makes the operation, with no rules yet.
     *
     * @param group the id of the group
     * @return the operation
     */
    public static ModifySecurityGroupRules of(String group) {
        return of(SecurityGroupId.of(requireNonNull(group, "group")));
    }

    /** {@return the id of the group} */
    public abstract SecurityGroupId group();

    /** {@return what each rule is to be, by its id} */
    public abstract Map<String, SecurityGroupRule> rules();

    /**
     * Returns a copy that also changes the given rule.
     *
     * @param securityGroupRuleId the id of the rule, in either direction
     * @param rule what it is to be; an id that it has is not looked at
     * @return the operation
     * @throws IllegalArgumentException if the copy would change the rule twice
     */
    public ModifySecurityGroupRules plusRule(String securityGroupRuleId, SecurityGroupRule rule) {
        return ImmutableModifySecurityGroupRules.builder()
                .from(this)
                .putRule(requireNonNull(securityGroupRuleId, "securityGroupRuleId"), requireNonNull(rule, "rule"))
                .build();
    }

    @Override
    public String action() {
        return "ModifySecurityGroupRules";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan)
                .names(group())
                .namesRules(group(), EnumSet.allOf(RuleDirection.class), List.of(), rules().keySet());
    }

    @Override
    void apply(Editor editor) {
        GroupRuleEdits.modify(group(), rules(), editor);
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("ModifySecurityGroupRules", "group", group(), "rules", rules());
    }
}
