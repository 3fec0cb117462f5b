package io.enikit.json.described;

import io.enikit.json.gathered.Collector;
import io.enikit.json.text.Node;
import io.enikit.json.text.Texts;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.ElasticIpId;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.InterfaceType;
import io.enikit.model.SubnetId;
import io.enikit.model.VpcId;
import io.enikit.net.IpAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the interfaces and the Elastic IPs of a NAT gateway, where nothing else shows them. */
final class DescribedNatGateway {
    private static final Set<String> GONE = Set.of("deleted", "deleting", "failed");

    private DescribedNatGateway() {}

    static void read(Node object, Collector collector) {
        object.find("VpcId").map(node -> node.parse(VpcId::of)).ifPresent(collector::mention);
        if (object.find("State").map(Node::text).filter(GONE::contains).isPresent()) {
            return;
        }
        Optional<SubnetId> zonal = object.findText("SubnetId").map(node -> node.parse(SubnetId::of));
        if (zonal.isEmpty()) {
            regional(object, collector);
            return;
        }
        SubnetId subnet = zonal.get();
        Map<EniId, Eni.Builder> interfaces = new LinkedHashMap<>();
        for (Node each : object.list("NatGatewayAddresses")) {
            Optional<EniId> id = each.findText("NetworkInterfaceId").map(node -> node.parse(EniId::of));
            Optional<IpAddress> address = each.findText("PrivateIp").map(node -> node.parse(Texts::ipv4));
            if (id.isPresent() && address.isPresent()) {
                boolean first = !interfaces.containsKey(id.get());
                interfaces
                        .computeIfAbsent(id.get(), unseen -> eni(unseen, subnet, object))
                        .addPrivateIpAddress(new EniAddress(
                                address.get(),
                                each.find("IsPrimary").map(Node::flag).orElse(first)));
                elasticIp(each, new ElasticIpAssociation(id.get(), address.get()), collector);
            }
        }
        interfaces.values().forEach(eni -> collector.addUnlessShown(eni.build(), object));
    }

    /** Reads a gateway of a whole VPC, which is in no subnet. It has Elastic IPs, but none for an interface. */
    private static void regional(Node object, Collector collector) {
        collector.files().noteRead(object.place());
        object.list("NatGatewayAddresses").stream()
                .flatMap(each -> each.findText("AllocationId").stream())
                .forEach(each -> collector.mention(each.parse(ElasticIpId::of)));
    }

    private static Eni.Builder eni(EniId id, SubnetId subnet, Node gateway) {
        return Eni.builder()
                .macAddressKnown(false)
                .id(id)
                .subnetId(subnet)
                .interfaceType(InterfaceType.of("nat_gateway"))
                .description("Interface for NAT Gateway "
                        + gateway.findText("NatGatewayId").map(Node::text).orElse(""))
                .requesterManaged(true)
                .sourceDestCheck(false);
    }

    private static void elasticIp(Node address, ElasticIpAssociation association, Collector collector) {
        address.findText("AllocationId")
                .map(node -> node.parse(ElasticIpId::of))
                .ifPresent(id -> collector.addUnlessShown(
                        ElasticIp.builder()
                                .id(id)
                                .publicIp(address.findText("PublicIp").map(node -> node.parse(Texts::ipv4)))
                                .association(association)
                                .build(),
                        address));
    }
}
