package io.enikit.ipam;

/**
 * The answer to a request for one block: an {@link Allocation}, or {@link AllocationRefused}.
 *
 * <p>A full pool is an answer, not an exception.
 */
public sealed interface AllocationResult permits Allocation, AllocationRefused {
    /**
     * Returns the allocation, or throws if the request was refused.
     *
     * @return the allocation
     * @throws AllocationRefusedException if the request was refused; the message is the reason
     */
    Allocation orElseThrow();
}
