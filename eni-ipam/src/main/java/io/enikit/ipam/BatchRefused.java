package io.enikit.ipam;

import java.util.List;
import java.util.Objects;

/**
 * Says why none of several blocks was granted.
 *
 * @param refusal the cause, in words and numbers
 */
public record BatchRefused(AllocationRefused refusal) implements BatchResult {
    /**
     * Makes a refusal; meant for pools only.
     *
     * @param refusal the cause
     */
    public BatchRefused {
        Objects.requireNonNull(refusal, "refusal");
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
     * Throws, as there are no allocations.
     *
     * @return never
     * @throws AllocationRefusedException always, with the reason
     */
    @Override
    public BatchAllocation orElseThrow() {
        throw new AllocationRefusedException(List.of(reason()));
    }

    @Override
    public String toString() {
        return refusal.toString();
    }
}
