package io.enikit.examples;

import io.enikit.capacity.SubnetBlocks;
import io.enikit.ipam.NetworkPlanner;
import io.enikit.limits.LimitRules;
import io.enikit.model.NetworkPlan;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.CreateEni;
import io.enikit.operations.DeleteEni;
import io.enikit.operations.Ec2;
import io.enikit.rules.Ec2Rules;
import java.io.PrintStream;

/**
 * Why a subnet is "full" although addresses are free: a delegated prefix is a whole block of 16, and interfaces that came
 * and went have left one address in each.
 */
public final class FullSubnet {
    private FullSubnet() {}

    /**
     * Asks for a prefix, is refused, and looks at the subnet.
     *
     * @param args nothing
     */
    public static void main(String[] args) {
        tell(Console.out());
    }

    static void tell(PrintStream out) {
        Ec2 ec2 = Ec2.enforcing(Ec2Rules.standard().and(LimitRules.bundled()));
        NetworkPlan plan = used(ec2);
        out.println(plan.availableIpAddressCount("pods") + " addresses are free, and yet:");
        out.println(ec2.apply(plan, AssignPrivateIpAddresses.of("node/eth0").withIpv4PrefixCount(1)));
        SubnetBlocks blocks = SubnetBlocks.of(plan, "pods").orElseThrow();
        out.println(blocks);
    }

    /** Fills a subnet with interfaces, and deletes all but every sixteenth. */
    private static NetworkPlan used(Ec2 ec2) {
        NetworkPlan plan = NetworkPlanner.create()
                .vpc("main", "10.0.0.0/16", vpc -> vpc.subnet("pods", "eu-west-1a", 24))
                .instance("node", "m5.large", i -> i.primaryEni("pods"))
                .plan();
        int free = Math.toIntExact(plan.availableIpAddressCount("pods"));
        for (int i = 0; i < free; i++) {
            plan = ec2.apply(plan, CreateEni.of("eni-" + i, "pods")).orElseThrow();
        }
        for (int i = 0; i < free; i++) {
            if (i % 16 != 15) {
                plan = ec2.apply(plan, DeleteEni.of("eni-" + i)).orElseThrow();
            }
        }
        return plan;
    }
}
