package io.enikit.internal;

import io.enikit.model.ResourceId;
import org.jspecify.annotations.Nullable;

/** The ids of what is read: equal ones are one object, which takes less memory and is compared at a glance. */
public final class SharedIds {
    private final IdMap<ResourceId> known = new IdMap<>();

    /** Starts with no id. */
    public SharedIds() {}

    /**
     * Returns the first of all ids that equal one.
     *
     * @param id the id
     * @param <T> its type
     * @return the one that came first, which may be this one
     */
    @SuppressWarnings("unchecked") // ids of one kind have one type
    public <T extends ResourceId> T same(T id) {
        @Nullable ResourceId before = known.putIfAbsent(id, id);
        return before == null ? id : (T) before;
    }
}
