package io.enikit.testkit;

import io.enikit.model.AddressDemand;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Quotas;
import io.enikit.model.Resource;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupRule;
import io.enikit.model.SecurityGroupRules;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What breaks the rules on VPCs, subnets, groups and quotas. */
final class NetworkBreakers {
    private static final int MOST_RULES = 1_000;

    private NetworkBreakers() {}

    static void addTo(Map<String, Breaker> all) {
        addVpcs(all);
        addSubnets(all);
        addGroups(all);
        addRules(all);
        addQuotas(all);
        all.put("plan.id.unique", network -> {
            List<Resource> resources = network.plan().resources().toList();
            return Optional.of(network.plan().toBuilder()
                    .add(network.choice().of(resources))
                    .build());
        });
    }

    private static void addVpcs(Map<String, Breaker> all) {
        all.put("vpc.cidr.required", network -> network.with(vpc("none").build()));
        all.put(
                "vpc.cidr.size",
                network -> network.with(vpc("odd")
                        .addCidrBlock(Cidr.parse("10.240.0.0/12")
                                .child(network.choice().of(12, 15, 29, 32), 0))
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
                network -> network.with(
                        subnet(VpcId.of("gone")).cidrBlock("10.0.0.0/24").build()));
        all.put(
                "subnet.cidr.size",
                network -> network.with(subnet(VpcId.of("site"))
                        .cidrBlock(Cidr.parse("10.200.9.0/24")
                                .child(
                                        network.choice().between(29, 32),
                                        network.choice().between(0, 31)))
                        .build()));
        all.put(
                "subnet.cidr.in-vpc",
                network -> network.with(subnet(network.vpc().id())
                        .cidrBlock(Cidr.parse("172.16.0.0/16")
                                .child(24, network.choice().between(0, 255)))
                        .build()));
        all.put("subnet.cidr.overlap", network -> {
            List<Subnet> subnets = network.plan().subnets().stream()
                    .filter(subnet -> subnet.cidrBlock().isPresent())
                    .toList();
            Subnet other = network.choice().of(subnets);
            Cidr block = other.cidrBlock().orElseThrow();
            int length = Math.min(28, block.prefixLength() + network.choice().between(0, 2));
            return network.with(
                    subnet(other.vpcId()).cidrBlock(block.child(length, 0)).build());
        });
    }

    private static SecurityGroup.Builder group(VpcId vpc, String name) {
        return SecurityGroup.builder().id("new").vpcId(vpc).groupName(name);
    }

    private static void addGroups(Map<String, Breaker> all) {
        all.put(
                "group.vpc.exists",
                network -> network.with(group(VpcId.of("gone"), "new").build()));
        all.put("group.name", network -> {
            String name = network.choice().of("", "sg-web", "n".repeat(256));
            return network.with(group(network.vpc().id(), name).build());
        });
        all.put("group.name.unique", network -> {
            SecurityGroup other = network.choice().of(List.copyOf(network.plan().securityGroups()));
            return network.with(group(other.vpcId(), other.groupName()).build());
        });
        all.put(
                "group.vpc.associations",
                network -> network.with(group(VpcId.of("site"), SecurityGroup.DEFAULT_NAME)
                        .addAssociatedVpcId(VpcId.of("main"))
                        .build()));
    }

    private static void addRules(Map<String, Breaker> all) {
        addRule(all, "group.rules.protocol", "sctp;;10.0.0.0/8", "256;;10.0.0.0/8", "http;;::/0");
        addRule(all, "group.rules.ports-given", "tcp;;10.0.0.0/8", "udp;53..;::/0", "icmp;..8;10.0.0.0/8");
        addRule(all, "group.rules.port-range", "tcp;-1;10.0.0.0/8", "udp;9..8;::/0", "icmp;256;10.0.0.0/8");
        addRule(all, "group.rules.description", "tcp;1;10.0.0.0/8;;why?", "tcp;1;::/0;;" + "n".repeat(256));
        addRule(all, "group.rules.groups-exist", "tcp;1;group:gone", "-1;;group:none");
        all.put("group.rules.unique", network -> {
            SecurityGroupRule rule =
                    SecurityGroupRule.parse("tcp;" + network.choice().between(1, 9_999) + ";10.0.0.0/8");
            return withRules(network, List.of(rule, rule.withDescription("the same")));
        });
        all.put("quota.rules-per-security-group", network -> {
            int first = network.choice().between(1, 9_999);
            int most = network.plan().quotas().rulesPerSecurityGroup();
            return withRules(
                    network,
                    IntStream.rangeClosed(first, first + most)
                            .mapToObj(port -> SecurityGroupRule.parse("udp;" + port + ";10.0.0.0/8"))
                            .toList());
        });
        all.put("quota.rules-times-groups", network -> {
            int more = network.choice().between(1, 99);
            return network.with((Quotas used) ->
                    used.withRulesPerSecurityGroup(MOST_RULES / used.securityGroupsPerInterface() + more));
        });
    }

    private static void addRule(Map<String, Breaker> all, String id, String... rules) {
        all.put(
                id,
                network -> withRules(
                        network,
                        List.of(SecurityGroupRule.parse(network.choice().of(rules)))));
    }

    private static Optional<NetworkPlan> withRules(SampleNetwork network, List<SecurityGroupRule> rules) {
        RuleDirection direction = network.choice().of(RuleDirection.values());
        return network.with(group(network.vpc().id(), "new")
                .rules(SecurityGroupRules.none().with(direction, rules))
                .build());
    }

    private static Optional<NetworkPlan> fullSubnet(SampleNetwork network) {
        FreshSubnet fresh = new FreshSubnet(network);
        long lacking = network.choice().between(1, 5);
        Eni demanding = fresh.eni()
                .addressDemand(AddressDemand.none().withIpv4Addresses(250 + lacking))
                .build();
        return network.with(fresh.subnet(), demanding);
    }

    private static void addQuotas(Map<String, Breaker> all) {
        all.put("quota.vpcs", network -> network.with((Quotas used) -> used.withVpcs(used.vpcs() - 1)));
        all.put("subnet.room", NetworkBreakers::fullSubnet);
        all.put(
                "quota.subnets",
                network -> network.with((Quotas used) -> used.withSubnetsPerVpc(used.subnetsPerVpc() - 1)));
        all.put(
                "quota.network-interfaces",
                network -> network.with((Quotas used) -> used.withNetworkInterfaces(used.networkInterfaces() - 1)));
        all.put(
                "quota.security-groups",
                network -> network.with((Quotas used) -> used.withSecurityGroups(used.securityGroups() - 1)));
        all.put(
                "quota.elastic-ips",
                network -> network.with((Quotas used) -> used.withElasticIps(used.elasticIps() - 1)));
    }
}
