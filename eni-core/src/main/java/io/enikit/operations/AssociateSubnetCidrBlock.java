package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.List;
import org.immutables.value.Value;

/** Gives a subnet its IPv6 block. */
@Value.Immutable
public abstract class AssociateSubnetCidrBlock extends Operation {
    AssociateSubnetCidrBlock() {}

    /**
     * Gives a subnet its IPv6 block.
     *
     * @param subnet the subnet
     * @param ipv6CidrBlock the block
     * @return the operation
     */
    public static AssociateSubnetCidrBlock of(SubnetId subnet, Cidr ipv6CidrBlock) {
        return ImmutableAssociateSubnetCidrBlock.builder()
                .subnet(subnet)
                .ipv6CidrBlock(ipv6CidrBlock)
                .build();
    }

    /**
     * Gives a subnet its IPv6 block.
     *
     * @param subnet the id of the subnet
     * @param ipv6CidrBlock such as {@code 2001:db8::/64}; host bits are cleared
     * @return the operation
     */
    public static AssociateSubnetCidrBlock of(String subnet, String ipv6CidrBlock) {
        return of(
                SubnetId.of(requireNonNull(subnet, "subnet")),
                Cidr.parseContaining(requireNonNull(ipv6CidrBlock, "ipv6CidrBlock")));
    }

    /** {@return the subnet} */
    public abstract SubnetId subnet();

    /** {@return the block} */
    public abstract Cidr ipv6CidrBlock();

    List<Call.RequestedBlock> blocks() {
        return ImmutableList.of(new Call.RequestedBlock("ipv6CidrBlock", ipv6CidrBlock(), IpFamily.IPV6));
    }

    @Override
    public String action() {
        return "AssociateSubnetCidrBlock";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(subnet()).blocks(blocks());
    }

    @Override
    void apply(Editor editor) {
        Subnet subnet = editor.plan().subnet(subnet()).orElseThrow();

        Cidr block = ipv6CidrBlock();
        editor.put(subnet.toBuilder().ipv6CidrBlock(block).build());
        editor.report(Outcome.Kind.ASSOCIATED, subnet(), block.toString());
        editor.report(Outcome.Kind.STATUS, subnet(), block + " associating → associated");
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("AssociateSubnetCidrBlock", "subnet", subnet(), "ipv6CidrBlock", ipv6CidrBlock());
    }
}
