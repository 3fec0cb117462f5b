package io.enikit.diagram;

import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;

/** Plans to draw. */
final class Plans {
    private Plans() {}

    /** Two instances in one zone, one with two interfaces, and an IPv6-native subnet in another zone. */
    static NetworkPlan small() {
        return NetworkPlan.builder()
                .add(Vpc.builder()
                        .id("main")
                        .addCidrBlock("10.0.0.0/24")
                        .addIpv6CidrBlock("2001:db8:0:100::/56")
                        .internetGatewayAttached(true)
                        .build())
                .add(subnet("web", "a", "10.0.0.0/26"))
                .add(Subnet.builder()
                        .id("native")
                        .vpcId("main")
                        .availabilityZone("eu-west-1b")
                        .ipv6Native(true)
                        .ipv6CidrBlock("2001:db8:0:1ff::/64")
                        .build())
                .add(instance("app-1"))
                .add(instance("app-2"))
                .add(eni("app-1/eth0", "10.0.0.4").attachment("app-1", 0).build())
                .add(eni("app-1/eth1", "10.0.0.5")
                        .secondaryPrivateIpAddress("10.0.0.6")
                        .attachment("app-1", 1)
                        .build())
                .add(eni("app-2/eth0", "10.0.0.7").attachment("app-2", 0).build())
                .add(ElasticIp.builder().id("unused").build())
                .build();
    }

    /** The same, but app-1/eth1 is on app-2. */
    static NetworkPlan failedOver() {
        NetworkPlan plan = small();
        return plan.toBuilder()
                .put(plan.eni("app-1/eth1").orElseThrow().toBuilder()
                        .attachment("app-2", 1)
                        .build())
                .build();
    }

    static Subnet subnet(String id, String zone, String block) {
        return Subnet.builder()
                .id(id)
                .vpcId("main")
                .availabilityZone("eu-west-1" + zone)
                .cidrBlock(block)
                .build();
    }

    static Instance instance(String id) {
        return Instance.builder().id(id).instanceType("m5.large").build();
    }

    static Eni.Builder eni(String id, String address) {
        return Eni.builder().id(id).subnetId("web").primaryPrivateIpAddress(address);
    }

    /** A VPC of many subnets of 256 addresses, each with as many interfaces as are asked for. */
    static NetworkPlan large(int subnets, int enisEach) {
        NetworkPlan.Builder plan = NetworkPlan.builder()
                .add(Vpc.builder().id("main").addCidrBlock("10.0.0.0/16").build());
        Cidr vpc = Cidr.parse("10.0.0.0/16");
        for (int i = 0; i < subnets; i++) {
            Cidr block = vpc.child(24, i + i / 20);
            plan.add(subnet("s" + i, "abc".substring(i % 3, i % 3 + 1), block.toString()));
            for (int j = 0; j < enisEach; j++) {
                String name = "i-" + i + "-" + j;
                plan.add(instance(name));
                plan.add(Eni.builder()
                        .id(name + "/eth0")
                        .subnetId("s" + i)
                        .primaryPrivateIpAddress(block.nth(j + 4).toString())
                        .attachment(name, 0)
                        .build());
            }
        }
        return plan.build();
    }
}
