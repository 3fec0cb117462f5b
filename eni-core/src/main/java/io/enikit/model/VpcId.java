package io.enikit.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** The id of a VPC: a name, or EC2's {@code vpc-…}. */
public final class VpcId extends ResourceId {
    private static final long serialVersionUID = 1L;

    @JsonIgnore // not for Jackson, which would prefer it to valueOf
    private VpcId(CharSequence text) {
        super(requireNonNull(text, "text").toString());
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.VPC;
    }

    /**
     * Returns the id with this text.
     *
     * @param text a name, unique in its plan among resources of this kind
     * @return the id
     * @throws IllegalArgumentException if the text is blank
     */
    public static VpcId of(CharSequence text) {
        return new VpcId(text);
    }

    /**
     * Does what {@link #of} does, under the name that frameworks look for.
     *
     * @param text a name, unique in its plan among resources of this kind
     * @return the id
     * @throws IllegalArgumentException if the text is blank
     */
    public static VpcId valueOf(String text) {
        return of(text);
    }
}
