package io.enikit.testkit;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Quotas;
import io.enikit.model.Vpc;
import java.util.function.ToIntFunction;

/** How much of each quota a plan uses. */
final class Usage {
    private Usage() {}

    /** {@return the smallest quotas that the plan keeps} */
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
