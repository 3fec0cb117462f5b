package io.enikit.testkit;

import io.enikit.model.Quotas;
import io.enikit.model.Resource;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What breaks the rules on VPCs, subnets, groups and quotas. */
final class NetworkBreakers {
    private NetworkBreakers() {}

    static void addTo(Map<String, Breaker> all) {
        addVpcs(all);
        addSubnets(all);
        addGroups(all);
        addQuotas(all);
        all.put("plan.id.unique", site -> {
            List<Resource> resources = site.plan().resources().toList();
            return Optional.of(
                    site.plan().toBuilder().add(site.choice().of(resources)).build());
        });
    }

    private static void addVpcs(Map<String, Breaker> all) {
        all.put("vpc.cidr.required", site -> site.with(vpc("none").build()));
        all.put(
                "vpc.cidr.size",
                site -> site.with(vpc("odd")
                        .addCidrBlock(
                                Cidr.parse("10.240.0.0/12").child(site.choice().of(12, 15, 29, 32), 0))
                        .build()));
    }

    private static Vpc.Builder vpc(String id) {
        return Vpc.builder().id(id);
    }

    private static Subnet.Builder subnet(VpcId vpc) {
        return Subnet.builder().id("new").vpcId(vpc).availabilityZone("eu-west-1a");
    }

    private static void addSubnets(Map<String, Breaker> all) {
        all.put(
                "subnet.vpc.exists",
                site -> site.with(
                        subnet(VpcId.of("gone")).cidrBlock("10.0.0.0/24").build()));
        all.put(
                "subnet.cidr.size",
                site -> site.with(subnet(VpcId.of("site"))
                        .cidrBlock(Cidr.parse("10.200.9.0/24")
                                .child(
                                        site.choice().between(29, 32),
                                        site.choice().between(0, 31)))
                        .build()));
        all.put(
                "subnet.cidr.in-vpc",
                site -> site.with(subnet(site.vpc().id())
                        .cidrBlock(Cidr.parse("172.16.0.0/16")
                                .child(24, site.choice().between(0, 255)))
                        .build()));
        all.put("subnet.cidr.overlap", site -> {
            List<Subnet> subnets = site.plan().subnets().stream()
                    .filter(subnet -> subnet.cidrBlock().isPresent())
                    .toList();
            Subnet other = site.choice().of(subnets);
            Cidr block = other.cidrBlock().orElseThrow();
            int length = Math.min(28, block.prefixLength() + site.choice().between(0, 2));
            return site.with(
                    subnet(other.vpcId()).cidrBlock(block.child(length, 0)).build());
        });
    }

    private static SecurityGroup.Builder group(VpcId vpc, String name) {
        return SecurityGroup.builder().id("new").vpcId(vpc).groupName(name);
    }

    private static void addGroups(Map<String, Breaker> all) {
        all.put(
                "group.vpc.exists",
                site -> site.with(group(VpcId.of("gone"), "new").build()));
        all.put("group.name", site -> {
            String name = site.choice().of("", "sg-web", "n".repeat(256));
            return site.with(group(site.vpc().id(), name).build());
        });
        all.put("group.name.unique", site -> {
            SecurityGroup other = site.choice().of(List.copyOf(site.plan().securityGroups()));
            return site.with(group(other.vpcId(), other.groupName()).build());
        });
        all.put(
                "group.vpc.associations",
                site -> site.with(group(VpcId.of("site"), SecurityGroup.DEFAULT_NAME)
                        .addAssociatedVpcId(VpcId.of("main"))
                        .build()));
    }

    private static void addQuotas(Map<String, Breaker> all) {
        all.put("quota.vpcs", site -> site.with((Quotas used) -> used.withVpcs(used.vpcs() - 1)));
        all.put("quota.subnets", site -> site.with((Quotas used) -> used.withSubnetsPerVpc(used.subnetsPerVpc() - 1)));
        all.put(
                "quota.network-interfaces",
                site -> site.with((Quotas used) -> used.withNetworkInterfaces(used.networkInterfaces() - 1)));
        all.put(
                "quota.security-groups",
                site -> site.with((Quotas used) -> used.withSecurityGroups(used.securityGroups() - 1)));
        all.put("quota.elastic-ips", site -> site.with((Quotas used) -> used.withElasticIps(used.elasticIps() - 1)));
    }
}
