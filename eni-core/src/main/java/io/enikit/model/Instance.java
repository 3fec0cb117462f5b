package io.enikit.model;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import java.util.Optional;
import java.util.SortedMap;
import org.immutables.value.Value;

/** An instance, which has its addresses through the network interfaces attached to it. */
@Value.Immutable
public abstract non-sealed class Instance implements Resource {
    Instance() {}

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return ImmutableInstance.builder();
    }

    /** {@return a builder set to this instance} */
    public final Builder toBuilder() {
        return ImmutableInstance.builder().from(this);
    }

    /** {@return the id} */
    public abstract InstanceId id();

    @Override
    public final ResourceId resourceId() {
        return id();
    }

    /** {@return the instance type, such as {@code m5.large}} */
    public abstract String instanceType();

    /** {@return the state, running unless set} */
    @Value.Default
    public InstanceState state() {
        return InstanceState.RUNNING;
    }

    /**
     * Returns the availability zone, where it is given.
     *
     * @return the zone; absent means that of its primary interface, see {@link NetworkPlan#availabilityZoneOf}
     */
    public abstract Optional<String> availabilityZone();

    /**
     * Returns the id of the availability zone, where it is given.
     *
     * @return such as {@code euw1-az2}; names of zones differ from account to account, ids do not
     */
    public abstract Optional<String> zoneId();

    /** {@return the tags by key} */
    @Override
    @Value.NaturalOrder
    public abstract SortedMap<String, String> tags();

    /** Builds instances. The id and the instance type must be set. */
    public abstract static class Builder extends ResourceBuilder<Builder> {
        Builder() {}

        /**
         * Sets the id.
         *
         * @param id the id
         * @return this builder
         */
        public abstract Builder id(InstanceId id);

        /**
         * Sets the id.
         *
         * @param id a name, or {@code i-…}
         * @return this builder
         * @throws IllegalArgumentException if the text is blank
         */
        public final Builder id(String id) {
            return id(InstanceId.of(requireNonNull(id, "id")));
        }

        /**
         * Sets the instance type.
         *
         * @param instanceType such as {@code m5.large}
         * @return this builder
         */
        public abstract Builder instanceType(String instanceType);

        /**
         * Sets the state.
         *
         * @param state the state, running by default
         * @return this builder
         */
        public abstract Builder state(InstanceState state);

        /**
         * Sets the availability zone.
         *
         * @param availabilityZone the name, such as {@code eu-west-1a}
         * @return this builder
         */
        public abstract Builder availabilityZone(String availabilityZone);

        /**
         * Sets the availability zone, or removes it.
         *
         * @param availabilityZone the name, such as {@code eu-west-1a}; empty, which is the default, means that of its
         * primary interface
         * @return this builder
         */
        public abstract Builder availabilityZone(Optional<String> availabilityZone);

        /**
         * Sets the id of the availability zone.
         *
         * @param zoneId such as {@code euw1-az2}
         * @return this builder
         */
        public abstract Builder zoneId(String zoneId);

        /**
         * Sets the id of the availability zone, or leaves it open.
         *
         * @param zoneId such as {@code euw1-az2}; empty by default
         * @return this builder
         */
        public abstract Builder zoneId(Optional<String> zoneId);

        /**
         * Builds the instance.
         *
         * @return the instance
         * @throws IllegalStateException if the id or the instance type is not set
         * @throws IllegalArgumentException if two tags have the same key
         */
        public abstract Instance build();
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "Instance",
                "ownerId",
                ownerId(),
                "id",
                id(),
                "instanceType",
                instanceType(),
                "state",
                state(),
                "availabilityZone",
                availabilityZone(),
                "zoneId",
                zoneId(),
                "tags",
                tags());
    }
}
