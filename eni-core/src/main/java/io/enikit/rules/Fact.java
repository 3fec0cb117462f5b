package io.enikit.rules;

import io.enikit.model.ResourceKind;

/**
 * A fact about a resource that a plan may lack where it was read from files, and that rules need.
 *
 * <p>A rule names the {@linkplain RuleInfo#needs() facts it needs}. While one of them is open, its violation is not
 * certain.
 *
 * <p>Later versions may add constants.
 */
public enum Fact {
    /** Whether what a resource refers to exists. */
    EXISTENCE(ResourceKind.PLAN),

    /** The IPv4 blocks of a VPC. */
    VPC_IPV4_BLOCKS(ResourceKind.VPC),

    /** The IPv6 blocks of a VPC. */
    VPC_IPV6_BLOCKS(ResourceKind.VPC),

    /** Whether a VPC has an internet gateway. */
    INTERNET_GATEWAY(ResourceKind.VPC),

    /** The IPv4 block of a subnet. */
    SUBNET_IPV4_BLOCK(ResourceKind.SUBNET),

    /** The IPv6 block of a subnet. */
    SUBNET_IPV6_BLOCK(ResourceKind.SUBNET),

    /** The availability zone of a subnet. */
    SUBNET_ZONE(ResourceKind.SUBNET),

    /** The VPC of a subnet. */
    SUBNET_VPC(ResourceKind.SUBNET),

    /** The name of a security group. */
    GROUP_NAME(ResourceKind.SECURITY_GROUP),

    /** The VPC of a security group. */
    GROUP_VPC(ResourceKind.SECURITY_GROUP),

    /** The type of an instance. */
    INSTANCE_TYPE(ResourceKind.INSTANCE),

    /** Which interfaces an instance has. */
    INSTANCE_INTERFACES(ResourceKind.INSTANCE),

    /** The private IPv4 addresses of an interface. */
    ENI_ADDRESSES(ResourceKind.ENI),

    /** The security groups of an interface. */
    ENI_GROUPS(ResourceKind.ENI);

    private final ResourceKind about;

    Fact(ResourceKind about) {
        this.about = about;
    }

    /** {@return the kind of resource that it is about} */
    public ResourceKind about() {
        return about;
    }
}
