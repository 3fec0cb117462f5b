package io.enikit.examples;

import io.enikit.diagram.TextDiagram;
import io.enikit.ipam.NetworkPlanner;
import io.enikit.limits.InstanceTypes;
import io.enikit.limits.InstanceUsage;
import io.enikit.limits.LimitRules;
import io.enikit.limits.PodCapacity;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.net.Cidr;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.AttachEni;
import io.enikit.operations.DetachEni;
import io.enikit.operations.Ec2;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.io.PrintStream;

/**
 * The story of a network interface: planned, drawn, moved to another instance, and what EC2 would refuse.
 *
 * <p>Takes a VPC block and an instance type, {@code 192.168.0.0/24} and {@code m5.large} if none are given. Everything
 * that is printed about limits, free addresses and verdicts comes from the library.
 */
public final class Quickstart {
    private static final String ZONE = "ap-northeast-2a";
    private static final String OTHER_ZONE = "ap-northeast-2c";
    private static final String[] GROUPS = {"web", "db", "ssh", "dns", "ntp", "smtp"};
    private static final int SMALLEST_BLOCK = 26;

    private final RuleSet rules = Ec2Rules.standard().and(LimitRules.bundled());
    private final Ec2 ec2 = Ec2.enforcing(rules);
    private final Cidr block;
    private final String instanceType;
    private final PrintStream out;

    Quickstart(Cidr block, String instanceType, PrintStream out) {
        if (block.prefixLength() > SMALLEST_BLOCK) {
            throw new IllegalArgumentException(block + " is too small for this story: expected a /16 to a /26");
        }
        this.block = block;
        this.instanceType = instanceType;
        this.out = out;
    }

    /**
     * Tells the story.
     *
     * @param args nothing, or a VPC block and an instance type
     */
    public static void main(String[] args) {
        Cidr block = Cidr.parse(args.length > 0 ? args[0] : "192.168.0.0/24");
        String instanceType = args.length > 1 ? args[1] : "m5.large";
        new Quickstart(block, instanceType, Console.out()).run();
    }

    void run() {
        NetworkPlan plan = planned();
        out.println("1. Two instances of type " + instanceType + ": one with two interfaces, one with one.\n");
        out.println(picture(plan));
        out.println("\n   "
                + PodCapacity.of(InstanceTypes.bundled().limits(instanceType)).explain()
                + " pods on a Kubernetes node of this type.");

        out.println("\n2. app-1/eth1 moves to app-2. It keeps its address and its MAC.\n");
        ApplyResult moved = ec2.apply(plan, DetachEni.of("app-1/eth1"), AttachEni.of("app-1/eth1", "app-2", 1));
        out.println(picture(moved.orElseThrow()));
        if (moved instanceof ApplyResult.Accepted accepted) {
            accepted.outcomes().forEach(outcome -> out.println("   " + outcome));
        }

        out.println("\n3. app-1/eth0 is the primary interface. It stays.\n");
        out.println("   " + ec2.apply(plan, DetachEni.of("app-1/eth0")));

        int most = InstanceTypes.bundled().limits(instanceType).maximumNetworkInterfaces();
        out.println("\n4. An instance of type " + instanceType + " takes " + most + " interfaces, and not one more.\n");
        out.println("   " + ec2.apply(crowded(plan, most), AttachEni.of("spare-" + most, "app-2", most)));

        out.println("\n5. A plan with several faults, each with the code EC2 would answer with.\n");
        rules.check(faulty()).violations().forEach(violation -> out.println("   " + violation));
    }

    private NetworkPlan planned() {
        return NetworkPlanner.create()
                .vpc(
                        "main",
                        block,
                        vpc -> vpc.subnet("private", ZONE, block.prefixLength()).securityGroup("web"))
                .instance(
                        "app-1",
                        instanceType,
                        i -> i.primaryEni(
                                        "private",
                                        eni -> eni.securityGroups("web").privateIpAddress(address(31)))
                                .secondaryEni(
                                        "private",
                                        eni -> eni.securityGroups("web").privateIpAddress(address(42))))
                .instance("app-2", instanceType, i -> i.primaryEni("private", eni -> eni.securityGroups("web")))
                .plan();
    }

    /** Adds spare interfaces, and attaches as many of them to app-2 as its type allows. */
    private NetworkPlan crowded(NetworkPlan plan, int most) {
        NetworkPlan.Builder builder = plan.toBuilder();
        for (int index = 1; index <= most; index++) {
            builder.add(Eni.builder()
                    .id("spare-" + index)
                    .subnetId("private")
                    .addSecurityGroups("web")
                    .primaryPrivateIpAddress(address(50 + index))
                    .build());
        }
        NetworkPlan withSpares = builder.build();
        for (int index = 1; index < most; index++) {
            withSpares = ec2.apply(withSpares, AttachEni.of("spare-" + index, "app-2", index))
                    .orElseThrow();
        }
        return withSpares;
    }

    /** Plans what EC2 would refuse: nothing stops it from being planned, and the report lists it all. */
    private NetworkPlan faulty() {
        int half = block.prefixLength() + 1;
        String reserved = address(3);
        String elsewhere = block.nth(-10).toString();
        return NetworkPlanner.create()
                .vpc("main", block, vpc -> {
                    vpc.subnet("near", ZONE, half).subnet("remote", OTHER_ZONE, half);
                    for (String group : GROUPS) {
                        vpc.securityGroup(group);
                    }
                })
                .instance(
                        "app-1",
                        instanceType,
                        i -> i.primaryEni("near", eni -> eni.securityGroups(GROUPS))
                                .secondaryEni("remote"))
                .instance("app-2", instanceType, i -> i.primaryEni("near", eni -> eni.privateIpAddress(elsewhere)))
                .instance("app-3", instanceType, i -> i.primaryEni("near", eni -> eni.privateIpAddress(reserved)))
                .plan();
    }

    private String picture(NetworkPlan plan) {
        return TextDiagram.of(plan)
                .withSlots(InstanceUsage.slotsIn(plan, InstanceTypes.bundled()))
                .toString();
    }

    private String address(int index) {
        return block.nth(index).toString();
    }
}
