package io.enikit.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a security group in both directions. Immutable.
 *
 * <pre>{@code
 * SecurityGroupRules.ofNewGroup().plus(RuleDirection.INGRESS, SecurityGroupRule.parse("tcp;443;0.0.0.0/0"));
 * }</pre>
 */
public final class SecurityGroupRules {
    private static final SecurityGroupRules NONE = new SecurityGroupRules(ImmutableList.of(), ImmutableList.of());

    private static final SecurityGroupRules NEW_GROUP = NONE.plus(
            RuleDirection.EGRESS, SecurityGroupRule.allTraffic(SecurityGroupPeer.of(Cidr.parse("0.0.0.0/0"))));

    private final ImmutableList<SecurityGroupRule> ingress;
    private final ImmutableList<SecurityGroupRule> egress;

    private SecurityGroupRules(Iterable<SecurityGroupRule> ingress, Iterable<SecurityGroupRule> egress) {
        this.ingress = ImmutableList.sortedCopyOf(ingress);
        this.egress = ImmutableList.sortedCopyOf(egress);
    }

    /** {@return no rules: nothing is allowed} */
    public static SecurityGroupRules none() {
        return NONE;
    }

    /**
     * Returns the rules that EC2 gives a new group: all traffic to any IPv4 address may leave.
     *
     * <p>In a VPC with an IPv6 block, EC2 adds the same for IPv6 (page "Default security groups for your VPCs").
     *
     * @return the rules
     */
    public static SecurityGroupRules ofNewGroup() {
        return NEW_GROUP;
    }

    /**
     * Returns the rules that EC2 gives the default group of a VPC.
     *
     * @param group the group
     * @return those of a new group, and all traffic from interfaces in the group itself
     */
    public static SecurityGroupRules ofDefaultGroup(SecurityGroupId group) {
        requireNonNull(group, "group");
        return NEW_GROUP.plus(RuleDirection.INGRESS, SecurityGroupRule.allTraffic(SecurityGroupPeer.of(group)));
    }

    /** {@return the rules for traffic to interfaces in the group, sorted} */
    public List<SecurityGroupRule> ingress() {
        return ingress;
    }

    /** {@return the rules for traffic from interfaces in the group, sorted} */
    public List<SecurityGroupRule> egress() {
        return egress;
    }

    /**
     * Returns the rules of a direction.
     *
     * @param direction the direction
     * @return its rules, sorted; the same permission may stand there twice, which EC2 would refuse
     */
    public List<SecurityGroupRule> in(RuleDirection direction) {
        return switch (requireNonNull(direction, "direction")) {
            case INGRESS -> ingress;
            case EGRESS -> egress;
        };
    }

    /**
     * Returns a copy with other rules in one direction.
     *
     * @param direction the direction
     * @param rules all its rules
     * @return the rules
     */
    public SecurityGroupRules with(RuleDirection direction, Iterable<SecurityGroupRule> rules) {
        requireNonNull(rules, "rules");
        return switch (requireNonNull(direction, "direction")) {
            case INGRESS -> new SecurityGroupRules(rules, egress);
            case EGRESS -> new SecurityGroupRules(ingress, rules);
        };
    }

    /**
     * Returns a copy that also has the given rule.
     *
     * @param direction the direction
     * @param rule the rule
     * @return the rules
     */
    public SecurityGroupRules plus(RuleDirection direction, SecurityGroupRule rule) {
        return with(
                direction,
                ImmutableList.<SecurityGroupRule>builder()
                        .addAll(in(direction))
                        .add(requireNonNull(rule, "rule"))
                        .build());
    }

    /**
     * Returns a copy without the rules that allow what the given one allows.
     *
     * @param direction the direction
     * @param rule a rule, whose description and id do not matter
     * @return the rules
     */
    public SecurityGroupRules minus(RuleDirection direction, SecurityGroupRule rule) {
        requireNonNull(rule, "rule");
        return with(direction, Iterables.filter(in(direction), each -> !each.isSamePermission(rule)));
    }

    /**
     * Finds the rule that allows what the given one allows.
     *
     * @param direction the direction
     * @param rule a rule, whose description and id do not matter
     * @return the rule with the description and the id that it has here
     */
    public Optional<SecurityGroupRule> find(RuleDirection direction, SecurityGroupRule rule) {
        requireNonNull(rule, "rule");
        return in(direction).stream().filter(rule::isSamePermission).findFirst();
    }

    /**
     * Counts rules as the quota of a group does.
     *
     * <p>Rules for groups and prefix lists count in both families (page "Amazon VPC quotas"). A prefix list counts once
     * here; EC2 counts a list of a customer by its maximum size, which a plan does not know.
     *
     * @param direction the direction
     * @param family the family
     * @return how many rules
     */
    public int count(RuleDirection direction, IpFamily family) {
        requireNonNull(family, "family");
        return (int) in(direction).stream()
                .filter(rule -> rule.peer().countsIn(family))
                .count();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecurityGroupRules rules
                && ingress.equals(rules.ingress)
                && egress.equals(rules.egress);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ingress, egress);
    }

    /** {@return such as {@code ingress [tcp;443;0.0.0.0/0], egress [-1;;0.0.0.0/0]}} */
    @Override
    public String toString() {
        return "ingress " + ingress + ", egress " + egress;
    }
}
