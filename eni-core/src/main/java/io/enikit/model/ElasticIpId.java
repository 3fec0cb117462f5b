package io.enikit.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** The id of an Elastic IP address (EC2 calls it the allocation id): a name, or EC2's {@code eipalloc-…}. */
public final class ElasticIpId extends ResourceId {
    private static final long serialVersionUID = 1L;

    @JsonIgnore // not for Jackson, which would prefer it to valueOf
    private ElasticIpId(CharSequence text) {
        super(requireNonNull(text, "text").toString());
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.ELASTIC_IP;
    }

    /**
     * Returns the id with this text.
     *
     * @param text a name, unique in its plan among resources of this kind
     * @return the id
     * @throws IllegalArgumentException if the text is blank
     */
    public static ElasticIpId of(CharSequence text) {
        return new ElasticIpId(text);
    }

    /**
     * Does what {@link #of} does, under the name that frameworks look for.
     *
     * @param text a name, unique in its plan among resources of this kind
     * @return the id
     * @throws IllegalArgumentException if the text is blank
     */
    public static ElasticIpId valueOf(String text) {
        return of(text);
    }
}
