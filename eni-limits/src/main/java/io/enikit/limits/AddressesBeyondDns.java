package io.enikit.limits;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Faults;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Set;

/** Interfaces of some large types have at most 31 addresses that reach DNS. */
final class AddressesBeyondDns extends AttachedEniRule {
    private static final int MOST = 31;
    private static final Set<String> AFFECTED =
            Set.of("f1.16xlarge", "g3.16xlarge", "h1.16xlarge", "i3.16xlarge", "r4.16xlarge");

    AddressesBeyondDns(InstanceTypes types) {
        super(
                RuleInfo.builder()
                        .id("limits.dns-31")
                        .addCatalogId("LIM-DNS-31")
                        .summary("Interfaces of some large types have at most 31 addresses that reach DNS.")
                        .evidence(Evidence.SEEN)
                        .phase(Phase.LIMITS)
                        .severity(Severity.WARNING)
                        .source("header of the VPC CNI's max-pods list")
                        .build(),
                types);
    }

    @Override
    void check(Eni eni, InstanceLimits limits, NetworkPlan plan, Faults faults) {
        int addresses = eni.privateIpAddresses().size();
        if (addresses > MOST && AFFECTED.contains(limits.instanceType())) {
            faults.exceeds(
                    addresses - MOST,
                    addresses + " private IPv4 addresses, those beyond the " + MOST + "st of an interface of "
                            + limits.instanceType() + " reach neither instance metadata nor VPC DNS nor time sync",
                    "spread the addresses over more interfaces");
        }
    }
}
