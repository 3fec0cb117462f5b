package io.enikit.examples;

import io.enikit.fake.FakeEc2;
import io.enikit.fake.awssdk.Ec2Clients;
import io.enikit.ipam.NetworkPlanner;
import io.enikit.model.NetworkPlan;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceStatus;

/**
 * A server of a registry takes one of the interfaces that clients know, as Eureka's servers do: it looks which are free,
 * attaches one at index 1, and goes on to the next where another server was faster. The client is the SDK's own.
 */
public final class BindInterface {
    private final Ec2Client client;

    BindInterface(Ec2Client client) {
        this.client = client;
    }

    /**
     * Binds an interface on each of three servers, and prints which.
     *
     * @param args nothing
     */
    public static void main(String[] args) {
        tell(Console.out());
    }

    /** Returns the id of the interface that the instance has now, if one was free. */
    Optional<String> bind(String instance, List<String> known) {
        List<NetworkInterface> shown = client.describeNetworkInterfaces(r -> r.networkInterfaceIds(known))
                .networkInterfaces();
        for (NetworkInterface each : shown) {
            if (each.status() == NetworkInterfaceStatus.AVAILABLE && attach(each.networkInterfaceId(), instance)) {
                return Optional.of(each.networkInterfaceId());
            }
        }
        return Optional.empty();
    }

    private boolean attach(String eni, String instance) {
        try {
            client.attachNetworkInterface(
                    r -> r.networkInterfaceId(eni).instanceId(instance).deviceIndex(1));
            return true;
        } catch (Ec2Exception refused) {
            if (refused.awsErrorDetails().errorCode().equals("InvalidNetworkInterface.InUse")) {
                return false;
            }
            throw refused;
        }
    }

    static void tell(PrintStream out) {
        NetworkPlan plan = NetworkPlanner.create()
                .vpc(
                        "main",
                        "10.0.0.0/16",
                        vpc -> vpc.subnet("known", "us-east-1a", 24).securityGroup("registry"))
                .instance("server-1", "t3.small", i -> i.primaryEni("known"))
                .instance("server-2", "t3.small", i -> i.primaryEni("known"))
                .instance("server-3", "t3.small", i -> i.primaryEni("known"))
                .plan();
        FakeEc2 ec2 = FakeEc2.of(plan);
        try (Ec2Client client = Ec2Clients.sync(ec2)) {
            List<String> known = List.of(create(client), create(client));
            BindInterface servers = new BindInterface(client);
            for (String server : List.of("server-1", "server-2", "server-3")) {
                out.println(server + " has " + servers.bind(server, known).orElse("none: all are taken"));
            }
        }
        out.println(ec2.plan().enisOf("server-2").size() + " interfaces on server-2");
    }

    private static String create(Ec2Client client) {
        return client.createNetworkInterface(r -> r.subnetId("known"))
                .networkInterface()
                .networkInterfaceId();
    }
}
