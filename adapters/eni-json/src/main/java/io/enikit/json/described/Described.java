package io.enikit.json.described;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.enikit.json.gathered.Collector;
import io.enikit.json.text.Arn;
import io.enikit.json.text.Node;
import io.enikit.json.text.Texts;
import io.enikit.model.CidrReservation;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.ElasticIpId;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.InstanceState;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.TrunkAssociation;
import io.enikit.model.TrunkAssociation.Protocol;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.model.Zone;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.rules.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes resources of the objects in describe output. */
public final class Described {
    /** Reads one object of a list. */
    @FunctionalInterface
    public interface Reader {
        void read(Node object, Collector collector);
    }

    static final String TRUNK_ASSOCIATIONS = "InterfaceAssociations";

    /** The lists of describe output, by key. */
    static final Map<String, Reader> LISTS = ImmutableMap.<String, Reader>builder()
            .put("Vpcs", Described::vpc)
            .put("Subnets", Described::subnet)
            .put("SecurityGroups", Described::securityGroup)
            .put(
                    "Reservations",
                    (object, collector) ->
                            object.list("Instances").forEach(each -> instance(each, owner(object), collector)))
            .put("Instances", (object, collector) -> instance(object, Optional.empty(), collector))
            .put(
                    "NetworkInterfaces",
                    (object, collector) ->
                            collector.add(DescribedEni.read(object, Optional.empty(), collector), object))
            .put("Addresses", Described::address)
            .put(Collector.INTERNET_GATEWAYS, Described::internetGateway)
            .put("SubnetIpv4CidrReservations", Described::reservation)
            .put("SubnetIpv6CidrReservations", Described::reservation)
            .put("SecurityGroupRules", DescribedRules::rule)
            .put("SecurityGroupVpcAssociations", Described::groupAssociation)
            .put(TRUNK_ASSOCIATIONS, Described::trunkAssociation)
            .put("NatGateways", DescribedNatGateway::read)
            .buildOrThrow();

    private static final Set<String> GONE = Set.of("disassociating", "disassociated", "failing", "failed");

    private Described() {}

    /** Reads the one object that an answer holds in place of a list. */
    public static void readSingle(String list, String key, Node object, Collector collector) {
        reader(list).read(Answers.inTheWordsOfTheCli(object, key), collector);
        collector.files().noteRead(object.place());
    }

    public static Reader reader(String key) {
        return requireNonNull(LISTS.get(key), key);
    }

    private static void vpc(Node object, Collector collector) {
        List<Cidr> blocks = associated(object, "CidrBlockAssociationSet", "CidrBlock", "CidrBlockState");
        Optional<Cidr> primary = object.find("CidrBlock").map(node -> node.parse(Texts::ipv4Block));
        ImmutableList.Builder<Cidr> primaryFirst = ImmutableList.builder();
        primary.ifPresent(primaryFirst::add);
        blocks.stream().filter(block -> !primary.equals(Optional.of(block))).forEach(primaryFirst::add);
        VpcId id = object.get("VpcId").parse(VpcId::of);
        if (object.find("CidrBlock").isEmpty()
                && object.find("CidrBlockAssociationSet").isEmpty()) {
            collector.openFacts().add(id, Fact.VPC_IPV4_BLOCKS);
        }
        collector.add(
                Vpc.builder()
                        .id(id)
                        .cidrBlocks(primaryFirst.build())
                        .ipv6CidrBlocks(ipv6Blocks(object))
                        .defaultVpc(object.find("IsDefault").map(Node::flag).orElse(false))
                        .region(region(object))
                        .ownerId(owner(object))
                        .tags(tags(object))
                        .build(),
                object);
    }

    private static List<Cidr> ipv6Blocks(Node object) {
        return associated(object, "Ipv6CidrBlockAssociationSet", "Ipv6CidrBlock", "Ipv6CidrBlockState");
    }

    /** Lists the blocks of a set that are not being given up. */
    private static List<Cidr> associated(Node object, String set, String block, String state) {
        ImmutableList.Builder<Cidr> blocks = ImmutableList.builder();
        for (Node each : object.list(set)) {
            Optional<String> known =
                    each.find(state).flatMap(node -> node.find("State")).map(Node::text);
            if (known.isEmpty() || !GONE.contains(known.get())) {
                blocks.add(each.get(block).parse(block.equals("CidrBlock") ? Texts::ipv4Block : Texts::ipv6Block));
            }
        }
        return blocks.build();
    }

