package io.enikit.testkit;

import static io.enikit.testkit.Picks.NOBODY;

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

    static void addTo(Map<Class<? extends Operation>, Function<Picks, Operation>> all) {
        all.put(CreateSecurityGroup.class, picks -> CreateSecurityGroup.of(picks.newName(), picks.vpc()));
        all.put(DeleteSecurityGroup.class, picks -> DeleteSecurityGroup.of(unused(picks)));
        all.put(AssociateSecurityGroupVpc.class, GroupOperations::associate);
        all.put(DisassociateSecurityGroupVpc.class, GroupOperations::disassociate);
    }

    private static String unused(Picks picks) {
        return picks.one(
                picks.plan().securityGroups(),
                group -> picks.plan().enisWith(group.id()).isEmpty() && !group.isDefault());
    }

    /** A group that is no default one, and a VPC where it is not yet, as a rule. */
    private static Operation associate(Picks picks) {
        NetworkPlan plan = picks.plan();
        String id = picks.one(
                plan.securityGroups(),
                group -> !group.isDefault() && plan.vpcs().size() > 1);
        Optional<SecurityGroup> group = find(plan, id);
        return AssociateSecurityGroupVpc.of(
                id,
                picks.one(
                        plan.vpcs(),
                        vpc -> !vpc.defaultVpc()
                                && group.filter(each -> !each.isUsableIn(vpc.id()))
                                        .isPresent()));
    }

    private static Operation disassociate(Picks picks) {
        NetworkPlan plan = picks.plan();
        String id = picks.one(
                plan.securityGroups(), group -> !group.associatedVpcIds().isEmpty());
        return DisassociateSecurityGroupVpc.of(
                id,
                find(plan, id)
                        .flatMap(group -> picks.choice().any(group.associatedVpcIds()))
                        .map(VpcId::toString)
                        .orElse(NOBODY));
    }

    private static Optional<SecurityGroup> find(NetworkPlan plan, String id) {
        return plan.securityGroups().stream()
                .filter(group -> group.id().toString().equals(id))
                .findFirst();
    }
}
