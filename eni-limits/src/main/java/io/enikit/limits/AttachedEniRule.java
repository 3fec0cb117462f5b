package io.enikit.limits;

import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Faults;
import io.enikit.rules.Rule;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A rule about an interface that is attached to an instance whose type is known. */
abstract class AttachedEniRule extends Rule<Eni> {
    private final LastFound types;

    AttachedEniRule(RuleInfo info, InstanceTypes types) {
        super(info, Eni.class);
        this.types = new LastFound(types);
    }

    @Override
    protected final void check(Eni eni, NetworkPlan plan, Faults faults) {
        if (!isAbout(eni)) {
            return;
        }
        Optional<InstanceId> id = eni.instanceId();
        if (id.isEmpty()) {
            return;
        }
        Optional<Instance> instance = plan.instance(id.get());
        if (instance.isEmpty()) {
            return;
        }
        Optional<InstanceLimits> limits = types.find(instance.get().instanceType());
        if (limits.isPresent()) {
            check(eni, limits.get(), plan, faults);
        }
    }

    /** Whether the rule has anything to say about an interface; what it is attached to is looked up only then. */
    boolean isAbout(Eni eni) {
        return true;
    }

    abstract void check(Eni eni, InstanceLimits limits, NetworkPlan plan, Faults faults);
}
