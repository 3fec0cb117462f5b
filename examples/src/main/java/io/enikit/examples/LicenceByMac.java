package io.enikit.examples;

import io.enikit.ipam.NetworkPlanner;
import io.enikit.limits.LimitRules;
import io.enikit.model.NetworkPlan;
import io.enikit.operations.AttachEni;
import io.enikit.operations.Ec2;
import io.enikit.operations.TerminateInstance;
import io.enikit.rules.Ec2Rules;
import java.io.PrintStream;

/**
 * A licence that is bound to a MAC address: it belongs to an interface that outlives its instance, because it is not
 * deleted on termination.
 */
public final class LicenceByMac {
    private LicenceByMac() {}

    /**
     * Replaces the licensed server by another one.
     *
     * @param args nothing
     */
    public static void main(String[] args) {
        tell(Console.out());
    }

    static void tell(PrintStream out) {
        NetworkPlan plan = NetworkPlanner.create()
                .vpc("main", "10.0.0.0/16", vpc -> vpc.subnet("servers", "us-west-2a", 24))
                .instance(
                        "old",
                        "m5.large",
                        i -> i.primaryEni("servers").secondaryEni("servers", eni -> eni.deleteOnTermination(false)))
                .instance("new", "m7i.large", i -> i.primaryEni("servers"))
                .plan();
        out.println("licensed to " + plan.eni("old/eth1").orElseThrow().macAddress());
        Ec2 ec2 = Ec2.enforcing(Ec2Rules.standard().and(LimitRules.bundled()));
        NetworkPlan replaced = ec2.apply(plan, TerminateInstance.of("old"), AttachEni.of("old/eth1", "new", 1))
                .orElseThrow();
        replaced.enisOf("new").forEach(eni -> out.println(eni.id() + " of new: " + eni.macAddress()));
    }
}
