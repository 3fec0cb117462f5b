package io.enikit.fake;

import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Shows what stands around a VPC and cannot be changed here: its main route table, its default ACL, DHCP options. */
final class Surroundings {
    private static final int ALLOW = 100;
    private static final int DENY = 32767;
    private static final String IPV4 = "CidrBlock";
    private static final String IPV6 = "Ipv6CidrBlock";
    private static final String EVERYWHERE = "0.0.0.0/0";
    private static final String EVERYWHERE_IPV6 = "::/0";

    private Surroundings() {}

    static void register(Map<String, Action> actions) {
        actions.put("DescribeRouteTables", Surroundings::routeTables);
        actions.put("DescribeNetworkAcls", Surroundings::networkAcls);
        actions.put("DescribeDhcpOptions", Surroundings::describeDhcpOptions);
    }

    static String dhcpOptions(Call call) {
        return Ids.derived("dopt", call.region());
    }

    private static String routeTable(Vpc vpc) {
        return Ids.derived("rtb", vpc.id().toString());
    }

    private static String networkAcl(Vpc vpc) {
        return Ids.derived("acl", vpc.id().toString());
    }

    private static void routeTables(Call call) {
        Listing.<Vpc>of(call, "RouteTables")
                .ids(
                        "RouteTableIds",
                        id -> call.plan().vpcs().stream()
                                .filter(vpc -> routeTable(vpc).equals(id))
                                .findFirst(),
                        id -> Ec2Error.notFound("InvalidRouteTableID.NotFound", "routeTable ID", id))
                .answer(call.plan().vpcs(), Surroundings::routeTable, vpc -> routeTable(call, vpc));
    }

    private static Item routeTable(Call call, Vpc vpc) {
        Item item = new Item(Api.modelled(), Api.modelled().shape("RouteTable"))
                .put("RouteTableId", routeTable(vpc))
                .put("VpcId", vpc.id())
                .put("OwnerId", call.account().id())
                .put("PropagatingVgws", List.of());
        item.append("Associations")
                .put("Main", true)
                .put("RouteTableAssociationId", Ids.derived("rtbassoc", vpc.id().toString()))
                .put("RouteTableId", routeTable(vpc))
                .child("AssociationState")
                .put("State", "associated");
        List<Cidr> blocks = new ArrayList<>(vpc.cidrBlocks());
        blocks.addAll(vpc.ipv6CidrBlocks());
        for (Cidr block : blocks) {
            String destination = vpc.cidrBlocks().contains(block) ? "DestinationCidrBlock" : "DestinationIpv6CidrBlock";
            item.append("Routes")
                    .put(destination, block)
                    .put("GatewayId", "local")
                    .put("Origin", "CreateRouteTable")
                    .put("State", "active");
        }
        TagSets.put(item, "Tags", Map.of());
        return item;
    }

    private static void networkAcls(Call call) {
        Listing.<Vpc>of(call, "NetworkAcls")
                .ids(
                        "NetworkAclIds",
                        id -> call.plan().vpcs().stream()
                                .filter(vpc -> networkAcl(vpc).equals(id))
                                .findFirst(),
                        id -> Ec2Error.notFound("InvalidNetworkAclID.NotFound", "networkAcl ID", id))
                .answer(call.plan().vpcs(), Surroundings::networkAcl, vpc -> networkAcl(call, vpc));
    }

    private static Item networkAcl(Call call, Vpc vpc) {
        Item item = new Item(Api.modelled(), Api.modelled().shape("NetworkAcl"))
                .put("NetworkAclId", networkAcl(vpc))
                .put("VpcId", vpc.id())
                .put("IsDefault", true)
                .put("OwnerId", call.account().id())
                .put("Associations", List.of());
        for (Subnet subnet : call.plan().subnetsOf(vpc.id())) {
            item.append("Associations")
                    .put(
                            "NetworkAclAssociationId",
                            Ids.derived("aclassoc", subnet.id().toString()))
                    .put("NetworkAclId", networkAcl(vpc))
                    .put("SubnetId", subnet.id());
        }
        for (boolean egress : new boolean[] {true, false}) {
            entry(item, egress, ALLOW, "allow").put(IPV4, EVERYWHERE);
            entry(item, egress, DENY, "deny").put(IPV4, EVERYWHERE);
            if (!vpc.ipv6CidrBlocks().isEmpty()) {
                entry(item, egress, ALLOW + 1, "allow").put(IPV6, EVERYWHERE_IPV6);
                entry(item, egress, DENY + 1, "deny").put(IPV6, EVERYWHERE_IPV6);
            }
        }
        TagSets.put(item, "Tags", Map.of());
        return item;
    }

    private static Item entry(Item acl, boolean egress, int number, String action) {
        return acl.append("Entries")
                .put("Egress", egress)
                .put("Protocol", "-1")
                .put("RuleAction", action)
                .put("RuleNumber", number);
    }

    private static void describeDhcpOptions(Call call) {
        String only = dhcpOptions(call);
        Listing.<String>of(call, "DhcpOptions")
                .ids(
                        "DhcpOptionsIds",
                        id -> List.of(only).stream().filter(id::equals).findFirst(),
                        id -> Ec2Error.notFound("InvalidDhcpOptionID.NotFound", "dhcpOption ID", id))
                .answer(List.of(only), id -> id, id -> dhcpOptions(call, id));
    }

    private static Item dhcpOptions(Call call, String id) {
        Item item = new Item(Api.modelled(), Api.modelled().shape("DhcpOptions"))
                .put("DhcpOptionsId", id)
                .put("OwnerId", call.account().id());
        String domain = call.region().equals("us-east-1") ? "ec2.internal" : call.region() + ".compute.internal";
        item.append("DhcpConfigurations")
                .put("Key", "domain-name")
                .append("Values")
                .put("Value", domain);
        item.append("DhcpConfigurations")
                .put("Key", "domain-name-servers")
                .append("Values")
                .put("Value", "AmazonProvidedDNS");
        TagSets.put(item, "Tags", Map.of());
        return item;
    }
}
