package io.enikit.examples;

import io.enikit.diagram.TextDiagram;
import io.enikit.ipam.NetworkPlanner;
import io.enikit.limits.LimitRules;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Ec2Rules;
import java.io.PrintStream;

/** A management network: each server answers the public on one interface, and operators on another one, in a subnet of its own. */
public final class ManagementNetwork {
    private ManagementNetwork() {}

    /**
     * Plans it, checks it, and draws it.
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
                        vpc -> vpc.internetGateway()
                                .subnet("public", "eu-central-1a", 24)
                                .subnet("management", "eu-central-1a", 24)
                                .securityGroup("https-from-anywhere")
                                .securityGroup("ssh-from-the-office"))
                .instances(
                        "web",
                        2,
                        "m5.large",
                        i -> i.primaryEni("public", eni -> eni.securityGroups("https-from-anywhere"))
                                .secondaryEni("management", eni -> eni.securityGroups("ssh-from-the-office")))
                .plan();
        out.println(Ec2Rules.standard().and(LimitRules.bundled()).check(plan));
        out.println(TextDiagram.of(plan));
    }
}
