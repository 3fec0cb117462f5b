package io.enikit.operations;

import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.IDS;
import static io.enikit.rules.Phase.SHAPE;
import static io.enikit.rules.Phase.STATE;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.PlanAccess;
import io.enikit.internal.ShortList;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.IpFamily;
import io.enikit.rules.Fault;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** The preconditions on calls about VPCs, their blocks and their gateways. */
final class VpcPreconditions {
    static final ImmutableList<Precondition> ALL = ImmutableList.of(
            Precondition.ofEach(
                            call -> call.named(VpcId.class),
                            VpcPreconditions::known,
                            RuleInfo.of("vpc.known", IDS)
                                    .withSummary("The VPC of a call exists.")
                                    .documented("Error codes for the Amazon EC2 API")
                                    .withMessage("The vpc ID '{vpc}' does not exist")
                                    .withCatalogIds("VPC-404")
                                    .withCode("InvalidVpcID.NotFound", SEEN))
                    .essential(),
            Precondition.of(
                    DeleteVpc.class,
                    VpcPreconditions::unused,
                    RuleInfo.of("delete.vpc-unused", STATE)
                            .withSummary(
                                    "A VPC that is deleted has no subnets, no groups but the default one, none of another VPC associated with it, and no internet gateway.")
                            .documented("Error codes for the Amazon EC2 API")
                            .withMessage("The vpc '{vpc}' has dependencies and cannot be deleted.")
                            .withCatalogIds("VPC-DELETE-DEPS")
                            .withCode("DependencyViolation", SEEN)),
            Precondition.ofEach(
                            Call::blocks,
                            VpcPreconditions::blockSyntax,
                            RuleInfo.of("cidr.syntax", SHAPE)
                                    .withSummary("A block is stated as an address, a slash and a prefix length.")
                                    .seen("answers of EC2")
                                    .withMessage(
                                            "Value ({cidr}) for parameter {parameter} is invalid. This is not a valid CIDR block.")
                                    .withCatalogIds("VPC-CIDR-SYNTAX", "SUBNET-SYNTAX")
                                    .withCode("InvalidParameterValue"))
                    .essential(),
            Precondition.of(
                            AssociateVpcCidrBlock.class,
                            VpcPreconditions::oneBlock,
                            RuleInfo.of("associate.one-block", SHAPE)
                                    .withSummary("A call associates one block with a VPC.")
                                    .documented("AssociateVpcCidrBlock")
                                    .withCatalogIds("VPC-V6-ONEOF"))
                    .essential(),
            Precondition.of(
                            DisassociateVpcCidrBlock.class,
                            VpcPreconditions::blockKnown,
                            RuleInfo.of("disassociate.vpc-block-known", IDS)
                                    .withSummary("A block that is taken off a VPC is one of its blocks.")
                                    .seen("the codes that Terraform expects")
                                    .withCatalogIds("VPC-CIDR-ASSOC-404")
                                    .withCode("InvalidVpcCidrBlockAssociationID.NotFound"))
                    .essential(),
            Precondition.of(
                    DisassociateVpcCidrBlock.class,
                    VpcPreconditions::blockNotPrimary,
                    RuleInfo.of("disassociate.not-primary", STATE)
                            .withSummary("The primary IPv4 block of a VPC cannot be taken off it.")
                            .documented("VPC CIDR blocks")
                            .withMessage(
                                    "The vpc CIDR block with association ID {association} may not be disassociated. It is the primary IPv4 CIDR block of the VPC",
                                    INFERRED)
                            .withCatalogIds("VPC-CIDR-PRIMARY-FIXED")
                            .withCode("OperationNotPermitted", SEEN)),
            Precondition.of(
                    DisassociateVpcCidrBlock.class,
                    VpcPreconditions::blockUnused,
                    RuleInfo.of("disassociate.vpc-block-unused", STATE)
                            .withSummary("A block that is taken off a VPC has no subnet in it.")
                            .documented("DisassociateVpcCidrBlock")
                            .withMessage("The vpc {vpc} currently has a subnet within CIDR block {cidr}")
                            .withCatalogIds("VPC-CIDR-INUSE")
                            .withCode("InvalidCidrBlock.InUse", SEEN)),
            Precondition.of(
                    AttachInternetGateway.class,
                    VpcPreconditions::gatewayFree,
                    RuleInfo.of("gateway.attach-free", STATE)
                            .withSummary("A VPC has one internet gateway.")
                            .documented("AttachInternetGateway")
                            .withCode("InvalidParameterValue", SEEN)
                            .withMessage("Network {vpc} already has an internet gateway attached")),
            Precondition.of(
                    DetachInternetGateway.class,
                    VpcPreconditions::gatewayAttached,
                    RuleInfo.of("gateway.detach-attached", STATE)
                            .withSummary("An internet gateway that is detached was attached.")
                            .documented("Error codes for the Amazon EC2 API")
                            .withCode("Gateway.NotAttached")),
            Precondition.of(
                    DetachInternetGateway.class,
                    VpcPreconditions::gatewayUnused,
                    RuleInfo.of("gateway.detach-unused", STATE)
                            .withSummary(
                                    "An internet gateway is detached once nothing in its VPC has a public IPv4 address.")
                            .documented("DetachInternetGateway")
                            .withMessage(
                                    "Network {vpc} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway.")
                            .withCode("DependencyViolation", SEEN)));

