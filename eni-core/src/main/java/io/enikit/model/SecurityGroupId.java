package io.enikit.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** The id of a security group: a name, or EC2's {@code sg-…}. */
public final class SecurityGroupId extends ResourceId {
    private static final long serialVersionUID = 1L;

    @JsonIgnore // not for Jackson, which would prefer it to valueOf
    private SecurityGroupId(CharSequence text) {
        super(requireNonNull(text, "text").toString());
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.SECURITY_GROUP;
    }

    /**
     * Returns the id with this text.
     *
     * @param text a name, unique in its plan among resources of this kind
     * @return the id
     * @throws IllegalArgumentException if the text is blank
     */
    public static SecurityGroupId of(CharSequence text) {
        return new SecurityGroupId(text);
    }

    /**
     * Does what {@link #of} does, under the name that frameworks look for.
     *
     * @param text a name, unique in its plan among resources of this kind
     * @return the id
     * @throws IllegalArgumentException if the text is blank
     */
    public static SecurityGroupId valueOf(String text) {
        return of(text);
    }
}
