package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.TrunkAssociation;

/** A rule about a branch interface: one that a trunk carries. */
abstract class BranchRule extends Rule<Eni> {
    BranchRule(RuleInfo info) {
        super(info, Eni.class);
    }

    @Override
    protected final void check(Eni eni, NetworkPlan plan, Faults faults) {
        if (eni.trunkAssociation().isPresent()) {
            check(eni, eni.trunkAssociation().get(), plan, faults);
        }
    }

    abstract void check(Eni branch, TrunkAssociation association, NetworkPlan plan, Faults faults);
}
