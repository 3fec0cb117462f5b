package io.enikit.ipam;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why none of several blocks was granted. */
public final class BatchRefused implements BatchResult {
    private final AllocationRefused refusal;

    BatchRefused(AllocationRefused refusal) {
        this.refusal = refusal;
    }

    /** {@return the cause, in words and numbers} */
    public AllocationRefused refusal() {
        return refusal;
    }

    /**
     * Returns the reason in words and numbers.
     *
     * @return for example {@code needs 3 of /25; the largest free block is 10.0.0.0/24, 256 addresses are free in 1
     *     fragment}
     */
    public String reason() {
        return refusal.reason();
    }

    /**
     * Throws, for there are no allocations.
     *
     * @return never
     * @throws AllocationRefusedException always, with the reason
     */
    @Override
    public BatchAllocation orElseThrow() {
        throw new AllocationRefusedException(List.of(reason()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BatchRefused that && refusal.equals(that.refusal);
    }

    @Override
    public int hashCode() {
        return refusal.hashCode();
    }

    @Override
    public String toString() {
        return refusal.toString();
    }
}
