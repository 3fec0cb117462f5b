package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Creates a VPC with its primary IPv4 block, and the default security group that every VPC has.
 *
 * <p>The group's id is that of the VPC with {@code /default} behind it.
 */
@Value.Immutable
public abstract class CreateVpc extends Operation {
    CreateVpc() {}

    /**
     * Creates a VPC.
     *
     * @param vpc the id of the VPC
     * @param cidrBlock the primary IPv4 block
     * @return the operation
     */
    public static CreateVpc of(VpcId vpc, Cidr cidrBlock) {
        return ImmutableCreateVpc.builder().vpc(vpc).cidrBlock(cidrBlock).build();
    }

    /**
     * Creates a VPC.
     *
     * @param vpc the id of the VPC
     * @param cidrBlock the primary IPv4 block as EC2 reads it: host bits are cleared
     * @return the operation
     * @throws io.enikit.net.AddressParseException if the text is no block
     */
    public static CreateVpc of(String vpc, String cidrBlock) {
        return of(VpcId.of(requireNonNull(vpc, "vpc")), Cidr.parseContaining(requireNonNull(cidrBlock, "cidrBlock")));
    }

    /** {@return the id of the VPC} */
    public abstract VpcId vpc();

    /** {@return the primary IPv4 block} */
    public abstract Cidr cidrBlock();

    /** {@return whether Amazon provides an IPv6 block, a /56 that cannot be chosen} */
    @Value.Default
    public boolean amazonProvidedIpv6CidrBlock() {
        return false;
    }

    /**
     * Returns a copy with or without an IPv6 block of Amazon.
     *
     * @param amazonProvidedIpv6CidrBlock whether Amazon provides an IPv6 block, a /56 that cannot be chosen
     * @return the operation
     */
    public abstract CreateVpc withAmazonProvidedIpv6CidrBlock(boolean amazonProvidedIpv6CidrBlock);

    /** {@return the tags of the VPC by key} */
    public abstract Map<String, String> tags();

    /**
     * Returns a copy with these tags.
     *
     * @param tags the tags of the VPC by key
     * @return the operation
     */
    public abstract CreateVpc withTags(Map<String, ? extends String> tags);

    List<Call.RequestedBlock> blocks() {
        return ImmutableList.of(new Call.RequestedBlock("cidrBlock", cidrBlock(), IpFamily.IPV4));
    }

    @Override
    public String action() {
        return "CreateVpc";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan)
                .creates(ImmutableList.of(vpc(), SecurityGroup.defaultOf(vpc()).id()), tags().keySet())
                .blocks(blocks());
    }

    @Override
    void apply(Editor editor) {
        Cidr block = cidrBlock();
        Vpc.Builder vpc = Vpc.builder()
                .id(vpc())
                .addCidrBlock(block)
                .region(editor.caller().region())
                .ownerId(editor.caller().account())
                .tags(tags());
        Optional<Cidr> ipv6 = amazonProvidedIpv6CidrBlock()
                ? Optional.of(AssociateVpcCidrBlock.amazonProvided(vpc(), editor.plan()))
                : Optional.empty();
        ipv6.ifPresent(vpc::addIpv6CidrBlock);
        editor.put(vpc.build());
        editor.report(Outcome.Kind.CREATED, vpc(), block.toString());
        ipv6.ifPresent(given -> editor.report(Outcome.Kind.ASSOCIATED, vpc(), given.toString()));
        DefaultGroup.made(vpc(), editor);
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "CreateVpc",
                "vpc",
                vpc(),
                "cidrBlock",
                cidrBlock(),
                "amazonProvidedIpv6CidrBlock",
                amazonProvidedIpv6CidrBlock(),
                "tags",
                tags());
    }
}
