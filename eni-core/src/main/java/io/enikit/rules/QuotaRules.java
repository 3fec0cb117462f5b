package io.enikit.rules;

import static io.enikit.model.ResourceKind.SUBNET;
import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.LIMITS;

import com.google.common.collect.ImmutableList;
import io.enikit.model.AddressDemand;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.model.SubnetDemand;
import io.enikit.model.SubnetId;
import io.enikit.model.Vpc;
import io.enikit.net.IpFamily;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rules on quotas. */
final class QuotaRules {
    static final ImmutableList<Rule<?>> ALL = ImmutableList.of(
            RuleInfo.of("quota.vpcs", LIMITS)
                    .withSummary(
                            "An account has no more VPCs in a Region than the quota allows, 5 unless it was raised.")
                    .documented("Amazon VPC quotas")
                    .withMessage("The maximum number of VPCs has been reached.")
                    .withCatalogIds("VPC-QUOTA")
                    .withCode("VpcLimitExceeded")
                    .rule(NetworkPlan.class, QuotaRules::vpcs),
            RuleInfo.of("quota.subnets", LIMITS)
                    .withSummary("A VPC has no more subnets than the quota allows, 200 unless it was raised.")
                    .documented("Amazon VPC quotas")
                    .withCatalogIds("SUBNET-QUOTA")
                    .withCode("SubnetLimitExceeded")
                    .rule(Vpc.class, QuotaRules::subnets)
                    .lookingAt(SUBNET),
            RuleInfo.of("quota.network-interfaces", LIMITS)
                    .withSummary(
                            "An account has no more network interfaces in a Region than the quota allows, 5,000 unless it was raised.")
                    .documented("Amazon VPC quotas")
                    .withMessageOf(
                            "RunInstances",
                            "You have exceeded the maximum number of interfaces allowed for your account")
                    .withCodeOf("RunInstances", "ResourceLimitExceeded")
                    .withCatalogIds("ENI-QUOTA")
                    .withCode("NetworkInterfaceLimitExceeded")
                    .rule(NetworkPlan.class, QuotaRules::interfaces),
            RuleInfo.of("quota.security-groups", LIMITS)
                    .withSummary(
                            "An account has no more security groups in a Region than the quota allows, 2,500 unless it was raised.")
                    .documented("Amazon VPC quotas")
                    // hotsub#36, of 2018, when the quota was one of each VPC
                    .withMessageOf(
                            "CreateSecurityGroup",
                            "The maximum number of security groups for VPC '{vpc}' has been reached.")
                    .withCatalogIds("SG-RULES")
                    .withCode("SecurityGroupLimitExceeded")
                    .rule(NetworkPlan.class, QuotaRules::groups),
            RuleInfo.of("quota.elastic-ips", LIMITS)
                    .withSummary(
                            "An account has no more Elastic IPs in a Region than the quota allows, 5 unless it was raised.")
                    .documented("Amazon VPC quotas")
                    .withMessage("The maximum number of addresses has been reached.")
                    .withCatalogIds("EIP-QUOTA")
                    .withCode("AddressLimitExceeded", SEEN)
                    .rule(NetworkPlan.class, QuotaRules::elasticIps),
            RuleInfo.of("quota.address-usage", LIMITS)
                    .withSummary(
                            "The addresses, prefixes and further interfaces in a VPC stay within its network address usage: 64,000 units unless raised.")
                    .documented("Network Address Usage for your VPC")
                    .withCatalogIds("VPC-NAU")
                    .withSeverity(Severity.WARNING)
                    .rule(NetworkPlan.class, QuotaRules::addressUsage),
            RuleInfo.of("quota.ipv4-cidr-blocks", LIMITS)
                    .withSummary("A VPC has no more IPv4 blocks than the quota allows, 5 unless it was raised.")
                    .documented("Amazon VPC quotas")
                    .withMessage("This network {vpc} has met its maximum number of allowed CIDRs: {limit}")
                    .withCatalogIds("VPC-CIDR2-QUOTA")
                    .withCode("CidrLimitExceeded", SEEN)
                    .rule(
                            Vpc.class,
                            (vpc, plan, faults) ->
                                    blocks(IpFamily.IPV4, vpc, plan.quotas().ipv4CidrBlocksPerVpc(), faults))
                    .lookingAt(),
            RuleInfo.of("quota.ipv6-cidr-blocks", LIMITS)
                    .withSummary("A VPC has no more IPv6 blocks than the quota allows, 5 unless it was raised.")
                    .documented("Amazon VPC quotas")
                    .withMessage("This network {vpc} has met its maximum number of allowed CIDRs: {limit}", INFERRED)
                    .withCatalogIds("VPC-V6-QUOTA")
                    .withCode("CidrLimitExceeded", INFERRED)
                    .rule(
                            Vpc.class,
                            (vpc, plan, faults) ->
                                    blocks(IpFamily.IPV6, vpc, plan.quotas().ipv6CidrBlocksPerVpc(), faults))
                    .lookingAt());

    private QuotaRules() {}

    private static void vpcs(NetworkPlan whole, NetworkPlan plan, Faults faults) {
        perAccount(
                plan.vpcs(),
                plan.quotas().vpcs(),
                "VPCs",
                "delete some, or have the quota raised and say so with Quotas.withVpcs",
                plan,
                faults);
    }

