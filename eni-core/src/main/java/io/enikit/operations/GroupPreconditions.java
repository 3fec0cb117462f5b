package io.enikit.operations;

import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.IDS;
import static io.enikit.rules.Phase.STATE;

import com.google.common.collect.ImmutableList;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Vpc;
import io.enikit.rules.Fault;
import io.enikit.rules.RuleInfo;
import java.util.List;
import java.util.Optional;

/** The preconditions on calls about security groups. */
final class GroupPreconditions {
    static final ImmutableList<Precondition> ALL = ImmutableList.of(
            Precondition.ofEach(
                            call -> call.named(SecurityGroupId.class),
                            GroupPreconditions::known,
                            RuleInfo.of("delete.group-known", IDS)
                                    .withSummary("The security group of a call exists.")
                                    .documented("Error codes for the Amazon EC2 API")
                                    .withMessage("The security group '{group}' does not exist")
                                    .withCatalogIds("SG-404")
                                    .withCode("InvalidGroup.NotFound", SEEN))
                    .essential(),
            Precondition.of(
                    DeleteSecurityGroup.class,
                    GroupPreconditions::notDefault,
                    RuleInfo.of("delete.group-not-default", STATE)
                            .withSummary("The default group of a VPC cannot be deleted.")
                            .documented("Error codes for the Amazon EC2 API")
                            .withMessage(
                                    "the specified group: \"{group}\" name: \"default\" cannot be deleted by a user")
                            .withCatalogIds("SG-DELETE")
                            .withCode("CannotDelete", SEEN)),
            Precondition.of(
                    DeleteSecurityGroup.class,
                    GroupPreconditions::unused,
                    RuleInfo.of("delete.group-unused", STATE)
                            .withSummary(
                                    "A security group that is deleted has no interface in it and is associated with no further VPC.")
                            .documented("Error codes for the Amazon EC2 API")
                            .withMessage("resource {group} has a dependent object")
                            .withCatalogIds("SG-DELETE")
                            .withCode("DependencyViolation", SEEN)),
            Precondition.of(
                    DisassociateSecurityGroupVpc.class,
                    GroupPreconditions::unusedInVpc,
                    RuleInfo.of("disassociate.group-unused", STATE)
                            .withSummary("A security group is taken from a VPC once no interface there is in it.")
                            .documented("DisassociateSecurityGroupVpc")
                            .withCatalogIds("SG-VPC-ASSOC")
                            .withCode("DependencyViolation", INFERRED)));

    private GroupPreconditions() {}

    private static Optional<Fault> known(SecurityGroupId group, NetworkPlan plan) {
        return plan.securityGroup(group).isPresent()
                ? Optional.empty()
                : Optional.of(Fault.of("the security group \"" + group + "\" does not exist"));
    }

    private static Optional<Fault> notDefault(DeleteSecurityGroup operation, NetworkPlan plan) {
        return plan.securityGroup(operation.group())
                .filter(SecurityGroup::isDefault)
                .map(group -> group.id() + " is the default group of VPC " + group.vpcId())
                .map(Fault::of);
    }

    private static Optional<Fault> unused(DeleteSecurityGroup operation, NetworkPlan plan) {
        List<String> dependents = Dependencies.of(plan.enisWith(operation.group()));
        plan.securityGroup(operation.group()).stream()
                .flatMap(group -> group.associatedVpcIds().stream())
                .forEach(vpc -> dependents.add("its association with vpc " + vpc));
        return dependents.isEmpty()
                ? Optional.empty()
                : Optional.of(Fault.of(
                        "resource " + operation.group() + " has a dependent object: " + String.join(", ", dependents)));
    }

    private static Optional<Fault> unusedInVpc(DisassociateSecurityGroupVpc operation, NetworkPlan plan) {
        List<String> users = Dependencies.of(plan.enisWith(operation.group()).stream()
                .filter(eni -> isInVpc(operation, eni, plan))
                .toList());
        return users.isEmpty()
                ? Optional.empty()
                : Optional.of(Fault.of("resource " + operation.group() + " has a dependent object in VPC "
                        + operation.vpc() + ": " + String.join(", ", users)));
    }

    private static boolean isInVpc(DisassociateSecurityGroupVpc operation, Eni eni, NetworkPlan plan) {
        return plan.vpcOf(eni).map(Vpc::id).equals(Optional.of(operation.vpc()));
    }
}
