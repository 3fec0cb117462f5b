package io.enikit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.Instance;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.IpAddress;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.AttachEni;
import io.enikit.operations.CreateEni;
import io.enikit.operations.DeleteEni;
import io.enikit.operations.DetachEni;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import io.enikit.operations.UnassignPrivateIpAddresses;
import io.enikit.rules.Ec2Rules;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The engine and a second EC2, which knows nothing of it, answer the same, call by call. */
class SmallEc2Test {
    private static final int CALLS = Integer.getInteger("io.enikit.testkit.modelled", 5_000);
    private static final int CALLS_OF_A_RUN = 500;
    private static final int NICS = 8;
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard());

    private NetworkPlan plan = start();
    private SmallEc2 small = new SmallEc2();
    private boolean expected;

    private static NetworkPlan start() {
        NetworkPlan.Builder plan = NetworkPlan.builder()
                .put(Vpc.builder().id("v").addCidrBlock("10.0.0.0/16").build())
                .put(SecurityGroup.builder().id("g").vpcId("v").build());
        for (int i = 0; i < 2; i++) {
            plan.put(Subnet.builder()
                            .id("s" + i)
                            .vpcId("v")
                            .availabilityZone("eu-west-1" + (char) ('a' + i))
                            .cidrBlock("10.0." + i + ".0/28")
                            .build())
                    .put(Instance.builder()
                            .id("i" + i)
                            .instanceType("m5.large")
                            .state(InstanceState.RUNNING)
                            .build())
                    .put(Eni.builder()
                            .id("p" + i)
                            .subnetId("s" + i)
                            .addSecurityGroup(SecurityGroupId.of("g"))
                            .addPrivateIpAddress(new EniAddress(IpAddress.parse("10.0." + i + ".4"), true))
                            .attachment(Attachment.builder()
                                    .instanceId("i" + i)
                                    .deviceIndex(0)
                                    .build())
                            .build());
        }
        return plan.build();
    }

    @Test
    void calls_madeUp_areAnsweredAsASecondModelAnswersThem() {
        int accepted = 0;
        for (int seed = 0; seed < CALLS / CALLS_OF_A_RUN; seed++) {
            Random random = new Random(seed);
            plan = start();
            small = new SmallEc2();
            for (int step = 0; step < CALLS_OF_A_RUN; step++) {
                String before = small.toString();
                Operation call = call(random);
                ApplyResult result = EC2.apply(plan, call);
                assertThat(result.isAccepted())
                        .as("seed %d, step %d: %s on %s: %s", seed, step, call, before, result)
                        .isEqualTo(expected);
                if (expected) {
                    accepted++;
                    plan = result.orElseThrow();
                    assertThat(shown(plan))
                            .as("seed %d, step %d: %s on %s", seed, step, call, before)
                            .isEqualTo(shown(small));
                }
            }
        }
        assertThat(accepted).isBetween(CALLS / 10, CALLS * 9 / 10);
    }

    private Operation call(Random random) {
        String nic = random.nextInt(NICS + 2) < 2 ? "p" + random.nextInt(2) : "e" + random.nextInt(NICS);
        int subnet = random.nextInt(2);
        int host = random.nextInt(16);
        int index = 1 + random.nextInt(3);
        int nicsSubnet = small.nics.containsKey(nic) ? small.nics.get(nic).subnet : subnet;
        switch (random.nextInt(6)) {
            case 0 -> {
                expected = small.create(nic, subnet, host);
                return CreateEni.of(nic, "s" + subnet)
                        .withPrivateIpAddress(address(subnet, host))
                        .withSecurityGroups("g");
            }
            case 1 -> {
                expected = small.delete(nic);
                return DeleteEni.of(nic);
            }
            case 2 -> {
                expected = small.assign(nic, host);
                return AssignPrivateIpAddresses.of(nic).plusPrivateIpAddress(address(nicsSubnet, host));
            }
            case 3 -> {
                expected = small.unassign(nic, host);
                return UnassignPrivateIpAddresses.of(nic).plusPrivateIpAddress(address(nicsSubnet, host));
            }
            case 4 -> {
                expected = small.attach(nic, subnet, index);
                return AttachEni.of(nic, "i" + subnet, index);
            }
            default -> {
                expected = small.detach(nic);
                return DetachEni.of(nic);
            }
        }
    }

    private static String address(int subnet, int host) {
        return "10.0." + subnet + "." + host;
    }

    private static Map<String, String> shown(SmallEc2 small) {
        Map<String, String> shown = new TreeMap<>();
        small.nics.forEach((id, nic) -> shown.put(
                id,
                "s" + nic.subnet + " "
                        + nic.hosts.stream()
                                .map(host -> address(nic.subnet, host))
                                .collect(Collectors.joining(" "))
                        + (nic.instance < 0 ? "" : " i" + nic.instance + " " + nic.index)));
        return shown;
    }

    private static Map<String, String> shown(NetworkPlan plan) {
        Map<String, String> shown = new TreeMap<>();
        plan.enis()
                .forEach(eni -> shown.put(
                        eni.id().toString(),
                        eni.subnetId() + " "
                                + eni.privateIpAddresses().stream()
                                        .map(each -> each.address().toString())
                                        .collect(Collectors.joining(" "))
                                + eni.attachment()
                                        .map(each -> " " + each.instanceId().orElseThrow() + " " + each.deviceIndex())
                                        .orElse("")));
        return shown;
    }
}
