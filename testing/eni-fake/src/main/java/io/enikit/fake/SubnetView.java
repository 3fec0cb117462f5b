package io.enikit.fake;

import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import java.util.List;
import java.util.Map;

/** Shows a subnet. */
final class SubnetView {
    static final String ASSOCIATION = "subnet-cidr-assoc";
    static final String DEFAULT_FOR_ZONE = "DefaultForAz";
    static final String DNS64 = "EnableDns64";
    static final String HOSTNAME_TYPE = "PrivateDnsHostnameTypeOnLaunch";
    static final String A_RECORD = "EnableResourceNameDnsARecordOnLaunch";
    static final String AAAA_RECORD = "EnableResourceNameDnsAAAARecordOnLaunch";
    static final String LNI = "EnableLniAtDeviceIndex";

    private static final String BLOCKS = "Ipv6CidrBlockAssociationSet";

    private SubnetView() {}

    static Item of(Call call, Subnet subnet) {
        Map<String, String> facts = call.facts(subnet.id());
        Item item = new Item(Api.modelled(), Api.modelled().shape("Subnet"))
                .put("SubnetId", subnet.id())
                .put(
                        "SubnetArn",
                        "arn:aws:ec2:" + call.region() + ":" + call.account().id() + ":subnet/" + subnet.id())
                .put("VpcId", subnet.vpcId())
                .put("OwnerId", call.ownerOf(subnet))
                .put("State", "available")
                .put("AvailabilityZone", subnet.availabilityZone())
                .put("AvailabilityZoneId", Zones.idOf(subnet))
                .put("AvailableIpAddressCount", call.plan().availableIpAddressCount(subnet.id()))
                .put("CidrBlock", subnet.cidrBlock())
                .put("DefaultForAz", isDefault(call, subnet))
                .put("MapPublicIpOnLaunch", subnet.mapPublicIpOnLaunch())
                .put("MapCustomerOwnedIpOnLaunch", false)
                .put("AssignIpv6AddressOnCreation", subnet.assignIpv6AddressOnCreation())
                .put("Ipv6Native", subnet.ipv6Native())
                .put("EnableDns64", facts.getOrDefault(DNS64, "false"))
                .put("EnableLniAtDeviceIndex", facts.get(LNI))
                .put(BLOCKS, List.of());
        subnet.ipv6CidrBlock()
                .ifPresent(block -> association(call, subnet.id(), block, "associated", item.append(BLOCKS)));
        item.child("PrivateDnsNameOptionsOnLaunch")
                .put(
                        "HostnameType",
                        facts.getOrDefault(HOSTNAME_TYPE, subnet.ipv6Native() ? "resource-name" : "ip-name"))
                .put("EnableResourceNameDnsARecord", facts.getOrDefault(A_RECORD, "false"))
                .put("EnableResourceNameDnsAAAARecord", facts.getOrDefault(AAAA_RECORD, "false"));
        TagSets.put(item, "Tags", subnet.tags());
        return item;
    }

    /** One that a call created is what the call said; of those that came with a plan the first of its zone is. */
    static boolean isDefault(Call call, Subnet subnet) {
        String stated = call.facts(subnet.id()).get(DEFAULT_FOR_ZONE);
        if (stated != null) {
            return Boolean.parseBoolean(stated);
        }
        return call.plan().vpc(subnet.vpcId()).filter(Vpc::defaultVpc).isPresent()
                && call.plan().subnetsOf(subnet.vpcId()).stream()
                        .filter(each -> each.availabilityZone().equals(subnet.availabilityZone()))
                        .findFirst()
                        .filter(subnet::equals)
                        .isPresent();
    }

    static void association(Call call, Object subnet, Cidr block, String state, Item part) {
        part.put("AssociationId", Associations.ofBlock(call.state(), ASSOCIATION, subnet, block))
                .put("Ipv6CidrBlock", block)
                .child("Ipv6CidrBlockState")
                .put("State", state);
    }
}
