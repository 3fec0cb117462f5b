package io.enikit.diagram;

import io.enikit.diagram.AddressMap.Part;
import io.enikit.diagram.ChangeMap.Change;
import io.enikit.diagram.ChangeMap.Values;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.IpRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Pictures of everything that can be in them, several of each. */
final class CrowdedPictures {
    private static final String FULL = """
            eni-plan 1
            quotas vpcs=7
            vpc main cidrBlocks=10.0.0.0/24,10.0.1.0/24 ipv6CidrBlocks=2001:db8:0:100::/56 internetGatewayAttached=true tag:Name=main%20network
            vpc other cidrBlocks=172.31.0.0/16
            subnet db vpc=main availabilityZone=eu-west-1b cidrBlock=10.0.0.64/26 cidrReservations=10.0.0.80/28;prefix
            subnet far vpc=other availabilityZone=eu-west-1a cidrBlock=172.31.0.0/20
            subnet native vpc=main availabilityZone=eu-west-1b ipv6CidrBlock=2001:db8:0:1ff::/64 ipv6Native=true
            subnet orphan vpc=gone availabilityZone=eu-west-1c cidrBlock=192.168.0.0/24
            subnet web vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/26 ipv6CidrBlock=2001:db8:0:101::/64 tag:Name=web
            group sg-1 vpc=main tag:Name=front
            group sg-2 vpc=main
            instance app-1 instanceType=m5.large tag:Name=front%20one
            instance app-2 instanceType=p4d.24xlarge state=stopped
            instance lonely instanceType=t3.nano availabilityZone=eu-west-1a
            instance lost instanceType=t3.nano
            eni app-1/eth0 subnet=web privateIpAddresses=10.0.0.4*,10.0.0.5,10.0.0.6 ipv6Addresses=2001:db8:0:101::4 groups=sg-1,sg-2 instance=app-1 deviceIndex=0 publicIpv4=203.0.113.9
            eni app-1/eth1 subnet=db privateIpAddresses=10.0.0.68* ipv4Prefixes=10.0.0.80/28 groups=sg-2 macAddressKnown=false instance=app-1 deviceIndex=1 tag:Name=second
            eni app-2/eth0 subnet=web privateIpAddresses=10.0.0.7* interfaceType=efa groups=sg-1 instance=app-2 deviceIndex=0
            eni app-2/eth1 subnet=web interfaceType=efa-only groups=sg-1 instance=app-2 networkCardIndex=1 deviceIndex=1
            eni branch-1 subnet=web privateIpAddresses=10.0.0.8* trunk=trunk vlanId=7
            eni branch-2 subnet=web privateIpAddresses=10.0.0.9* trunk=trunk greKey=8
            eni chosen subnet=web addressDemand=ipv4Addresses:1,ipv6Prefixes:2
            eni nat subnet=web privateIpAddresses=10.0.0.10* interfaceType=nat_gateway requesterManaged=true publicIpv4=chosen-by-ec2
            eni nowhere subnet=unknown privateIpAddresses=10.9.0.4*
            eni service subnet=db privateIpAddresses=10.0.0.69* requesterManaged=true deviceIndex=1 attachment=ela-attach-1
            eni spare subnet=native ipv6Addresses=2001:db8:0:1ff::4*
            eni trunk subnet=web privateIpAddresses=10.0.0.11* interfaceType=trunk instance=app-2 deviceIndex=2
            eni unread subnet=db privateIpAddresses=10.0.0.70* instance=i-unread deviceIndex=0
            eip elsewhere publicIp=203.0.113.8 networkInterface=eni-unread privateIpAddress=10.0.0.99
            eip held publicIp=203.0.113.5 networkInterface=app-1/eth0 privateIpAddress=10.0.0.5
            eip unnamed networkInterface=app-1/eth1 privateIpAddress=10.0.0.68
            eip unused publicIp=203.0.113.6
            demand Both subnets=db,web interfaces=3 addresses=ipv4Addresses:3
            demand Workers subnets=web interfaces=2 addresses=ipv4Addresses:2
            duplicate eni spare subnet=web privateIpAddresses=10.0.0.12*
            end
            """;

    private CrowdedPictures() {}

    static NetworkPlan full() {
        return PlanText.read(FULL);
    }

    /** The same with something of every kind added, moved, changed and gone. */
    static NetworkPlan changed() {
        return PlanText.read(FULL.replace("cidrBlock=10.0.0.64/26", "cidrBlock=10.0.0.128/26")
                .replace("vpcs=7", "vpcs=8")
                .replace("10.0.0.4*,10.0.0.5,10.0.0.6", "10.0.0.4*,10.0.0.6,10.0.0.13")
                .replace("instance=app-1 deviceIndex=1", "instance=app-2 networkCardIndex=1 deviceIndex=0")
                .replace("eni spare subnet=native ipv6Addresses=2001:db8:0:1ff::4*\n", "")
                .replace("duplicate eni spare subnet=web privateIpAddresses=10.0.0.12*\n", "")
                .replace("state=stopped", "state=running")
                .replace("trunk=trunk vlanId=7", "")
                .replace(
                        "demand Workers",
                        "subnet new vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.1.0/25\ndemand More")
                .replace(
                        " networkInterface=app-1/eth0 privateIpAddress=10.0.0.5",
                        " networkInterface=trunk privateIpAddress=10.0.0.11")
                .replace("instance lost instanceType=t3.nano\n", "")
                .replace("tag:Name=second", "tag:Name=third description=" + "long%20".repeat(30)));
    }

