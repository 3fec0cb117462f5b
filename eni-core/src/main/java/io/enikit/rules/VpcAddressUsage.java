package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;

/**
 * The interfaces of a VPC stay within its network address usage.
 *
 * <p>Load balancers, endpoints and the like count as well; a plan knows them by their interfaces only, so the true usage
 * may be higher.
 */
final class VpcAddressUsage extends Rule<Vpc> {
    VpcAddressUsage() {
        super(
                RuleInfo.builder()
                        .id("quota.address-usage")
                        .addCatalogId("VPC-NAU")
                        .summary("The interfaces of a VPC stay within its network address usage quota.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.WARNING)
                        .phase(Phase.LIMITS)
                        .source("Network Address Usage for your VPC")
                        .build(),
                Vpc.class);
    }

    @Override
    protected void check(Vpc vpc, NetworkPlan plan, Faults faults) {
        long units = 0;
        for (Subnet subnet : plan.subnetsOf(vpc.id())) {
            for (Eni eni : plan.enisIn(subnet.id())) {
                units += unitsOf(eni);
            }
        }
        int quota = plan.quotas().addressUsagePerVpc();
        if (units > quota) {
            faults.exceeds(
                    units - quota,
                    units + " units of network address usage, the quota is " + quota,
                    "use prefixes, which count as one, or have the quota raised and say so with"
                            + " Quotas.withAddressUsagePerVpc");
        }
    }

    private static int unitsOf(Eni eni) {
        boolean further = eni.attachment().filter(place -> !place.isPrimary()).isPresent();
        return eni.privateIpAddresses().size()
                + eni.ipv4Prefixes().size()
                + eni.ipv6Addresses().size()
                + eni.ipv6Prefixes().size()
                + (further ? 1 : 0);
    }
}
