package io.enikit.ipam;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** Thrown when a caller insists on blocks that could not be given. */
public final class AllocationRefusedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** Why, one text for each refused request. */
    private final ImmutableList<String> reasons;

    AllocationRefusedException(List<String> reasons) {
        super(String.join("; ", reasons));
        this.reasons = ImmutableList.copyOf(reasons);
    }

    /**
     * Returns why, one text for each request that was refused.
     *
     * @return at least one reason
     */
    public List<String> reasons() {
        return reasons;
    }
}
