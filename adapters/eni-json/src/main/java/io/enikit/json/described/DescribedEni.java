package io.enikit.json.described;

import io.enikit.json.gathered.Collector;
import io.enikit.json.text.Node;
import io.enikit.json.text.Texts;
import io.enikit.model.Attachment;
import io.enikit.model.AttachmentStatus;
import io.enikit.model.ConnectionTracking;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpId;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.InterfaceType;
import io.enikit.model.PublicIpv4;
import io.enikit.model.TrunkAssociation;
import io.enikit.model.Zone;
import io.enikit.net.IpAddress;
import io.enikit.net.MacAddress;
import io.enikit.rules.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes an interface of its object in describe output, which may be in a list or inside of its instance. */
final class DescribedEni {
    private static final String ADDRESS = "PrivateIpAddress";
    /** What owns the public addresses that are nobody's Elastic IPs. */
    private static final String AMAZON = "amazon";

    private static final String ASSOCIATION = "Association";

    private static final String TRUNK_TAG = "vpcresources.k8s.aws/trunk-eni-id";
    private static final String VLAN_TAG = "vpcresources.k8s.aws/vlan-id";

    private final Node object;
    private final EniId id;
    private final Map<String, String> tags;
    private final Collector collector;

    private DescribedEni(Node object, Collector collector) {
        this.object = object;
        this.id = object.get("NetworkInterfaceId").parse(EniId::of);
        this.collector = collector;
        this.tags = Described.tags(object);
    }

    /**
     * Reads an interface.
     *
     * @param object its object
     * @param around the instance whose object this one is a part of, whose attachment names no instance
     * @param collector takes what the interface mentions
     */
    static Eni read(Node object, Optional<InstanceId> around, Collector collector) {
        return new DescribedEni(object, collector).eni(around);
    }

    private Eni eni(Optional<InstanceId> around) {
        List<EniAddress> addresses = addresses();
        if (isSilentOnAddresses()) {
            collector.openFacts().add(id, Fact.ENI_ADDRESSES);
        }
        Optional<String> owner = Described.owner(object);
        Eni.Builder eni = Eni.builder()
                .id(id)
                .subnetId(object.get("SubnetId").parse(collector::subnetId))
                .privateIpAddresses(addresses)
                .attachment(object.find("Attachment").map(node -> attachment(node, around)))
                .publicIpv4(publicIpv4())
                .trunkAssociation(trunkOfTags())
                .ownerId(owner)
                .macAddressKnown(object.findText("MacAddress").isPresent())
                .tags(tags);
        object.find("InterfaceType").map(node -> node.parse(InterfaceType::of)).ifPresent(eni::interfaceType);
        object.find("Description").map(Node::text).ifPresent(eni::description);
        object.findText("MacAddress").map(node -> node.parse(MacAddress::parse)).ifPresent(eni::macAddress);
        object.find("SourceDestCheck").map(Node::flag).ifPresent(eni::sourceDestCheck);
        object.find("RequesterManaged").map(Node::flag).ifPresent(eni::requesterManaged);
        eni.requesterId(object.findText("RequesterId").map(Node::scalar));
        object.find("AssociatePublicIpAddress").map(Node::flag).ifPresent(eni::associatePublicIpAddress);
        object.find("ConnectionTrackingConfiguration")
                .map(DescribedEni::connectionTracking)
                .ifPresent(eni::connectionTracking);
        for (Node each : object.list("Ipv4Prefixes")) {
            eni.addIpv4Prefix(each.get("Ipv4Prefix").parse(Texts::ipv4Block));
        }
        for (Node each : object.list("Ipv6Addresses")) {
            eni.addIpv6Address(new EniAddress(
                    each.get("Ipv6Address").parse(Texts::ipv6),
                    each.find("IsPrimaryIpv6").map(Node::flag).orElse(false)));
        }
        for (Node each : object.list("Ipv6Prefixes")) {
            eni.addIpv6Prefix(each.get("Ipv6Prefix").parse(Texts::ipv6Block));
        }
        for (Node each : object.list("Groups")) {
            eni.addSecurityGroup(each.get("GroupId").parse(collector::groupId));
        }
        object.findText("VpcId").map(node -> node.parse(collector::vpcId)).ifPresent(collector::mention);
        object.findText("AvailabilityZone")
                .map(Node::text)
                .map(name -> Zone.of(name, object.findText("AvailabilityZoneId").map(Node::text), owner))
                .ifPresent(zone -> collector.zone(id, zone, object));
        return eni.build();
    }

    /** Returns whether nothing is said about addresses, as opposed to that there are none. */
    private boolean isSilentOnAddresses() {
        return object.find(ADDRESS).isEmpty()
                && object.find("PrivateIpAddresses").isEmpty();
    }

