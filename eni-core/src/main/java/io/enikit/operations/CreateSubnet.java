package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * Creates a subnet in a VPC and an availability zone.
 *
 * <p>Give it an IPv4 block, or an IPv4 and an IPv6 block, or make it IPv6-native with an IPv6 block alone.
 */
@Value.Immutable
public abstract class CreateSubnet extends Operation {
    CreateSubnet() {}

    /**
     * Makes the operation, with no block yet.
     *
     * @param subnet the id of the subnet
     * @param vpcId the id of the VPC
     * @param availabilityZone such as {@code eu-west-1a}
     * @return the operation
     */
    public static CreateSubnet of(SubnetId subnet, VpcId vpcId, String availabilityZone) {
        return ImmutableCreateSubnet.builder()
                .subnet(subnet)
                .vpcId(vpcId)
                .availabilityZone(availabilityZone)
                .build();
    }

    /**
     * Makes the operation, with no block yet.
     *
     * @param subnet the id of the subnet
     * @param vpcId the id of the VPC
     * @param availabilityZone such as {@code eu-west-1a}
     * @return the operation
     */
    public static CreateSubnet of(String subnet, String vpcId, String availabilityZone) {
        return of(
                SubnetId.of(requireNonNull(subnet, "subnet")),
                VpcId.of(requireNonNull(vpcId, "vpcId")),
                requireNonNull(availabilityZone, "availabilityZone"));
    }

    /** {@return the id of the subnet} */
    public abstract SubnetId subnet();

    /** {@return the id of the VPC} */
    public abstract VpcId vpcId();

    /** {@return the availability zone, such as {@code eu-west-1a}} */
    public abstract String availabilityZone();

    /** {@return the IPv4 block} */
    public abstract Optional<Cidr> cidrBlock();

    /**
     * Returns a copy with an IPv4 block.
     *
     * @param cidrBlock such as {@code 10.0.0.0/24}; host bits are cleared
     * @return the operation
     */
    public CreateSubnet withCidrBlock(String cidrBlock) {
        return withCidrBlock(Cidr.parseContaining(requireNonNull(cidrBlock, "cidrBlock")));
    }

    /**
     * Returns a copy with the IPv4 block of the subnet.
     *
     * @param cidrBlock the block
     * @return the operation
     */
    public abstract CreateSubnet withCidrBlock(Cidr cidrBlock);

    /** {@return the IPv6 block} */
    public abstract Optional<Cidr> ipv6CidrBlock();

    /**
     * Returns a copy with an IPv6 block.
     *
     * @param ipv6CidrBlock such as {@code 2001:db8::/64}; host bits are cleared
     * @return the operation
     */
    public CreateSubnet withIpv6CidrBlock(String ipv6CidrBlock) {
        return withIpv6CidrBlock(Cidr.parseContaining(requireNonNull(ipv6CidrBlock, "ipv6CidrBlock")));
    }

    /**
     * Returns a copy with the IPv6 block of the subnet.
     *
     * @param ipv6CidrBlock the block
     * @return the operation
     */
    public abstract CreateSubnet withIpv6CidrBlock(Cidr ipv6CidrBlock);

    /** {@return whether interfaces there have no private IPv4, false unless set} */
    @Value.Default
    public boolean ipv6Native() {
        return false;
    }

    /**
     * Returns a copy for a subnet whose interfaces have no private IPv4.
     *
     * @param ipv6Native whether they have none; then each new one gets an IPv6 address
     * @return the operation
     */
    public abstract CreateSubnet withIpv6Native(boolean ipv6Native);

    /** {@return the tags of the subnet by key} */
    public abstract Map<String, String> tags();

    /**
     * Returns a copy with these tags.
     *
     * @param tags the tags of the subnet by key
     * @return the operation
     */
    public abstract CreateSubnet withTags(Map<String, ? extends String> tags);

    List<Call.RequestedBlock> blocks() {
        return Stream.of(ipv4(), ipv6()).flatMap(Optional::stream).toList();
    }

    private Optional<Call.RequestedBlock> ipv4() {
        return cidrBlock().map(block -> new Call.RequestedBlock("cidrBlock", block, IpFamily.IPV4));
    }

    private Optional<Call.RequestedBlock> ipv6() {
        return ipv6CidrBlock().map(block -> new Call.RequestedBlock("ipv6CidrBlock", block, IpFamily.IPV6));
    }

    @Override
    public String action() {
        return "CreateSubnet";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan)
                .creates(ImmutableList.of(subnet()), tags().keySet())
                .blocks(blocks());
    }

    @Override
    void apply(Editor editor) {
        Optional<String> owner = editor.caller().ownerOfPart(vpcId(), editor.plan());
        editor.put(Subnet.builder()
                .id(subnet())
                .vpcId(vpcId())
                .availabilityZone(availabilityZone())
                .zoneId(Caller.zoneId(availabilityZone(), owner, editor.plan()))
                .cidrBlock(cidrBlock())
                .ipv6CidrBlock(ipv6CidrBlock())
                .ipv6Native(ipv6Native())
                .assignIpv6AddressOnCreation(ipv6Native())
                .ownerId(owner)
                .tags(tags())
                .build());
        editor.report(Outcome.Kind.CREATED, subnet(), "in " + vpcId() + " and " + availabilityZone());
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "CreateSubnet",
                "subnet",
                subnet(),
                "vpcId",
                vpcId(),
                "availabilityZone",
                availabilityZone(),
                "cidrBlock",
                cidrBlock(),
                "ipv6CidrBlock",
                ipv6CidrBlock(),
                "ipv6Native",
                ipv6Native(),
                "tags",
                tags());
    }
}
