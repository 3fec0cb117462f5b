package io.enikit.operations;

import com.google.common.collect.ImmutableSortedMap;
import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.Resource;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
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
        if (resource instanceof Vpc vpc) {
            return vpc.toBuilder().tags(tags).build();
        } else if (resource instanceof Subnet subnet) {
            return subnet.toBuilder().tags(tags).build();
        } else if (resource instanceof SecurityGroup group) {
            return group.toBuilder().tags(tags).build();
        } else if (resource instanceof Instance instance) {
            return instance.toBuilder().tags(tags).build();
        } else if (resource instanceof Eni eni) {
            return eni.toBuilder().tags(tags).build();
        }
        return ((ElasticIp) resource).toBuilder().tags(tags).build();
    }
}
