package io.enikit.json.terraform;

import io.enikit.json.declared.Declarations;
import io.enikit.json.declared.DeclaredRules;
import io.enikit.json.gathered.Declared;
import io.enikit.json.text.Node;
import io.enikit.json.text.Slice;
import io.enikit.json.text.Symbols;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The types of resources that are read: which attributes they have, in the words of CloudFormation. */
final class TerraformTypes {
    static final Set<String> VPC = Set.of("aws_vpc", "aws_default_vpc");
    static final Set<String> SUBNET = Set.of("aws_subnet", "aws_default_subnet");
    static final Set<String> GROUP = Set.of("aws_security_group", "aws_default_security_group");
    static final Set<String> INSTANCE = Set.of("aws_instance", "aws_spot_instance_request");
    static final Set<String> ENI = Set.of("aws_network_interface");
    static final Set<String> ADDRESS = Set.of("aws_eip");

    private static final String PRIMARY = "primary_network_interface";

    /** How many bits are free in a /56, which Amazon gives a VPC, and in a /64, which a subnet takes of it. */
    private static final int IPV6_VPC_BITS = 72;

    private static final int IPV6_SUBNET_BITS = 64;

    private TerraformTypes() {}

    /** Declares a resource, and others that are parts of it in Terraform's words only. */
    static void declare(TerraformResource resource, Consumer<Declared> declared) {
        switch (resource.resource().type()) {
            case "aws_vpc", "aws_default_vpc" -> vpc(resource, declared);
            case "aws_vpc_ipv4_cidr_block_association", "aws_vpc_ipv6_cidr_block_association" ->
                resource.link("VpcId", "vpc_id", VPC)
                        .value("CidrBlock", "cidr_block")
                        .value("Ipv6CidrBlock", "ipv6_cidr_block")
                        .done("VPCCidrBlock", declared);
            case "aws_internet_gateway", "aws_internet_gateway_attachment" -> {
                if (resource.isSet("vpc_id") || resource.isLinked("vpc_id")) {
                    resource.put(
                            "InternetGatewayId",
                            Node.text(
                                    resource.resource().address(),
                                    resource.values().place()));
                    resource.link("VpcId", "vpc_id", VPC).done("VPCGatewayAttachment", declared);
                }
            }
            case "aws_subnet", "aws_default_subnet" -> subnet(resource, declared);
            case "aws_ec2_subnet_cidr_reservation" ->
                resource.link("SubnetId", "subnet_id", SUBNET)
                        .value("CidrBlock", "cidr_block")
                        .value("ReservationType", "reservation_type")
                        .done("SubnetCidrReservation", declared);
            case "aws_security_group", "aws_default_security_group" -> TerraformRules.group(resource, declared);
            case "aws_security_group_rule" -> TerraformRules.rule(resource, declared);
            case "aws_vpc_security_group_ingress_rule" ->
                TerraformRules.newerRule(resource, DeclaredRules.INGRESS, "Source", declared);
            case "aws_vpc_security_group_egress_rule" ->
                TerraformRules.newerRule(resource, DeclaredRules.EGRESS, "Destination", declared);
            case "aws_vpc_security_group_vpc_association" ->
                resource.link("GroupId", "security_group_id", GROUP)
                        .link("VpcId", "vpc_id", VPC)
                        .done("SecurityGroupVpcAssociation", declared);
            case "aws_network_interface" -> networkInterface(resource, declared);
            case "aws_network_interface_attachment" ->
                resource.link("InstanceId", "instance_id", INSTANCE)
                        .link("NetworkInterfaceId", "network_interface_id", ENI)
                        .place()
                        .done("NetworkInterfaceAttachment", declared);
            case "aws_network_interface_sg_attachment" -> groupOfInterface(resource, declared);
            case "aws_instance", "aws_spot_instance_request" -> instance(resource, declared);
            case "aws_eip" ->
                resource.link("InstanceId", "instance", INSTANCE)
                        .link("NetworkInterfaceId", "network_interface", ENI)
                        .value("PrivateIpAddress", "associate_with_private_ip")
                        .value("NetworkBorderGroup", "network_border_group")
                        .value("CustomerOwnedIpv4Pool", "customer_owned_ipv4_pool")
                        .done("EIP", declared);
            case "aws_eip_association" ->
                resource.link("AllocationId", "allocation_id", ADDRESS)
                        .link("InstanceId", "instance_id", INSTANCE)
                        .link("NetworkInterfaceId", "network_interface_id", ENI)
                        .value("PrivateIpAddress", "private_ip_address")
                        .done("EIPAssociation", declared);
            default -> TerraformServices.declare(resource, declared);
        }
    }

