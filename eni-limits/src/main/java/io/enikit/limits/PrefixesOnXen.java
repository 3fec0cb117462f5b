package io.enikit.limits;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Faults;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;

/** Prefixes are delegated to instances on Nitro or bare metal only. */
final class PrefixesOnXen extends AttachedEniRule {
    PrefixesOnXen(InstanceTypes types) {
        super(
                RuleInfo.builder()
                        .id("limits.prefixes")
                        .addCatalogId("PFX-NITRO")
                        .summary("Prefixes are delegated to instances on Nitro or bare metal only.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.LIMITS)
                        .source("Prefix delegation for Amazon EC2 network interfaces")
                        .build(),
                types);
    }

    @Override
    boolean isAbout(Eni eni) {
        return !eni.ipv4Prefixes().isEmpty() || !eni.ipv6Prefixes().isEmpty();
    }

    @Override
    void check(Eni eni, InstanceLimits limits, NetworkPlan plan, Faults faults) {
        int prefixes = eni.ipv4Prefixes().size() + eni.ipv6Prefixes().size();
        if (limits.hypervisor().filter(Hypervisor.XEN::equals).isPresent()) {
            faults.exceeds(
                    prefixes,
                    prefixes + " delegated prefixes on an instance of type " + limits.instanceType()
                            + ", which is not built on Nitro",
                    "use secondary addresses, or a Nitro type");
        }
    }
}
