package io.enikit.json.gathered;

import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.Resource;
import io.enikit.model.ResourceBuilder;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import java.util.Optional;

/**
 * Makes one resource of two views of it: that of its owner, and that of an account which it is shared with.
 *
 * <p>An account sees its own tags only, and calls a zone by another name; the id of the zone is the same. What one view
 * lacks is taken from the other.
 */
final class SameResource {
    private SameResource() {}

    /** Returns what both are views of, with the name of the zone that the one with tags has; empty if they differ. */
    static Optional<Resource> of(Resource one, Resource other) {
        boolean otherHasTags = one.tags().isEmpty() && !other.tags().isEmpty();
        Resource first = filled(otherHasTags ? other : one, otherHasTags ? one : other);
        Resource second = filled(otherHasTags ? one : other, first);
        return Optional.of(first).filter(inZoneOf(first, second)::equals);
    }

    private static Resource filled(Resource part, Resource other) {
        return part.<Resource>match(
                (Vpc vpc) -> filled(vpc.toBuilder().region(vpc.region().or(((Vpc) other)::region)), vpc, other)
                        .build(),
                (Subnet subnet) -> filled(
                                subnet.toBuilder().zoneId(subnet.zoneId().or(((Subnet) other)::zoneId)), subnet, other)
                        .build(),
                (SecurityGroup group) -> filled(group.toBuilder(), group, other).build(),
                instance -> instance,
                (Eni eni) -> filled(eni.toBuilder(), eni, other).build(),
                (ElasticIp elasticIp) ->
                        filled(elasticIp.toBuilder(), elasticIp, other).build());
    }

    private static <B extends ResourceBuilder<B>> B filled(B builder, Resource part, Resource other) {
        return builder.ownerId(part.ownerId().or(other::ownerId))
                .tags(part.tags().isEmpty() ? other.tags() : part.tags());
    }

    /** Gives a subnet of the same zone the same name of it. A subnet of one id never moves to another zone. */
    private static Resource inZoneOf(Resource whole, Resource part) {
        return part instanceof Subnet subnet
                        && subnet.zoneId().equals(((Subnet) whole).zoneId())
                        && (subnet.zoneId().isPresent() || subnet.ownerId().isPresent())
                ? subnet.toBuilder()
                        .availabilityZone(((Subnet) whole).availabilityZone())
                        .build()
                : part;
    }
}
