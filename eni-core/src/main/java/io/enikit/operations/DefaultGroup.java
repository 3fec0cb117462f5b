package io.enikit.operations;

import io.enikit.internal.PlanAccess;
import io.enikit.model.NetworkPlan;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SecurityGroupPeer;
import io.enikit.model.SecurityGroupRule;
import io.enikit.model.SecurityGroupRules;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import java.util.Optional;

/** The default group of a VPC, which EC2 makes with the VPC and puts interfaces into that state no group. */
final class DefaultGroup {
    private static final SecurityGroupRule ALL_IPV6 =
            SecurityGroupRule.allTraffic(SecurityGroupPeer.of(Cidr.parse("::/0")));

    private DefaultGroup() {}

    /**
     * Returns the group of a VPC; where the plan leaves it out, as templates do, it is added.
     *
     * @return the group, or empty if there is no such VPC, or another resource has the id of the group
     */
    static Optional<SecurityGroupId> made(VpcId vpc, Editor editor) {
        NetworkPlan plan = editor.plan();
        Optional<SecurityGroupId> stated = PlanAccess.get().groupsNamed(plan, vpc, SecurityGroup.DEFAULT_NAME).stream()
                .findFirst();
        SecurityGroup made = SecurityGroup.defaultOf(vpc);
        SecurityGroup group =
                made.toBuilder().rules(rules(made.rules(), vpc, plan)).build();
        if (stated.isPresent()
                || plan.vpc(vpc).isEmpty()
                || plan.find(group.id()).isPresent()) {
            return stated;
        }
        editor.put(group.toBuilder()
                .ownerId(editor.caller().ownerOfPart(vpc, plan))
                .build());
        editor.report(Outcome.Kind.CREATED, group.id(), "in " + vpc);
        return Optional.of(group.id());
    }

    /** Returns the rules of a new group of a VPC: where that has an IPv6 block, IPv6 traffic may leave as well. */
    static SecurityGroupRules rules(SecurityGroupRules ofAnyVpc, VpcId vpc, NetworkPlan plan) {
        return plan.vpc(vpc).filter(each -> !each.ipv6CidrBlocks().isEmpty()).isPresent()
                ? ofAnyVpc.plus(RuleDirection.EGRESS, ALL_IPV6)
                : ofAnyVpc;
    }
}
