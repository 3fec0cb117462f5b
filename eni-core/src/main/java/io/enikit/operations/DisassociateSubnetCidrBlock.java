package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.net.Cidr;
import java.util.Optional;
import org.immutables.value.Value;

/** Takes the IPv6 block off a subnet. */
@Value.Immutable
public abstract class DisassociateSubnetCidrBlock extends Operation {
    DisassociateSubnetCidrBlock() {}

    /**
     * Takes the IPv6 block off a subnet.
     *
     * @param subnet the subnet
     * @param block the block
     * @return the operation
     */
    public static DisassociateSubnetCidrBlock of(SubnetId subnet, Cidr block) {
        return ImmutableDisassociateSubnetCidrBlock.builder()
                .subnet(subnet)
                .block(block)
                .build();
    }

    /**
     * Takes the IPv6 block off a subnet.
     *
     * @param subnet the id of the subnet
     * @param block the block
     * @return the operation
     */
    public static DisassociateSubnetCidrBlock of(String subnet, String block) {
        return of(SubnetId.of(requireNonNull(subnet, "subnet")), Cidr.parseContaining(requireNonNull(block, "block")));
    }

    /** {@return the subnet} */
    public abstract SubnetId subnet();

    /** {@return the block} */
    public abstract Cidr block();

    @Override
    public String action() {
        return "DisassociateSubnetCidrBlock";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(subnet());
    }

    @Override
    void apply(Editor editor) {
        Subnet subnet = editor.plan().subnet(subnet()).orElseThrow();

        editor.put(subnet.toBuilder().ipv6CidrBlock(Optional.empty()).build());
        editor.report(Outcome.Kind.DISASSOCIATED, subnet(), block().toString());
        editor.report(Outcome.Kind.STATUS, subnet(), block() + " disassociating → disassociated");
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("DisassociateSubnetCidrBlock", "subnet", subnet(), "block", block());
    }
}
