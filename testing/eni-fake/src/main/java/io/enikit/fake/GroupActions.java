package io.enikit.fake;

import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.operations.AssociateSecurityGroupVpc;
import io.enikit.operations.CreateSecurityGroup;
import io.enikit.operations.DeleteSecurityGroup;
import io.enikit.operations.DisassociateSecurityGroupVpc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Creates, shows, associates and deletes security groups. */
final class GroupActions {
    private static final String GROUP = "GroupId";
    private static final String NAME = "GroupName";
    private static final String DESCRIPTION = "Description";
    private static final String VPC = "VpcId";
    private static final String OWNER = "OwnerId";

    private GroupActions() {}

    /**
     * A group and a further VPC that it can be used in.
     *
     * @param group the group
     * @param vpc the VPC
     */
    private record Association(SecurityGroup group, VpcId vpc) {}

    static void register(Map<String, Action> actions) {
        actions.put("CreateSecurityGroup", GroupActions::create);
        actions.put("DeleteSecurityGroup", GroupActions::delete);
        actions.put("DescribeSecurityGroups", GroupActions::describe);
        actions.put("GetSecurityGroupsForVpc", GroupActions::forVpc);
        actions.put("AssociateSecurityGroupVpc", GroupActions::associate);
        actions.put("DisassociateSecurityGroupVpc", GroupActions::disassociate);
        actions.put("DescribeSecurityGroupVpcAssociations", GroupActions::associations);
    }

    static SecurityGroup find(Call call, String id) {
        return call.plan().securityGroup(id).orElseThrow(() -> notFound(id));
    }

    private static Ec2Error notFound(String id) {
        return id.startsWith("sg-") && !Ids.isWellFormed("sg", id)
                ? Ec2Error.of("InvalidGroupId.Malformed", "Invalid id: \"" + id + "\"")
                : Ec2Error.notFound("InvalidGroup.NotFound", "security group", id);
    }

    /** Returns the default VPC, which calls mean that name no VPC. */
    static Vpc defaultVpc(Call call) {
        return call.plan().vpcs().stream()
                .filter(Vpc::defaultVpc)
                .findFirst()
                .orElseThrow(() -> Ec2Error.of("VPCIdNotSpecified", "No default VPC for this user"));
    }

    private static void create(Call call) {
        Item in = call.in();
        String vpc = in.find(VPC).orElseGet(() -> defaultVpc(call).id().toString());
        String id = call.fresh("sg");
        Map<String, String> tags = TagSets.of(call, "security-group");
        call.apply(CreateSecurityGroup.of(id, vpc)
                .withGroupName(in.text(NAME))
                .withDescription(in.text(DESCRIPTION))
                .withTags(tags));
        Item out = call.out().put(GROUP, id).put("SecurityGroupArn", arn(call, id));
        if (!tags.isEmpty()) {
            TagSets.put(out, "Tags", tags);
        }
    }

    private static String arn(Call call, Object id) {
        return "arn:aws:ec2:" + call.region() + ":" + call.account().id() + ":security-group/" + id;
    }

    private static void delete(Call call) {
        Optional<String> id = call.in().find(GROUP);
        SecurityGroupId group = id.isPresent()
                ? SecurityGroupId.of(id.get())
                : byName(
                                call,
                                call.in()
                                        .find(NAME)
                                        .orElseThrow(() -> Ec2Error.of(
                                                "MissingParameter",
                                                "The request must contain the parameter groupName or groupId")))
                        .id();
        call.apply(DeleteSecurityGroup.of(group));
        call.state(call.state().withoutFacts(group.toString()));
        call.out().put("Return", true).put(GROUP, group);
    }

    /** Finds a group of the default VPC by its name. */
    static SecurityGroup byName(Call call, String name) {
        return call.plan().vpcs().stream()
                .filter(Vpc::defaultVpc)
                .flatMap(vpc -> call.plan().securityGroupsOf(vpc.id()).stream())
                .filter(group -> group.groupName().equals(name))
                .findFirst()
                .orElseThrow(() -> Ec2Error.of(
                        "InvalidGroup.NotFound", "The security group '" + name + "' does not exist in default VPC"));
    }

    private static void describe(Call call) {
        List<String> names = call.in().texts("GroupNames");
        Collection<SecurityGroup> all = call.plan().securityGroups();
        if (!names.isEmpty()) {
            Set<SecurityGroup> named = new LinkedHashSet<>();
            names.forEach(name -> named.add(byName(call, name)));
            all = named;
        }
        Listing.<SecurityGroup>of(call, "SecurityGroups")
                .ids("GroupIds", id -> call.plan().securityGroup(id), GroupActions::notFound)
                .answer(all, SecurityGroup::id, group -> view(call, group));
    }

    private static Item view(Call call, SecurityGroup group) {
        Item item = new Item(Api.modelled(), Api.modelled().shape("SecurityGroup"))
                .put(GROUP, group.id())
                .put(NAME, group.groupName())
                .put(DESCRIPTION, group.description())
                .put(VPC, group.vpcId())
                .put(OWNER, call.ownerOf(group))
                .put("SecurityGroupArn", arn(call, group.id()))
                .put("IpPermissions", List.of())
                .put("IpPermissionsEgress", List.of());
        PermissionView.put(call, group, RuleDirection.INGRESS, item, "IpPermissions");
        PermissionView.put(call, group, RuleDirection.EGRESS, item, "IpPermissionsEgress");
        TagSets.put(item, "Tags", group.tags());
        return item;
    }

    private static void forVpc(Call call) {
        VpcId vpc = VpcActions.find(call, call.in().text(VPC)).id();
        Listing.<SecurityGroup>of(call, "SecurityGroupForVpcs")
                .answer(
                        call.plan().securityGroups().stream()
                                .filter(group -> group.isUsableIn(vpc))
                                .toList(),
                        SecurityGroup::id,
                        group -> {
                            Item item = new Item(Api.modelled(), Api.modelled().shape("SecurityGroupForVpc"))
                                    .put(GROUP, group.id())
                                    .put(NAME, group.groupName())
                                    .put(DESCRIPTION, group.description())
                                    .put(OWNER, call.ownerOf(group))
                                    .put("PrimaryVpcId", group.vpcId());
                            TagSets.put(item, "Tags", group.tags());
                            return item;
                        });
    }

    private static void associate(Call call) {
        Item in = call.in();
        call.apply(AssociateSecurityGroupVpc.of(in.text(GROUP), in.text(VPC)));
        call.out().put("State", "associating");
    }

    private static void disassociate(Call call) {
        Item in = call.in();
        call.apply(DisassociateSecurityGroupVpc.of(in.text(GROUP), in.text(VPC)));
        call.out().put("State", "disassociating");
    }

    private static void associations(Call call) {
        List<Association> all = new ArrayList<>();
        for (SecurityGroup group : call.plan().securityGroups()) {
            group.associatedVpcIds().forEach(vpc -> all.add(new Association(group, vpc)));
        }
        Listing.<Association>of(call, "SecurityGroupVpcAssociations")
                .answer(
                        all,
                        each -> each.group().id() + " " + each.vpc(),
                        each -> new Item(Api.modelled(), Api.modelled().shape("SecurityGroupVpcAssociation"))
                                .put(GROUP, each.group().id())
                                .put(VPC, each.vpc())
                                .put("VpcOwnerId", call.account().id())
                                .put("GroupOwnerId", call.account().id())
                                .put("State", "associated"));
    }
}
