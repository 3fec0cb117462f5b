package io.enikit.limits;

import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Faults;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;

/** An instance has no more interfaces than its type allows. */
final class InterfaceCount extends InstanceRule {
    InterfaceCount(InstanceTypes types) {
        super(
                RuleInfo.builder()
                        .id("limits.interfaces")
                        .addCatalogId("ATT-LIMIT")
                        .addCatalogId("LIM-FLEX")
                        .addCatalogId("TYPE-FIELDS")
                        .summary("An instance has no more interfaces than its type allows.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.LIMITS)
                        .ec2Code("AttachmentLimitExceeded")
                        .codeEvidence(Evidence.SEEN)
                        .source("Maximum IP addresses per network interface")
                        .build(),
                types);
    }

    @Override
    void check(Instance instance, InstanceLimits limits, NetworkPlan plan, Faults faults) {
        int interfaces = plan.enisOf(instance.id()).size();
        int most = Cards.mostInterfaces(limits);
        if (interfaces > most) {
            faults.exceeds(
                    interfaces - most,
                    interfaces + " interfaces, " + limits.instanceType() + " allows " + most,
                    "use a larger type, or secondary addresses in place of interfaces");
        }
    }
}
