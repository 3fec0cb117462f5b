package io.enikit.limits;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.rules.Evidence;
import io.enikit.rules.Faults;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;

/** Instances in an IPv6-native subnet are built on Nitro. */
final class Ipv6NativeOnXen extends AttachedEniRule {
    Ipv6NativeOnXen(InstanceTypes types) {
        super(
                RuleInfo.builder()
                        .id("limits.ipv6-native")
                        .addCatalogId("SUBNET-V6NATIVE-ATTRS")
                        .summary("Instances in an IPv6-native subnet are built on Nitro.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.LIMITS)
                        .source("Subnets for your VPC")
                        .build(),
                types);
    }

    @Override
    boolean isAbout(Eni eni) {
        return eni.privateIpAddresses().isEmpty();
    }

    @Override
    void check(Eni eni, InstanceLimits limits, NetworkPlan plan, Faults faults) {
        if (limits.hypervisor().filter(Hypervisor.XEN::equals).isPresent()
                && plan.subnet(eni.subnetId()).filter(Subnet::ipv6Native).isPresent()) {
            faults.add(
                    "",
                    "it is in the IPv6-native subnet \"" + eni.subnetId() + "\", on an instance of type "
                            + limits.instanceType() + ", which is not built on Nitro",
                    "use a Nitro type, or a subnet with an IPv4 block");
        }
    }
}
