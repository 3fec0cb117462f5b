package io.enikit.awssdk;

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
import io.enikit.operations.TagResource;
import io.enikit.operations.UntagResource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AssociateSubnetCidrBlockRequest;
import software.amazon.awssdk.services.ec2.model.AssociateVpcCidrBlockRequest;
import software.amazon.awssdk.services.ec2.model.AttachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateSubnetCidrReservationRequest;
import software.amazon.awssdk.services.ec2.model.CreateSubnetRequest;
import software.amazon.awssdk.services.ec2.model.CreateTagsRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetCidrReservationRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTagsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcRequest;
import software.amazon.awssdk.services.ec2.model.DetachInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateSubnetCidrBlockRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateVpcCidrBlockRequest;
import software.amazon.awssdk.services.ec2.model.ModifySubnetAttributeRequest;
import software.amazon.awssdk.services.ec2.model.Tag;

/** The requests of operations on VPCs, subnets, gateways and tags. */
final class NetworkRequests {
    private NetworkRequests() {}

    static void addTo(RequestTable table) {
        vpcs(table);
        subnets(table);
        table.put(
                AttachInternetGateway.class,
                (operation, around) -> AttachInternetGatewayRequest.builder()
                        .vpcId(operation.vpc().toString())
                        .internetGatewayId(around.ids()
                                .freeGateway()
                                .orElseThrow(
                                        () -> NoRequestException.needs(operation, "InternetGatewayId of a free one")))
                        .build(),
                Ec2Client::attachInternetGateway);
        table.put(
                DetachInternetGateway.class,
                (operation, around) -> DetachInternetGatewayRequest.builder()
                        .vpcId(operation.vpc().toString())
                        .internetGatewayId(around.ids()
                                .gatewayOf(operation.vpc())
                                .orElseThrow(() -> NoRequestException.needs(operation, "InternetGatewayId")))
                        .build(),
                Ec2Client::detachInternetGateway);
        table.put(
                TagResource.class,
                (operation, around) -> CreateTagsRequest.builder()
                        .resources(operation.resource().toString())
                        .tags(Tag.builder()
                                .key(operation.key())
                                .value(operation.value())
                                .build())
                        .build(),
                Ec2Client::createTags);
        table.put(
                UntagResource.class,
                (operation, around) -> DeleteTagsRequest.builder()
                        .resources(operation.resource().toString())
                        .tags(Tag.builder().key(operation.key()).build())
                        .build(),
                Ec2Client::deleteTags);
    }

    private static void vpcs(RequestTable table) {
        table.put(
                CreateVpc.class,
                (operation, around) -> CreateVpcRequest.builder()
                        .cidrBlock(operation.cidrBlock().toString())
                        .amazonProvidedIpv6CidrBlock(operation.amazonProvidedIpv6CidrBlock() ? true : null)
                        .tagSpecifications(Parts.tags("vpc", operation.tags()))
                        .build(),
                Ec2Client::createVpc);
        table.put(
                DeleteVpc.class,
                (operation, around) -> DeleteVpcRequest.builder()
                        .vpcId(operation.vpc().toString())
                        .build(),
                Ec2Client::deleteVpc);
        table.put(
                AssociateVpcCidrBlock.class,
                (operation, around) -> AssociateVpcCidrBlockRequest.builder()
                        .vpcId(operation.vpc().toString())
                        .cidrBlock(Parts.text(operation.cidrBlock()))
                        .ipv6CidrBlock(Parts.text(operation.ipv6CidrBlock()))
                        .amazonProvidedIpv6CidrBlock(operation.amazonProvidedIpv6CidrBlock() ? true : null)
                        .build(),
                Ec2Client::associateVpcCidrBlock);
        table.put(
                DisassociateVpcCidrBlock.class,
                (operation, around) -> DisassociateVpcCidrBlockRequest.builder()
                        .associationId(around.ids()
                                .associationOf(operation.vpc(), operation.block())
                                .orElseThrow(() -> NoRequestException.needs(operation, "AssociationId")))
                        .build(),
                Ec2Client::disassociateVpcCidrBlock);
    }

    private static void subnets(RequestTable table) {
        table.put(
                CreateSubnet.class,
                (operation, around) -> CreateSubnetRequest.builder()
                        .vpcId(operation.vpcId().toString())
                        .availabilityZone(operation.availabilityZone())
                        .cidrBlock(Parts.text(operation.cidrBlock()))
                        .ipv6CidrBlock(Parts.text(operation.ipv6CidrBlock()))
                        .ipv6Native(operation.ipv6Native() ? true : null)
                        .tagSpecifications(Parts.tags("subnet", operation.tags()))
                        .build(),
                Ec2Client::createSubnet);
        table.put(
                DeleteSubnet.class,
                (operation, around) -> DeleteSubnetRequest.builder()
                        .subnetId(operation.subnet().toString())
                        .build(),
                Ec2Client::deleteSubnet);
        table.put(
                ModifySubnet.class,
                (operation, around) -> ModifySubnetAttributeRequest.builder()
                        .subnetId(operation.subnet().toString())
                        .mapPublicIpOnLaunch(Parts.flag(operation.mapPublicIpOnLaunch()))
                        .assignIpv6AddressOnCreation(Parts.flag(operation.assignIpv6AddressOnCreation()))
                        .build(),
                Ec2Client::modifySubnetAttribute);
        table.put(
                AssociateSubnetCidrBlock.class,
                (operation, around) -> AssociateSubnetCidrBlockRequest.builder()
                        .subnetId(operation.subnet().toString())
                        .ipv6CidrBlock(operation.ipv6CidrBlock().toString())
                        .build(),
                Ec2Client::associateSubnetCidrBlock);
        table.put(
                DisassociateSubnetCidrBlock.class,
                (operation, around) -> DisassociateSubnetCidrBlockRequest.builder()
                        .associationId(around.ids()
                                .associationOf(operation.subnet(), operation.block())
                                .orElseThrow(() -> NoRequestException.needs(operation, "AssociationId")))
                        .build(),
                Ec2Client::disassociateSubnetCidrBlock);
        table.put(
                CreateSubnetCidrReservation.class,
                (operation, around) -> CreateSubnetCidrReservationRequest.builder()
                        .subnetId(operation.subnet().toString())
                        .cidr(operation.reservation().cidr().toString())
                        .reservationType(operation.reservation().type().toString())
                        .build(),
                Ec2Client::createSubnetCidrReservation);
        table.put(
                DeleteSubnetCidrReservation.class,
                (operation, around) -> DeleteSubnetCidrReservationRequest.builder()
                        .subnetCidrReservationId(around.ids()
                                .reservationOf(operation.subnet(), operation.block())
                                .orElseThrow(() -> NoRequestException.needs(operation, "SubnetCidrReservationId")))
                        .build(),
                Ec2Client::deleteSubnetCidrReservation);
    }
}