    private static SlotGrid.Slot slot(int card, int index, String eni, int addresses, int limit) {
        return SlotGrid.Slot.of(
                card,
                index,
                eni.isEmpty() ? Optional.empty() : Optional.of(EniId.of(eni)),
                addresses,
                limit < 0 ? OptionalInt.empty() : OptionalInt.of(limit));
    }

    private static SlotGrid grid(int cards, int indexes) {
        List<SlotGrid.Slot> slots = new ArrayList<>();
        for (int card = 0; card < cards; card++) {
            for (int index = 0; index < indexes; index++) {
                boolean used = (card + index) % 3 != 2;
                slots.add(slot(
                        card,
                        index,
                        used ? "eni-" + card + "-" + index : "",
                        used ? index : 0,
                        index % 4 == 3 ? -1 : 4));
            }
        }
        slots.add(slot(0, 0, "eni-twin", 1, 4));
        return SlotGrid.of(slots);
    }

    private static AddressMap map() {
        Cidr block = Cidr.parse("10.0.0.0/24");
        Cidr ipv6 = Cidr.parse("2001:db8::/56");
        List<Part> parts = new ArrayList<>();
        AddressMap.Kind[] kinds = AddressMap.Kind.values();
        for (int i = 0; i < 12; i++) {
            Part part = Part.of(IpRange.from(block.child(28, i)), kinds[i % kinds.length], "part " + i, "detail " + i);
            parts.add(i % 3 == 0 ? part.withUsedShare(i / 12.0) : part);
        }
        parts.add(Part.of(IpRange.parse("10.0.0.8-10.0.0.23"), AddressMap.Kind.USED, "in the way", ""));
        parts.add(Part.of(IpRange.from(ipv6.child(64, 200)), AddressMap.Kind.USED, "native", "of IPv6"));
        parts.add(Part.of(IpRange.from(ipv6.child(57, 0)), AddressMap.Kind.RESERVED, "half", ""));
        return AddressMap.of("Everything", List.of(block, ipv6), parts);
    }

