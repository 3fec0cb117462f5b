package io.enikit.json;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value that a template or a Terraform plan leaves open, so that nothing is said about it. */
public final class Unknown {
    private final String reason;
    private final Origin origin;

    Unknown(String reason, Origin origin) {
        this.reason = VisibleText.brief(requireNonNull(reason, "reason"));
        this.origin = requireNonNull(origin, "origin");
    }

    /** {@return why it is not known, such as {@code the parameter SubnetId has no value}} */
    public String reason() {
        return reason;
    }

    /** {@return where it stands} */
    public Origin origin() {
        return origin;
    }

    /** Returns how many characters of others it holds. */
    int length() {
        return reason.length() + origin.length();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Unknown that && reason.equals(that.reason) && origin.equals(that.origin);
    }

    @Override
    public int hashCode() {
        return Objects.hash(reason, origin);
    }

    /** {@return one line: the place, and why the value is not known} */
    @Override
    public String toString() {
        return origin + ": unknown: " + reason;
    }
}
