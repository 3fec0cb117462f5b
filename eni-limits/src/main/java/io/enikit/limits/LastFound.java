package io.enikit.limits;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks types up in a catalogue, quickly where the type is that of the last time, as it is for most subjects in a row. */
final class LastFound {
    private final InstanceTypes types;

    /** A race costs a look-up. */
    private @Nullable Found last;

    private record Found(String instanceType, Optional<InstanceLimits> limits) {}

    LastFound(InstanceTypes types) {
        this.types = types;
    }

    Optional<InstanceLimits> find(String instanceType) {
        @Nullable Found found = last;
        if (found == null || !found.instanceType.equals(instanceType)) {
            found = new Found(instanceType, types.find(instanceType));
            last = found;
        }
        return found.limits;
    }
}
