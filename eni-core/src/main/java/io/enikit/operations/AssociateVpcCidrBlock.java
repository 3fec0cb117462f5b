package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.PlanAccess;
import io.enikit.internal.TextHash;
import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Gives a VPC a block more: a secondary IPv4 block, an IPv6 block of its owner's, or one that Amazon provides.
 *
 * <p>State one and only one: {@code AssociateVpcCidrBlock.of("main").withCidrBlock("10.1.0.0/16")}.
 */
@Value.Immutable
public abstract class AssociateVpcCidrBlock extends Operation {
    private static final Cidr DOCUMENTATION = Cidr.parse("2001:db8::/32");
    private static final int PROVIDED_LENGTH = 56;
    private static final int PROVIDED = 1 << 24;

    AssociateVpcCidrBlock() {}

    /**
     * Makes the operation, with no block yet.
     *
     * @param vpc the VPC
     * @return the operation
     */
    public static AssociateVpcCidrBlock of(VpcId vpc) {
        return ImmutableAssociateVpcCidrBlock.builder().vpc(vpc).build();
    }

    /**
     * Makes the operation, with no block yet.
     *
     * @param vpc the id of the VPC
     * @return the operation
     */
    public static AssociateVpcCidrBlock of(String vpc) {
        return of(VpcId.of(requireNonNull(vpc, "vpc")));
    }

    /** {@return the VPC} */
    public abstract VpcId vpc();

    /** {@return the IPv4 block} */
    public abstract Optional<Cidr> cidrBlock();

    /**
     * Returns a copy for an IPv4 block.
     *
     * @param cidrBlock such as {@code 10.1.0.0/16}; host bits are cleared
     * @return the operation
     */
    public AssociateVpcCidrBlock withCidrBlock(String cidrBlock) {
        return withCidrBlock(Cidr.parseContaining(requireNonNull(cidrBlock, "cidrBlock")));
    }

    /**
     * Returns a copy with the IPv4 block to associate.
     *
     * @param cidrBlock the block
     * @return the operation
     */
    public abstract AssociateVpcCidrBlock withCidrBlock(Cidr cidrBlock);

    /** {@return the IPv6 block out of a pool of the account's} */
    public abstract Optional<Cidr> ipv6CidrBlock();

    /**
     * Returns a copy for an IPv6 block out of a pool of the account's.
     *
     * @param ipv6CidrBlock such as {@code 2001:db8::/56}; host bits are cleared
     * @return the operation
     */
    public AssociateVpcCidrBlock withIpv6CidrBlock(String ipv6CidrBlock) {
        return withIpv6CidrBlock(Cidr.parseContaining(requireNonNull(ipv6CidrBlock, "ipv6CidrBlock")));
    }

    /**
     * Returns a copy with the IPv6 block to associate.
     *
     * @param ipv6CidrBlock the block
     * @return the operation
     */
    public abstract AssociateVpcCidrBlock withIpv6CidrBlock(Cidr ipv6CidrBlock);

    /** {@return whether Amazon provides an IPv6 block, false unless set} */
    @Value.Default
    public boolean amazonProvidedIpv6CidrBlock() {
        return false;
    }

    /**
     * Returns a copy for an IPv6 block that Amazon provides, always a /56.
     *
     * <p>EC2 chooses which one. Here it is a free block of 2001:db8::/32, the addresses for documentation, derived from
     * the id of the VPC.
     *
     * @param amazonProvidedIpv6CidrBlock whether Amazon provides the block
     * @return the operation
     */
    public abstract AssociateVpcCidrBlock withAmazonProvidedIpv6CidrBlock(boolean amazonProvidedIpv6CidrBlock);

    List<Call.RequestedBlock> blocks() {
        ImmutableList.Builder<Call.RequestedBlock> blocks = ImmutableList.builder();
        cidrBlock().ifPresent(block -> blocks.add(new Call.RequestedBlock("cidrBlock", block, IpFamily.IPV4)));
        ipv6CidrBlock().ifPresent(block -> blocks.add(new Call.RequestedBlock("ipv6CidrBlock", block, IpFamily.IPV6)));
        return blocks.build();
    }

    @Override
    public String action() {
        return "AssociateVpcCidrBlock";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(vpc()).blocks(blocks());
    }

    @Override
    void apply(Editor editor) {
        Vpc vpc = editor.plan().vpc(vpc()).orElseThrow();
        Cidr block = blocks().stream()
                .map(Call.RequestedBlock::cidr)
                .findFirst()
                .orElseGet(() -> amazonProvided(vpc(), editor.plan()));
        Vpc.Builder changed = vpc.toBuilder();
        switch (block.family()) {
            case IPV4 -> changed.addCidrBlock(block);
            case IPV6 -> changed.addIpv6CidrBlock(block);
        }
        editor.put(changed.build());
        editor.report(Outcome.Kind.ASSOCIATED, vpc(), block.toString());
        editor.report(Outcome.Kind.STATUS, vpc(), block + " associating → associated");
    }

    /**
     * Returns the block that Amazon provides for a VPC: a free /56 of the addresses for documentation. It is looked for from
     * a place on that follows from the id, so that one id has one block on every machine.
     */
    static Cidr amazonProvided(VpcId vpc, NetworkPlan plan) {
        int index = (int) TextHash.of(vpc.toString()) & (PROVIDED - 1);
        while (PlanAccess.get().isIpv6BlockOfAVpc(plan, DOCUMENTATION.child(PROVIDED_LENGTH, index))) {
            index = (index + 1) & (PROVIDED - 1);
        }
        return DOCUMENTATION.child(PROVIDED_LENGTH, index);
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "AssociateVpcCidrBlock",
                "vpc",
                vpc(),
                "cidrBlock",
                cidrBlock(),
                "ipv6CidrBlock",
                ipv6CidrBlock(),
                "amazonProvidedIpv6CidrBlock",
                amazonProvidedIpv6CidrBlock());
    }
}
