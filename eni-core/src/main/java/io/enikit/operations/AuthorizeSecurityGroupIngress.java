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
 * Adds rules for traffic to the interfaces in a security group.
 *
 * <pre>{@code
 * AuthorizeSecurityGroupIngress.of("web").plusRule("tcp;443;0.0.0.0/0");
 * }</pre>
 */
@Value.Immutable
public abstract class AuthorizeSecurityGroupIngress extends Operation {
    AuthorizeSecurityGroupIngress() {}

    /**
     * Makes the operation, with no rules yet.
     *
     * @param group the id of the group
     * @return the operation
     */
    public static AuthorizeSecurityGroupIngress of(SecurityGroupId group) {
        return ImmutableAuthorizeSecurityGroupIngress.builder().group(group).build();
    }

    /**
     * Makes the operation, with no rules yet.
     *
     * @param group the id of the group
     * @return the operation
     */
    public static AuthorizeSecurityGroupIngress of(String group) {
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
    public AuthorizeSecurityGroupIngress plusRule(SecurityGroupRule rule) {
        return ImmutableAuthorizeSecurityGroupIngress.builder()
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
    public AuthorizeSecurityGroupIngress plusRule(String rule) {
        return plusRule(SecurityGroupRule.parse(requireNonNull(rule, "rule")));
    }

    /**
     * Returns a copy with these rules.
     *
     * @param rules the rules
     * @return the operation
     */
    public abstract AuthorizeSecurityGroupIngress withRules(Iterable<? extends SecurityGroupRule> rules);

    @Override
    public String action() {
        return "AuthorizeSecurityGroupIngress";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(group()).adds(group(), RuleDirection.INGRESS, rules());
    }

    @Override
    void apply(Editor editor) {
        GroupRuleEdits.add(group(), RuleDirection.INGRESS, rules(), editor);
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("AuthorizeSecurityGroupIngress", "group", group(), "rules", rules());
    }
}
