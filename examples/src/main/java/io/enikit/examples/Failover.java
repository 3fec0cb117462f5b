package io.enikit.examples;

import io.enikit.ipam.NetworkPlanner;
import io.enikit.limits.LimitRules;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanDiff;
import io.enikit.operations.AttachEni;
import io.enikit.operations.DetachEni;
import io.enikit.operations.Ec2;
import io.enikit.rules.Ec2Rules;
import java.io.PrintStream;

/**
 * High availability on a low budget: clients know a secondary interface. When its instance fails, the interface moves to
 * a hot standby, and its private addresses, its Elastic IP, its security groups and its MAC come along.
 */
public final class Failover {
    private Failover() {}

    /**
     * Fails over, and prints all that has changed.
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
                                .subnet("public", "ap-northeast-2a", 24)
                                .securityGroup("service"))
                .instance(
                        "active",
                        "t3.small",
                        i -> i.primaryEni("public")
                                .secondaryEni(
                                        "public",
                                        eni -> eni.securityGroups("service")
                                                .secondaryPrivateIpAddressCount(2)
                                                .elasticIp("known-to-clients")))
                .instance("standby", "t3.small", i -> i.primaryEni("public"))
                .plan();
        Ec2 ec2 = Ec2.enforcing(Ec2Rules.standard().and(LimitRules.bundled()));
        NetworkPlan failedOver = ec2.apply(plan, DetachEni.of("active/eth1"), AttachEni.of("active/eth1", "standby", 1))
                .orElseThrow();
        out.println(PlanDiff.between(plan, failedOver));
        Eni moved = failedOver.eni("active/eth1").orElseThrow();
        out.println("still " + moved.privateIpAddresses() + ", " + moved.macAddress() + ", "
                + failedOver.elasticIpsOf(moved.id()).iterator().next().id());
    }
}
