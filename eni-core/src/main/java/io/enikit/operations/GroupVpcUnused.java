package io.enikit.operations;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Vpc;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.List;
import java.util.Optional;

/** A security group is taken from a VPC once no interface there is in it. */
final class GroupVpcUnused extends Precondition<DisassociateSecurityGroupVpc> {
    GroupVpcUnused() {
        super(
                RuleInfo.documented(
                                "disassociate.group-unused",
                                Phase.STATE,
                                "A security group is taken from a VPC once no interface there is in it.",
                                "DisassociateSecurityGroupVpc")
                        .withCatalogIds("SG-VPC-ASSOC")
                        .withCode("DependencyViolation", Evidence.INFERRED),
                DisassociateSecurityGroupVpc.class);
    }

    @Override
    Optional<String> check(DisassociateSecurityGroupVpc operation, NetworkPlan plan) {
        List<String> users = Dependencies.of(plan.enisWith(operation.group()).stream()
                .filter(eni -> isIn(operation, eni, plan))
                .toList());
        return users.isEmpty()
                ? Optional.empty()
                : Optional.of("resource " + operation.group() + " has a dependent object in VPC " + operation.vpc()
                        + ": " + String.join(", ", users));
    }

    private static boolean isIn(DisassociateSecurityGroupVpc operation, Eni eni, NetworkPlan plan) {
        return plan.vpcOf(eni).map(Vpc::id).equals(Optional.of(operation.vpc()));
    }
}
