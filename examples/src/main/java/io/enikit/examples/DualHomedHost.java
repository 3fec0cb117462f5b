package io.enikit.examples;

import io.enikit.ipam.NetworkPlanner;
import io.enikit.limits.LimitRules;
import io.enikit.model.NetworkPlan;
import io.enikit.operations.AttachEni;
import io.enikit.operations.CreateEni;
import io.enikit.operations.Ec2;
import io.enikit.rules.Ec2Rules;
import java.io.PrintStream;

/** A host in two subnets, between a front end and a database. Both have to be in its availability zone. */
public final class DualHomedHost {
    private DualHomedHost() {}

    /**
     * Gives a running host a second interface: from the wrong zone, and from the right one.
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
                        vpc -> vpc.availabilityZones("eu-west-1a", "eu-west-1b")
                                .subnetPerZone("front", 24)
                                .subnetPerZone("database", 24))
                .instance("host", "m5.large", i -> i.primaryEni("front/eu-west-1a"))
                .plan();
        Ec2 ec2 = Ec2.enforcing(Ec2Rules.standard().and(LimitRules.bundled()));
        for (String zone : new String[] {"eu-west-1b", "eu-west-1a"}) {
            out.println(ec2.apply(
                    plan, CreateEni.of("to-database", "database/" + zone), AttachEni.of("to-database", "host", 1)));
        }
    }
}
