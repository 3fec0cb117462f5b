package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;

/** A MAC address is that of one interface alone. */
final class MacUnique extends Rule<Eni> {
    MacUnique() {
        super(
                RuleInfo.builder()
                        .id("eni.mac.unique")
                        .addCatalogId("ENI-MAC-UNIQUE")
                        .addCatalogId("ENI-MAC")
                        .summary("A MAC address is that of one interface alone.")
                        .evidence(Evidence.INFERRED)
                        .phase(Phase.IDS)
                        .severity(Severity.ERROR)
                        .source("holds in EC2 by construction")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        if (!plan.isShared(eni.macAddress())) {
            return;
        }
        Eni first = plan.enisWith(eni.macAddress()).iterator().next();
        if (!first.id().equals(eni.id())) {
            faults.add(
                    eni.macAddress().toString(),
                    "the MAC address " + eni.macAddress() + " is that of " + first.id() + " already",
                    "leave the MAC address out to have one derived from the id");
        }
    }
}
