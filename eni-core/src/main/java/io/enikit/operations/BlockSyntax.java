package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.net.IpFamily;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A block is stated as an address, a slash and a prefix length. */
final class BlockSyntax extends Precondition<StatesBlocks> {
    BlockSyntax() {
        super(
                RuleInfo.seen(
                                "cidr.syntax",
                                Phase.SHAPE,
                                "A block is stated as an address, a slash and a prefix length.",
                                "answers of EC2")
                        .withCatalogIds("VPC-CIDR-SYNTAX", "SUBNET-SYNTAX")
                        .withCode("InvalidParameterValue"),
                StatesBlocks.class);
    }

    @Override
    Optional<String> check(StatesBlocks operation, NetworkPlan plan) {
        return operation.blocks().stream()
                .filter(block -> block.cidr().isEmpty())
                .findFirst()
                .map(block ->
                        "value (" + block.text() + ") for parameter " + block.parameter() + " is invalid: expected an "
                                + (block.family() == IpFamily.IPV4
                                        ? "IPv4 block such as 10.0.0.0/16"
                                        : "IPv6 block such as 2001:db8::/56"));
    }

    @Override
    boolean isEssential() {
        return true;
    }
}
