package io.enikit.capacity;

/**
 * What a warm pool lacks or has too much of; never both.
 *
 * @param needed how many addresses or prefixes should be added
 * @param excess how many could be given back
 */
public record WarmBalance(int needed, int excess) {
    /**
     * Makes a balance.
     *
     * @param needed how many should be added
     * @param excess how many could be given back
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
