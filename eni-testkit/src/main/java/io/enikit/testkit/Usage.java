package io.enikit.testkit;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Quotas;
import io.enikit.model.Vpc;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/** How much of each quota a plan uses. */
final class Usage {
    private Usage() {}

    /** One quota: how it is read, and how it is set. */
    enum Quota {
        VPCS(Quotas::vpcs, Quotas::withVpcs),
        IPV4_CIDR_BLOCKS_PER_VPC(Quotas::ipv4CidrBlocksPerVpc, Quotas::withIpv4CidrBlocksPerVpc),
        IPV6_CIDR_BLOCKS_PER_VPC(Quotas::ipv6CidrBlocksPerVpc, Quotas::withIpv6CidrBlocksPerVpc),
        SUBNETS_PER_VPC(Quotas::subnetsPerVpc, Quotas::withSubnetsPerVpc),
        NETWORK_INTERFACES(Quotas::networkInterfaces, Quotas::withNetworkInterfaces),
        SECURITY_GROUPS(Quotas::securityGroups, Quotas::withSecurityGroups),
        SECURITY_GROUPS_PER_INTERFACE(Quotas::securityGroupsPerInterface, Quotas::withSecurityGroupsPerInterface),
        ELASTIC_IPS(Quotas::elasticIps, Quotas::withElasticIps);

        private final ToIntFunction<Quotas> get;
        private final BiFunction<Quotas, Integer, Quotas> with;

        Quota(ToIntFunction<Quotas> get, BiFunction<Quotas, Integer, Quotas> with) {
            this.get = get;
            this.with = with;
        }

        int of(Quotas quotas) {
            return get.applyAsInt(quotas);
        }

        Quotas with(Quotas quotas, int value) {
            return with.apply(quotas, value);
        }

        int least() {
            return this == SECURITY_GROUPS_PER_INTERFACE ? 1 : 0;
        }
    }

    /** Returns the smallest quotas that the plan keeps. */
    static Quotas of(NetworkPlan plan) {
        return plan.quotas()
                .withVpcs(plan.vpcs().size())
                .withSubnetsPerVpc(most(plan, vpc -> plan.subnetsOf(vpc.id()).size()))
                .withIpv4CidrBlocksPerVpc(most(plan, vpc -> vpc.cidrBlocks().size()))
                .withIpv6CidrBlocksPerVpc(most(plan, vpc -> vpc.ipv6CidrBlocks().size()))
                .withNetworkInterfaces(plan.enis().size())
                .withSecurityGroups(plan.securityGroups().size())
                .withSecurityGroupsPerInterface(plan.enis().stream()
                        .mapToInt(eni -> eni.securityGroups().size())
                        .reduce(1, Math::max))
                .withElasticIps(plan.elasticIps().size());
    }

    private static int most(NetworkPlan plan, ToIntFunction<Vpc> count) {
        return plan.vpcs().stream().mapToInt(count).reduce(0, Math::max);
    }
}
