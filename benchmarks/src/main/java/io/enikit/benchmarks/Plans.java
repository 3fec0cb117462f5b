package io.enikit.benchmarks;

import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Quotas;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import java.util.Locale;

/** Plans without a fault: one VPC, 200 subnets in 4 zones, ten interfaces an instance. */
final class Plans {
    private static final int SUBNETS = 200;
    private static final int ZONES = 4;
    private static final int ENIS_PER_INSTANCE = 10;
    private static final int SUBNETS_PER_BLOCK = 64;
    private static final int RESERVED = 4;

    private Plans() {}

    static NetworkPlan of(int enis) {
        NetworkPlan.Builder plan = NetworkPlan.builder()
                .quotas(Quotas.awsDefaults()
                        .withNetworkInterfaces(1_000_000)
                        .withAddressUsagePerVpc(1_000_000)
                        .withSubnetsPerVpc(SUBNETS));
        Vpc.Builder vpc = Vpc.builder().id("v");
        for (int block = 0; block < 4; block++) {
            vpc.addCidrBlock(Cidr.parse("10." + block + ".0.0/16"));
        }
        plan.add(vpc.build());
        plan.add(SecurityGroup.builder().id("default").vpcId("v").build());
        plan.add(SecurityGroup.builder().id("web").vpcId("v").build());
        for (int i = 0; i < SUBNETS; i++) {
            plan.add(Subnet.builder()
                    .id(subnet(i))
                    .vpcId("v")
                    .availabilityZone("z" + i % ZONES)
                    .cidrBlock(block(i))
                    .build());
        }
        int[] next = new int[SUBNETS];
        for (int i = 0; i < enis / ENIS_PER_INSTANCE; i++) {
            plan.add(Instance.builder()
                    .id(instance(i))
                    .instanceType("m5.24xlarge")
                    .build());
            for (int index = 0; index < ENIS_PER_INSTANCE; index++) {
                // Interfaces of an instance are in different subnets of one zone.
                int subnet = (i % ZONES + ZONES * (i / ZONES * ENIS_PER_INSTANCE + index)) % SUBNETS;
                plan.add(Eni.builder()
                        .id(instance(i) + "/eth" + index)
                        .subnetId(subnet(subnet))
                        .addPrivateIpAddress(new EniAddress(block(subnet).nth(RESERVED + next[subnet]++), true))
                        .addSecurityGroups("web")
                        .attachment(instance(i), index)
                        .build());
            }
        }
        return plan.build();
    }

    /** Adds VPCs with the blocks, subnets and addresses of a plan, whose interfaces are attached to nothing. */
    static NetworkPlan beside(int vpcs, NetworkPlan plan) {
        NetworkPlan.Builder all = plan.toBuilder().quotas(plan.quotas().withVpcs(vpcs + 1));
        for (int i = 0; i < vpcs; i++) {
            String prefix = String.format(Locale.ROOT, "other%03d-", i);
            for (Vpc vpc : plan.vpcs()) {
                all.add(vpc.toBuilder().id(prefix + vpc.id()).build());
            }
            all.add(SecurityGroup.builder()
                    .id(prefix + "web")
                    .vpcId(prefix + "v")
                    .build());
            for (Subnet subnet : plan.subnets()) {
                all.add(subnet.toBuilder()
                        .id(prefix + subnet.id())
                        .vpcId(prefix + subnet.vpcId())
                        .build());
            }
            for (Eni eni : plan.enis()) {
                all.add(Eni.builder()
                        .id(prefix + eni.id())
                        .subnetId(prefix + eni.subnetId())
                        .privateIpAddresses(eni.privateIpAddresses())
                        .addSecurityGroups(prefix + "web")
                        .build());
            }
        }
        return all.build();
    }

    private static Cidr block(int subnet) {
        return Cidr.parse("10." + subnet / SUBNETS_PER_BLOCK + ".0.0/16").child(22, subnet % SUBNETS_PER_BLOCK);
    }

    private static String subnet(int i) {
        return String.format(Locale.ROOT, "s%03d", i);
    }

    private static String instance(int i) {
        return String.format(Locale.ROOT, "i%05d", i);
    }
}
