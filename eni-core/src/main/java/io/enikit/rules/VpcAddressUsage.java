package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SubnetId;
import io.enikit.model.Vpc;
import java.util.HashMap;
import java.util.Map;

/**
 * The interfaces of a VPC stay within its network address usage.
 *
 * <p>Load balancers, endpoints and the like count as well; a plan knows them by their interfaces only, so the true usage
 * may be higher.
 */
final class VpcAddressUsage extends Rule<NetworkPlan> {
    VpcAddressUsage() {
        super(
                RuleInfo.builder()
                        .id("quota.address-usage")
                        .addCatalogId("VPC-NAU")
                        .summary(
                                "The addresses, prefixes and further interfaces in a VPC stay within its network address usage: 64,000 units unless raised.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.WARNING)
                        .phase(Phase.LIMITS)
                        .source("Network Address Usage for your VPC")
                        .build(),
                NetworkPlan.class);
    }

    @Override
    protected void check(NetworkPlan whole, NetworkPlan plan, Faults faults) {
        int quota = plan.quotas().addressUsagePerVpc();
        long all = 0;
        for (Eni eni : plan.enis()) {
            all += unitsOf(eni);
        }
        if (all <= quota) {
            return;
        }
        Map<SubnetId, Long> bySubnet = new HashMap<>();
        for (Eni eni : plan.enis()) {
            bySubnet.merge(eni.subnetId(), unitsOf(eni), Long::sum);
        }
        for (Vpc vpc : plan.vpcs()) {
            long units = plan.subnetsOf(vpc.id()).stream()
                    .mapToLong(subnet -> bySubnet.getOrDefault(subnet.id(), 0L))
                    .sum();
            if (units > quota) {
                faults.about(vpc.id())
                        .exceeds(
                                units - quota,
                                units + " units of network address usage, the quota is " + quota,
                                "use prefixes, which count as one, or have the quota raised and say so with"
                                        + " Quotas.withAddressUsagePerVpc");
            }
        }
    }

    private static long unitsOf(Eni eni) {
        boolean further = eni.attachment().filter(place -> !place.isPrimary()).isPresent();
        return (long) eni.privateIpAddresses().size()
                + eni.ipv4Prefixes().size()
                + eni.ipv6Addresses().size()
                + eni.ipv6Prefixes().size()
                + (further ? 1 : 0);
    }
}
