package io.enikit.examples;

import io.enikit.ipam.NetworkPlanner;
import io.enikit.limits.LimitRules;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.operations.Ec2;
import io.enikit.operations.ModifyEni;
import io.enikit.rules.Ec2Rules;
import java.io.PrintStream;

/**
 * A network appliance: a firewall forwards packets that are not addressed to it, so the source/destination check of its
 * interfaces has to be off. EC2 takes one attribute a call.
 */
public final class NetworkAppliance {
    private NetworkAppliance() {}

    /**
     * Turns the check off, interface by interface.
     *
     * @param args nothing
     */
    public static void main(String[] args) {
        tell(Console.out());
    }

    static void tell(PrintStream out) {
        NetworkPlan plan = NetworkPlanner.create()
                .vpc(
                        "main",
                        "10.0.0.0/16",
                        vpc -> vpc.subnet("outside", "us-east-1a", 24).subnet("inside", "us-east-1a", 24))
                .instance("firewall", "c5n.large", i -> i.primaryEni("outside").secondaryEni("inside"))
                .plan();
        Ec2 ec2 = Ec2.enforcing(Ec2Rules.standard().and(LimitRules.bundled()));
        NetworkPlan forwarding = ec2.apply(
                        plan,
                        ModifyEni.of("firewall/eth0").withSourceDestCheck(false),
                        ModifyEni.of("firewall/eth1").withSourceDestCheck(false))
                .orElseThrow();
        for (Eni eni : forwarding.enisOf("firewall")) {
            out.println(eni.id() + ": source/destination check " + (eni.sourceDestCheck() ? "on" : "off"));
        }
        out.println(ec2.apply(
                plan,
                ModifyEni.of("firewall/eth0").withSourceDestCheck(false).withDescription("outside of the firewall")));
    }
}
