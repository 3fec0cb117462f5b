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
        return with(resource, ImmutableSortedMap.copyOf(tags));
    }

    private static Resource with(Resource resource, SortedMap<String, String> tags) {
        return resource.match(
                vpc -> vpc.toBuilder().tags(tags).build(),
                subnet -> subnet.toBuilder().tags(tags).build(),
                group -> group.toBuilder().tags(tags).build(),
                instance -> instance.toBuilder().tags(tags).build(),
                eni -> eni.toBuilder().tags(tags).build(),
                elasticIp -> elasticIp.toBuilder().tags(tags).build());
    }
}
