package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.net.IpFamily;

/** An EFA-only interface has no IP address. */
final class EfaOnlyAddresses extends Rule<Eni> {
    EfaOnlyAddresses() {
        super(
                RuleInfo.builder()
                        .id("eni.efa-only.addresses")
                        .addCatalogId("EFA-ONLY")
                        .addCatalogId("IP6-EFAONLY")
                        .summary("An EFA-only interface has no IP address.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.SHAPE)
                        .ec2Code("InvalidParameterCombination")
                        .codeEvidence(Evidence.INFERRED)
                        .source("CreateNetworkInterface")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        if (!eni.interfaceType().equals(InterfaceType.EFA_ONLY)) {
            return;
        }
        for (IpFamily family : IpFamily.values()) {
            int held = eni.addresses(family).size() + eni.prefixes(family).size();
            if (held > 0) {
                faults.add(
                        family.toString(),
                        "it is of type efa-only and has " + held + " " + family.label()
                                + " addresses and prefixes: expected none",
                        "leave them out, or use type efa");
            }
        }
    }
}