    /** Reports the accounts that have too much of something in a Region. Few plans have it in all, so that is first. */
    private static void perAccount(
            Set<? extends Resource> counted, int quota, String what, String hint, NetworkPlan plan, Faults faults) {
        if (counted.size() > quota) {
            report(AccountTally.of(counted, plan), quota, what, hint, faults);
        }
    }

    private static void report(AccountTally tally, int quota, String what, String hint, Faults faults) {
        tally.above(
                quota,
                (place, count) -> faults.add(Fault.of(count + " " + what + place + ", the quota is " + quota, hint)
                        .withDetail(place.strip())
                        .withExcess(count - quota)));
    }

    private static void subnets(Vpc vpc, NetworkPlan plan, Faults faults) {
        int subnets = plan.subnetsOf(vpc.id()).size();
        int quota = plan.quotas().subnetsPerVpc();
        if (subnets > quota) {
            faults.exceeds(
                    subnets - quota,
                    subnets + " subnets, the quota is " + quota,
                    "delete some, or have the quota raised and say so with Quotas.withSubnetsPerVpc");
        }
    }

    private static void interfaces(NetworkPlan whole, NetworkPlan plan, Faults faults) {
        int quota = plan.quotas().networkInterfaces();
        if (plan.enis().size() + SubnetDemand.interfacesOf(plan.subnetDemands()) > quota) {
            AccountTally tally = AccountTally.of(plan.enis(), plan);
            for (SubnetDemand demand : plan.subnetDemands()) {
                demand.subnets().stream()
                        .flatMap(subnet -> plan.subnet(subnet).stream())
                        .findFirst()
                        .ifPresent(subnet -> tally.add(subnet, demand.interfaces()));
            }
            report(
                    tally,
                    quota,
                    "network interfaces",
                    "delete some, or have the quota raised and say so with Quotas.withNetworkInterfaces",
                    faults);
        }
    }

    private static void groups(NetworkPlan whole, NetworkPlan plan, Faults faults) {
        perAccount(
                plan.securityGroups(),
                plan.quotas().securityGroups(),
                "security groups",
                "delete some, or have the quota raised and say so with Quotas.withSecurityGroups",
                plan,
                faults);
    }

    private static void elasticIps(NetworkPlan whole, NetworkPlan plan, Faults faults) {
        perAccount(
                plan.elasticIps(),
                plan.quotas().elasticIps(),
                "Elastic IPs",
                "release some, or have the quota raised and say so with Quotas.withElasticIps",
                plan,
                faults);
    }

    /**
     * Load balancers, endpoints and the like count as well; a plan knows them by their interfaces only, so the true usage
     * may be higher.
     */
    private static void addressUsage(NetworkPlan whole, NetworkPlan plan, Faults faults) {
        int quota = plan.quotas().addressUsagePerVpc();
        long all = 0;
        for (Eni eni : plan.enis()) {
            all += unitsOf(eni);
        }
        for (SubnetDemand demand : plan.subnetDemands()) {
            all += unitsOf(demand.addresses());
        }
        if (all <= quota) {
            return;
        }
        Map<SubnetId, Long> bySubnet = new TreeMap<>();
        for (Eni eni : plan.enis()) {
            bySubnet.merge(eni.subnetId(), unitsOf(eni), Long::sum);
        }
        for (Vpc vpc : plan.vpcs()) {
            long units = plan.subnetsOf(vpc.id()).stream()
                    .mapToLong(subnet -> bySubnet.getOrDefault(subnet.id(), 0L) + unitsOf(demandOn(subnet.id(), plan)))
                    .sum();
            if (units > quota) {
                faults.add(Fault.of(
                                units + " units of network address usage, the quota is " + quota,
                                "use prefixes, which count as one, or have the quota raised and say so with"
                                        + " Quotas.withAddressUsagePerVpc")
                        .withExcess(units - quota)
                        .withSubject(vpc.id()));
            }
        }
    }

    private static long unitsOf(Eni eni) {
        boolean further = eni.attachment().filter(place -> !place.isPrimary()).isPresent();
        return (long) eni.privateIpAddresses().size()
                + eni.ipv4Prefixes().size()
                + eni.ipv6Addresses().size()
                + eni.ipv6Prefixes().size()
                + unitsOf(eni.addressDemand())
                + (further ? 1 : 0);
    }

    private static long unitsOf(AddressDemand demand) {
        return demand.ipv4Addresses() + demand.ipv4Prefixes() + demand.ipv6Addresses() + demand.ipv6Prefixes();
    }

    /** Returns what is not that of interfaces in the plan. */
    private static AddressDemand demandOn(SubnetId subnet, NetworkPlan plan) {
        return plan.subnetDemandsOn(subnet).stream()
                .map(demand -> demand.shareOf(subnet))
                .reduce(AddressDemand.none(), AddressDemand::plus);
    }

    private static void blocks(IpFamily family, Vpc vpc, int quota, Faults faults) {
        int blocks = vpc.cidrBlocks(family).size();
        if (blocks > quota) {
            faults.add(Fault.of(
                            blocks + " " + family.label() + " blocks, the quota is " + quota,
                            "take some off, or have the quota raised and say so in the plan's quotas")
                    .withExcess(blocks - quota)
                    .withValue("limit", quota));
        }
    }
}
