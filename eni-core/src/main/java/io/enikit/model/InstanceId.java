package io.enikit.model;

/** The id of an instance: a name, or EC2's {@code i-…}. */
public final class InstanceId extends ResourceId {
    private static final long serialVersionUID = 1L;

    private InstanceId(String text) {
        super(ResourceKind.INSTANCE, text);
    }

    /**
     * Returns the id with this text.
     *
     * @param text a name, unique in its plan among resources of this kind
     * @return the id
     * @throws IllegalArgumentException if the text is blank
     */
    public static InstanceId of(String text) {
        return new InstanceId(text);
    }
}
