package io.enikit.fake;

import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.net.Cidr;
import io.enikit.operations.AssociateSubnetCidrBlock;
import io.enikit.operations.CreateSubnet;
import io.enikit.operations.DeleteSubnet;
import io.enikit.operations.DisassociateSubnetCidrBlock;
import java.util.Map;
import java.util.Optional;

/** Creates, shows and deletes subnets, and gives them IPv6 blocks. */
final class SubnetActions {
    private static final String SUBNET = "SubnetId";
    private static final String VPC = "VpcId";

    private SubnetActions() {}

    static void register(Map<String, Action> actions) {
        actions.put("CreateSubnet", SubnetActions::create);
        actions.put("DeleteSubnet", SubnetActions::delete);
        actions.put("DescribeSubnets", SubnetActions::describe);
        actions.put("AssociateSubnetCidrBlock", SubnetActions::associate);
        actions.put("DisassociateSubnetCidrBlock", SubnetActions::disassociate);
    }

    static Subnet find(Call call, String id) {
        return call.plan().subnet(id).orElseThrow(() -> notFound(id));
    }

    private static Ec2Error notFound(String id) {
        return Ec2Error.notFound("InvalidSubnetID.NotFound", "subnet ID", id);
    }

    private static void create(Call call) {
        Item in = call.in();
        SubnetId id = SubnetId.of(call.fresh("subnet"));
        CreateSubnet create = CreateSubnet.of(id.toString(), in.text(VPC), ZoneChoice.of(call))
                .withIpv6Native(in.isTrue("Ipv6Native"))
                .withTags(TagSets.of(call, "subnet"));
        Optional<String> block = in.find("CidrBlock");
        create = block.isPresent() ? create.withCidrBlock(Requests.block(block.get(), "CidrBlock")) : create;
        Optional<String> ipv6 = in.find("Ipv6CidrBlock");
        create = ipv6.isPresent() ? create.withIpv6CidrBlock(Requests.block(ipv6.get(), "Ipv6CidrBlock")) : create;
        call.apply(create);
        call.fact(id, SubnetView.DEFAULT_FOR_ZONE, false);
        Subnet subnet = find(call, id.toString());
        subnet.ipv6CidrBlock().ifPresent(each -> Associations.makeBlock(call, SubnetView.ASSOCIATION, id, each));
        call.out().put("Subnet", SubnetView.of(call, subnet));
    }

    private static void delete(Call call) {
        String id = call.in().text(SUBNET);
        call.apply(DeleteSubnet.of(id));
        call.state(call.state().withoutFacts(id));
    }

    private static void describe(Call call) {
        Listing.<Subnet>of(call, "Subnets")
                .ids("SubnetIds", id -> call.plan().subnet(id), SubnetActions::notFound)
                .answer(call.plan().subnets(), Subnet::id, subnet -> SubnetView.of(call, subnet));
    }

    private static void associate(Call call) {
        String id = call.in().text(SUBNET);
        String text = call.in().find("Ipv6CidrBlock").orElseThrow(() -> Ec2Error.missingParameter("ipv6CidrBlock"));
        Cidr block = Requests.block(text, "Ipv6CidrBlock");
        call.apply(AssociateSubnetCidrBlock.of(SubnetId.of(id), block));
        Associations.makeBlock(call, SubnetView.ASSOCIATION, id, block);
        SubnetView.association(
                call, id, block, "associating", call.out().put(SUBNET, id).child("Ipv6CidrBlockAssociation"));
    }

    private static void disassociate(Call call) {
        String association = call.in().text("AssociationId");
        for (Subnet subnet : call.plan().subnets()) {
            Optional<Cidr> block = subnet.ipv6CidrBlock()
                    .filter(each -> Associations.ofBlock(call.state(), SubnetView.ASSOCIATION, subnet.id(), each)
                            .equals(association));
            if (block.isPresent()) {
                SubnetView.association(
                        call,
                        subnet.id(),
                        block.get(),
                        "disassociating",
                        call.out().put(SUBNET, subnet.id()).child("Ipv6CidrBlockAssociation"));
                call.apply(DisassociateSubnetCidrBlock.of(subnet.id(), block.get()), block.get(), association);
                Associations.forgetBlock(call, subnet.id(), block.get());
                return;
            }
        }
        throw Ec2Error.of(
                "InvalidSubnetCidrBlockAssociationID.NotFound",
                "The subnet CIDR block association ID '" + association + "' does not exist");
    }
}
