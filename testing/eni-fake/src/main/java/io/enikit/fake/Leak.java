package io.enikit.fake;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that calls made and nobody deleted. Immutable. */
public final class Leak {
    private final String id;
    private final String region;
    private final int call;
    private final String action;

    Leak(String id, String region, int call, String action) {
        this.id = id;
        this.region = region;
        this.call = call;
        this.action = action;
    }

    /** {@return the id of what is left} */
    public String id() {
        return id;
    }

    /** {@return the name of the Region that it is in} */
    public String region() {
        return region;
    }

    /** {@return the number of the call that made it, see {@link RecordedCall#number}} */
    public int call() {
        return call;
    }

    /** {@return the action of that call, such as {@code CreateNetworkInterface}} */
    public String action() {
        return action;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Leak leak
                && id.equals(leak.id)
                && region.equals(leak.region)
                && call == leak.call
                && action.equals(leak.action);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, region, call, action);
    }

    /** {@return the id, and which call made it} */
    @Override
    public String toString() {
        return id + ", made by call " + call + ", " + action;
    }
}
