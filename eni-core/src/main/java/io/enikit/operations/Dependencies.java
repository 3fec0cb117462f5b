package io.enikit.operations;

import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what keeps a resource from being deleted. */
final class Dependencies {
    /** How many are named; of more only the number is said. */
    private static final int NAMED = 5;

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
        int more = dependencies.size() - NAMED;
        return Optional.of("the " + kind + " '" + id + "' has dependencies and cannot be deleted: "
                + dependencies.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : ""));
    }
}
