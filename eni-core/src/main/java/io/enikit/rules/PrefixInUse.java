package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The addresses of a delegated prefix belong to it alone. */
final class PrefixInUse extends Rule<Eni> {
    private final IpFamily family;

    PrefixInUse(IpFamily family) {
        super(info(family), Eni.class);
        this.family = family;
    }

    private static RuleInfo info(IpFamily family) {
        return RuleInfo.builder()
                .id(AddressRules.id(family, "prefix-in-use"))
                .addCatalogIds(AddressRules.ofFamily(family, "PFX-IN-SUBNET", "PFX-IN-SUBNET"))
                .summary("The addresses of a delegated " + family.label() + " prefix belong to it alone.")
                .evidence(Evidence.DOCUMENTED)
                .phase(Phase.ADDRESSES)
                .ec2Code("InvalidIPAddress.InUse")
                .codeEvidence(Evidence.INFERRED)
                .addSilentBehind(AddressRules.id(family, "prefix-length"))
                .source("Assign prefixes to network interfaces")
                .build();
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        if (eni.prefixes(family).isEmpty()) {
            return;
        }
        Set<Cidr> seen = new HashSet<>();
        for (Cidr prefix : AddressRules.delegable(eni, family)) {
            Optional<EniId> owner = seen.add(prefix) ? otherOwner(prefix, eni, plan) : Optional.of(eni.id());
            owner.ifPresent(other -> faults.add(
                    prefix.toString(),
                    "addresses of " + prefix + " belong to " + other + " as well",
                    "use another prefix, or leave it to EC2 to pick one"));
        }
    }

    /** Finds whose addresses are in a prefix: its interface's own, or those of one with a smaller id. */
    private static Optional<EniId> otherOwner(Cidr prefix, Eni eni, NetworkPlan plan) {
        for (EniAddress own : eni.addresses(prefix.family())) {
            if (prefix.contains(own.address())) {
                return Optional.of(eni.id());
            }
        }
        return plan.ownersIn(prefix).stream()
                .filter(other ->
                        other.id().compareTo(eni.id()) < 0 && other.subnetId().equals(eni.subnetId()))
                .map(Eni::id)
                .findFirst();
    }
}
