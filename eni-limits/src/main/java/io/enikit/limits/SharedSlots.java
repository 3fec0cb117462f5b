package io.enikit.limits;

import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Faults;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;

/** Interfaces leave room for a root volume where both share the slots of a type. */
final class SharedSlots extends InstanceRule {
    SharedSlots(InstanceTypes types) {
        super(
                RuleInfo.builder()
                        .id("limits.shared-slots")
                        .addCatalogId("LIM-SHARED-SLOTS")
                        .summary("Interfaces leave room for a root volume where both share the slots of a type.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.LIMITS)
                        .severity(Severity.WARNING)
                        .source("Amazon EBS volume limits for Amazon EC2 instances")
                        .build(),
                types);
    }

    @Override
    void check(Instance instance, InstanceLimits limits, NetworkPlan plan, Faults faults) {
        int interfaces = plan.enisOf(instance.id()).size();
        limits.attachmentLimit()
                .filter(limit -> limit.type() == AttachmentLimit.Type.SHARED)
                .filter(limit -> interfaces >= limit.maximumEbsAttachments())
                .ifPresent(limit -> faults.exceeds(
                        interfaces - limit.maximumEbsAttachments() + 1L,
                        interfaces + " interfaces share " + limit.maximumEbsAttachments()
                                + " slots with the volumes of the instance, and leave none",
                        "use fewer interfaces, or a type with dedicated slots"));
    }
}
