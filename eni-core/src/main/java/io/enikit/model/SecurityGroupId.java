package io.enikit.model;

/** The id of a security group: a name, or EC2's {@code sg-…}. */
public final class SecurityGroupId extends ResourceId {
    private static final long serialVersionUID = 1L;

    private SecurityGroupId(String text) {
        super(ResourceKind.SECURITY_GROUP, text);
    }

    /**
     * Returns the id with this text.
     *
     * @param text a name, unique in its plan among resources of this kind
     * @return the id
     * @throws IllegalArgumentException if the text is blank
     */
    public static SecurityGroupId of(String text) {
        return new SecurityGroupId(text);
    }
}
