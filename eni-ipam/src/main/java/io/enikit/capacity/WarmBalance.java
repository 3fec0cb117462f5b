package io.enikit.capacity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How many addresses a warm pool needs, or has too many; never both. */
public final class WarmBalance {
    private final int needed;
    private final int excess;

    WarmBalance(int needed, int excess) {
        if (needed < 0 || excess < 0 || (needed > 0 && excess > 0)) {
            throw new IllegalArgumentException("needed " + needed + ", excess " + excess);
        }
        this.needed = needed;
        this.excess = excess;
    }

    /** {@return how many addresses or prefixes should be added} */
    public int needed() {
        return needed;
    }

    /** {@return how many could be released} */
    public int excess() {
        return excess;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WarmBalance that && needed == that.needed && excess == that.excess;
    }

    @Override
    public int hashCode() {
        return Objects.hash(needed, excess);
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
