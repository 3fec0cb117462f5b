package io.enikit.ipam;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@link NetworkPlanner} is asked for in a VPC. */
public final class PlannedVpc {
    private final String name;
    private final List<Cidr> cidrBlocks = new ArrayList<>();
    private final List<String> zones = new ArrayList<>();
    private final List<SubnetPerZone> subnetsPerZone = new ArrayList<>();
    private final List<PlannedSubnet> subnets = new ArrayList<>();
    private final List<String> securityGroups = new ArrayList<>();
    private boolean internetGateway;

    /** A subnet of one length in each zone. */
    private record SubnetPerZone(String name, int prefixLength) {}

    /** One subnet; its block is absent where only the length is stated. */
    record PlannedSubnet(String name, String availabilityZone, Optional<Cidr> cidrBlock, int prefixLength) {}

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
        cidrBlocks.add(Cidr.parse(cidrBlock));
        return this;
    }

    /**
     * Adds the availability zones that {@link #subnetPerZone} makes subnets in.
     *
     * @param zones the names of the zones, such as {@code eu-west-1a}
     * @return this VPC
     */
    public PlannedVpc availabilityZones(String... zones) {
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
        subnetsPerZone.add(new SubnetPerZone(requireNonNull(name, "name"), checkLength(prefixLength)));
        return this;
    }

    /**
     * Asks for a subnet with a stated block.
     *
     * @param name its name
     * @param availabilityZone its zone
     * @param cidrBlock its block, such as {@code 10.0.0.0/24}
     * @return this VPC
     */
    public PlannedVpc subnet(String name, String availabilityZone, String cidrBlock) {
        Cidr block = Cidr.parse(cidrBlock);
        return add(new PlannedSubnet(name, availabilityZone, Optional.of(block), block.prefixLength()));
    }

    /**
     * Asks for a subnet with a block of a length.
     *
     * @param name its name
     * @param availabilityZone its zone
     * @param prefixLength the length of its block, 16 to 28 in EC2
     * @return this VPC
     * @throws IllegalArgumentException if the length is not between 0 and 32, both inclusive
     */
    public PlannedVpc subnet(String name, String availabilityZone, int prefixLength) {
        return add(new PlannedSubnet(name, availabilityZone, Optional.empty(), checkLength(prefixLength)));
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
                all.add(new PlannedSubnet(each.name + "/" + zone, zone, Optional.empty(), each.prefixLength));
            }
        }
        return all.addAll(subnets).build();
    }
}
