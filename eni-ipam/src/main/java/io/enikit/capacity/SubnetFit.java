package io.enikit.capacity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How many more of something fit into a subnet, and what runs out first. */
public final class SubnetFit {
    private final long count;
    private final Shortage runsOutFirst;

    /**
     * What runs out.
     *
     * <p>Later versions may add constants.
     */
    public enum Shortage {
        /** Free addresses. */
        ADDRESSES("addresses"),
        /** Free /28 blocks, which prefixes need; single addresses are left. */
        PREFIXES("free /28 blocks"),
        /** The interfaces that the quota of the account allows. */
        INTERFACE_QUOTA("the quota of interfaces"),
        /** The interfaces and addresses that the instance type allows: not even one fits. */
        INSTANCE_TYPE("what the instance type allows");

        private final String text;

        Shortage(String text) {
            this.text = text;
        }

        /** {@return what it is, in words} */
        @Override
        public String toString() {
            return text;
        }
    }

    SubnetFit(long count, Shortage runsOutFirst) {
        checkArgument(count >= 0, "count is %s: expected 0 or more", count);
        this.runsOutFirst = requireNonNull(runsOutFirst, "runsOutFirst");
        this.count = count;
    }

    /** {@return how many fit} */
    public long count() {
        return count;
    }

    /** {@return why no more fit} */
    public Shortage runsOutFirst() {
        return runsOutFirst;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SubnetFit that && count == that.count && runsOutFirst.equals(that.runsOutFirst);
    }

    @Override
    public int hashCode() {
        return Objects.hash(count, runsOutFirst);
    }

    /** {@return for example {@code 14, limited by addresses}} */
    @Override
    public String toString() {
        return runsOutFirst == Shortage.INSTANCE_TYPE
                ? count + ": more than " + runsOutFirst
                : count + ", limited by " + runsOutFirst;
    }
}
