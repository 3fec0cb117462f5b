package io.enikit.awssdk;

import io.enikit.operations.AllocateElasticIp;
import io.enikit.operations.AssociateElasticIp;
import io.enikit.operations.AssociateElasticIpWithInstance;
import io.enikit.operations.DisassociateElasticIp;
import io.enikit.operations.ReleaseElasticIp;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AllocateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AssociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.DomainType;
import software.amazon.awssdk.services.ec2.model.ReleaseAddressRequest;

/** The requests of operations on Elastic IPs. */
final class AddressRequests {
    private AddressRequests() {}

    static void addTo(RequestTable table) {
        table.put(
                AllocateElasticIp.class,
                (operation, around) -> AllocateAddressRequest.builder()
                        .domain(DomainType.VPC)
                        .address(Parts.text(operation.publicIp()))
                        .tagSpecifications(Parts.tags("elastic-ip", operation.tags()))
                        .build(),
                Ec2Client::allocateAddress);
        table.put(
                ReleaseElasticIp.class,
                (operation, around) -> ReleaseAddressRequest.builder()
                        .allocationId(operation.elasticIp().toString())
                        .build(),
                Ec2Client::releaseAddress);
        table.put(
                AssociateElasticIp.class,
                (operation, around) -> AssociateAddressRequest.builder()
                        .allocationId(operation.elasticIp().toString())
                        .networkInterfaceId(operation.eni().toString())
                        .privateIpAddress(Parts.text(operation.privateIpAddress()))
                        .allowReassociation(operation.allowReassociation())
                        .build(),
                Ec2Client::associateAddress);
        table.put(
                AssociateElasticIpWithInstance.class,
                (operation, around) -> AssociateAddressRequest.builder()
                        .allocationId(operation.elasticIp().toString())
                        .instanceId(operation.instance().toString())
                        .privateIpAddress(Parts.text(operation.privateIpAddress()))
                        .allowReassociation(operation.allowReassociation())
                        .build(),
                Ec2Client::associateAddress);
        table.put(
                DisassociateElasticIp.class,
                (operation, around) -> DisassociateAddressRequest.builder()
                        .associationId(around.ids()
                                .associationOf(operation.elasticIp())
                                .orElseThrow(() -> NoRequestException.needs(operation, "AssociationId")))
                        .build(),
                Ec2Client::disassociateAddress);
    }
}
