package io.enikit.json;

import static java.util.Objects.requireNonNull;

/**
 * A value that a template or a Terraform plan leaves open, so that nothing is said about it.
 *
 * @param reason why it is not known, such as {@code the parameter SubnetId has no value}
 * @param origin where it stands
 */
public record Unknown(String reason, Origin origin) {
    /**
     * Checks that nothing is null.
     *
     * @param reason why it is not known
     * @param origin where it stands
     */
    public Unknown {
        requireNonNull(reason, "reason");
        requireNonNull(origin, "origin");
    }

    /** {@return one line: the place, and why the value is not known} */
    @Override
    public String toString() {
        return origin + ": unknown: " + reason;
    }
}
