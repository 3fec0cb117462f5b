package io.enikit.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a builder of plans has so far: the resources, and the indexes in step with them. */
final class PlanEdits {
    private PlanContent content;
    private PlanIndex index;

    PlanEdits(PlanContent content, PlanIndex index) {
        this.content = content;
        this.index = index;
    }

    PlanContent content() {
        return content;
    }

    /** Returns the indexes; edits to come are made on a copy. */
    PlanIndex index() {
        PlanIndex built = index;
        index = built.copy();
        return built;
    }

    void quotas(Quotas quotas) {
        content = content.with(quotas);
    }

    boolean contains(ResourceId id) {
        return content.find(id).isPresent();
    }

    void add(Resource resource) {
        if (contains(resource.resourceId())) {
            content = content.withDuplicate(resource);
        } else {
            put(resource);
        }
    }

    void put(Resource resource) {
        remove(resource.resourceId());
        content = content.with(resource);
        if (resource instanceof Eni eni) {
            index.add(eni);
        } else if (resource instanceof Subnet subnet) {
            index.add(subnet, this::eni);
        } else if (resource instanceof SecurityGroup group) {
            index.set(group, true);
        } else if (resource instanceof ElasticIp elasticIp) {
            index.set(elasticIp, true);
        }
    }

    void remove(ResourceId id) {
        Optional<Resource> found = content.find(id);
        if (found.isEmpty()) {
            return;
        }
        content = content.without(id);
        Resource resource = found.get();
        if (resource instanceof Eni eni) {
            @Nullable Subnet subnet = (Subnet) content.find(eni.subnetId()).orElse(null);
            index.remove(eni, subnet, this::eni);
        } else if (resource instanceof Subnet subnet) {
            index.remove(subnet);
        } else if (resource instanceof SecurityGroup group) {
            index.set(group, false);
        } else if (resource instanceof ElasticIp elasticIp) {
            index.set(elasticIp, false);
        }
    }

    private Eni eni(EniId id) {
        return (Eni) content.find(id).orElseThrow();
    }
}
