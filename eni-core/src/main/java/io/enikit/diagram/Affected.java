package io.enikit.diagram;

import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanDiff;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What a change is about: what differs, and the instances, interfaces and subnets that hold it or that it belongs to. */
final class Affected {
    private final NetworkPlan before;
    private final NetworkPlan after;
    private final Set<ResourceId> ids = new TreeSet<>();

    private Affected(NetworkPlan before, NetworkPlan after) {
        this.before = before;
        this.after = after;
    }

    static Affected by(PlanDiff diff, NetworkPlan before, NetworkPlan after) {
        Affected affected = new Affected(before, after);
        diff.changed().forEach(change -> affected.add(change.id()));
        diff.added().stream().map(Resource::resourceId).forEach(affected::add);
        diff.removed().stream().map(Resource::resourceId).forEach(affected::add);
        return affected;
    }

    private void add(ResourceId id) {
        ids.add(id);
        for (NetworkPlan plan : List.of(before, after)) {
            if (id instanceof EniId eni) {
                plan.eni(eni).ifPresent(this::addSurroundings);
            } else if (plan.find(id).orElse(null) instanceof ElasticIp elasticIp) {
                elasticIp.association().map(ElasticIpAssociation::eniId).ifPresent(this::add);
            }
        }
    }

    private void addSurroundings(Eni eni) {
        ids.add(eni.subnetId());
        eni.instanceId().ifPresent(ids::add);
    }

    boolean contains(ResourceId id) {
        return ids.contains(id);
    }

    @Override
    public String toString() {
        return Objects.toString(new TreeSet<>(ids));
    }
}