    /** Reads the private IPv4 addresses. The first one stands in two places, and is held if it is in only one. */
    private List<EniAddress> addresses() {
        Optional<IpAddress> stated = object.findText(ADDRESS).map(node -> node.parse(Texts::ipv4));
        List<EniAddress> addresses = new ArrayList<>();
        boolean missing = stated.isPresent();
        boolean primarySeen = false;
        for (Node each : object.list("PrivateIpAddresses")) {
            IpAddress address = each.get(ADDRESS).parse(Texts::ipv4);
            boolean primary = each.find("Primary").map(Node::flag).orElse(stated.equals(Optional.of(address)));
            addresses.add(new EniAddress(address, primary));
            missing &= !stated.equals(Optional.of(address));
            primarySeen |= primary;
        }
        if (missing) {
            addresses.add(new EniAddress(stated.orElseThrow(), !primarySeen));
            if (primarySeen) {
                collector.contradiction(
                        id, "PrivateIpAddress " + stated.get() + " is not among its PrivateIpAddresses", object);
            }
        }
        return addresses;
    }

    /** Reads what EKS writes about a branch: EC2 itself shows it by another call only. */
    private Optional<TrunkAssociation> trunkOfTags() {
        Optional<String> trunk = Optional.ofNullable(tags.get(TRUNK_TAG)).filter(text -> !text.isBlank());
        Optional<Integer> vlan = Optional.ofNullable(tags.get(VLAN_TAG))
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::valueOf);
        boolean isFree = object.findText("Status")
                .map(Node::text)
                .filter("available"::equals)
                .isPresent();
        Optional<TrunkAssociation> association = trunk.filter(name -> !isFree)
                .flatMap(name -> vlan.map(
                        number -> new TrunkAssociation(EniId.of(name), TrunkAssociation.Protocol.VLAN, number)));
        association.map(TrunkAssociation::trunk).ifPresent(collector::mention);
        return association;
    }

    private static ConnectionTracking connectionTracking(Node node) {
        ConnectionTracking tracking = ConnectionTracking.defaults();
        Optional<Integer> tcp = node.find("TcpEstablishedTimeout").map(Node::count);
        Optional<Integer> udpStream = node.find("UdpStreamTimeout").map(Node::count);
        Optional<Integer> udp = node.find("UdpTimeout").map(Node::count);
        tracking = tcp.map(tracking::withTcpEstablishedTimeout).orElse(tracking);
        tracking = udpStream.map(tracking::withUdpStreamTimeout).orElse(tracking);
        return udp.map(tracking::withUdpTimeout).orElse(tracking);
    }

    private Attachment attachment(Node node, Optional<InstanceId> around) {
        Optional<InstanceId> instance = node.findText("InstanceId")
                .map(each -> each.parse(collector::instanceId))
                .or(() -> around);
        Attachment.Builder attachment = Attachment.builder()
                .attachmentId(node.find("AttachmentId").map(Node::text))
                .instanceId(instance)
                .instanceOwnerId(node.findText("InstanceOwnerId")
                        .map(Node::text)
                        .filter(by -> instance.isEmpty()
                                || Described.owner(object)
                                        .filter(owner -> !owner.equals(by))
                                        .isPresent()));
        if (instance.isPresent()) {
            attachment.deviceIndex(node.get("DeviceIndex").count());
        } else {
            attachment.deviceIndex(node.find("DeviceIndex").map(Node::count).orElse(0));
        }
        node.find("NetworkCardIndex").map(Node::count).ifPresent(attachment::networkCardIndex);
        node.find("DeleteOnTermination").map(Node::flag).ifPresent(attachment::deleteOnTermination);
        node.find("Status")
                .map(each -> each.parse(text -> Texts.word(AttachmentStatus.class, text)))
                .ifPresent(attachment::status);
        return attachment.build();
    }

    /** Returns an Elastic IP with its owner, as the interface that has it tells. */
    private static ElasticIp owned(ElasticIp elasticIp, String owner) {
        return elasticIp.ownerId().isPresent()
                ? elasticIp
                : elasticIp.toBuilder().ownerId(owner).build();
    }

    /** Reads the public address that EC2 gave; that of an Elastic IP is the Elastic IP's. */
    private Optional<PublicIpv4> publicIpv4() {
        List<Node> associations = new ArrayList<>();
        object.find(ASSOCIATION).ifPresent(associations::add);
        for (Node each : object.list("PrivateIpAddresses")) {
            each.find(ASSOCIATION).ifPresent(associations::add);
        }
        Optional<PublicIpv4> given = Optional.empty();
        for (Node each : associations) {
            each.findText("AllocationId")
                    .map(node -> node.parse(ElasticIpId::of))
                    .ifPresent(elasticIp -> {
                        collector.mention(elasticIp);
                        each.findText("IpOwnerId")
                                .map(Node::text)
                                .ifPresent(
                                        by -> collector.change(elasticIp, ElasticIp.class, shown -> owned(shown, by)));
                    });
            String owner = each.findText("IpOwnerId").map(Node::text).orElse(AMAZON);
            if (given.isEmpty() && each.findText("AllocationId").isEmpty() && owner.equals(AMAZON)) {
                given = Optional.of(each.findText("PublicIp")
                        .map(node -> PublicIpv4.of(node.parse(Texts::ipv4)))
                        .orElseGet(PublicIpv4::chosenByEc2));
            }
        }
        return given;
    }
}
