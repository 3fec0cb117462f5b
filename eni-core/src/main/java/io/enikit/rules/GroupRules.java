package io.enikit.rules;

import static io.enikit.model.ResourceKind.SECURITY_GROUP;
import static io.enikit.model.ResourceKind.SUBNET;
import static io.enikit.model.ResourceKind.VPC;
import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.IDS;
import static io.enikit.rules.Phase.LIMITS;
import static io.enikit.rules.Phase.SHAPE;
import static io.enikit.rules.Phase.STATE;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.PlanAccess;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import java.util.Optional;
import java.util.SortedSet;

/** The rules on security groups, and on those of interfaces. */
final class GroupRules {
    private static final int LONGEST = 255;
    private static final String ID_START = "sg-";
    static final ImmutableList<Rule<?>> ALL = ImmutableList.of(
            RuleInfo.of("group.vpc.exists", IDS)
                    .withSummary("The VPC of a security group exists, and those that it is associated with.")
                    .documented("Error codes for the Amazon EC2 API")
                    .withMessage("The vpc ID '{vpc}' does not exist")
                    .withCatalogIds("VPC-404")
                    .withCode("InvalidVpcID.NotFound", SEEN)
                    .withNeeds(Fact.EXISTENCE)
                    .rule(SecurityGroup.class, GroupRules::vpcExists)
                    .lookingAt(VPC),
            RuleInfo.of("group.name", SHAPE)
                    .withSummary("A security group name has 1 to 255 characters and does not start with sg-.")
                    .documented("CreateSecurityGroup")
                    .withMessage(
                            "Value ({nameLikeId}) for parameter GroupName is invalid. Group names may not be in the format sg-*.")
                    .withCatalogIds("SG-NAME")
                    .withCode("InvalidParameterValue", SEEN)
                    .withNeeds(Fact.GROUP_NAME)
                    .rule(SecurityGroup.class, GroupRules::name)
                    .lookingAt(),
            RuleInfo.of("group.name.unique", IDS)
                    .withSummary("A security group name is unique in its VPC, among the groups of an account.")
                    .documented("CreateSecurityGroup")
                    .withMessage("The security group '{name}' already exists for VPC '{vpc}'")
                    .withCatalogIds("SG-NAME")
                    .withCode("InvalidGroup.Duplicate", SEEN)
                    .withNeeds(Fact.GROUP_NAME)
                    .rule(SecurityGroup.class, GroupRules::uniqueName)
                    .lookingAt(VPC, SECURITY_GROUP),
            RuleInfo.of("group.vpc.associations", STATE)
                    .withSummary("A default group is associated with no further VPC, and no group with a default VPC.")
                    .documented("Associate security groups with multiple VPCs")
                    .withCatalogIds("SG-VPC-ASSOC")
                    .rule(SecurityGroup.class, GroupRules::associations)
                    .lookingAt(VPC),
            RuleInfo.of("eni.groups.exist", IDS)
                    .withSummary("The security groups of an interface exist.")
                    .documented("Error codes for the Amazon EC2 API")
                    .withMessage("The security group '{detail}' does not exist")
                    .withCatalogIds("SG-404")
                    .withCode("InvalidGroup.NotFound", SEEN)
                    .withNeeds(Fact.EXISTENCE)
                    .rule(Eni.class, GroupRules::exist)
                    .lookingAt(SECURITY_GROUP),
            RuleInfo.of("eni.groups.vpc", STATE)
                    .withSummary("The security groups of an interface are of its VPC, or associated with it.")
                    .seen("answers of EC2")
                    .withMessage("Security group {detail} and subnet {subnet} belong to different networks.")
                    .withMessageOf(
                            "ModifyNetworkInterfaceAttribute",
                            "You have specified two resources that belong to different networks.")
                    .withCatalogIds("SG-SAME-VPC", "SG-VPC-ASSOC")
                    .withCode("InvalidParameterValue")
                    .withCodeOf("RunInstances", "InvalidParameter")
                    .withCodeOf("ModifyNetworkInterfaceAttribute", "InvalidGroup.NotFound")
                    .withSilentBehind("eni.subnet.exists")
                    .withSilentBehindSame("eni.groups.exist")
                    .withNeeds(Fact.SUBNET_VPC, Fact.GROUP_VPC)
                    .rule(Eni.class, GroupRules::ofSameVpc)
                    .lookingAt(SUBNET, SECURITY_GROUP),
            RuleInfo.of("eni.groups.required", SHAPE)
                    .withSummary("An interface is in at least one security group.")
                    .documented("Elastic network interfaces")
                    .withCatalogIds("SG-DEFAULT", "ATTR-GROUPS")
                    .withCode("MissingParameter", INFERRED)
                    .withSilentBehind("eni.subnet.exists")
                    .withNeeds(Fact.ENI_GROUPS)
                    .rule(Eni.class, GroupRules::required)
                    .lookingAt(SUBNET),
            RuleInfo.of("eni.groups.quota", LIMITS)
                    .withSummary(
                            "An interface is in no more security groups than the quota allows: 5, or up to 16 where it was raised.")
                    .documented("Amazon VPC quotas")
                    // amazon-vpc-resource-controller-k8s#583
                    .withMessageOf(
                            "CreateNetworkInterface",
                            "user {owner} exceeded limit {limit} on the number of interface security group memberships")
                    .withMessageOf(
                            "ModifyNetworkInterfaceAttribute",
                            "The maximum number of security groups per interface has been reached.")
                    .withMessageOf(
                            "RunInstances", "You have exceeded the number of VPC security groups allowed per instance.")
                    .withCatalogIds("SG-PER-ENI")
                    .withCode("SecurityGroupsPerInterfaceLimitExceeded", SEEN)
                    .withCodeOf("CreateNetworkInterface", "InvalidParameterValue")
                    .withCodeOf("RunInstances", "SecurityGroupsPerInstanceLimitExceeded")
                    .rule(Eni.class, GroupRules::quota)
                    .lookingAt());