    private static ChangeMap changes() {
        Cidr block = Cidr.parse("10.0.0.0/24");
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Optional<Cidr> before = i % 4 == 3 ? Optional.empty() : Optional.of(block.child(27 + i % 3, i));
            Optional<Cidr> after = i % 4 == 2
                    ? Optional.empty()
                    : Optional.of(i % 4 == 1 ? before.orElse(block) : block.child(28 + i % 3, 15 - i));
            changes.add(Change.of(
                    "subnet " + i + (i == 5 ? " with a long name that has no room".repeat(3) : ""), before, after));
        }
        changes.add(Change.of(
                ChangeMap.Kind.CHANGED,
                "something",
                "A note. ".repeat(40),
                List.of(
                        Values.of("empty", Optional.of(""), Optional.of("full")),
                        Values.of("long", Optional.of("v".repeat(80)), Optional.of("w".repeat(80))),
                        Values.of("gone", Optional.of("x".repeat(120)), Optional.empty()),
                        Values.of("new", Optional.empty(), Optional.of("y"))),
                Optional.empty(),
                Optional.empty()));
        changes.add(Change.of(
                ChangeMap.Kind.MOVED,
                "tiny",
                "",
                List.of(),
                Optional.of(IpRange.parse("10.0.0.255-10.0.0.255")),
                Optional.of(IpRange.parse("10.0.0.250-10.0.0.250"))));
        return ChangeMap.of("Everything", List.of(block, Cidr.parse("10.0.0.0/25")), changes);
    }

    /** More of everything than is drawn one by one: VPCs, subnets of a zone, instances and interfaces of an instance. */
    private static NetworkPlan many() {
        NetworkPlan.Builder plan = NetworkPlan.builder();
        for (int i = 0; i < 14; i++) {
            String zone = "eu-west-1" + "abc".charAt(i % 3);
            plan.add(Vpc.builder()
                            .id("v" + i)
                            .addCidrBlock("10." + i + ".0.0/16")
                            .build())
                    .add(subnet("s" + i, "v" + i, zone, "10." + i + ".0.0/28"))
                    .add(Instance.builder()
                            .id(String.format("i-%017d", i))
                            .instanceType("m5.large")
                            .putTag("Name", "worker number " + i + " of a group with a long name")
                            .build())
                    .add(eni("e" + i, "s" + i, "10." + i + ".0.4")
                            .attachment(String.format("i-%017d", i), 0)
                            .build());
        }
        for (int i = 0; i < 15; i++) {
            plan.add(subnet("more-" + i, "v0", "eu-west-1a", "10.0." + (i + 1) + ".0/24"))
                    .add(Instance.builder()
                            .id("more-" + i)
                            .instanceType("m5.large")
                            .build())
                    .add(eni("first-" + i, "more-" + i, "10.0." + (i + 1) + ".4")
                            .attachment("more-" + i, 0)
                            .build());
        }
        for (int i = 0; i < 11; i++) {
            plan.add(eni("next-" + i, "more-1", "10.0.2." + (i + 10))
                    .secondaryPrivateIpAddress("10.0.2." + (i + 100))
                    .attachment("more-1", i + 1)
                    .build());
        }
        return plan.build();
    }

    private static Subnet subnet(String id, String vpc, String zone, String block) {
        return Subnet.builder()
                .id(id)
                .vpcId(vpc)
                .availabilityZone(zone)
                .cidrBlock(block)
                .build();
    }

    private static Eni.Builder eni(String id, String subnet, String address) {
        return Eni.builder().id(id).subnetId(subnet).primaryPrivateIpAddress(address);
    }

    /** The same, with two interfaces elsewhere. */
    private static NetworkPlan manyMoved() {
        NetworkPlan many = many();
        return many.toBuilder()
                .put(many.eni("next-3").orElseThrow().toBuilder()
                        .attachment("more-14", 1)
                        .build())
                .put(many.eni("e13").orElseThrow().toBuilder()
                        .attachment("more-2", 1)
                        .build())
                .build();
    }

    /** So many parts that they are drawn in columns, and some that lie elsewhere. */
    private static AddressMap manyParts() {
        Cidr block = Cidr.parse("10.0.0.0/16");
        List<Part> parts = new ArrayList<>();
        AddressMap.Kind[] kinds = AddressMap.Kind.values();
        for (int i = 0; i < 23; i++) {
            String label = i % 5 == 4 ? "" : "part " + i + (i == 7 ? " with a name that is longer than its room" : "");
            Part part = Part.of(IpRange.from(block.child(22, 2L * i)), kinds[i % kinds.length], label, "");
            parts.add(i % 3 == 0 ? part.withUsedShare(i / 24.0) : part);
        }
        parts.add(Part.of(IpRange.parse("10.0.240.9-10.0.240.12"), AddressMap.Kind.USED, "no block", ""));
        parts.add(Part.of(IpRange.parse("10.1.0.0-10.1.0.255"), AddressMap.Kind.USED, "outside", "far away"));
        parts.add(Part.of(
                IpRange.parse("2001:db8:1111:2222:3333:4444:5555:6666-2001:db8:1111:2222:3333:4444:ffff:ffff"),
                AddressMap.Kind.RESERVED,
                "",
                "long"));
        return AddressMap.of("Many", List.of(block), parts);
    }

    static Map<String, String> all() {
        Map<String, Object> pictures = new TreeMap<>();
        NetworkPlan full = full();
        pictures.put(
                "full.txt",
                TextDiagram.of(full)
                        .withSlots(id -> id.toString().equals("app-1") ? Optional.of(grid(1, 3)) : Optional.empty()));
        pictures.put("full-narrow.txt", TextDiagram.of(full).withWidth(70).withAtMost(2));
        pictures.put("full-changes.txt", TextDiagram.between(full, changed()).withOnlyChanges());
        pictures.put("full-between.txt", TextDiagram.between(full, changed()));
        pictures.put("full.mmd", MermaidDiagram.of(full));
        pictures.put("full-few.mmd", MermaidDiagram.of(full).withAtMost(1));
        pictures.put("full.svg", SvgDiagram.of(full));
        pictures.put("full-moved.svg", SvgDiagram.between(full, changed()));
        pictures.put("full-only.svg", SvgDiagram.between(full, changed()).withOnlyChanges());
        pictures.put(
                "full-map.svg",
                SvgDiagram.of(AddressMap.of(full, VpcId.of("main")).orElseThrow()));
        pictures.put("full-changes.svg", SvgDiagram.of(ChangeMap.between(full, changed())));
        pictures.put("map.svg", SvgDiagram.of(map()));
        pictures.put("map-cells.svg", SvgDiagram.of(map().withCells(28)).withIdPrefix("cells"));
        pictures.put("changes-all.svg", SvgDiagram.of(changes()));
        pictures.put("slots-wide.svg", SvgDiagram.of(grid(2, 4)));
        pictures.put("slots-narrow.svg", SvgDiagram.of(grid(2, 17)));
        pictures.put("many.svg", SvgDiagram.of(many()));
        pictures.put("many-moved.svg", SvgDiagram.between(many(), manyMoved()));
        pictures.put("many-parts.svg", SvgDiagram.of(manyParts()));
        pictures.put("many.txt", TextDiagram.of(many()).withSlots(id -> Optional.of(grid(1, 3))));
        Map<String, String> texts = new TreeMap<>();
        pictures.forEach((name, picture) -> texts.put(name, picture.toString()));
        return texts;
    }
}
