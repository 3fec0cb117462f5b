package io.enikit.operations;

import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.IDS;
import static io.enikit.rules.Phase.SHAPE;
import static io.enikit.rules.Phase.STATE;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Vpc;
import io.enikit.rules.Fault;
import io.enikit.rules.RuleInfo;
import java.util.Optional;
import java.util.regex.Pattern;

/** The preconditions on calls about security groups. */
final class GroupPreconditions {
    private static final String CHARACTERS = "a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*";
    private static final Pattern VALID = Pattern.compile("[a-zA-Z0-9. _\\-:/()#,@\\[\\]+=&;{}!$*]*");

    static final ImmutableList<Precondition> ALL = ImmutableList.of(
            Precondition.of(
                    CreateSecurityGroup.class,
                    GroupPreconditions::descriptionGiven,
                    RuleInfo.of("create.group-description", SHAPE)
                            .withSummary("A security group is created with a description.")
                            .seen("a test that ran against EC2")
                            .withCatalogIds("SG-NAME")
                            .withCode("MissingParameter")
                            .withMessage("The request must contain the parameter GroupDescription", INFERRED)),
            Precondition.of(
                    CreateSecurityGroup.class,
                    GroupPreconditions::descriptionCharacters,
                    RuleInfo.of("create.group-description-characters", SHAPE)
                            .withSummary("The description of a new security group has the characters that EC2 allows.")
                            .seen("an answer of EC2")
                            .withCatalogIds("SG-NAME")
                            .withCode("InvalidParameterValue")
                            // logs of Terraform and CloudFormation, of 2024 to 2026
                            .withMessage(
                                    "Value ({notAscii}) for parameter GroupDescription is invalid. Character sets beyond ASCII are not supported.")
                            .plusMessage(
                                    "Invalid security group description. Valid descriptions are strings less than 256 characters from the following set:  {characters}")),
            Precondition.of(
                    CreateSecurityGroup.class,
                    GroupPreconditions::nameGiven,
                    RuleInfo.of("create.group-name", SHAPE)
                            .withSummary("A security group is created with a name.")
                            .seen("a test that ran against EC2")
                            .withCatalogIds("SG-NAME")
                            .withCode("MissingParameter")
                            .withMessage("The request must contain the parameter GroupName", INFERRED)),
            Precondition.of(
                    CreateSecurityGroup.class,
                    GroupPreconditions::nameCharacters,
                    RuleInfo.of("create.group-name-characters", SHAPE)
                            .withSummary("The name of a new security group has the characters that EC2 allows.")
                            .seen("a test that ran against EC2")
                            .withCatalogIds("SG-NAME")
                            .withCode("InvalidParameterValue")
                            .withMessage(
                                    "Value ({notAscii}) for parameter GroupName is invalid. Character sets beyond ASCII are not supported.",
                                    INFERRED)
                            .plusMessage(
                                    "Invalid security group name. Valid names are non-empty strings less than 256 characters from the following set:  {characters}")),
            Precondition.of(
                    CreateSecurityGroup.class,
                    GroupPreconditions::nameNotReserved,
                    RuleInfo.of("create.group-name-reserved", SHAPE)
                            .withSummary(
                                    "A new security group is not called default: each VPC has a group of that name.")
                            .seen("an answer of EC2")
                            .withCatalogIds("SG-NAME")
                            .withCode("InvalidParameterValue")
                            .withMessage("Cannot use reserved security group name: default")),
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
                                    "A security group that is deleted has no interface in it, is in no rule of another group and associated with no further VPC.")
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
                .map(group -> Fault.of(group.id() + " is the default group of VPC " + group.vpcId()));
    }

    private static Optional<Fault> unused(DeleteSecurityGroup operation, NetworkPlan plan) {
        Dependencies dependents = Dependencies.of(plan.enisWith(operation.group()));
        plan.securityGroupsWithPeer(operation.group()).stream()
                .filter(group -> !group.id().equals(operation.group()))
                .forEach(group -> dependents.add("a rule of group " + group.id()));
        plan.securityGroup(operation.group()).stream()
                .flatMap(group -> group.associatedVpcIds().stream())
                .forEach(vpc -> dependents.add("its association with vpc " + vpc));
        return dependents.isEmpty()
                ? Optional.empty()
                : Optional.of(Fault.of("resource " + operation.group() + " has a dependent object: " + dependents));
    }

    private static Optional<Fault> unusedInVpc(DisassociateSecurityGroupVpc operation, NetworkPlan plan) {
        Dependencies users = Dependencies.of(plan.enisWith(operation.group()).stream()
                .filter(eni -> isInVpc(operation, eni, plan))
                .toList());
        return users.isEmpty()
                ? Optional.empty()
                : Optional.of(Fault.of("resource " + operation.group() + " has a dependent object in VPC "
                        + operation.vpc() + ": " + users));
    }

    private static boolean isInVpc(DisassociateSecurityGroupVpc operation, Eni eni, NetworkPlan plan) {
        return plan.vpcOf(eni).map(Vpc::id).equals(Optional.of(operation.vpc()));
    }

    private static Optional<Fault> descriptionGiven(CreateSecurityGroup operation, NetworkPlan plan) {
        return operation.description().isEmpty()
                ? Optional.of(Fault.of("the group " + operation.group() + " has no description: expected one"))
                : Optional.empty();
    }

    private static Optional<Fault> nameGiven(CreateSecurityGroup operation, NetworkPlan plan) {
        return operation.groupName().isEmpty()
                ? Optional.of(Fault.of("the name of the group " + operation.group() + " is empty: expected one"))
                : Optional.empty();
    }

    private static Optional<Fault> descriptionCharacters(CreateSecurityGroup operation, NetworkPlan plan) {
        return characters("description", operation.description());
    }

    private static Optional<Fault> nameCharacters(CreateSecurityGroup operation, NetworkPlan plan) {
        return characters("name", operation.groupName());
    }

    private static Optional<Fault> characters(String what, String text) {
        if (VALID.matcher(text).matches()) {
            return Optional.empty();
        }
        Fault fault = Fault.of(
                        "the " + what + " of the group has characters that EC2 does not allow: expected " + CHARACTERS)
                .withValue("characters", CHARACTERS);
        return Optional.of(CharMatcher.ascii().matchesAllOf(text) ? fault : fault.withValue("notAscii", text));
    }

    private static Optional<Fault> nameNotReserved(CreateSecurityGroup operation, NetworkPlan plan) {
        return operation.groupName().equals(SecurityGroup.DEFAULT_NAME)
                ? Optional.of(Fault.of("the name default is that of the group which EC2 makes with the VPC"))
                : Optional.empty();
    }
}
