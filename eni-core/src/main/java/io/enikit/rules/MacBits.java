package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.net.MacAddress;

/** A MAC address is unicast and locally administered. */
final class MacBits extends Rule<Eni> {
    MacBits() {
        super(
                RuleInfo.builder()
                        .id("eni.mac.bits")
                        .addCatalogId("ENI-MAC-BITS")
                        .summary("A MAC address is unicast and locally administered.")
                        .evidence(Evidence.INFERRED)
                        .phase(Phase.STATE)
                        .source("the addresses in the examples of the EC2 API")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        MacAddress mac = eni.macAddress();
        if (!mac.isUnicast() || !mac.isLocallyAdministered()) {
            faults.add(
                    mac.toString(),
                    "the MAC address " + mac + " is not one that EC2 would give: unicast and locally administered",
                    "use a first octet whose second digit is 2, 6, a or e, such as 02");
        }
    }
}
