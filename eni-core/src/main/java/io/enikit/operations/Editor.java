package io.enikit.operations;

import com.google.common.collect.ImmutableList;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import java.util.Set;
import java.util.TreeSet;

/** Changes a plan on behalf of one operation, and keeps book of what was changed and how. */
final class Editor {
    private final int operationIndex;
    private final NetworkPlan.Builder builder;
    private final Set<ResourceId> changed = new TreeSet<>();
    private final ImmutableList.Builder<Outcome> outcomes = ImmutableList.builder();
    private NetworkPlan plan;

    Editor(int operationIndex, NetworkPlan plan) {
        this.operationIndex = operationIndex;
        this.plan = plan;
        this.builder = plan.toBuilder();
    }

    /** Returns the plan with all changes so far. */
    NetworkPlan plan() {
        return plan;
    }

    Set<ResourceId> changed() {
        return changed;
    }

    ImmutableList<Outcome> outcomes() {
        return outcomes.build();
    }

    Eni eni(EniId id) {
        return plan.eni(id).orElseThrow();
    }

    Instance instance(InstanceId id) {
        return plan.instance(id).orElseThrow();
    }

    void put(Resource resource) {
        changed.add(resource.resourceId());
        plan = builder.put(resource).build();
    }

    void remove(ResourceId id) {
        changed.add(id);
        plan = builder.remove(id).build();
    }

    void report(Outcome.Kind kind, ResourceId subject, String detail) {
        outcomes.add(new Outcome(operationIndex, kind, subject, detail));
    }
}
