package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.IpAddress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long describe output of many interfaces takes to read: few here, 100,000 in a heap of 1 GiB in {@code .ci/slow}. */
class ReadSpeedTest {
    private static final int INTERFACES = Integer.getInteger("io.enikit.json.interfaces", 2_000);

    private static NetworkPlan plan(int enis) {
        NetworkPlan.Builder plan = NetworkPlan.builder();
        plan.add(Vpc.builder().id("vpc-1").addCidrBlock("10.0.0.0/8").build());
        int perSubnet = 4_000;
        for (int i = 0; i * perSubnet < enis; i++) {
            plan.add(Subnet.builder()
                    .id("subnet-" + i)
                    .vpcId("vpc-1")
                    .availabilityZone("eu-west-1a")
                    .cidrBlock("10." + (i / 16) + "." + (i % 16 * 16) + ".0/20")
                    .build());
        }
        for (int i = 0; i < enis; i++) {
            int subnet = i / perSubnet;
            IpAddress block = IpAddress.parse("10." + (subnet / 16) + "." + (subnet % 16 * 16) + ".0");
            if (i % 2 == 0) {
                plan.add(Instance.builder()
                        .id("i-%017x".formatted(i))
                        .instanceType("m5.large")
                        .availabilityZone("eu-west-1a")
                        .build());
            }
            plan.add(Eni.builder()
                    .id(EniId.of("eni-%017x".formatted(i)))
                    .subnetId("subnet-" + subnet)
                    .addPrivateIpAddress(new EniAddress(block.plus(4 + i % perSubnet), true))
                    .addSecurityGroups("sg-1")
                    .putTag("Name", "node-" + i)
                    .attachment(Attachment.builder()
                            .instanceId("i-%017x".formatted(i - i % 2))
                            .deviceIndex(i % 2)
                            .build())
                    .build());
        }
        return plan.build();
    }

    @Test
    void describeOutputOfManyInterfaces_isReadInSeconds(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("enis.json");
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
            DescribeJson.write(plan(INTERFACES), stream);
        }
        long start = System.nanoTime();
        Reading reading = PlanReader.create().read(file);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf("%s, %,d bytes: %d ms%n", reading.plan(), Files.size(file), time.toMillis());
        assertThat(reading.plan().enis()).hasSize(INTERFACES);
        assertThat(time).isLessThan(Duration.ofSeconds(5));
    }
}
