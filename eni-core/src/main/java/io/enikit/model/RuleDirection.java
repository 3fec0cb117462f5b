package io.enikit.model;

/**
 * The direction of the traffic that a security group rule allows.
 *
 * <p>The list is complete.
 */
public enum RuleDirection {
    /** Traffic to the interfaces in the group; EC2 calls the rules {@code IpPermissions}. */
    INGRESS("ingress"),

    /** Traffic from the interfaces in the group; EC2 calls the rules {@code IpPermissionsEgress}. */
    EGRESS("egress");

    private final String text;

    RuleDirection(String text) {
        this.text = text;
    }

    /** {@return the word, such as {@code ingress}} */
    @Override
    public String toString() {
        return text;
    }
}
