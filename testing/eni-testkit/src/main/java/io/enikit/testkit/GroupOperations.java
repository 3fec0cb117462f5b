package io.enikit.testkit;

import static io.enikit.testkit.TargetPicker.NOBODY;

import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.VpcId;
import io.enikit.operations.AssociateSecurityGroupVpc;
import io.enikit.operations.CreateSecurityGroup;
import io.enikit.operations.DeleteSecurityGroup;
import io.enikit.operations.DisassociateSecurityGroupVpc;
import io.enikit.operations.Operation;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes operations on security groups. */
final class GroupOperations {
    private GroupOperations() {}

    static void addTo(Map<Class<? extends Operation>, Function<TargetPicker, Operation>> all) {
        all.put(
                CreateSecurityGroup.class,
                targets ->
                        CreateSecurityGroup.of(targets.newName(), targets.vpc()).withDescription("for tests"));
        all.put(DeleteSecurityGroup.class, targets -> DeleteSecurityGroup.of(unused(targets)));
        all.put(AssociateSecurityGroupVpc.class, GroupOperations::associate);
        all.put(DisassociateSecurityGroupVpc.class, GroupOperations::disassociate);
        GroupRuleOperations.addTo(all);
    }

    private static String unused(TargetPicker targets) {
        return targets.one(
                targets.plan().securityGroups(),
                group -> targets.plan().enisWith(group.id()).isEmpty()
                        && targets.plan().securityGroupsWithPeer(group.id()).isEmpty()
                        && !group.isDefault());
    }

    /** A group that is no default one, and a VPC where it is not yet, as a rule. */
    private static Operation associate(TargetPicker targets) {
        NetworkPlan plan = targets.plan();
        String id = targets.one(
                plan.securityGroups(),
                group -> !group.isDefault() && plan.vpcs().size() > 1);
        Optional<SecurityGroup> group = find(plan, id);
        return AssociateSecurityGroupVpc.of(
                id,
                targets.one(
                        plan.vpcs(),
                        vpc -> !vpc.defaultVpc()
                                && group.filter(each -> !each.isUsableIn(vpc.id()))
                                        .isPresent()));
    }

    private static Operation disassociate(TargetPicker targets) {
        NetworkPlan plan = targets.plan();
        String id = targets.one(
                plan.securityGroups(), group -> !group.associatedVpcIds().isEmpty());
        return DisassociateSecurityGroupVpc.of(
                id,
                find(plan, id)
                        .flatMap(group -> targets.choice().any(group.associatedVpcIds()))
                        .map(VpcId::toString)
                        .orElse(NOBODY));
    }

    private static Optional<SecurityGroup> find(NetworkPlan plan, String id) {
        return plan.securityGroups().stream()
                .filter(group -> group.id().toString().equals(id))
                .findFirst();
    }
}