    private GroupRules() {}

    private static void vpcExists(SecurityGroup group, NetworkPlan plan, Faults faults) {
        if (plan.vpc(group.vpcId()).isEmpty()) {
            faults.add("the VPC \"" + group.vpcId() + "\" does not exist", "add the VPC, or name one that exists");
        }
        for (VpcId id : group.associatedVpcIds()) {
            if (plan.vpc(id).isEmpty()) {
                faults.add(Fault.of(
                                "the VPC \"" + id + "\" that it is associated with does not exist",
                                "add the VPC, or name one that exists")
                        .withDetail(id));
            }
        }
    }

    private static void name(SecurityGroup group, NetworkPlan plan, Faults faults) {
        String name = group.groupName();
        if (name.isEmpty() || name.length() > LONGEST) {
            faults.add(Fault.of(
                            "the name has " + name.length() + " characters, 1 to " + LONGEST + " are allowed",
                            "change it")
                    .withDetail("length"));
        }
        if (group.description().length() > LONGEST) {
            faults.exceeds(
                    group.description().length() - LONGEST,
                    "the description has " + group.description().length() + " characters, at most " + LONGEST
                            + " are allowed",
                    "shorten it");
        }
        if (name.startsWith(ID_START) && !name.equals(group.id().toString())) {
            faults.add(Fault.of("the name \"" + name + "\" starts with sg-, as ids do", "start it with something else")
                    .withDetail("start")
                    .withValue("nameLikeId", name));
        }
    }

    private static void uniqueName(SecurityGroup group, NetworkPlan plan, Faults faults) {
        SortedSet<SecurityGroupId> named = PlanAccess.get().groupsNamed(plan, group.vpcId(), group.groupName());
        if (named.size() > 1) {
            SecurityGroupId first = firstOf(group, named, plan);
            if (!first.equals(group.id())) {
                faults.add(Fault.of(sharedName(group, first), "give it another name")
                        .withOther(first, sharedName(group, group.id())));
            }
        }
    }

