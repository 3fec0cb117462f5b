package io.enikit.fake;

import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.operations.AssociateVpcCidrBlock;
import io.enikit.operations.CreateVpc;
import io.enikit.operations.DeleteVpc;
import io.enikit.operations.DisassociateVpcCidrBlock;
import io.enikit.operations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates, shows, changes and deletes VPCs. */
final class VpcActions {
    private static final String VPC = "VpcId";
    private static final String TENANCY = "InstanceTenancy";

    private VpcActions() {}

    static void register(Map<String, Action> actions) {
        actions.put("CreateVpc", VpcActions::create);
        actions.put("DeleteVpc", VpcActions::delete);
        actions.put("DescribeVpcs", VpcActions::describe);
        actions.put("AssociateVpcCidrBlock", VpcActions::associate);
        actions.put("DisassociateVpcCidrBlock", VpcActions::disassociate);
        actions.put("DescribeVpcAttribute", VpcActions::describeAttribute);
        actions.put("ModifyVpcAttribute", VpcActions::modifyAttribute);
    }

    static Vpc find(Call call, String id) {
        return call.plan().vpc(id).orElseThrow(() -> notFound(id));
    }

    private static Ec2Error notFound(String id) {
        return Ec2Error.notFound("InvalidVpcID.NotFound", "vpc ID", id);
    }

    private static void create(Call call) {
        Item in = call.in();
        Cidr block = Requests.block(
                in.find("CidrBlock").orElseThrow(() -> Ec2Error.missingParameter("cidrBlock")), "CidrBlock");
        String tenancy = in.text(TENANCY, "default");
        if (!tenancy.equals("default") && !tenancy.equals("dedicated")) {
            throw Ec2Error.invalidValue("instanceTenancy", tenancy, "Valid values: default, dedicated");
        }
        VpcId id = VpcId.of(call.fresh("vpc"));
        call.apply(CreateVpc.of(id, block)
                .withAmazonProvidedIpv6CidrBlock(in.isTrue("AmazonProvidedIpv6CidrBlock"))
                .withTags(TagSets.of(call, "vpc")));
        call.fact(id, TENANCY, tenancy);
        Vpc vpc = find(call, id.toString());
        vpc.cidrBlocks().forEach(each -> Associations.makeBlock(call, VpcView.ASSOCIATION, id, each));
        vpc.ipv6CidrBlocks().forEach(each -> Associations.makeBlock(call, VpcView.ASSOCIATION, id, each));
        Item shown = VpcView.of(call, vpc).put("State", "pending");
        if (vpc.ipv6CidrBlocks().isEmpty()) {
            shown.put("Ipv6CidrBlockAssociationSet", List.of());
        }
        call.out().put("Vpc", shown);
    }

    private static void delete(Call call) {
        String id = call.in().text(VPC);
        call.apply(DeleteVpc.of(id));
        call.state(call.state().withoutFacts(id));
    }

    private static void describe(Call call) {
        Listing.<Vpc>of(call, "Vpcs")
                .ids("VpcIds", id -> call.plan().vpc(id), VpcActions::notFound)
                .answer(call.plan().vpcs(), Vpc::id, vpc -> VpcView.of(call, vpc));
    }

    private static void associate(Call call) {
        Item in = call.in();
        String id = in.text(VPC);
        AssociateVpcCidrBlock associate =
                AssociateVpcCidrBlock.of(id).withAmazonProvidedIpv6CidrBlock(in.isTrue("AmazonProvidedIpv6CidrBlock"));
        Optional<String> block = in.find("CidrBlock");
        if (block.isPresent()) {
            associate = associate.withCidrBlock(Requests.block(block.get(), "CidrBlock"));
        }
        List<Cidr> before = call.plan().vpc(id).map(VpcActions::blocks).orElse(List.of());
        call.apply(associate);
        List<Cidr> added = new ArrayList<>(blocks(find(call, id)));
        added.removeAll(before);
        call.out().put(VPC, id);
        for (Cidr each : added) {
            Associations.makeBlock(call, VpcView.ASSOCIATION, id, each);
            VpcView.association(
                    call, id, each, "associating", call.out(), "CidrBlockAssociation", "Ipv6CidrBlockAssociation");
        }
    }

    private static List<Cidr> blocks(Vpc vpc) {
        List<Cidr> blocks = new ArrayList<>(vpc.cidrBlocks());
        blocks.addAll(vpc.ipv6CidrBlocks());
        return blocks;
    }

    private static void disassociate(Call call) {
        String association = call.in().text("AssociationId");
        for (Vpc vpc : call.plan().vpcs()) {
            for (Cidr block : blocks(vpc)) {
                if (Associations.ofBlock(call.state(), VpcView.ASSOCIATION, vpc.id(), block)
                        .equals(association)) {
                    Operation disassociate = DisassociateVpcCidrBlock.of(vpc.id(), block);
                    call.out().put(VPC, vpc.id());
                    VpcView.association(
                            call,
                            vpc.id(),
                            block,
                            "disassociating",
                            call.out(),
                            "CidrBlockAssociation",
                            "Ipv6CidrBlockAssociation");
                    call.apply(disassociate, block, association);
                    Associations.forgetBlock(call, vpc.id(), block);
                    return;
                }
            }
        }
        throw Ec2Error.of(
                "InvalidVpcCidrBlockAssociationID.NotFound",
                "The vpc CIDR block association ID '" + association + "' does not exist");
    }

    private static void describeAttribute(Call call) {
        Vpc vpc = find(call, call.in().text(VPC));
        String attribute = call.in().text("Attribute");
        String name = attribute.substring(0, Math.min(1, attribute.length())).toUpperCase(java.util.Locale.ROOT)
                + attribute.substring(Math.min(1, attribute.length()));
        switch (name) {
            case VpcAttributes.DNS_HOSTNAMES, VpcAttributes.DNS_SUPPORT, VpcAttributes.ADDRESS_USAGE ->
                call.out().put(VPC, vpc.id()).child(name).put("Value", VpcAttributes.isTrue(call.state(), vpc, name));
            default -> throw Ec2Error.invalidValue("attribute", attribute, "Unknown attribute.");
        }
    }

    private static void modifyAttribute(Call call) {
        Item in = call.in();
        List<String> set =
                List.of(VpcAttributes.DNS_HOSTNAMES, VpcAttributes.DNS_SUPPORT, VpcAttributes.ADDRESS_USAGE).stream()
                        .filter(each -> in.valueOf(each).isPresent())
                        .toList();
        if (set.size() != 1) {
            throw set.isEmpty()
                    ? Ec2Error.of("MissingParameter", "The request must contain one attribute to modify")
                    : Ec2Error.combination("Fields for multiple attribute types specified: " + String.join(", ", set));
        }
        Vpc vpc = find(call, in.text(VPC));
        call.fact(vpc.id(), set.get(0), in.valueOf(set.get(0)));
    }
}
