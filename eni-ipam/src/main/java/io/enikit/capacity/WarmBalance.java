package io.enikit.capacity;

/**
 * How many addresses a warm pool needs, or has too many; never both.
 *
 * @param needed how many addresses or prefixes should be added
 * @param excess how many could be released
 */
public record WarmBalance(int needed, int excess) {
    /**
     * Checks the numbers.
     *
     * @param needed how many should be added
     * @param excess how many could be released
     * @throws IllegalArgumentException if either is negative, or both are positive
     */
    public WarmBalance {
        if (needed < 0 || excess < 0 || (needed > 0 && excess > 0)) {
            throw new IllegalArgumentException("needed " + needed + ", excess " + excess);
        }
    }

    /**
     * Returns both numbers.
     *
     * @return for example {@code needed 5, excess 0}
     */
    @Override
    public String toString() {
        return "needed " + needed + ", excess " + excess;
    }
}
