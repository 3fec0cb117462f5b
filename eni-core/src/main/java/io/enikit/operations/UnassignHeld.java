package io.enikit.operations;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;
import java.util.stream.Stream;

/** What is unassigned is assigned to the interface. */
final class UnassignHeld extends Precondition<Unassigns> {
    UnassignHeld() {
        super(
                RuleInfo.seen(
                                "unassign.held",
                                Phase.ADDRESSES,
                                "What is unassigned is assigned to the interface.",
                                "an emulator that quotes EC2")
                        .withCatalogIds("IP4-UNASSIGN-UNKNOWN", "PFX-UNASSIGN")
                        .withCode("InvalidParameterValue"),
                Unassigns.class);
    }

    @Override
    Optional<String> check(Unassigns operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .flatMap(eni -> Stream.concat(
                                operation.addresses().stream()
                                        .filter(address -> !has(eni, operation.family(), address))
                                        .map(Object::toString),
                                operation.prefixes().stream()
                                        .filter(prefix -> !eni.prefixes(operation.family())
                                                .contains(prefix))
                                        .map(Object::toString))
                        .findFirst()
                        .map(missing -> "some of the specified addresses are not assigned to interface " + eni.id()
                                + ": " + missing));
    }

    private static boolean has(Eni eni, IpFamily family, IpAddress address) {
        return eni.addresses(family).stream().anyMatch(own -> own.address().equals(address));
    }
}
