package io.enikit.model;

/**
 * The kinds of things a plan holds, in the order in which they are listed and reported.
 *
 * <p>Later versions may add constants.
 */
public enum ResourceKind {
    /** The plan as a whole: one account in one Region. */
    PLAN("plan"),

    /** A virtual private cloud. */
    VPC("vpc"),

    /** A subnet of a VPC. */
    SUBNET("subnet"),

    /** A security group of a VPC. */
    SECURITY_GROUP("group"),

    /** An instance. */
    INSTANCE("instance"),

    /** An elastic network interface. */
    ENI("eni"),

    /** An Elastic IP address. */
    ELASTIC_IP("eip");

    private final String word;

    ResourceKind(String word) {
        this.word = word;
    }

    /** {@return the short word for this kind, as plan texts and reports write it} */
    public String word() {
        return word;
    }
}
