package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** An interface whose IPv6 address is to be the primary one has one. */
final class Ipv6ToBePrimary extends Precondition<ModifyEni> {
    Ipv6ToBePrimary() {
        super(
                RuleInfo.builder()
                        .id("modify.primary-ipv6-address")
                        .addCatalogId("IP6-PRIMARY")
                        .summary("An interface whose IPv6 address is to be the primary one has one.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.ADDRESSES)
                        .ec2Code("InvalidParameterValue")
                        .codeEvidence(Evidence.INFERRED)
                        .source("ModifyNetworkInterfaceAttribute")
                        .build(),
                ModifyEni.class);
    }

    @Override
    Optional<String> check(ModifyEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .filter(eni -> operation.enablePrimaryIpv6().orElse(false)
                        && eni.ipv6Addresses().isEmpty())
                .map(eni -> eni.id() + " has no IPv6 address that could be the primary one");
    }
}
