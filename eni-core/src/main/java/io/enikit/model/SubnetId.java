package io.enikit.model;

/** The id of a subnet: a name, or EC2's {@code subnet-…}. */
public final class SubnetId extends ResourceId {
    private static final long serialVersionUID = 1L;

    private SubnetId(String text) {
        super(ResourceKind.SUBNET, text);
    }

    /**
     * Returns the id with this text.
     *
     * @param text a name, unique in its plan among resources of this kind
     * @return the id
     * @throws IllegalArgumentException if the text is blank
     */
    public static SubnetId of(String text) {
        return new SubnetId(text);
    }
}
