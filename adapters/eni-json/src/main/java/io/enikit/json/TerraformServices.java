package io.enikit.json;

import static io.enikit.json.TerraformTypes.ADDRESS;
import static io.enikit.json.TerraformTypes.SUBNET;

import java.util.function.Consumer;

/** Types of resources that are no interfaces, but have some: of services, or of instances that are made later. */
final class TerraformServices {
    private TerraformServices() {}

    static void declare(TerraformResource resource, Consumer<Declared> declared) {
        switch (resource.resource().type()) {
            case "aws_nat_gateway" ->
                resource.link("SubnetId", "subnet_id", SUBNET)
                        .link("AllocationId", "allocation_id", ADDRESS)
                        .links("SecondaryAllocationIds", "secondary_allocation_ids", ADDRESS)
                        .value("PrivateIpAddress", "private_ip")
                        .value("SecondaryPrivateIpAddresses", "secondary_private_ip_addresses")
                        .count(
                                "SecondaryPrivateIpAddressCount",
                                "secondary_private_ip_address_count",
                                "secondary_private_ip_addresses")
                        .done("NatGateway", declared);
            case "aws_vpc_endpoint" ->
                resource.value("VpcEndpointType", "vpc_endpoint_type")
                        .links("SubnetIds", "subnet_ids", SUBNET)
                        .done("VPCEndpoint", declared);
            case "aws_lb", "aws_alb" ->
                resource.links("Subnets", "subnets", SUBNET)
                        .blocks("SubnetMappings", "subnet_mapping", each -> each.link("SubnetId", "subnet_id", SUBNET))
                        .done("LoadBalancer", declared);
            default -> {}
        }
    }
}
