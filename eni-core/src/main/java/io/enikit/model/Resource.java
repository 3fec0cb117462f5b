package io.enikit.model;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Something a plan holds under an id of its own. */
public sealed interface Resource permits Vpc, Subnet, SecurityGroup, Instance, Eni, ElasticIp {
    /** {@return the id, unique in a plan among resources of the same kind; the kinds know it as {@code id()}} */
    ResourceId resourceId();

    /** {@return the id of the account that owns it, absent where it is not known} */
    Optional<String> ownerId();

    /** {@return the tags by key} */
    SortedMap<String, String> tags();

    /**
     * Returns this resource with other tags.
     *
     * @param tags all of its tags, by key
     * @return a resource of the same kind that is equal but for its tags
     */
    default Resource withTags(Map<String, ? extends String> tags) {
        requireNonNull(tags, "tags");
        return match(
                vpc -> vpc.toBuilder().tags(tags).build(),
                subnet -> subnet.toBuilder().tags(tags).build(),
                group -> group.toBuilder().tags(tags).build(),
                instance -> instance.toBuilder().tags(tags).build(),
                eni -> eni.toBuilder().tags(tags).build(),
                elasticIp -> elasticIp.toBuilder().tags(tags).build());
    }

    /**
     * Applies the function for the kind of this resource.
     *
     * <p>A later version may have more kinds, and then a parameter more: callers have to say what to do with them.
     *
     * @param vpc applied to a VPC
     * @param subnet applied to a subnet
     * @param group applied to a security group
     * @param instance applied to an instance
     * @param eni applied to a network interface
     * @param elasticIp applied to an Elastic IP
     * @param <R> the type of the result
     * @return what the function returns
     */
    default <R> R match(
            Function<? super Vpc, ? extends R> vpc,
            Function<? super Subnet, ? extends R> subnet,
            Function<? super SecurityGroup, ? extends R> group,
            Function<? super Instance, ? extends R> instance,
            Function<? super Eni, ? extends R> eni,
            Function<? super ElasticIp, ? extends R> elasticIp) {
        requireNonNull(vpc, "vpc");
        requireNonNull(subnet, "subnet");
        requireNonNull(group, "group");
        requireNonNull(instance, "instance");
        requireNonNull(eni, "eni");
        requireNonNull(elasticIp, "elasticIp");
        return switch (resourceId().kind()) {
            case PLAN -> throw new AssertionError("a plan is no resource in a plan");
            case VPC -> vpc.apply((Vpc) this);
            case SUBNET -> subnet.apply((Subnet) this);
            case SECURITY_GROUP -> group.apply((SecurityGroup) this);
            case INSTANCE -> instance.apply((Instance) this);
            case ENI -> eni.apply((Eni) this);
            case ELASTIC_IP -> elasticIp.apply((ElasticIp) this);
        };
    }

    /**
     * Has the action for the kind of this resource done, as {@link #match} applies functions.
     *
     * @param vpc takes a VPC
     * @param subnet takes a subnet
     * @param group takes a security group
     * @param instance takes an instance
     * @param eni takes a network interface
     * @param elasticIp takes an Elastic IP
     */
    default void visit(
            Consumer<? super Vpc> vpc,
            Consumer<? super Subnet> subnet,
            Consumer<? super SecurityGroup> group,
            Consumer<? super Instance> instance,
            Consumer<? super Eni> eni,
            Consumer<? super ElasticIp> elasticIp) {
        requireNonNull(vpc, "vpc");
        requireNonNull(subnet, "subnet");
        requireNonNull(group, "group");
        requireNonNull(instance, "instance");
        requireNonNull(eni, "eni");
        requireNonNull(elasticIp, "elasticIp");
        switch (resourceId().kind()) {
            case PLAN -> throw new AssertionError("a plan is no resource in a plan");
            case VPC -> vpc.accept((Vpc) this);
            case SUBNET -> subnet.accept((Subnet) this);
            case SECURITY_GROUP -> group.accept((SecurityGroup) this);
            case INSTANCE -> instance.accept((Instance) this);
            case ENI -> eni.accept((Eni) this);
            case ELASTIC_IP -> elasticIp.accept((ElasticIp) this);
        }
    }
}
