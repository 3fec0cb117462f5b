package io.enikit.testkit;

import io.enikit.limits.InstanceTypes;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.Instance;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.TrunkAssociation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What holds of branch interfaces and the trunks that carry them: parts of (d), (e) and (g). */
final class TrunkInvariants {
    private final NetworkPlan plan;
    private final InstanceTypes types;
    private final Consumer<String> broken;

    TrunkInvariants(NetworkPlan plan, InstanceTypes types, Consumer<String> broken) {
        this.plan = plan;
        this.types = types;
        this.broken = broken;
    }

    void check() {
        Map<TrunkAssociation, EniId> marks = new HashMap<>();
        Map<EniId, Integer> branches = new HashMap<>();
        for (Eni branch : plan.enis()) {
            branch.trunkAssociation().ifPresent(association -> {
                check(branch, association);
                Optional.ofNullable(marks.put(association, branch.id()))
                        .ifPresent(other -> broken.accept(
                                "(e) " + association + " is the mark of " + other + " and of " + branch.id()));
                branches.merge(association.trunk(), 1, Integer::sum);
            });
        }
        branches.forEach(this::checkLimit);
    }

    private void check(Eni branch, TrunkAssociation association) {
        if (branch.attachment().isPresent()) {
            broken.accept("(d) " + branch.id() + " is a branch of " + association.trunk() + " and attached");
        }
        Optional<Eni> trunk =
                plan.eni(association.trunk()).filter(eni -> eni.interfaceType().equals(InterfaceType.TRUNK));
        if (trunk.isEmpty()) {
            broken.accept("(e) " + branch.id() + " is a branch of " + association.trunk() + ", which is no trunk");
        } else if (!zoneOf(trunk.get()).equals(zoneOf(branch))) {
            broken.accept("(e) " + branch.id() + " is in another zone than its trunk " + association.trunk());
        }
    }

    private Optional<String> zoneOf(Eni eni) {
        return plan.subnet(eni.subnetId()).map(Subnet::availabilityZone);
    }

    private void checkLimit(EniId trunk, int branches) {
        Optional<String> type =
                plan.eni(trunk).flatMap(Eni::instanceId).flatMap(plan::instance).map(Instance::instanceType);
        int most = type.flatMap(types::find)
                .map(limits -> limits.branchInterfaces().orElse(branches))
                .orElse(branches);
        if (branches > most) {
            broken.accept(
                    "(g) " + trunk + " carries " + branches + " branches, " + type.orElseThrow() + " allows " + most);
        }
    }
}
