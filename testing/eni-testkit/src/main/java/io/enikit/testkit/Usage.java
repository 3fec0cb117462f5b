package io.enikit.testkit;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Quotas;
import io.enikit.model.Resource;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Vpc;
import io.enikit.net.IpFamily;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/** How much of each quota a plan uses. */
final class Usage {
    /** All quotas. */
    static final List<Quota> QUOTAS = List.of(
            new Quota(0, Quotas::vpcs, Quotas::withVpcs),
            new Quota(0, Quotas::ipv4CidrBlocksPerVpc, Quotas::withIpv4CidrBlocksPerVpc),
            new Quota(0, Quotas::ipv6CidrBlocksPerVpc, Quotas::withIpv6CidrBlocksPerVpc),
            new Quota(0, Quotas::subnetsPerVpc, Quotas::withSubnetsPerVpc),
            new Quota(0, Quotas::networkInterfaces, Quotas::withNetworkInterfaces),
            new Quota(0, Quotas::securityGroups, Quotas::withSecurityGroups),
            new Quota(1, Quotas::securityGroupsPerInterface, Quotas::withSecurityGroupsPerInterface),
            new Quota(0, Quotas::rulesPerSecurityGroup, Quotas::withRulesPerSecurityGroup),
            new Quota(0, Quotas::elasticIps, Quotas::withElasticIps));

    private Usage() {}

    /** One quota: the least it can be, how it is read, and how it is set. */
    record Quota(int least, ToIntFunction<Quotas> get, BiFunction<Quotas, Integer, Quotas> set) {
        int of(Quotas quotas) {
            return get.applyAsInt(quotas);
        }

        Quotas with(Quotas quotas, int value) {
            return set.apply(quotas, value);
        }
    }

    /** Returns the smallest quotas that the plan keeps. */
    static Quotas of(NetworkPlan plan) {
        return plan.quotas()
                .withVpcs(mostOfAnAccount(plan, plan.vpcs()))
                .withSubnetsPerVpc(most(plan, vpc -> plan.subnetsOf(vpc.id()).size()))
                .withIpv4CidrBlocksPerVpc(most(plan, vpc -> vpc.cidrBlocks().size()))
                .withIpv6CidrBlocksPerVpc(most(plan, vpc -> vpc.ipv6CidrBlocks().size()))
                .withNetworkInterfaces(mostOfAnAccount(plan, plan.enis()))
                .withSecurityGroups(mostOfAnAccount(plan, plan.securityGroups()))
                .withSecurityGroupsPerInterface(plan.enis().stream()
                        .mapToInt(eni -> eni.securityGroups().size())
                        .reduce(1, Math::max))
                .withRulesPerSecurityGroup(
                        plan.securityGroups().stream().mapToInt(Usage::rules).reduce(0, Math::max))
                .withElasticIps(mostOfAnAccount(plan, plan.elasticIps()));
    }

    /** Returns the most rules that a group has in one direction and family. */
    private static int rules(SecurityGroup group) {
        return Arrays.stream(RuleDirection.values())
                .flatMapToInt(direction -> Arrays.stream(IpFamily.values())
                        .mapToInt(family -> group.rules().count(direction, family)))
                .reduce(0, Math::max);
    }

    private static int most(NetworkPlan plan, ToIntFunction<Vpc> count) {
        return plan.vpcs().stream().mapToInt(count).reduce(0, Math::max);
    }

    /** Returns how many an account has of some resources in a Region, that which has the most there. */
    private static int mostOfAnAccount(NetworkPlan plan, Set<? extends Resource> resources) {
        boolean accounts = plan.accounts().size() > 1;
        boolean regions = plan.regions().size() > 1;
        Map<List<String>, Integer> counts = new HashMap<>();
        for (Resource resource : resources) {
            Optional<String> account = accounts ? resource.ownerId() : Optional.of("");
            Optional<String> region = regions ? plan.regionOf(resource) : Optional.of("");
            if (account.isPresent() && region.isPresent()) {
                counts.merge(List.of(account.get(), region.get()), 1, Integer::sum);
            }
        }
        return counts.values().stream().reduce(0, Math::max);
    }
}
