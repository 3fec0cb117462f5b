package io.enikit.limits;

import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Faults;
import io.enikit.rules.Rule;
import io.enikit.rules.RuleInfo;

/** A rule about an interface that is attached to an instance whose type is known. */
abstract class AttachedEniRule extends Rule<Eni> {
    private final InstanceTypes types;

    AttachedEniRule(RuleInfo info, InstanceTypes types) {
        super(info, Eni.class);
        this.types = types;
    }

    @Override
    protected final void check(Eni eni, NetworkPlan plan, Faults faults) {
        eni.instanceId()
                .flatMap(plan::instance)
                .map(Instance::instanceType)
                .flatMap(types::find)
                .ifPresent(limits -> check(eni, limits, plan, faults));
    }

    abstract void check(Eni eni, InstanceLimits limits, NetworkPlan plan, Faults faults);
}
