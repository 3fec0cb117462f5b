package io.enikit.operations;

import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Says what keeps a resource from being deleted. */
final class Dependencies {
    private Dependencies() {}

    /** Names resources by kind and id. */
    @SafeVarargs
    static List<String> of(Collection<? extends Resource>... resources) {
        List<String> names = new ArrayList<>();
        for (Collection<? extends Resource> some : resources) {
            for (Resource each : some) {
                names.add(each.resourceId().kind().word() + " " + each.resourceId());
            }
        }
        return names;
    }

    /** Returns the refusal, or empty where there are no dependencies. */
    static Optional<String> refusal(String kind, ResourceId id, List<String> dependencies) {
        if (dependencies.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("the " + kind + " '" + id + "' has dependencies and cannot be deleted: "
                + String.join(", ", dependencies));
    }
}
