package io.enikit.fake.awssdk;

import io.enikit.fake.FakeEc2;
import io.enikit.ipam.NetworkPlanner;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** A program that prints what a first answer costs in a cold JVM, and then a warm one, in processor time of its thread. */
final class FirstAnswer {
    private static final int CALLS = 20_000;
    private static final int MEASURED = 2_000;

    private FirstAnswer() {}

    private static double cpuMillis() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
    }

    public static void main(String[] arguments) {
        FakeEc2 ec2 = FakeEc2.of(NetworkPlanner.create()
                .vpc(
                        "main",
                        "10.0.0.0/16",
                        vpc -> vpc.subnet("web", "eu-west-1a", 24).securityGroup("sg"))
                .instance("app-1", "m5.large", i -> i.primaryEni("web"))
                .plan());
        double start = cpuMillis();
        try (Ec2Client client = Ec2Clients.sync(ec2)) {
            List<String> ids = List.of("app-1/eth0");
            client.describeNetworkInterfaces(r -> r.networkInterfaceIds(ids));
            double first = cpuMillis();
            for (int i = 0; i < CALLS; i++) {
                client.describeNetworkInterfaces(r -> r.networkInterfaceIds(ids));
            }
            double warm = cpuMillis();
            for (int i = 0; i < MEASURED; i++) {
                client.describeNetworkInterfaces(r -> r.networkInterfaceIds(ids));
            }
            System.out.printf(
                    Locale.ROOT,
                    "JVM to first answer %.0f ms, of these client and answer %.0f ms; warm describe %.3f ms%n",
                    first,
                    first - start,
                    (cpuMillis() - warm) / MEASURED);
        }
    }
}
