package io.enikit.limits;

import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Faults;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Map;
import java.util.TreeMap;

/** An instance has at most one Elastic Fabric Adapter a network card, and no more than its type allows. */
final class EfaCount extends InstanceRule {
    EfaCount(InstanceTypes types) {
        super(
                RuleInfo.builder()
                        .id("limits.efa-interfaces")
                        .addCatalogId("EFA-PER-CARD")
                        .summary(
                                "An instance has at most one Elastic Fabric Adapter a network card, and no more than its type allows.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.LIMITS)
                        .ec2Code("AttachmentLimitExceeded")
                        .codeEvidence(Evidence.INFERRED)
                        .addSilentBehind("limits.efa-type")
                        .source("Elastic Fabric Adapter for AI/ML and HPC workloads")
                        .build(),
                types);
    }

    @Override
    void check(Instance instance, InstanceLimits limits, NetworkPlan plan, Faults faults) {
        int most = limits.maximumEfaInterfaces().orElse(Integer.MAX_VALUE);
        if (most == 0) {
            return;
        }
        Map<Integer, Long> perCard = new TreeMap<>();
        for (Eni eni : plan.enisOf(instance.id())) {
            if (eni.interfaceType().isEfa()) {
                perCard.merge(Cards.indexOf(eni), 1L, Long::sum);
            }
        }
        long all = perCard.values().stream().mapToLong(Long::longValue).sum();
        if (all > most) {
            faults.exceeds(
                    all - most,
                    all + " Elastic Fabric Adapters, " + limits.instanceType() + " allows " + most,
                    "use ordinary interfaces for the rest");
            return;
        }
        perCard.forEach((card, count) -> {
            if (count > 1) {
                faults.add(
                        "card " + card,
                        count + " Elastic Fabric Adapters on network card " + card + ", each card takes one",
                        "attach them to different cards");
            }
        });
    }
}
