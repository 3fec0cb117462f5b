package io.enikit.insight;

import com.google.common.collect.ImmutableMap;
import io.enikit.net.IpFamily;
import io.enikit.operations.AssociateSubnetCidrBlock;
import io.enikit.operations.AssociateVpcCidrBlock;
import io.enikit.operations.AttachInternetGateway;
import io.enikit.operations.CreateSubnet;
import io.enikit.operations.CreateSubnetCidrReservation;
import io.enikit.operations.CreateVpc;
import io.enikit.operations.DeleteSubnet;
import io.enikit.operations.DeleteSubnetCidrReservation;
import io.enikit.operations.DeleteVpc;
import io.enikit.operations.DetachInternetGateway;
import io.enikit.operations.DisassociateSubnetCidrBlock;
import io.enikit.operations.DisassociateVpcCidrBlock;
import io.enikit.operations.ModifySubnet;
import io.enikit.operations.Operation;
import io.enikit.operations.TagResource;
import io.enikit.operations.UntagResource;
import java.util.function.Function;

/** The command lines of operations on VPCs, subnets, gateways and tags. */
final class NetworkCommands {
    private NetworkCommands() {}

    static ImmutableMap<Class<? extends Operation>, Function<Operation, CommandLine>> all() {
        ImmutableMap.Builder<Class<? extends Operation>, Function<Operation, CommandLine>> all = ImmutableMap.builder();
        AwsCommands.put(
                all,
                CreateVpc.class,
                call -> CommandLine.of("create-vpc")
                        .option("cidr-block", call.cidrBlock())
                        .flag("amazon-provided-ipv6-cidr-block", call.amazonProvidedIpv6CidrBlock())
                        .tags("vpc", call.tags())
                        .keeps(call.vpc(), "Vpc.VpcId"));
        AwsCommands.put(
                all, DeleteVpc.class, call -> CommandLine.of("delete-vpc").option("vpc-id", call.vpc()));
        AwsCommands.put(
                all,
                AssociateVpcCidrBlock.class,
                call -> CommandLine.of("associate-vpc-cidr-block")
                        .option("vpc-id", call.vpc())
                        .option("cidr-block", call.cidrBlock())
                        .option("ipv6-cidr-block", call.ipv6CidrBlock())
                        .flag("amazon-provided-ipv6-cidr-block", call.amazonProvidedIpv6CidrBlock()));
        AwsCommands.put(all, DisassociateVpcCidrBlock.class, NetworkCommands::disassociate);
        AwsCommands.put(
                all,
                CreateSubnet.class,
                call -> CommandLine.of("create-subnet")
                        .option("vpc-id", call.vpcId())
                        .option("availability-zone", call.availabilityZone())
                        .option("cidr-block", call.cidrBlock())
                        .option("ipv6-cidr-block", call.ipv6CidrBlock())
                        .flag("ipv6-native", call.ipv6Native())
                        .tags("subnet", call.tags())
                        .keeps(call.subnet(), "Subnet.SubnetId"));
        AwsCommands.put(
                all, DeleteSubnet.class, call -> CommandLine.of("delete-subnet").option("subnet-id", call.subnet()));
        AwsCommands.put(all, ModifySubnet.class, NetworkCommands::modify);
        AwsCommands.put(
                all,
                AssociateSubnetCidrBlock.class,
                call -> CommandLine.of("associate-subnet-cidr-block")
                        .option("subnet-id", call.subnet())
                        .option("ipv6-cidr-block", call.ipv6CidrBlock()));
        AwsCommands.put(
                all,
                DisassociateSubnetCidrBlock.class,
                call -> CommandLine.of("disassociate-subnet-cidr-block")
                        .lookedUp(
                                "association-id",
                                CommandLine.of("describe-subnets").option("subnet-ids", call.subnet()),
                                "Subnets[0].Ipv6CidrBlockAssociationSet[?Ipv6CidrBlock=='" + call.block()
                                        + "'].AssociationId | [0]"));
        AwsCommands.put(
                all,
                CreateSubnetCidrReservation.class,
                call -> CommandLine.of("create-subnet-cidr-reservation")
                        .option("subnet-id", call.subnet())
                        .option("cidr", call.reservation().cidr())
                        .option("reservation-type", call.reservation().type()));
        AwsCommands.put(
                all,
                DeleteSubnetCidrReservation.class,
                call -> CommandLine.of("delete-subnet-cidr-reservation")
                        .lookedUp(
                                "subnet-cidr-reservation-id",
                                CommandLine.of("get-subnet-cidr-reservations").option("subnet-id", call.subnet()),
                                "[SubnetIpv4CidrReservations, SubnetIpv6CidrReservations][] | [?Cidr=='" + call.block()
                                        + "'].SubnetCidrReservationId | [0]"));
        AwsCommands.put(all, AttachInternetGateway.class, NetworkCommands::attachGateway);
        AwsCommands.put(
                all,
                DetachInternetGateway.class,
                call -> CommandLine.of("detach-internet-gateway")
                        .option("vpc-id", call.vpc())
                        .lookedUp(
                                "internet-gateway-id",
                                CommandLine.of("describe-internet-gateways").filter("attachment.vpc-id", call.vpc()),
                                "InternetGateways[0].InternetGatewayId"));
        AwsCommands.put(
                all,
                TagResource.class,
                call -> CommandLine.of("create-tags")
                        .option("resources", call.resource())
                        .json(
                                "tags",
                                "[{\"Key\":" + JsonText.of(call.key()) + ",\"Value\":" + JsonText.of(call.value())
                                        + "}]"));
        AwsCommands.put(
                all,
                UntagResource.class,
                call -> CommandLine.of("delete-tags")
                        .option("resources", call.resource())
                        .json("tags", "[{\"Key\":" + JsonText.of(call.key()) + "}]"));
        return all.buildOrThrow();
    }

    private static CommandLine disassociate(DisassociateVpcCidrBlock call) {
        boolean ipv4 = call.block().family() == IpFamily.IPV4;
        String set = ipv4 ? "CidrBlockAssociationSet" : "Ipv6CidrBlockAssociationSet";
        String key = ipv4 ? "CidrBlock" : "Ipv6CidrBlock";
        return CommandLine.of("disassociate-vpc-cidr-block")
                .lookedUp(
                        "association-id",
                        CommandLine.of("describe-vpcs").option("vpc-ids", call.vpc()),
                        "Vpcs[0]." + set + "[?" + key + "=='" + call.block() + "'].AssociationId | [0]");
    }

    private static CommandLine modify(ModifySubnet call) {
        CommandLine line = CommandLine.of("modify-subnet-attribute").option("subnet-id", call.subnet());
        call.mapPublicIpOnLaunch().ifPresent(on -> line.either("map-public-ip-on-launch", on));
        call.assignIpv6AddressOnCreation().ifPresent(on -> line.either("assign-ipv6-address-on-creation", on));
        return line;
    }

    /** A plan knows no gateways of their own: one is created. */
    private static CommandLine attachGateway(AttachInternetGateway call) {
        return CommandLine.of("attach-internet-gateway")
                .option("vpc-id", call.vpc())
                .lookedUp(
                        "internet-gateway-id",
                        CommandLine.of("create-internet-gateway"),
                        "InternetGateway.InternetGatewayId");
    }
}
