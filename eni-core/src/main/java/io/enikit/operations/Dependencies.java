package io.enikit.operations;

import io.enikit.internal.ShortList;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What keeps a resource from being deleted: the first things by name, and how many there are. */
final class Dependencies {
    private final List<String> names = new ArrayList<>(0);
    private int count;

    /** Names resources by kind and id. */
    @SafeVarargs
    static Dependencies of(Collection<? extends Resource>... resources) {
        Dependencies dependencies = new Dependencies();
        for (Collection<? extends Resource> some : resources) {
            int left = ShortList.MOST - dependencies.names.size();
            for (Resource each : some) {
                if (left-- <= 0) {
                    break;
                }
                dependencies.names.add(each.resourceId().kind().word() + " " + each.resourceId());
            }
            dependencies.count += some.size();
        }
        return dependencies;
    }

    void add(String name) {
        count++;
        if (names.size() < ShortList.MOST) {
            names.add(name);
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Returns the refusal, or empty where there are no dependencies. */
    Optional<String> refusal(String kind, ResourceId id) {
        return isEmpty()
                ? Optional.empty()
                : Optional.of("the " + kind + " '" + id + "' has dependencies and cannot be deleted: " + this);
    }

    /** {@return such as {@code subnet a, group b}; of more than ten the first ten and how many more there are} */
    @Override
    public String toString() {
        return String.join(", ", names) + ShortList.andMore(count - names.size());
    }
}
