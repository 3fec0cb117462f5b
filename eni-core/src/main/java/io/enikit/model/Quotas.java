package io.enikit.model;

import static com.google.common.base.Preconditions.checkArgument;

import org.immutables.value.Value;

/**
 * The quotas of an account in a Region, as far as they concern network interfaces.
 *
 * <p>A plan has one set of numbers, which each account has in each Region.
 *
 * <p>The defaults are those of the page "Amazon VPC quotas"; most can be raised on request.
 */
@Value.Immutable
public abstract class Quotas {
    /** The most security groups an interface can have, even after a raise. */
    static final int MOST_SECURITY_GROUPS_PER_INTERFACE = 16;

    Quotas() {}

    /** {@return the quotas of an account that asked for no more} */
    public static Quotas awsDefaults() {
        return ImmutableQuotas.builder().build();
    }

    /** {@return the most VPCs in a Region, 5 by default} */
    @Value.Default
    public int vpcs() {
        return 5;
    }

    /** {@return the most IPv4 blocks of a VPC, 5 by default} */
    @Value.Default
    public int ipv4CidrBlocksPerVpc() {
        return 5;
    }

    /** {@return the most IPv6 blocks of a VPC, 5 by default} */
    @Value.Default
    public int ipv6CidrBlocksPerVpc() {
        return 5;
    }

    /** {@return the most subnets of a VPC, 200 by default} */
    @Value.Default
    public int subnetsPerVpc() {
        return 200;
    }

    /** {@return the most units of network address usage of a VPC, 64,000 by default} */
    @Value.Default
    public int addressUsagePerVpc() {
        return 64_000;
    }

    /** {@return the most network interfaces in a Region, 5,000 by default} */
    @Value.Default
    public int networkInterfaces() {
        return 5_000;
    }

    /** {@return the most security groups in a Region, 2,500 by default} */
    @Value.Default
    public int securityGroups() {
        return 2_500;
    }

    /** {@return the most security groups of an interface, 5 by default, 1 to 16} */
    @Value.Default
    public int securityGroupsPerInterface() {
        return 5;
    }

    /** {@return the most rules of a security group in each direction and family, 60 by default} */
    @Value.Default
    public int rulesPerSecurityGroup() {
        return 60;
    }

    /** {@return the most Elastic IPs in a Region, 5 by default} */
    @Value.Default
    public int elasticIps() {
        return 5;
    }

    /**
     * Returns these quotas with another number of VPCs.
     *
     * @param vpcs the most VPCs in a Region, at least 0
     * @return the new quotas
     * @throws IllegalArgumentException if the number is negative
     */
    public abstract Quotas withVpcs(int vpcs);

    /**
     * Returns these quotas with another number of IPv4 blocks.
     *
     * @param ipv4CidrBlocksPerVpc the most IPv4 blocks of a VPC, at least 0
     * @return the new quotas
     * @throws IllegalArgumentException if the number is negative
     */
    public abstract Quotas withIpv4CidrBlocksPerVpc(int ipv4CidrBlocksPerVpc);

    /**
     * Returns these quotas with another number of IPv6 blocks.
     *
     * @param ipv6CidrBlocksPerVpc the most IPv6 blocks of a VPC, at least 0
     * @return the new quotas
     * @throws IllegalArgumentException if the number is negative
     */
    public abstract Quotas withIpv6CidrBlocksPerVpc(int ipv6CidrBlocksPerVpc);

    /**
     * Returns these quotas with another number of subnets.
     *
     * @param subnetsPerVpc the most subnets of a VPC, at least 0
     * @return the new quotas
     * @throws IllegalArgumentException if the number is negative
     */
    public abstract Quotas withSubnetsPerVpc(int subnetsPerVpc);

    /**
     * Returns these quotas with another network address usage.
     *
     * @param addressUsagePerVpc the most units of network address usage of a VPC, at least 0
     * @return the new quotas
     * @throws IllegalArgumentException if the number is negative
     */
    public abstract Quotas withAddressUsagePerVpc(int addressUsagePerVpc);

    /**
     * Returns these quotas with another number of network interfaces.
     *
     * @param networkInterfaces the most network interfaces in a Region, at least 0
     * @return the new quotas
     * @throws IllegalArgumentException if the number is negative
     */
    public abstract Quotas withNetworkInterfaces(int networkInterfaces);

    /**
     * Returns these quotas with another number of security groups.
     *
     * @param securityGroups the most security groups in a Region, at least 0
     * @return the new quotas
     * @throws IllegalArgumentException if the number is negative
     */
    public abstract Quotas withSecurityGroups(int securityGroups);

    /**
     * Returns these quotas with another number of security groups per interface.
     *
     * @param securityGroupsPerInterface the most security groups of an interface, 1 to 16
     * @return the new quotas
     * @throws IllegalArgumentException if the number is not between 1 and 16, both inclusive
     */
    public abstract Quotas withSecurityGroupsPerInterface(int securityGroupsPerInterface);

    /**
     * Returns these quotas with another number of rules per security group.
     *
     * @param rulesPerSecurityGroup the most rules in each direction and family, at least 0; EC2 raises it only as far as
     *     its product with {@link #securityGroupsPerInterface} is at most 1,000
     * @return the new quotas
     * @throws IllegalArgumentException if the number is negative
     */
    public abstract Quotas withRulesPerSecurityGroup(int rulesPerSecurityGroup);

    /**
     * Returns these quotas with another number of Elastic IPs.
     *
     * @param elasticIps the most Elastic IPs in a Region, at least 0
     * @return the new quotas
     * @throws IllegalArgumentException if the number is negative
     */
    public abstract Quotas withElasticIps(int elasticIps);

    /** Refuses numbers that no quota can have. */
    @Value.Check
    void check() {
        atLeastZero("vpcs", vpcs());
        atLeastZero("ipv4CidrBlocksPerVpc", ipv4CidrBlocksPerVpc());
        atLeastZero("ipv6CidrBlocksPerVpc", ipv6CidrBlocksPerVpc());
        atLeastZero("subnetsPerVpc", subnetsPerVpc());
        atLeastZero("addressUsagePerVpc", addressUsagePerVpc());
        atLeastZero("networkInterfaces", networkInterfaces());
        atLeastZero("securityGroups", securityGroups());
        atLeastZero("rulesPerSecurityGroup", rulesPerSecurityGroup());
        atLeastZero("elasticIps", elasticIps());
        int perInterface = securityGroupsPerInterface();
        checkArgument(
                perInterface >= 1 && perInterface <= MOST_SECURITY_GROUPS_PER_INTERFACE,
                "securityGroupsPerInterface is %s: expected 1 to %s",
                perInterface,
                MOST_SECURITY_GROUPS_PER_INTERFACE);
    }

    private static void atLeastZero(String name, int value) {
        checkArgument(value >= 0, "%s is %s: expected 0 or more", name, value);
    }
}
