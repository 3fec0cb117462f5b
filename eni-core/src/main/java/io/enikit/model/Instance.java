package io.enikit.model;

import java.util.Optional;
import java.util.SortedMap;
import org.immutables.value.Value;

/** An instance, which has its addresses through the network interfaces attached to it. */
@Value.Immutable
public abstract non-sealed class Instance implements Resource {
    Instance() {}

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder set to this instance} */
    public final Builder toBuilder() {
        return builder().from(this);
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

    /** {@return the tags by key} */
    @Override
    @Value.NaturalOrder
    public abstract SortedMap<String, String> tags();

    /** Builds instances. */
    public static final class Builder extends ImmutableInstance.Builder {
        Builder() {}

        /**
         * Sets the id.
         *
         * @param id a name, or {@code i-…}
         * @return this builder
         */
        public Builder id(String id) {
            return id(InstanceId.of(id));
        }
    }
}
