package io.enikit.model;

/** The id of an elastic network interface: a name, or EC2's {@code eni-…}. */
public final class EniId extends ResourceId {
    private static final long serialVersionUID = 1L;

    private EniId(String text) {
        super(ResourceKind.ENI, text);
    }

    /**
     * Returns the id with this text.
     *
     * @param text a name, unique in its plan among resources of this kind
     * @return the id
     * @throws IllegalArgumentException if the text is blank
     */
    public static EniId of(String text) {
        return new EniId(text);
    }
}
