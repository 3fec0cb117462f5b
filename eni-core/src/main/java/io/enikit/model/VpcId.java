package io.enikit.model;

/** The id of a VPC: a name, or EC2's {@code vpc-…}. */
public final class VpcId extends ResourceId {
    private static final long serialVersionUID = 1L;

    private VpcId(String text) {
        super(ResourceKind.VPC, text);
    }

    /**
     * Returns the id with this text.
     *
     * @param text a name, unique in its plan among resources of this kind
     * @return the id
     * @throws IllegalArgumentException if the text is blank
     */
    public static VpcId of(String text) {
        return new VpcId(text);
    }
}