    private static void vpc(TerraformResource resource, Consumer<Declared> declared) {
        resource.ipv4Block().value("IsDefault", "default").done("VPC", declared);
        String first = resource.values().find("cidr_block").map(Node::scalar).orElse("");
        for (Node each : resource.blocksOf("cidr_block_associations")) {
            Optional<Node> block =
                    each.find("cidr_block").filter(node -> !node.scalarOr("").equals(first));
            boolean gone = each.find("state")
                    .filter(state -> !state.scalarOr("").equals("associated"))
                    .isPresent();
            if (block.isPresent() && !gone) {
                declared.accept(resource.declared(
                        "VPCCidrBlock", Map.of("VpcId", resource.itself(), "CidrBlock", block.get())));
            }
        }
        boolean generated = resource.values()
                .find("assign_generated_ipv6_cidr_block")
                .filter(node -> node.scalar().equals("true"))
                .isPresent();
        if (generated || resource.isSet("ipv6_cidr_block") || resource.isSet("ipv6_ipam_pool_id")) {
            Map<String, Node> block = new LinkedHashMap<>();
            block.put("VpcId", resource.itself());
            block.put(
                    "AmazonProvidedIpv6CidrBlock",
                    Node.flag(true, resource.values().place()));
            resource.value("Ipv6CidrBlock", "ipv6_cidr_block")
                    .property("Ipv6CidrBlock")
                    .ifPresent(node -> block.put("Ipv6CidrBlock", node));
            declared.accept(resource.declared("VPCCidrBlock", block));
        }
    }

    private static void subnet(TerraformResource resource, Consumer<Declared> declared) {
        resource.link("VpcId", "vpc_id", VPC)
                .ipv4Block()
                .value("AvailabilityZone", "availability_zone")
                .value("AvailabilityZoneId", "availability_zone_id")
                .value("OutpostArn", "outpost_arn")
                .value("Ipv6CidrBlock", "ipv6_cidr_block")
                .value("Ipv6Native", "ipv6_native")
                .value("MapPublicIpOnLaunch", "map_public_ip_on_launch")
                .value("AssignIpv6AddressOnCreation", "assign_ipv6_address_on_creation")
                .value(Declarations.AVAILABLE, "available_ip_address_count"); // which data sources have
        resource.property("Ipv6CidrBlock")
                .filter(node -> node.is(Node.Kind.UNKNOWN))
                .ifPresent(node -> ipv6Slice(resource)
                        .ifPresent(slice -> resource.put(
                                "Ipv6CidrBlock", Node.open(node.open().withSlice(slice), node.place()))));
        resource.done("Subnet", declared);
    }

    /**
     * Finds which part of its VPC's IPv6 block a subnet takes, where a variable gives the numbers.
     *
     * <p>The module terraform-aws-modules/vpc does so: it takes part {@code var.public_subnet_ipv6_prefixes[count.index]}
     * of a /56, each part a /64. Of other configurations the plan does not say how they count.
     */
    private static Optional<Slice> ipv6Slice(TerraformResource resource) {
        Optional<Node> expression = resource.expression("ipv6_cidr_block");
        List<TerraformReference> references =
                expression.map(TerraformReference::of).orElse(List.of());
        Optional<Integer> number = references.stream()
                .filter(each -> each.first().equals("var") && each.second().endsWith("ipv6_prefixes"))
                .flatMap(each -> resource.resource().module().variable(each.second()).stream())
                .filter(list -> list.is(Node.Kind.LIST))
                .flatMap(list -> number(list, resource.resource().key()).stream())
                .findFirst();
        Optional<String> vpc = expression.flatMap(
                node -> resource.links().oneAddress(resource.resource(), node, "ipv6_cidr_block", VPC));
        return number.flatMap(part ->
                vpc.map(address -> Slice.all(Symbols.of(address + ".ipv6_cidr_block"), IPV6_VPC_BITS)
                        .part(part, IPV6_SUBNET_BITS)));
    }

