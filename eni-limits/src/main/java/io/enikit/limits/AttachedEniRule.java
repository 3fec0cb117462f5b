package io.enikit.limits;

import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Faults;
import io.enikit.rules.Rule;
import io.enikit.rules.RuleInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule about an interface that is attached to an instance whose type is known. */
abstract class AttachedEniRule extends Rule<Eni> {
    private final InstanceTypes types;

    /** The last type that was looked up; most interfaces in a row are on instances of one type. */
    private @Nullable Found last;

    private record Found(String instanceType, Optional<InstanceLimits> limits) {}

    AttachedEniRule(RuleInfo info, InstanceTypes types) {
        super(info, Eni.class);
        this.types = types;
    }

    @Override
    protected final void check(Eni eni, NetworkPlan plan, Faults faults) {
        if (!isAbout(eni)) {
            return;
        }
        eni.instanceId()
                .flatMap(plan::instance)
                .map(Instance::instanceType)
                .flatMap(this::find)
                .ifPresent(limits -> check(eni, limits, plan, faults));
    }

    private Optional<InstanceLimits> find(String instanceType) {
        @Nullable Found found = last;
        if (found == null || !found.instanceType.equals(instanceType)) {
            found = new Found(instanceType, types.find(instanceType));
            last = found;
        }
        return found.limits;
    }

    /** Whether the rule has anything to say about an interface; what it is attached to is looked up only then. */
    boolean isAbout(Eni eni) {
        return true;
    }

    abstract void check(Eni eni, InstanceLimits limits, NetworkPlan plan, Faults faults);
}
