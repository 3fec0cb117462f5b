package io.enikit.limits;

import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceKind;
import io.enikit.rules.Fault;
import io.enikit.rules.Faults;
import io.enikit.rules.Rule;
import io.enikit.rules.RuleInfo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes rules about instances whose types are known, and about their interfaces.
 *
 * <p>All look at the instance, so that what one of them finds there silences another one, and report about the
 * interface where the fault is its.
 */
final class InstanceRules {
    private final InstanceTypes types;

    /** The last type that was looked up: as a rule it is that of the next instance as well. A race costs a look-up. */
    private @Nullable Found last;

    private record Found(String instanceType, Optional<InstanceLimits> limits) {}

    InstanceRules(InstanceTypes types) {
        this.types = types;
    }

    /** The function of a rule about an instance and all of its interfaces. */
    interface InstanceCheck {
        void check(Instance instance, InstanceLimits limits, List<Eni> enis, Faults faults);
    }

    /** The function of a rule about one interface of an instance: returns what is wrong with it, if anything is. */
    interface EniCheck {
        Optional<Fault> check(Eni eni, InstanceLimits limits, NetworkPlan plan);
    }

    Rule<Instance> aboutInstances(RuleInfo info, InstanceCheck check) {
        return Rule.of(info, Instance.class, (instance, plan, faults) -> {
                    Optional<InstanceLimits> limits = find(instance.instanceType());
                    if (limits.isPresent()) {
                        check.check(instance, limits.get(), plan.enisOf(instance.id()), faults);
                    }
                })
                .lookingAt(ResourceKind.ENI);
    }

    Rule<Instance> aboutInterfaces(RuleInfo info, EniCheck check) {
        return Rule.of(info, Instance.class, (instance, plan, faults) -> {
                    Optional<InstanceLimits> limits = find(instance.instanceType());
                    if (limits.isPresent()) {
                        for (Eni eni : plan.enisOf(instance.id())) {
                            Optional<Fault> fault = check.check(eni, limits.get(), plan);
                            if (fault.isPresent()) {
                                faults.add(fault.get().withSubject(eni.id()));
                            }
                        }
                    }
                })
                .lookingAt(ResourceKind.SUBNET, ResourceKind.ENI);
    }

    private Optional<InstanceLimits> find(String instanceType) {
        @Nullable Found found = last;
        if (found == null || !found.instanceType.equals(instanceType)) {
            found = new Found(instanceType, types.find(instanceType));
            last = found;
        }
        return found.limits;
    }
}
