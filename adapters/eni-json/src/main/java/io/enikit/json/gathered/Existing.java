package io.enikit.json.gathered;

import io.enikit.model.AddressDemand;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Quotas;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SubnetDemand;
import io.enikit.model.SubnetId;
import io.enikit.net.IpFamily;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What follows from the resources of a plan that exist already, as opposed to those that files add. */
final class Existing {
    /** What the addresses of a subnet are for that EC2 says are taken, and that no interface which was read has. */
    static final String NOT_SHOWN = "interfaces not shown";

    private static final int MOST_GROUPS = 16;
    private static final int MOST_RULES_OF_INTERFACE = 1_000;

    private final NetworkPlan all;
    private final NetworkPlan existing;
    private final Predicate<ResourceId> shown;

    /** How many addresses are taken in subnets that no interface which was read has. */
    private final Map<SubnetId, Long> notShown = new TreeMap<>();

    /** Counted once, as the interfaces may be many. */
    private final IdentityHashMap<NetworkPlan, Counted> counted = new IdentityHashMap<>();

    private @Nullable Quotas quotas;

    /**
     * What the interfaces of a plan add up to.
     *
     * @param groups the most groups that an interface is in
     * @param addressUsage the network address usage of the VPC with the most of it
     */
    private record Counted(int groups, int addressUsage) {}

    /**
     * Looks at a plan.
     *
     * @param all the plan
     * @param added the ids of what does not exist yet
     * @param shown whether describe output shows something of an id
     * @param before groups as they are before rules are added to them
     */
    Existing(
            NetworkPlan all,
            Set<ResourceId> added,
            Predicate<ResourceId> shown,
            Map<SecurityGroupId, SecurityGroup> before) {
        this.all = all;
        this.shown = shown;
        this.existing = added.isEmpty() && before.isEmpty() ? all : without(all, added, before);
    }

    private static NetworkPlan without(
            NetworkPlan all, Set<ResourceId> added, Map<SecurityGroupId, SecurityGroup> before) {
        NetworkPlan.Builder existing = NetworkPlan.builder();
        all.resources().filter(each -> !added.contains(each.resourceId())).forEach(existing::put);
        before.values().forEach(existing::put);
        return existing.build();
    }

    /**
     * Returns the plan with what is known of the account: its quotas, and the addresses that others have.
     *
     * @param available how many addresses are available in subnets, as EC2 says
     * @param known the quotas, if they are known
     * @param demands what groups take in subnets
     */
    NetworkPlan complete(Map<SubnetId, Integer> available, Optional<Quotas> known, Collection<Demanded> demands) {
        available.forEach((subnet, count) -> {
            long lacking = existing.availableIpAddressCount(subnet) - count;
            if (lacking > 0) {
                notShown.put(subnet, lacking);
            }
        });
        NetworkPlan.Builder plan = all.toBuilder().quotas(known.orElseGet(this::quotas));
        notShown.forEach((subnet, count) -> plan.addSubnetDemand(
                SubnetDemand.ofAddresses(NOT_SHOWN, subnet, AddressDemand.none().withIpv4Addresses(count))));
        demands.stream()
                .flatMap(each -> each.mayBeThere() ? each.beyond(takenIn(each.subnets())).stream() : Stream.of(each))
                .map(Demanded::demand)
                .forEach(plan::addSubnetDemand);
        return plan.build();
    }

    /** Counts the IPv4 addresses in subnets that may be those of a group which is there already. */
    private long takenIn(Collection<SubnetId> subnets) {
        return subnets.stream()
                .distinct()
                .mapToLong(subnet -> notShown.getOrDefault(subnet, 0L)
                        + existing.enisIn(subnet).stream()
                                .filter(eni -> shown.test(eni.id()))
                                .mapToLong(eni -> eni.privateIpAddresses().size())
                                .sum())
                .sum();
    }

    /**
     * Returns the quotas, which allow what exists.
     *
     * <p>An account with more than the default allows has had its quota raised, nobody knows how far. So what is added is
     * allowed there too.
     */
    private Quotas quotas() {
        @Nullable Quotas known = quotas;
        if (known == null) {
            known = raised(Quotas.awsDefaults());
            quotas = known;
        }
        return known;
    }

