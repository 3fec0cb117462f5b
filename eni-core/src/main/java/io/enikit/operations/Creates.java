package io.enikit.operations;

import io.enikit.model.ResourceId;
import java.util.Collection;
import java.util.List;

/** An operation that creates something under ids that must be free. */
interface Creates {
    /** {@return the ids of all that it creates} */
    List<ResourceId> created();

    /** {@return the keys of the tags that it gives to what it creates} */
    default Collection<String> createdTagKeys() {
        return List.of();
    }
}
