package io.enikit.limits;

import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Faults;
import io.enikit.rules.Rule;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A rule about an instance whose type is known. */
abstract class InstanceRule extends Rule<Instance> {
    private final LastFound types;

    InstanceRule(RuleInfo info, InstanceTypes types) {
        super(info, Instance.class);
        this.types = new LastFound(types);
    }

    @Override
    protected final void check(Instance instance, NetworkPlan plan, Faults faults) {
        Optional<InstanceLimits> limits = types.find(instance.instanceType());
        if (limits.isPresent()) {
            check(instance, limits.get(), plan, faults);
        }
    }

    abstract void check(Instance instance, InstanceLimits limits, NetworkPlan plan, Faults faults);
}
