package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SubnetId;
import java.util.HashSet;
import java.util.Set;

/** Interfaces of an instance are in different subnets. */
final class SameSubnetTwice extends Rule<Instance> {
    SameSubnetTwice() {
        super(
                RuleInfo.builder()
                        .id("instance.same-subnet")
                        .addCatalogId("ATT-SUBNETS")
                        .summary(
                                "Interfaces of an instance are in different subnets; two in the same one route asymmetrically.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.STATE)
                        .severity(Severity.WARNING)
                        .source("Best practices for configuring network interfaces")
                        .build(),
                Instance.class);
    }

    @Override
    protected void check(Instance instance, NetworkPlan plan, Faults faults) {
        Set<SubnetId> seen = new HashSet<>();
        Set<SubnetId> reported = new HashSet<>();
        for (Eni eni : plan.enisOf(instance.id())) {
            if (!seen.add(eni.subnetId()) && reported.add(eni.subnetId())) {
                faults.add(
                        eni.subnetId().toString(),
                        "several of its interfaces are in subnet \"" + eni.subnetId()
                                + "\": answers may leave by another one than the request came in by",
                        "use a secondary address instead, or a subnet of the zone for each");
            }
        }
    }
}
