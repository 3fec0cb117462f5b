package io.enikit.limits;

import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Faults;
import io.enikit.rules.Rule;
import io.enikit.rules.RuleInfo;

/** A rule about an instance whose type is known. */
abstract class InstanceRule extends Rule<Instance> {
    private final InstanceTypes types;

    InstanceRule(RuleInfo info, InstanceTypes types) {
        super(info, Instance.class);
        this.types = types;
    }

    @Override
    protected final void check(Instance instance, NetworkPlan plan, Faults faults) {
        types.find(instance.instanceType()).ifPresent(limits -> check(instance, limits, plan, faults));
    }

    abstract void check(Instance instance, InstanceLimits limits, NetworkPlan plan, Faults faults);
}