    private VpcPreconditions() {}

    private static Optional<Fault> known(VpcId vpc, NetworkPlan plan) {
        return plan.vpc(vpc).isPresent()
                ? Optional.empty()
                : Optional.of(Fault.of("the VPC \"" + vpc + "\" does not exist"));
    }

    private static Optional<Fault> unused(DeleteVpc operation, NetworkPlan plan) {
        Optional<Vpc> vpc = plan.vpc(operation.vpc());
        Dependencies dependencies = Dependencies.of(
                plan.subnetsOf(operation.vpc()),
                plan.securityGroupsOf(operation.vpc()).stream()
                        .filter(group -> !group.isDefault())
                        .toList());
        for (SecurityGroupId group : PlanAccess.get().groupsAssociatedWith(plan, operation.vpc())) {
            dependencies.add("the association of group " + group);
        }
        if (vpc.filter(Vpc::internetGatewayAttached).isPresent()) {
            dependencies.add("its internet gateway");
        }
        return dependencies.refusal("vpc", operation.vpc()).map(Fault::of);
    }

    private static Optional<Fault> blockSyntax(Call.RequestedBlock block, NetworkPlan plan) {
        return block.cidr().family() == block.family()
                ? Optional.empty()
                : Optional.of(Fault.of("value (" + block.cidr() + ") for parameter " + block.parameter()
                                + " is invalid: expected an "
                                + (block.family() == IpFamily.IPV4
                                        ? "IPv4 block such as 10.0.0.0/16"
                                        : "IPv6 block such as 2001:db8::/56"))
                        .withValue("cidr", block.cidr())
                        .withValue("parameter", block.parameter()));
    }

    private static Optional<Fault> oneBlock(AssociateVpcCidrBlock operation, NetworkPlan plan) {
        int stated = operation.blocks().size() + (operation.amazonProvidedIpv6CidrBlock() ? 1 : 0);
        return stated == 1
                ? Optional.empty()
                : Optional.of(Fault.of(stated + " blocks for " + operation.vpc()
                        + ": expected one of cidrBlock, ipv6CidrBlock and amazonProvidedIpv6CidrBlock"));
    }

    private static Optional<Fault> blockKnown(DisassociateVpcCidrBlock operation, NetworkPlan plan) {
        return plan.vpc(operation.vpc())
                .filter(vpc -> !vpc.cidrBlocks(operation.block().family()).contains(operation.block()))
                .map(vpc -> Fault.of(operation.block() + " is not associated with VPC " + vpc.id() + ", which has "
                        + "[" + ShortList.of(vpc.cidrBlocks(operation.block().family())) + "]"));
    }

    private static Optional<Fault> blockNotPrimary(DisassociateVpcCidrBlock operation, NetworkPlan plan) {
        return plan.vpc(operation.vpc())
                .flatMap(Vpc::primaryCidrBlock)
                .filter(operation.block()::equals)
                .map(block -> Fault.of(block + " may not be disassociated: it is the primary IPv4 CIDR block of VPC "
                                + operation.vpc())
                        .withValue("association", block));
    }

    private static Optional<Fault> blockUnused(DisassociateVpcCidrBlock operation, NetworkPlan plan) {
        Dependencies subnets = Dependencies.of(plan.subnetsOverlapping(operation.vpc(), operation.block()));
        return subnets.isEmpty()
                ? Optional.empty()
                : Optional.of(Fault.of(operation.block() + " of VPC " + operation.vpc()
                                + " may not be disassociated: it is in use by " + subnets)
                        .withValue("cidr", operation.block()));
    }

    private static Optional<Fault> gatewayFree(AttachInternetGateway operation, NetworkPlan plan) {
        return plan.vpc(operation.vpc())
                .filter(Vpc::internetGatewayAttached)
                .map(vpc -> Fault.of("the VPC " + vpc.id() + " has an internet gateway already"));
    }

    private static Optional<Fault> gatewayAttached(DetachInternetGateway operation, NetworkPlan plan) {
        return plan.vpc(operation.vpc())
                .filter(vpc -> !vpc.internetGatewayAttached())
                .map(vpc -> Fault.of("the VPC " + vpc.id() + " has no internet gateway"));
    }

    private static Optional<Fault> gatewayUnused(DetachInternetGateway operation, NetworkPlan plan) {
        Dependencies mapped = Dependencies.of(plan.subnetsOf(operation.vpc()).stream()
                .flatMap(subnet -> plan.enisIn(subnet.id()).stream())
                .filter(eni -> eni.publicIpv4().isPresent()
                        || !plan.elasticIpsOf(eni.id()).isEmpty())
                .toList());
        return mapped.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Fault.of("the VPC " + operation.vpc() + " has mapped public addresses: those of " + mapped));
    }
}