    private Quotas raised(Quotas quotas) {
        return quotas.withVpcs(most(quotas.vpcs(), plan -> plan.vpcs().size()))
                .withSubnetsPerVpc(most(
                        quotas.subnetsPerVpc(),
                        plan -> largest(
                                plan.vpcs(), vpc -> plan.subnetsOf(vpc.id()).size())))
                .withIpv4CidrBlocksPerVpc(most(
                        quotas.ipv4CidrBlocksPerVpc(),
                        plan -> largest(
                                plan.vpcs(),
                                vpc -> vpc.cidrBlocks(IpFamily.IPV4).size())))
                .withIpv6CidrBlocksPerVpc(most(
                        quotas.ipv6CidrBlocksPerVpc(),
                        plan -> largest(
                                plan.vpcs(),
                                vpc -> vpc.cidrBlocks(IpFamily.IPV6).size())))
                .withNetworkInterfaces(
                        most(quotas.networkInterfaces(), plan -> plan.enis().size()))
                .withRulesPerSecurityGroup(most(quotas.rulesPerSecurityGroup(), Existing::mostRules))
                .withSecurityGroups(most(
                        quotas.securityGroups(), plan -> plan.securityGroups().size()))
                .withElasticIps(
                        most(quotas.elasticIps(), plan -> plan.elasticIps().size()))
                .withSecurityGroupsPerInterface(groupsPerInterface(quotas))
                .withAddressUsagePerVpc(most(quotas.addressUsagePerVpc(), this::addressUsage));
    }

    /** Returns the quota, or as much as there will be if there is more than it allows already. */
    private int most(int quota, ToIntFunction<NetworkPlan> count) {
        return count.applyAsInt(existing) > quota ? count.applyAsInt(all) : quota;
    }

    private static int mostRules(NetworkPlan plan) {
        return largest(
                plan.securityGroups(),
                group -> Stream.of(RuleDirection.values())
                        .flatMap(direction -> Stream.of(IpFamily.values())
                                .map(family -> group.rules().count(direction, family)))
                        .mapToInt(count -> count)
                        .max()
                        .orElse(0));
    }

    /**
     * Returns whether quotas that are too large together are so for what is added to one account in one Region. What
     * exists was allowed, and where it has both, that is several accounts.
     */
    boolean areQuotasOfOneAccount() {
        Quotas quotas = quotas();
        return quotas.rulesPerSecurityGroup() * quotas.securityGroupsPerInterface() <= MOST_RULES_OF_INTERFACE
                || (mostRules(existing) * Math.max(1, mostGroups(existing)) <= MOST_RULES_OF_INTERFACE
                        && isOne(Resource::ownerId)
                        && isOne(all::regionOf));
    }

    /** Returns how many groups an interface may have: fewer than by default where a group may have very many rules. */
    private int groupsPerInterface(Quotas quotas) {
        int rules = most(quotas.rulesPerSecurityGroup(), Existing::mostRules);
        int groups = Math.min(MOST_GROUPS, most(quotas.securityGroupsPerInterface(), this::mostGroups));
        int besideRules = Math.max(1, Math.min(groups, MOST_RULES_OF_INTERFACE / rules));
        boolean isRaised = groups > quotas.securityGroupsPerInterface();
        return isRaised ? groups : Math.max(besideRules, Math.min(groups, mostGroups(all)));
    }

    private int mostGroups(NetworkPlan plan) {
        return counted(plan).groups;
    }

    private int addressUsage(NetworkPlan plan) {
        return counted(plan).addressUsage;
    }

    private Counted counted(NetworkPlan plan) {
        return counted.computeIfAbsent(plan, this::count);
    }

    private Counted count(NetworkPlan plan) {
        Map<String, long[]> bySubnet = new HashMap<>();
        notShown.forEach((subnet, count) -> bySubnet.put(subnet.toString(), new long[] {count}));
        int groups = 0;
        for (Eni eni : plan.enis()) {
            groups = Math.max(groups, eni.securityGroups().size());
            bySubnet.computeIfAbsent(eni.subnetId().toString(), same -> new long[1])[0] += unitsOf(eni);
        }
        return new Counted(groups, largest(plan.vpcs(), vpc -> (int) Math.min(
                Integer.MAX_VALUE,
                plan.subnetsOf(vpc.id()).stream()
                        .map(subnet -> bySubnet.get(subnet.id().toString()))
                        .filter(Objects::nonNull)
                        .mapToLong(units -> units[0])
                        .sum())));
    }

    private boolean isOne(Function<Resource, Optional<String>> of) {
        return all.resources()
                        .flatMap(each -> of.apply(each).stream())
                        .distinct()
                        .limit(2)
                        .count()
                < 2;
    }

    private static <R extends Resource> int largest(Collection<R> resources, ToIntFunction<R> count) {
        return resources.stream().mapToInt(count).max().orElse(0);
    }

    /** Returns what an interface adds to the network address usage. */
    private static int unitsOf(Eni eni) {
        int further = eni.attachment().filter(place -> !place.isPrimary()).isPresent() ? 1 : 0;
        return eni.privateIpAddresses().size()
                + eni.ipv4Prefixes().size()
                + eni.ipv6Addresses().size()
                + eni.ipv6Prefixes().size()
                + further;
    }
}