    private static void subnet(Node object, Collector collector) {
        SubnetId id = object.get("SubnetId").parse(SubnetId::of);
        object.find("AvailableIpAddressCount").map(Node::count).ifPresent(count -> collector.available(id, count));
        VpcId vpc = object.get("VpcId").parse(VpcId::of);
        region(object).ifPresent(region -> collector.parts().region(vpc, region));
        if (object.findText("OutpostArn").isPresent()) {
            collector.declared().subnetNeeds().onOutpost(id);
        }
        collector.add(
                Subnet.builder()
                        .id(id)
                        .vpcId(vpc)
                        .availabilityZone(object.get("AvailabilityZone").text())
                        .zoneId(object.findText("AvailabilityZoneId").map(Node::text))
                        .cidrBlock(object.findText("CidrBlock").map(node -> node.parse(Texts::ipv4Block)))
                        .ipv6CidrBlock(ipv6Blocks(object).stream().findFirst())
                        .ipv6Native(object.find("Ipv6Native").map(Node::flag).orElse(false))
                        .mapPublicIpOnLaunch(object.find("MapPublicIpOnLaunch")
                                .map(Node::flag)
                                .orElse(false))
                        .assignIpv6AddressOnCreation(object.find("AssignIpv6AddressOnCreation")
                                .map(Node::flag)
                                .orElse(false))
                        .ownerId(owner(object))
                        .tags(tags(object))
                        .build(),
                object);
    }

    private static void securityGroup(Node object, Collector collector) {
        Optional<Node> vpc = object.findText("VpcId");
        if (vpc.isEmpty()) {
            return; // a group of EC2-Classic, which no interface can be in
        }
        SecurityGroup.Builder group = SecurityGroup.builder()
                .id(object.get("GroupId").parse(SecurityGroupId::of))
                .vpcId(vpc.get().parse(VpcId::of))
                .ownerId(owner(object))
                .tags(tags(object));
        region(object).ifPresent(region -> collector.parts().region(vpc.get().parse(VpcId::of), region));
        object.find("GroupName").map(Node::text).ifPresent(group::groupName);
        object.find("Description").map(Node::text).ifPresent(group::description);
        SecurityGroup read = group.build();
        if (object.find(DescribedRules.INGRESS).isEmpty()
                && object.find(DescribedRules.EGRESS).isEmpty()) {
            collector.parts().rules().notShown(read.id());
        }
        collector.add(DescribedRules.in(read, object), object);
    }

    private static void instance(Node object, Optional<String> ofReservation, Collector collector) {
        InstanceId id = object.get("InstanceId").parse(collector::instanceId);
        Optional<Node> placement = object.find("Placement");
        Instance.Builder instance = Instance.builder()
                .id(id)
                .instanceType(object.get("InstanceType").text())
                .availabilityZone(placement
                        .flatMap(place -> place.findText("AvailabilityZone"))
                        .map(Node::text))
                .zoneId(placement
                        .flatMap(place -> place.findText("AvailabilityZoneId"))
                        .map(Node::text))
                .ownerId(owner(object).or(() -> ofReservation).or(() -> ownerOfInterfaces(object)))
                .tags(tags(object));
        object.find("State")
                .flatMap(state -> state.find("Name"))
                .map(name -> name.parse(text -> Texts.word(InstanceState.class, text)))
                .ifPresent(instance::state);
        collector.add(instance.build(), object);
        if (object.find("NetworkInterfaces").isEmpty() || isOutsideOfAnyVpc(object)) {
            collector.interfacesUnknown(id);
        }
        for (Node each : object.list("NetworkInterfaces")) {
            if (each.findText("SubnetId").isPresent()) {
                collector.addEmbedded(DescribedEni.read(each, Optional.of(id), collector), each);
            } else {
                collector.interfacesUnknown(id); // EC2 shows little of an interface that goes with its instance
            }
        }
    }

    /** Whether an instance was in EC2-Classic, which ended in 2022: it has an address, but no interface. */
    private static boolean isOutsideOfAnyVpc(Node instance) {
        return instance.findText("VpcId").isEmpty()
                && instance.findText("PrivateIpAddress").isPresent();
    }

