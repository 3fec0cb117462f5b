package io.enikit.examples;

import io.enikit.capacity.SubnetBlocks;
import io.enikit.diagram.AddressMap;
import io.enikit.diagram.ChangeMap;
import io.enikit.diagram.MermaidDiagram;
import io.enikit.diagram.SvgDiagram;
import io.enikit.diagram.TextDiagram;
import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.NetworkPlanner;
import io.enikit.limits.InstanceTypes;
import io.enikit.limits.InstanceUsage;
import io.enikit.limits.LimitRules;
import io.enikit.model.CidrReservation;
import io.enikit.model.Eni;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.operations.AttachEni;
import io.enikit.operations.DetachEni;
import io.enikit.operations.Ec2;
import io.enikit.rules.Ec2Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every kind of picture, from the plans of the README and some others, as files. */
public final class Pictures {
    private static final InstanceTypes TYPES = InstanceTypes.bundled();

    private Pictures() {}

    /**
     * Writes all pictures.
     *
     * @param args the folder to write them to, the current one if there is none
     * @throws IOException if that does not work
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length == 0 ? "." : args[0]);
        write(folder);
        all().keySet().forEach(name -> Console.out().println(folder.resolve(name)));
    }

    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> picture : all().entrySet()) {
            Files.writeString(folder.resolve(picture.getKey()), picture.getValue());
        }
    }

    /** Returns the pictures by file name. */
    static Map<String, String> all() {
        NetworkPlan plan = plan();
        NetworkPlan failedOver = Ec2.enforcing(Ec2Rules.standard().and(LimitRules.bundled()))
                .apply(plan, DetachEni.of("app-1/eth1"), AttachEni.of("app-1/eth1", "app-2", 1))
                .orElseThrow();
        Map<String, Object> pictures = new LinkedHashMap<>();
        pictures.put(
                "vpc.svg", SvgDiagram.of(AddressMap.of(plan, VpcId.of("main")).orElseThrow()));
        pictures.put("vpc.mmd", MermaidDiagram.of(plan));
        pictures.put("failover.svg", SvgDiagram.between(plan, failedOver).withTitle("Failover"));
        pictures.put("network.svg", SvgDiagram.of(plan));
        pictures.put("changes.svg", SvgDiagram.of(ChangeMap.between(plan, failedOver)));
        pictures.put("failover.txt", TextDiagram.between(plan, failedOver).withSlots(InstanceUsage.slotsIn(TYPES)));
        pictures.put(
                "subnet.svg",
                SvgDiagram.of(
                        SubnetBlocks.of(fragmented(), "pods").orElseThrow().addressMap()));
        pictures.put("m5-large.svg", card(plan, "app-1"));
        pictures.put("p4d-24xlarge.svg", card(training(), "train"));
        pictures.put("another-zone.svg", anotherZone());
        Map<String, String> texts = new LinkedHashMap<>();
        pictures.forEach((name, picture) -> texts.put(name, picture.toString().stripTrailing() + "\n"));
        return texts;
    }

    /** The plan at the head of the README. */
    private static NetworkPlan plan() {
        return NetworkPlanner.create()
                .vpc(
                        "main",
                        "10.0.0.0/16",
                        vpc -> vpc.availabilityZones("ap-northeast-2a", "ap-northeast-2c")
                                .subnetPerZone("public", 24)
                                .subnetPerZone("private", 20)
                                .securityGroup("web")
                                .securityGroup("db")
                                .internetGateway())
                .instance(
                        "app-1",
                        "m5.large",
                        i -> i.primaryEni(
                                        "public/ap-northeast-2a",
                                        eni -> eni.securityGroups("web").elasticIp("app-eip"))
                                .secondaryEni("private/ap-northeast-2a", eni -> eni.securityGroups("db")))
                .instance(
                        "app-2",
                        "m5.large",
                        i -> i.primaryEni("public/ap-northeast-2a", eni -> eni.securityGroups("web")))
                .plan();
    }

    /** A subnet in which single addresses lie scattered, with a reservation that keeps room for prefixes. */
    private static NetworkPlan fragmented() {
        NetworkPlan plan = NetworkPlanner.create()
                .vpc("main", "10.0.0.0/16", vpc -> vpc.subnet("pods", "eu-west-1a", 23))
                .instance("node", "m5.large", i -> i.primaryEni("pods"))
                .plan();
        CidrReservation reserved = new CidrReservation(Cidr.parse("10.0.1.128/25"), CidrReservation.Type.PREFIX);
        Eni node = plan.eni("node/eth0").orElseThrow();
        NetworkPlan.Builder used = plan.toBuilder()
                .put(plan.subnet("pods").orElseThrow().toBuilder()
                        .addCidrReservation(reserved)
                        .build())
                .put(node.toBuilder()
                        .addIpv4Prefix(Cidr.parse("10.0.1.128/28"))
                        .addIpv4Prefix(Cidr.parse("10.0.1.144/28"))
                        .build());
        Cidr lower = Cidr.parse("10.0.0.0/24");
        for (int i = 16; i < 256; i += i / 16 == 5 ? 1 : 11) {
            used.add(Eni.builder()
                    .id("task-" + i)
                    .subnetId("pods")
                    .primaryPrivateIpAddress(lower.nth(i).toString())
                    .build());
        }
        return used.build();
    }

    /** An instance with an interface on each of its network cards. */
    private static NetworkPlan training() {
        return NetworkPlanner.create()
                .vpc("main", "10.0.0.0/16", vpc -> vpc.subnet("gpu", "eu-west-1a", 24))
                .instance(
                        "train",
                        "p4d.24xlarge",
                        i -> i.primaryEni("gpu", eni -> eni.secondaryPrivateIpAddressCount(12))
                                .secondaryEni("gpu", eni -> eni.networkCardIndex(1))
                                .secondaryEni("gpu", eni -> eni.networkCardIndex(2))
                                .secondaryEni(
                                        "gpu", eni -> eni.networkCardIndex(3).secondaryPrivateIpAddressCount(39)))
                .plan();
    }

    private static SvgDiagram card(NetworkPlan plan, String instance) {
        InstanceUsage usage =
                InstanceUsage.of(plan, InstanceId.of(instance), TYPES).orElseThrow();
        return SvgDiagram.of(usage.slots())
                .withTitle(instance + ", " + usage.limits().instanceType());
    }

    private static SvgDiagram anotherZone() {
        CidrLayout before = CidrLayout.empty(Cidr.parse("10.0.0.0/16"))
                .plan(Map.of("public/a", 24, "public/b", 24, "private/a", 19, "private/b", 19));
        CidrLayout after = before.plan(Map.of(
                "public/a", 24, "public/b", 24, "public/c", 24, "private/a", 19, "private/b", 19, "private/c", 19));
        return SvgDiagram.of(after.changeMapFrom(before)).withTitle("Another zone: nothing moves");
    }
}
