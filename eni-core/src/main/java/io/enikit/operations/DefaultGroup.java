package io.enikit.operations;

import io.enikit.internal.PlanAccess;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.VpcId;
import java.util.Optional;

/** The default group of a VPC, which EC2 makes with the VPC and puts interfaces into that state no group. */
final class DefaultGroup {
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
        SecurityGroup group = SecurityGroup.defaultOf(vpc);
        if (stated.isPresent()
                || plan.vpc(vpc).isEmpty()
                || plan.find(group.id()).isPresent()) {
            return stated;
        }
        editor.put(group);
        editor.report(Outcome.Kind.CREATED, group.id(), "in " + vpc);
        return Optional.of(group.id());
    }
}
