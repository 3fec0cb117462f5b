package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import java.util.List;
import org.immutables.value.Value;

/** Takes a block off a VPC; the primary IPv4 block stays for life. */
@Value.Immutable
public abstract class DisassociateVpcCidrBlock extends Operation {
    DisassociateVpcCidrBlock() {}

    /**
     * Takes a block off a VPC.
     *
     * @param vpc the VPC
     * @param block the block, of either family
     * @return the operation
     */
    public static DisassociateVpcCidrBlock of(VpcId vpc, Cidr block) {
        return ImmutableDisassociateVpcCidrBlock.builder().vpc(vpc).block(block).build();
    }

    /**
     * Takes a block off a VPC.
     *
     * @param vpc the id of the VPC
     * @param block the block, of either family
     * @return the operation
     */
    public static DisassociateVpcCidrBlock of(String vpc, String block) {
        return of(VpcId.of(requireNonNull(vpc, "vpc")), Cidr.parseContaining(requireNonNull(block, "block")));
    }

    /** {@return the VPC} */
    public abstract VpcId vpc();

    /** {@return the block; EC2 knows it by the id of its association} */
    public abstract Cidr block();

    @Override
    public String action() {
        return "DisassociateVpcCidrBlock";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(vpc());
    }

    @Override
    void apply(Editor editor) {
        Vpc vpc = editor.plan().vpc(vpc()).orElseThrow();
        editor.put(vpc.toBuilder()
                .cidrBlocks(without(vpc.cidrBlocks()))
                .ipv6CidrBlocks(without(vpc.ipv6CidrBlocks()))
                .build());
        editor.report(Outcome.Kind.DISASSOCIATED, vpc(), block().toString());
        editor.report(Outcome.Kind.STATUS, vpc(), block() + " disassociating → disassociated");
    }

    private List<Cidr> without(List<Cidr> blocks) {
        return blocks.stream().filter(each -> !each.equals(block())).toList();
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("DisassociateVpcCidrBlock", "vpc", vpc(), "block", block());
    }
}
