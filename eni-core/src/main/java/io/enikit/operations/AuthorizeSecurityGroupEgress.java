package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SecurityGroupRule;
import java.util.List;
import org.immutables.value.Value;

/**
 * Adds rules for traffic from the interfaces in a security group.
 *
 * <pre>{@code
 * AuthorizeSecurityGroupEgress.of("web").plusRule("tcp;443;0.0.0.0/0");
 * }</pre>
 */
@Value.Immutable
public abstract class AuthorizeSecurityGroupEgress extends Operation {
    AuthorizeSecurityGroupEgress() {}

    /**
     * Makes the operation, with no rules yet.
     *
     * @param group the id of the group
     * @return the operation
     */
    public static AuthorizeSecurityGroupEgress of(SecurityGroupId group) {
        return ImmutableAuthorizeSecurityGroupEgress.builder().group(group).build();
    }

    /**
     * Makes the operation, with no rules yet.
     *
     * @param group the id of the group
     * @return the operation
     */
    public static AuthorizeSecurityGroupEgress of(String group) {
        return of(SecurityGroupId.of(requireNonNull(group, "group")));
    }

    /** {@return the id of the group} */
    public abstract SecurityGroupId group();

    /** {@return the rules to add} */
    public abstract List<SecurityGroupRule> rules();

    /**
     * Returns a copy that also has the given rule.
     *
     * @param rule the rule
     * @return the operation
     */
    public AuthorizeSecurityGroupEgress plusRule(SecurityGroupRule rule) {
        return ImmutableAuthorizeSecurityGroupEgress.builder()
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
    public AuthorizeSecurityGroupEgress plusRule(String rule) {
        return plusRule(SecurityGroupRule.parse(requireNonNull(rule, "rule")));
    }

    /**
     * Returns a copy with these rules.
     *
     * @param rules the rules
     * @return the operation
     */
    public abstract AuthorizeSecurityGroupEgress withRules(Iterable<? extends SecurityGroupRule> rules);

    @Override
    public String action() {
        return "AuthorizeSecurityGroupEgress";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(group()).adds(group(), RuleDirection.EGRESS, rules());
    }

    @Override
    void apply(Editor editor) {
        GroupRuleEdits.add(group(), RuleDirection.EGRESS, rules(), editor);
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("AuthorizeSecurityGroupEgress", "group", group(), "rules", rules());
    }
}
