package io.enikit.ipam;

/**
 * The answer to a request for several blocks at once: a {@link BatchAllocation} of all, or {@link BatchRefused}.
 */
public sealed interface BatchResult permits BatchAllocation, BatchRefused {
    /**
     * Returns the allocations, or throws if the request was refused.
     *
     * @return the allocations
     * @throws AllocationRefusedException if the request was refused; the message is the reason
     */
    BatchAllocation orElseThrow();
}
