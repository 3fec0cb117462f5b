package io.enikit.model;

/** The id of an Elastic IP address (EC2 calls it the allocation id): a name, or EC2's {@code eipalloc-…}. */
public final class ElasticIpId extends ResourceId {
    private static final long serialVersionUID = 1L;

    private ElasticIpId(String text) {
        super(ResourceKind.ELASTIC_IP, text);
    }

    /**
     * Returns the id with this text.
     *
     * @param text a name, unique in its plan among resources of this kind
     * @return the id
     * @throws IllegalArgumentException if the text is blank
     */
    public static ElasticIpId of(String text) {
        return new ElasticIpId(text);
    }
}