    private static void address(Node object, Collector collector) {
        Optional<EniId> eni = object.findText("NetworkInterfaceId").map(node -> node.parse(EniId::of));
        Optional<IpAddress> privateIp = object.findText("PrivateIpAddress").map(node -> node.parse(Texts::ipv4));
        Node named = object.findText("AllocationId").orElseGet(() -> object.get("PublicIp"));
        ElasticIpId id = named.parse(ElasticIpId::of);
        if (object.findText("CarrierIp").isPresent()
                || object.findText("CustomerOwnedIp").isPresent()) {
            collector.parts().ofOtherGateway(id);
        }
        collector.add(
                ElasticIp.builder()
                        .id(id)
                        .publicIp(object.findText("PublicIp").map(node -> node.parse(Texts::ipv4)))
                        .region(object.findText("NetworkBorderGroup")
                                .map(Node::text)
                                .flatMap(Described::regionOfGroup))
                        .ownerId(owner(object))
                        .association(eni.map(each -> privateIp
                                .map(ip -> new ElasticIpAssociation(each, ip))
                                .orElseGet(() -> ElasticIpAssociation.ofAny(each))))
                        .tags(tags(object))
                        .build(),
                object);
    }

    private static void internetGateway(Node object, Collector collector) {
        for (Node each : object.list("Attachments")) {
            Optional<String> state = each.find("State").map(Node::text);
            if (!state.equals(Optional.of("detached")) && !state.equals(Optional.of("detaching"))) {
                collector.parts().internetGateway(each.get("VpcId").parse(VpcId::of));
            }
        }
    }

    private static void reservation(Node object, Collector collector) {
        collector
                .parts()
                .reservation(
                        object.get("SubnetId").parse(SubnetId::of),
                        new CidrReservation(
                                object.get("Cidr").parse(Cidr::parse),
                                object.get("ReservationType")
                                        .parse(text -> Texts.word(CidrReservation.Type.class, text))));
    }

    private static void groupAssociation(Node object, Collector collector) {
        Optional<String> state = object.find("State").map(Node::text);
        if (state.isEmpty() || !(GONE.contains(state.get()) || state.get().equals("association-failed"))) {
            collector
                    .parts()
                    .groupAssociation(
                            object.get("GroupId").parse(SecurityGroupId::of),
                            object.get("VpcId").parse(VpcId::of));
        }
    }

    private static void trunkAssociation(Node object, Collector collector) {
        EniId branch = object.get("BranchInterfaceId").parse(EniId::of);
        Protocol protocol = object.find("InterfaceProtocol")
                .map(node -> node.parse(Protocol::valueOf))
                .orElseGet(() -> object.find(keyOf(Protocol.GRE)).isPresent() ? Protocol.GRE : Protocol.VLAN);
        TrunkAssociation association = new TrunkAssociation(
                object.get("TrunkInterfaceId").parse(EniId::of),
                protocol,
                object.get(keyOf(protocol)).count());
        collector.mention(branch);
        collector.mention(association.trunk());
        collector.change(
                branch,
                Eni.class,
                eni -> eni.toBuilder().trunkAssociation(association).build());
    }

    /** Returns the member that holds the mark of a branch. */
    static String keyOf(Protocol protocol) {
        return switch (protocol) {
            case VLAN -> "VlanId";
            case GRE -> "GreKey";
        };
    }

    /** Reads the owner, who stands by itself or in the ARN. */
    static Optional<String> owner(Node object) {
        return object.findText("OwnerId")
                .map(Node::text)
                .or(() -> Arn.of(object).flatMap(Arn::account));
    }

    private static Optional<String> ownerOfInterfaces(Node instance) {
        return instance.list("NetworkInterfaces").stream()
                .flatMap(each -> owner(each).stream())
                .findFirst();
    }

    /** Reads the Region. EC2 has it in ARNs; inventories, and {@link DescribeWriter}, write it beside other members. */
    private static Optional<String> region(Node object) {
        return object.findText("Region").map(Node::text).or(() -> Arn.of(object).flatMap(Arn::region));
    }

    /** Returns the Region of a network border group, which is called as the Region or zones are, without a letter. */
    private static Optional<String> regionOfGroup(String group) {
        return Zone.of(group + "a", Optional.empty(), Optional.empty()).region();
    }

    /** Reads tags, which EC2 calls TagSet on interfaces and Tags elsewhere. */
    static Map<String, String> tags(Node object) {
        Map<String, String> tags = new TreeMap<>();
        for (String key : List.of("Tags", "TagSet")) {
            for (Node each : object.list(key)) {
                tags.put(
                        each.get("Key").text(),
                        each.find("Value").map(Node::text).orElse(""));
            }
        }
        return tags;
    }
}
