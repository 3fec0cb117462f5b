package io.enikit.model;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The id of something in a plan: a name given at creation that never changes, or EC2's own id.
 *
 * <p>Ids of different kinds are never equal, even with the same text. They are ordered by kind, then by text.
 */
public abstract sealed class ResourceId implements Comparable<ResourceId>, Serializable
        permits PlanId, VpcId, SubnetId, SecurityGroupId, InstanceId, EniId, ElasticIpId {
    private static final long serialVersionUID = 1L;

    /** The id as text. */
    private final String text;

    ResourceId(String text) {
        this.text = requireNonNull(text, "text");
        checkArgument(!text.isBlank(), "the id of a resource of kind \"%s\" is blank: expected a name", kind().word());
    }

    /** {@return the kind of the resource} */
    public abstract ResourceKind kind();

    @Override
    public final int compareTo(ResourceId other) {
        requireNonNull(other, "other");
        if (this == other) {
            return 0;
        }
        return getClass() == other.getClass() ? text.compareTo(other.text) : kind().compareTo(other.kind());
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other || (other instanceof ResourceId id && getClass() == id.getClass() && text.equals(id.text));
    }

    @Override
    public final int hashCode() {
        return text.hashCode();
    }

    /** {@return the text of the id} */
    @Override
    @JsonValue
    public final String toString() {
        return text;
    }
}
