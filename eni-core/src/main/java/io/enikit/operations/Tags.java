package io.enikit.operations;

import com.google.common.collect.ImmutableSortedMap;
import io.enikit.model.Resource;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Changes the tags of a resource, whatever its kind. */
final class Tags {
    private Tags() {}

    static Resource changed(Resource resource, Consumer<SortedMap<String, String>> change) {
        SortedMap<String, String> tags = new TreeMap<>(resource.tags());
        change.accept(tags);
        return resource.withTags(ImmutableSortedMap.copyOf(tags));
    }
}
