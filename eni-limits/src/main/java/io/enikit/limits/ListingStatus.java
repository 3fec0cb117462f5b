package io.enikit.limits;

/**
 * How well an instance type is known to exist.
 *
 * <p>Later versions may add constants.
 */
public enum ListingStatus {
    /** EC2 names the type in its newest known {@code DescribeInstanceTypes} answer. */
    LISTED("listed"),
    /** EC2 named the type in an older answer, and no longer does. */
    FORMERLY_LISTED("formerly-listed"),
    /** No answer that is known names the type, but AWS publishes its limits on a page of specifications. */
    DOCUMENTED("documented"),
    /** No EC2 answer names the type: only a tool's table, or the caller. */
    UNCONFIRMED("unconfirmed");

    private final String text;

    ListingStatus(String text) {
        this.text = text;
    }

    /** {@return the word used in tables, such as {@code formerly-listed}} */
    @Override
    public String toString() {
        return text;
    }
}
