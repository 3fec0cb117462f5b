package io.enikit.insight;

/**
 * The kinds of owners of network interfaces.
 *
 * <p>Later versions may add constants.
 */
public enum OwnerKind {
    /** An instance of the account. */
    EC2_INSTANCE("EC2 instance"),
    /** A node of an EKS cluster, by its tags. */
    EKS_NODE("EKS node"),
    /** The control plane of an EKS cluster. */
    EKS_CONTROL_PLANE("EKS control plane"),
    /** The VPC CNI of a node, which made the interface for pods. */
    VPC_CNI("VPC CNI"),
    /** A pod or task on a branch interface of a trunk. */
    BRANCH("branch of a trunk"),
    /** A task of ECS. */
    ECS_TASK("ECS task"),
    /** A load balancer of any kind. */
    LOAD_BALANCER("load balancer"),
    /** A NAT gateway. */
    NAT_GATEWAY("NAT gateway"),
    /** An interface endpoint, or one of a Gateway Load Balancer. */
    VPC_ENDPOINT("VPC endpoint"),
    /** Lambda functions with the same subnet and groups. */
    LAMBDA("Lambda"),
    /** A mount target of EFS. */
    EFS("EFS"),
    /** An instance of RDS, Neptune or DocumentDB, or a proxy. */
    RDS("RDS"),
    /** An attachment of a transit gateway. */
    TRANSIT_GATEWAY("transit gateway"),
    /** An endpoint of Route 53 Resolver. */
    RESOLVER("Resolver endpoint"),
    /** Another service; the name says which. */
    OTHER_SERVICE("service"),
    /** Nothing says whose it is. */
    UNKNOWN("unknown");

    private final String text;

    OwnerKind(String text) {
        this.text = text;
    }

    /** {@return the words, such as {@code load balancer}} */
    @Override
    public String toString() {
        return text;
    }
}
