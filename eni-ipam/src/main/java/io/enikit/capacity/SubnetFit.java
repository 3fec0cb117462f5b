package io.enikit.capacity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/**
 * How many more of something fit into a subnet, and what runs out first.
 *
 * @param count how many fit
 * @param runsOutFirst why no more fit
 */
public record SubnetFit(long count, Shortage runsOutFirst) {
    /** What runs out. */
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

    /**
     * Checks the count.
     *
     * @param count how many fit
     * @param runsOutFirst why no more fit
     * @throws IllegalArgumentException if the count is negative
     */
    public SubnetFit {
        checkArgument(count >= 0, "count is %s: expected 0 or more", count);
        requireNonNull(runsOutFirst, "runsOutFirst");
    }

    /** {@return for example {@code 14, limited by addresses}} */
    @Override
    public String toString() {
        return runsOutFirst == Shortage.INSTANCE_TYPE
                ? count + ": more than " + runsOutFirst
                : count + ", limited by " + runsOutFirst;
    }
}
