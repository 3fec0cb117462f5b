package io.enikit.ipam;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request for a VPC and its subnets, made to a {@link NetworkPlanner}.
 *
 * <p>Requests are builders, so they are compared by identity.
 */
public final class PlannedVpc {
    private final String name;
    private final List<Cidr> cidrBlocks = new ArrayList<>();
    private final List<Cidr> ipv6CidrBlocks = new ArrayList<>();
    private final List<String> zones = new ArrayList<>();
    private final List<SubnetPerZone> subnetsPerZone = new ArrayList<>();
    private final List<PlannedSubnet> subnets = new ArrayList<>();
    private final List<String> securityGroups = new ArrayList<>();
    private boolean internetGateway;
    private boolean ipv6;

    /** A subnet of one length in each zone, or an IPv6-native one. */
    private record SubnetPerZone(String name, int prefixLength, boolean ipv6Native) {}

    /** One subnet; a block is absent if it is not given, or if the subnet has none of that family. */
    record PlannedSubnet(
            String name,
            String availabilityZone,
            Optional<Cidr> cidrBlock,
            int prefixLength,
            Optional<Cidr> ipv6CidrBlock,
            boolean ipv6Native) {
        static PlannedSubnet of(String name, String zone, int prefixLength) {
            return new PlannedSubnet(name, zone, Optional.empty(), prefixLength, Optional.empty(), false);
        }

        static PlannedSubnet ofIpv6(String name, String zone, Optional<Cidr> block) {
            return new PlannedSubnet(name, zone, Optional.empty(), 0, block, true);
        }

        Optional<Cidr> cidrBlock(IpFamily family) {
            return family == IpFamily.IPV4 ? cidrBlock : ipv6CidrBlock;
        }
    }

    PlannedVpc(String name, Cidr cidrBlock) {
        this.name = requireNonNull(name, "name");
        cidrBlocks.add(requireNonNull(cidrBlock, "cidrBlock"));
    }

    /**
     * Adds a secondary IPv4 block.
     *
     * @param cidrBlock such as {@code 10.1.0.0/16}
     * @return this VPC
     */
    public PlannedVpc cidrBlock(String cidrBlock) {
        requireNonNull(cidrBlock, "cidrBlock");
        cidrBlocks.add(Cidr.parse(cidrBlock));
        return this;
    }

    /**
     * Asks for IPv6: a /56 for the VPC, a /64 for each subnet.
     *
     * <p>If no block is given, EC2 chooses the /56. Until then the plan has a placeholder out of {@code 2001:db8::/32}, which
     * is reserved for documentation (RFC 3849). A plan made from a previous one keeps its blocks.
     *
     * @return this VPC
     */
    public PlannedVpc ipv6() {
        ipv6 = true;
        return this;
    }

    /**
     * Adds the given IPv6 block, of which each subnet gets a /64.
     *
     * @param cidrBlock such as {@code 2001:db8:1234:1a00::/56}
     * @return this VPC
     */
    public PlannedVpc ipv6CidrBlock(String cidrBlock) {
        requireNonNull(cidrBlock, "cidrBlock");
        ipv6CidrBlocks.add(Cidr.parse(cidrBlock));
        return this;
    }

    /**
     * Adds the availability zones in which {@link #subnetPerZone} makes subnets.
     *
     * @param zones the names of the zones, such as {@code eu-west-1a}
     * @return this VPC
     */
    public PlannedVpc availabilityZones(String... zones) {
        requireNonNull(zones, "zones");
        this.zones.addAll(List.of(zones));
        return this;
    }

    /**
     * Asks for a subnet in each zone, named {@code name/zone}.
     *
     * @param name the first part of the names
     * @param prefixLength the length of the blocks, 16 to 28 in EC2: a /24 has 256 addresses, 251 of them for you
     * @return this VPC
     * @throws IllegalArgumentException if the length is not between 0 and 32, both inclusive
     */
    public PlannedVpc subnetPerZone(String name, int prefixLength) {
        subnetsPerZone.add(new SubnetPerZone(requireNonNull(name, "name"), checkLength(prefixLength), false));
        return this;
    }

    /**
     * Asks for an IPv6-native subnet in each zone, named {@code name/zone}: a /64, and no IPv4.
     *
     * @param name the first part of the names
     * @return this VPC
     */
    public PlannedVpc ipv6NativeSubnetPerZone(String name) {
        subnetsPerZone.add(new SubnetPerZone(requireNonNull(name, "name"), 0, true));
        return this;
    }

    /**
     * Asks for an IPv6-native subnet: a /64, and no IPv4.
     *
     * @param name its name
     * @param availabilityZone its zone
     * @return this VPC
     */
    public PlannedVpc ipv6NativeSubnet(String name, String availabilityZone) {
        return add(PlannedSubnet.ofIpv6(name, availabilityZone, Optional.empty()));
    }

