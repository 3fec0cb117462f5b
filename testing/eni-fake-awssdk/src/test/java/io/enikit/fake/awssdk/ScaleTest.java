package io.enikit.fake.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.fake.FakeEc2;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.IpAddress;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** A describe of one interface by its id costs the same among ten and among ten thousand. */
class ScaleTest {
    private static final int CALLS = 400;
    private static final int ROUNDS = 15;

    private static FakeEc2 fake(int interfaces) {
        NetworkPlan.Builder plan = NetworkPlan.builder();
        plan.add(Vpc.builder().id("main").addCidrBlock("10.0.0.0/16").build());
        plan.add(SecurityGroup.builder().id("sg").vpcId("main").build());
        plan.add(Subnet.builder()
                .id("web")
                .vpcId("main")
                .availabilityZone("eu-west-1a")
                .cidrBlock("10.0.0.0/16")
                .build());
        IpAddress first = IpAddress.parse("10.0.0.4");
        for (int i = 0; i < interfaces; i++) {
            plan.add(Eni.builder()
                    .id("eni-" + i)
                    .subnetId("web")
                    .primaryPrivateIpAddress(first.plus(i).toString())
                    .addSecurityGroups("sg")
                    .build());
        }
        return FakeEc2.of(plan.build());
    }

    @Test
    void describe_oneOfTenThousand_costsWhatOneOfTenDoes() {
        try (Ec2Client few = Ec2Clients.sync(fake(10));
                Ec2Client many = Ec2Clients.sync(fake(10_000))) {
            double[] ratios = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                double ofFew = cost(few);
                ratios[round] = cost(many) / ofFew;
            }
            Arrays.sort(ratios);
            System.out.println("one of 10,000 to one of 10: " + ratios[ROUNDS / 2]);
            assertThat(ratios[ROUNDS / 2]).isLessThan(1.5);
        }
    }

    private static double cost(Ec2Client client) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < CALLS; i++) {
            client.describeNetworkInterfaces(r -> r.networkInterfaceIds("eni-7"));
        }
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }
}