    private static Optional<Integer> number(Node list, String index) {
        try {
            return Optional.of(
                    Integer.parseInt(list.items().get(Integer.parseInt(index)).scalarOr("")));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static void networkInterface(TerraformResource resource, Consumer<Declared> declared) {
        resource.link("SubnetId", "subnet_id", SUBNET)
                .value("Description", "description")
                .value("SourceDestCheck", "source_dest_check")
                .value("InterfaceType", "interface_type")
                .value("EnablePrimaryIpv6", "enable_primary_ipv6")
                .links("GroupSet", "security_groups", GROUP)
                .items("Ipv4Prefixes", "Ipv4Prefix", "ipv4_prefixes")
                .items("Ipv6Prefixes", "Ipv6Prefix", "ipv6_prefixes")
                .ipv6Addresses()
                .count("SecondaryPrivateIpAddressCount", "private_ips_count", "private_ips")
                .count("Ipv4PrefixCount", "ipv4_prefix_count", "ipv4_prefixes")
                .count("Ipv6AddressCount", "ipv6_address_count", "ipv6_addresses")
                .count("Ipv6PrefixCount", "ipv6_prefix_count", "ipv6_prefixes")
                .privateAddresses()
                .done("NetworkInterface", declared);
        for (Node each : resource.blocksOf("attachment")) {
            TerraformResource attachment = resource.within("attachment", each);
            attachment.put("NetworkInterfaceId", resource.itself());
            String instance = each.find("instance_id").isPresent() ? "instance_id" : "instance";
            attachment.link("InstanceId", instance, INSTANCE).place().done("NetworkInterfaceAttachment", declared);
        }
    }

    /** Puts an interface into a group: one that is declared, or the primary one of an instance. */
    private static void groupOfInterface(TerraformResource resource, Consumer<Declared> declared) {
        String attribute = "network_interface_id";
        resource.link("GroupId", "security_group_id", GROUP).link("NetworkInterfaceId", attribute, ENI);
        if (resource.property("NetworkInterfaceId")
                .filter(node -> node.is(Node.Kind.UNKNOWN))
                .isPresent()) {
            resource.link("InstanceId", attribute, INSTANCE);
        }
        resource.done("NetworkInterfaceGroup", declared);
    }

    private static void instance(TerraformResource resource, Consumer<Declared> declared) {
        resource.value("InstanceType", "instance_type")
                .value("AvailabilityZone", "availability_zone")
                .link("SubnetId", "subnet_id", SUBNET)
                .value("PrivateIpAddress", "private_ip")
                .value("SecondaryPrivateIpAddresses", "secondary_private_ips")
                .sorted("SecondaryPrivateIpAddresses")
                .value("SourceDestCheck", "source_dest_check")
                .value("AssociatePublicIpAddress", "associate_public_ip_address")
                .count("Ipv6AddressCount", "ipv6_address_count", "ipv6_addresses")
                .items("Ipv6Addresses", "Ipv6Address", "ipv6_addresses")
                .links("SecurityGroupIds", "vpc_security_group_ids", GROUP)
                .block("LaunchTemplate", "launch_template", each -> TerraformServices.template(each, "id", "name"))
                .blocks(
                        "NetworkInterfaces",
                        "network_interface",
                        each -> elsewhere(each).place());
        primaryInterface(resource);
        resource.done("Instance", declared);
    }

    /**
     * Adds the one interface of the block that newer versions of the provider have. Of an instance that there is, it
     * also names the interface that came with it.
     */
    private static void primaryInterface(TerraformResource resource) {
        for (Node each : resource.blocksOf(PRIMARY)) {
            TerraformResource block = elsewhere(resource.within(PRIMARY, each));
            block.put("DeviceIndex", Node.number("0", each.place()));
            boolean declared = resource.expression(PRIMARY).isPresent()
                    || block.property("NetworkInterfaceId")
                            .filter(id -> id.is(Node.Kind.REFERENCE))
                            .isPresent();
            if (declared) {
                resource.put("NetworkInterfaces", Node.list(List.of(block.asObject()), each.place()));
            }
        }
    }

    /** Refers to an interface that is declared elsewhere, known or not. */
    private static TerraformResource elsewhere(TerraformResource block) {
        block.link("NetworkInterfaceId", "network_interface_id", ENI);
        if (block.property("NetworkInterfaceId").isEmpty()) {
            block.put(
                    "NetworkInterfaceId",
                    block.open("network_interface_id", block.values().place().key("network_interface_id")));
        }
        return block;
    }
}
