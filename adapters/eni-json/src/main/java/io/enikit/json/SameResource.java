package io.enikit.json;

import io.enikit.model.Eni;
import io.enikit.model.Resource;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes one resource of two views of it: that of its owner, and that of an account which it is shared with.
 *
 * <p>An account sees its own tags only, and calls a zone by another name; the id of the zone is the same.
 */
final class SameResource {
    private SameResource() {}

    /** Returns what both are views of, with the tags of the one that has any; empty if they differ in more. */
    static Optional<Resource> of(Resource one, Resource other) {
        boolean otherHasMore = one.tags().isEmpty() && !other.tags().isEmpty();
        Resource whole = otherHasMore ? other : one;
        Resource part = otherHasMore ? one : other;
        boolean tagsAgree = part.tags().isEmpty() || part.tags().equals(whole.tags());
        return Optional.of(whole).filter(each -> tagsAgree && like(part, each).equals(each));
    }

    /** Returns a view with the tags of another one, and its name of the zone if the zone is the same. */
    private static Resource like(Resource part, Resource whole) {
        TreeMap<String, String> tags = new TreeMap<>(whole.tags());
        return part.<Resource>match(
                (Vpc vpc) -> vpc.toBuilder().tags(tags).build(),
                (Subnet subnet) ->
                        inZoneOf((Subnet) whole, subnet).toBuilder().tags(tags).build(),
                (SecurityGroup group) -> group.toBuilder().tags(tags).build(),
                instance -> instance,
                (Eni eni) -> eni.toBuilder().tags(tags).build(),
                elasticIp -> elasticIp);
    }

    private static Subnet inZoneOf(Subnet whole, Subnet part) {
        return part.zoneId().isPresent() && part.zoneId().equals(whole.zoneId())
                ? part.toBuilder().availabilityZone(whole.availabilityZone()).build()
                : part;
    }
}
