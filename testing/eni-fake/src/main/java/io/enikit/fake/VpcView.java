package io.enikit.fake;

import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.List;

/** Shows a VPC. */
final class VpcView {
    static final String ASSOCIATION = "vpc-cidr-assoc";
    private static final String BLOCKS = "CidrBlockAssociationSet";
    private static final String IPV6_BLOCKS = "Ipv6CidrBlockAssociationSet";

    private VpcView() {}

    static Item of(Call call, Vpc vpc) {
        String tenancy = call.facts(vpc.id()).get("InstanceTenancy");
        Item item = new Item(Api.modelled(), Api.modelled().shape("Vpc"))
                .put("VpcId", vpc.id())
                .put("CidrBlock", vpc.primaryCidrBlock())
                .put("State", "available")
                .put("IsDefault", vpc.defaultVpc())
                .put("OwnerId", call.ownerOf(vpc))
                .put("InstanceTenancy", tenancy == null ? "default" : tenancy)
                .put("DhcpOptionsId", Surroundings.dhcpOptions(call))
                .put(BLOCKS, List.of());
        vpc.cidrBlocks().forEach(block -> list(call, vpc.id(), block, item));
        vpc.ipv6CidrBlocks().forEach(block -> list(call, vpc.id(), block, item));
        TagSets.put(item, "Tags", vpc.tags());
        return item;
    }

    private static void list(Call call, Object vpc, Cidr block, Item item) {
        boolean ipv4 = block.family() == IpFamily.IPV4;
        write(call, vpc, block, "associated", item.append(ipv4 ? BLOCKS : IPV6_BLOCKS));
    }

    /** Writes the association of one block, as a part that has the name for its family. */
    static void association(Call call, Object vpc, Cidr block, String state, Item out, String ipv4, String ipv6) {
        write(call, vpc, block, state, out.child(block.family() == IpFamily.IPV4 ? ipv4 : ipv6));
    }

    private static void write(Call call, Object vpc, Cidr block, String state, Item part) {
        part.put("AssociationId", Associations.ofBlock(call.state(), ASSOCIATION, vpc, block));
        if (block.family() == IpFamily.IPV4) {
            part.put("CidrBlock", block).child("CidrBlockState").put("State", state);
        } else {
            part.put("Ipv6CidrBlock", block)
                    .put("Ipv6Pool", "Amazon")
                    .put("NetworkBorderGroup", call.region())
                    .child("Ipv6CidrBlockState")
                    .put("State", state);
        }
    }
}