    /**
     * Asks for an IPv6-native subnet with the given block.
     *
     * @param name its name
     * @param availabilityZone its zone
     * @param ipv6CidrBlock its block, such as {@code 2001:db8:1234:1a01::/64}
     * @return this VPC
     */
    public PlannedVpc ipv6NativeSubnet(String name, String availabilityZone, String ipv6CidrBlock) {
        requireNonNull(ipv6CidrBlock, "ipv6CidrBlock");
        return add(PlannedSubnet.ofIpv6(name, availabilityZone, Optional.of(Cidr.parse(ipv6CidrBlock))));
    }

    /**
     * Asks for a subnet with the given block.
     *
     * @param name its name
     * @param availabilityZone its zone
     * @param cidrBlock its block, such as {@code 10.0.0.0/24}
     * @return this VPC
     */
    public PlannedVpc subnet(String name, String availabilityZone, String cidrBlock) {
        requireNonNull(cidrBlock, "cidrBlock");
        return add(name, availabilityZone, Cidr.parse(cidrBlock), Optional.empty());
    }

    /**
     * Asks for a subnet with the given block of each family.
     *
     * @param name its name
     * @param availabilityZone its zone
     * @param cidrBlock its IPv4 block, such as {@code 10.0.0.0/24}
     * @param ipv6CidrBlock its IPv6 block, such as {@code 2001:db8:1234:1a01::/64}
     * @return this VPC
     */
    public PlannedVpc subnet(String name, String availabilityZone, String cidrBlock, String ipv6CidrBlock) {
        requireNonNull(cidrBlock, "cidrBlock");
        requireNonNull(ipv6CidrBlock, "ipv6CidrBlock");
        return add(name, availabilityZone, Cidr.parse(cidrBlock), Optional.of(Cidr.parse(ipv6CidrBlock)));
    }

    private PlannedVpc add(String name, String availabilityZone, Cidr block, Optional<Cidr> ipv6Block) {
        return add(
                new PlannedSubnet(name, availabilityZone, Optional.of(block), block.prefixLength(), ipv6Block, false));
    }

    /**
     * Asks for a subnet with a block of the given length.
     *
     * @param name its name
     * @param availabilityZone its zone
     * @param prefixLength the length of its block, 16 to 28 in EC2
     * @return this VPC
     * @throws IllegalArgumentException if the length is not between 0 and 32, both inclusive
     */
    public PlannedVpc subnet(String name, String availabilityZone, int prefixLength) {
        return add(PlannedSubnet.of(name, availabilityZone, checkLength(prefixLength)));
    }

    private PlannedVpc add(PlannedSubnet subnet) {
        requireNonNull(subnet.name(), "name");
        requireNonNull(subnet.availabilityZone(), "availabilityZone");
        subnets.add(subnet);
        return this;
    }

    private static int checkLength(int prefixLength) {
        checkArgument(
                prefixLength >= 0 && prefixLength <= IpFamily.IPV4.bits(),
                "prefix length is %s: expected 0 to 32",
                prefixLength);
        return prefixLength;
    }

    /**
     * Asks for a security group.
     *
     * @param name its name, which is its id as well
     * @return this VPC
     */
    public PlannedVpc securityGroup(String name) {
        securityGroups.add(requireNonNull(name, "name"));
        return this;
    }

    /**
     * Attaches an internet gateway.
     *
     * @return this VPC
     */
    public PlannedVpc internetGateway() {
        internetGateway = true;
        return this;
    }

    String name() {
        return name;
    }

    List<Cidr> cidrBlocks() {
        return cidrBlocks;
    }

    List<Cidr> ipv6CidrBlocks() {
        return ipv6CidrBlocks;
    }

    boolean wantsIpv6Block() {
        return ipv6 && ipv6CidrBlocks.isEmpty();
    }

    List<String> securityGroups() {
        return securityGroups;
    }

    boolean hasInternetGateway() {
        return internetGateway;
    }

    /** Lists all subnets, those of each zone included. */
    List<PlannedSubnet> subnets() {
        ImmutableList.Builder<PlannedSubnet> all = ImmutableList.builder();
        for (SubnetPerZone each : subnetsPerZone) {
            for (String zone : zones) {
                String subnet = each.name + "/" + zone;
                all.add(
                        each.ipv6Native
                                ? PlannedSubnet.ofIpv6(subnet, zone, Optional.empty())
                                : PlannedSubnet.of(subnet, zone, each.prefixLength));
            }
        }
        return all.addAll(subnets).build();
    }
}
