package io.enikit.examples;

import io.enikit.fake.FakeEc2;
import io.enikit.fake.awssdk.Ec2Clients;
import io.enikit.ipam.NetworkPlanner;
import io.enikit.model.NetworkPlan;
import java.io.PrintStream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.waiters.Ec2Waiter;

/**
 * A failover service that detaches and attaches at once works in every test where EC2 is quick, and fails in production.
 * A fake whose changes take a while shows it, without a sleep.
 */
public final class ForgottenWait {
    private ForgottenWait() {}

    /**
     * Fails over without waiting and with it, and prints what comes of both.
     *
     * @param args nothing
     */
    public static void main(String[] args) {
        tell(Console.out());
    }

    private static void detach(Ec2Client client, String eni) {
        String attachment = client.describeNetworkInterfaces(r -> r.networkInterfaceIds(eni))
                .networkInterfaces()
                .get(0)
                .attachment()
                .attachmentId();
        client.detachNetworkInterface(r -> r.attachmentId(attachment));
    }

    private static void attach(Ec2Client client, String eni, String instance) {
        client.attachNetworkInterface(
                r -> r.networkInterfaceId(eni).instanceId(instance).deviceIndex(1));
    }

    /** Forgets that detaching takes a while. */
    static void failOver(Ec2Client client, String eni, String instance) {
        detach(client, eni);
        attach(client, eni, instance);
    }

    /** Waits until the interface is free. */
    static void failOverAndWait(Ec2Client client, Ec2Waiter waiter, String eni, String instance) {
        detach(client, eni);
        waiter.waitUntilNetworkInterfaceAvailable(r -> r.networkInterfaceIds(eni));
        attach(client, eni, instance);
    }

    static void tell(PrintStream out) {
        NetworkPlan plan = NetworkPlanner.create()
                .vpc(
                        "main",
                        "10.0.0.0/16",
                        vpc -> vpc.subnet("public", "us-east-1a", 24).securityGroup("service"))
                .instance(
                        "active",
                        "t3.small",
                        i -> i.primaryEni("public").secondaryEni("public", eni -> eni.securityGroups("service")))
                .instance("standby", "t3.small", i -> i.primaryEni("public"))
                .plan();
        FakeEc2 ec2 = FakeEc2.of(plan);
        try (Ec2Client client = Ec2Clients.sync(ec2)) {
            failOver(client, "active/eth1", "standby");
            out.println("quick EC2, without waiting: on " + owner(ec2));
            ec2.reset();
            ec2.settlesAfter(3);
            try {
                failOver(client, "active/eth1", "standby");
            } catch (Ec2Exception refused) {
                out.println("slow EC2, without waiting: "
                        + refused.awsErrorDetails().errorCode());
            }
            ec2.reset();
            ec2.settlesAfter(3);
            failOverAndWait(client, Ec2Clients.waiter(client), "active/eth1", "standby");
            out.println("slow EC2, with waiting: on " + owner(ec2));
        }
    }

    private static String owner(FakeEc2 ec2) {
        return ec2.plan()
                .eni("active/eth1")
                .flatMap(eni -> eni.instanceId())
                .map(Object::toString)
                .orElse("nothing");
    }
}
