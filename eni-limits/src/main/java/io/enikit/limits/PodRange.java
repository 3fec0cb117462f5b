package io.enikit.limits;

/**
 * A number of pods that may not be known exactly.
 *
 * @param least the fewest it can be
 * @param most the most it can be, inclusive; equal to the fewest where the number is known
 */
public record PodRange(int least, int most) {
    /**
     * Checks the order.
     *
     * @param least the fewest it can be
     * @param most the most it can be, inclusive
     * @throws IllegalArgumentException if they are the wrong way round
     */
    public PodRange {
        if (least > most) {
            throw new IllegalArgumentException(least + " to " + most + " pods: expected the fewest first");
        }
    }

    /** {@return whether the number is known} */
    public boolean isExact() {
        return least == most;
    }

    /** {@return such as {@code 110 to 250}, or {@code 110} where the number is known} */
    @Override
    public String toString() {
        return isExact() ? Integer.toString(least) : least + " to " + most;
    }
}