    /**
     * Returns the first of the groups of a name that one account has, as far as is known.
     *
     * <p>Accounts that share a VPC do not see each other's groups. A group whose owner is not known may be anybody's. Where a
     * VPC is known to be shared with the owner of a group, it is taken for one of the VPC's own account.
     */
    private static SecurityGroupId firstOf(SecurityGroup group, SortedSet<SecurityGroupId> named, NetworkPlan plan) {
        Optional<String> ofVpc = plan.vpc(group.vpcId()).flatMap(Vpc::ownerId);
        Optional<String> owner = group.ownerId();
        if (owner.isEmpty() && ofVpc.isEmpty()) {
            return named.first();
        }
        SortedSet<SecurityGroupId> own = ofOwner(owner, group, plan);
        SortedSet<SecurityGroupId> others = owner.isEmpty()
                ? ofOwner(ofVpc, group, plan)
                : ofVpc.isEmpty() || ofVpc.equals(owner) ? ofOwner(Optional.empty(), group, plan) : own;
        return others.isEmpty() || own.first().compareTo(others.first()) < 0 ? own.first() : others.first();
    }

    private static SortedSet<SecurityGroupId> ofOwner(Optional<String> owner, SecurityGroup group, NetworkPlan plan) {
        return PlanAccess.get().groupsNamed(plan, group.vpcId(), group.groupName(), owner);
    }

    private static String sharedName(SecurityGroup group, SecurityGroupId other) {
        return "the name \"" + group.groupName() + "\" is that of group \"" + other + "\" of the same VPC as well";
    }

    private static void associations(SecurityGroup group, NetworkPlan plan, Faults faults) {
        if (group.isDefault() && !group.associatedVpcIds().isEmpty()) {
            faults.add("it is a default group, but associated with further VPCs", "make a group of another name");
        }
        for (VpcId id : group.associatedVpcIds()) {
            plan.vpc(id)
                    .filter(Vpc::defaultVpc)
                    .ifPresent(vpc -> faults.add(Fault.of(
                                    "it is associated with the default VPC \"" + id + "\"",
                                    "make a group in that VPC instead")
                            .withDetail(id)));
        }
    }

    private static void exist(Eni eni, NetworkPlan plan, Faults faults) {
        for (SecurityGroupId group : eni.securityGroups()) {
            if (plan.securityGroup(group).isEmpty()) {
                faults.add(Fault.of(
                                "the security group \"" + group + "\" does not exist",
                                "add the group, or name one that exists")
                        .withDetail(group));
            }
        }
    }

    private static void ofSameVpc(Eni eni, NetworkPlan plan, Faults faults) {
        Optional<Subnet> subnet = plan.subnet(eni.subnetId());
        if (subnet.isEmpty()) {
            return;
        }
        VpcId vpc = subnet.get().vpcId();
        for (SecurityGroupId id : eni.securityGroups()) {
            Optional<SecurityGroup> group = plan.securityGroup(id);
            if (group.isPresent() && !group.get().isUsableIn(vpc)) {
                faults.add(Fault.of(
                                "the security group \"" + id + "\" is of VPC \""
                                        + group.get().vpcId() + "\", the subnet \"" + eni.subnetId() + "\" is of VPC \""
                                        + vpc
                                        + "\"",
                                "use a group of the same VPC, or associate the group with it")
                        .withDetail(id));
            }
        }
    }

    private static void required(Eni eni, NetworkPlan plan, Faults faults) {
        if (eni.securityGroups().isEmpty()
                && !eni.isServiceManaged()
                && plan.subnet(eni.subnetId()).isPresent()) {
            faults.add("it is in no security group", "add a group, such as the default group of its VPC");
        }
    }

    private static void quota(Eni eni, NetworkPlan plan, Faults faults) {
        int groups = eni.securityGroups().size();
        int quota = plan.quotas().securityGroupsPerInterface();
        if (groups > quota) {
            Fault fault = Fault.of(
                            groups + " security groups, the quota is " + quota,
                            "leave some out, or have the quota raised (to 16 at most) and say so in the plan's Quotas")
                    .withExcess(groups - quota)
                    .withValue("limit", quota);
            faults.add(
                    eni.ownerId().map(owner -> fault.withValue("owner", owner)).orElse(fault));
        }
    }
}
