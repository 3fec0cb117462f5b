package io.enikit.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** The id of an elastic network interface: a name, or EC2's {@code eni-…}. */
public final class EniId extends ResourceId {
    private static final long serialVersionUID = 1L;

    @JsonIgnore // not for Jackson, which would prefer it to valueOf
    private EniId(CharSequence text) {
        super(requireNonNull(text, "text").toString());
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.ENI;
    }

    /**
     * Returns the id with this text.
     *
     * @param text a name, unique in its plan among resources of this kind
     * @return the id
     * @throws IllegalArgumentException if the text is blank
     */
    public static EniId of(CharSequence text) {
        return new EniId(text);
    }

    /**
     * Does what {@link #of} does, under the name that frameworks look for.
     *
     * @param text a name, unique in its plan among resources of this kind
     * @return the id
     * @throws IllegalArgumentException if the text is blank
     */
    public static EniId valueOf(String text) {
        return of(text);
    }
}
