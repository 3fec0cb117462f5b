package io.enikit.json;

import com.google.common.collect.ImmutableList;
import io.enikit.json.TerraformModule.Planned;
import io.enikit.net.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Puts a resource of a Terraform plan in the words of CloudFormation. */
final class TerraformResource {
    private static final Set<String> VPC = Set.of("aws_vpc", "aws_default_vpc");
    private static final Set<String> SUBNET = Set.of("aws_subnet", "aws_default_subnet");
    private static final Set<String> GROUP = Set.of("aws_security_group", "aws_default_security_group");
    private static final Set<String> INSTANCE = Set.of("aws_instance");
    private static final Set<String> ENI = Set.of("aws_network_interface");
    private static final Set<String> ADDRESS = Set.of("aws_eip");
    private static final Comparator<Node> BY_ADDRESS = Comparator.comparing(
            (Node each) -> IpAddress.tryParse(each.scalarOr("")).orElse(null),
            Comparator.nullsLast(Comparator.naturalOrder()));
    private static final String PRIMARY = "primary_network_interface";

    private final Planned resource;
    private final Optional<Node> unknown;
    private final TerraformLinks links;
    private final Node values;
    private final Optional<Node> expressions;
    private final boolean existing;
    private final Map<String, Node> properties = new LinkedHashMap<>();
    /** What properties are called in Terraform, those of nested blocks too. */
    private final Map<String, String> words;

    TerraformResource(Planned resource, Optional<Node> unknown, TerraformLinks links, boolean existing) {
        this.resource = resource;
        this.unknown = unknown;
        this.links = links;
        this.values = resource.values();
        this.expressions = resource.configuration().flatMap(node -> node.find("expressions"));
        this.existing = existing;
        this.words = new HashMap<>();
    }

    /** Makes the part of a resource that a nested block is. */
    private TerraformResource(TerraformResource around, Node block, Optional<Node> configured) {
        this.resource = around.resource;
        this.unknown = Optional.empty();
        this.links = around.links;
        this.values = block;
        this.expressions = configured;
        this.existing = around.existing;
        this.words = around.words;
    }

    /** Declares the resource, and others that are parts of it in Terraform's words only. */
    void declare(Consumer<Declared> declared) {
        switch (resource.type()) {
            case "aws_vpc", "aws_default_vpc" -> vpc(declared);
            case "aws_vpc_ipv4_cidr_block_association", "aws_vpc_ipv6_cidr_block_association" ->
                link("VpcId", "vpc_id", VPC)
                        .value("CidrBlock", "cidr_block")
                        .value("Ipv6CidrBlock", "ipv6_cidr_block")
                        .done("VPCCidrBlock", declared);
            case "aws_internet_gateway", "aws_internet_gateway_attachment" -> {
                if (isSet("vpc_id") || isLinked("vpc_id")) {
                    put("InternetGatewayId", Node.text(resource.address(), values.place()));
                    link("VpcId", "vpc_id", VPC).done("VPCGatewayAttachment", declared);
                }
            }
            case "aws_subnet", "aws_default_subnet" -> subnet(declared);
            case "aws_ec2_subnet_cidr_reservation" ->
                link("SubnetId", "subnet_id", SUBNET)
                        .value("CidrBlock", "cidr_block")
                        .value("ReservationType", "reservation_type")
                        .done("SubnetCidrReservation", declared);
            case "aws_security_group", "aws_default_security_group" ->
                link("VpcId", "vpc_id", VPC)
                        .value("GroupName", "name")
                        .value("GroupDescription", "description")
                        .done("SecurityGroup", declared);
            case "aws_network_interface" -> networkInterface(declared);
            case "aws_network_interface_attachment" ->
                link("InstanceId", "instance_id", INSTANCE)
                        .link("NetworkInterfaceId", "network_interface_id", ENI)
                        .place()
                        .done("NetworkInterfaceAttachment", declared);
            case "aws_instance" -> instance(declared);
            case "aws_eip" ->
                link("InstanceId", "instance", INSTANCE)
                        .link("NetworkInterfaceId", "network_interface", ENI)
                        .value("PrivateIpAddress", "associate_with_private_ip")
                        .done("EIP", declared);
            case "aws_eip_association" ->
                link("AllocationId", "allocation_id", ADDRESS)
                        .link("InstanceId", "instance_id", INSTANCE)
                        .link("NetworkInterfaceId", "network_interface_id", ENI)
                        .value("PrivateIpAddress", "private_ip_address")
                        .done("EIPAssociation", declared);
            case "aws_nat_gateway" ->
                link("SubnetId", "subnet_id", SUBNET)
                        .link("AllocationId", "allocation_id", ADDRESS)
                        .value("PrivateIpAddress", "private_ip")
                        .value("SecondaryPrivateIpAddresses", "secondary_private_ip_addresses")
                        .count(
                                "SecondaryPrivateIpAddressCount",
                                "secondary_private_ip_address_count",
                                "secondary_private_ip_addresses")
                        .done("NatGateway", declared);
            case "aws_vpc_endpoint" ->
                value("VpcEndpointType", "vpc_endpoint_type")
                        .links("SubnetIds", "subnet_ids", SUBNET)
                        .done("VPCEndpoint", declared);
            case "aws_lb", "aws_alb" ->
                links("Subnets", "subnets", SUBNET)
                        .blocks("SubnetMappings", "subnet_mapping", each -> each.link("SubnetId", "subnet_id", SUBNET))
                        .done("LoadBalancer", declared);
            default -> {}
        }
    }

    private void vpc(Consumer<Declared> declared) {
        ipv4Block().done("VPC", declared);
        boolean generated = values.find("assign_generated_ipv6_cidr_block")
                .filter(node -> node.scalar().equals("true"))
                .isPresent();
        if (generated || isSet("ipv6_cidr_block") || isSet("ipv6_ipam_pool_id")) {
            Map<String, Node> block = new LinkedHashMap<>();
            block.put("VpcId", Node.reference(resource.address(), Intrinsics.ID, values.place()));
            block.put("AmazonProvidedIpv6CidrBlock", Node.flag(true, values.place()));
            value("Ipv6CidrBlock", "ipv6_cidr_block");
            Optional.ofNullable(properties.get("Ipv6CidrBlock")).ifPresent(node -> block.put("Ipv6CidrBlock", node));
            declared.accept(declared("VPCCidrBlock", block));
        }
    }

    private void subnet(Consumer<Declared> declared) {
        link("VpcId", "vpc_id", VPC)
                .ipv4Block()
                .value("AvailabilityZone", "availability_zone")
                .value("AvailabilityZoneId", "availability_zone_id")
                .value("Ipv6CidrBlock", "ipv6_cidr_block")
                .value("Ipv6Native", "ipv6_native")
                .value("MapPublicIpOnLaunch", "map_public_ip_on_launch")
                .value("AssignIpv6AddressOnCreation", "assign_ipv6_address_on_creation")
                .done("Subnet", declared);
    }

    private void networkInterface(Consumer<Declared> declared) {
        link("SubnetId", "subnet_id", SUBNET)
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
        for (Node each : blocksOf("attachment")) {
            TerraformResource attachment = within("attachment", each);
            attachment.put("NetworkInterfaceId", Node.reference(resource.address(), Intrinsics.ID, each.place()));
            attachment.link("InstanceId", "instance", INSTANCE).place().done("NetworkInterfaceAttachment", declared);
        }
    }

    private void instance(Consumer<Declared> declared) {
        value("InstanceType", "instance_type")
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
                .blocks("LaunchTemplate", "launch_template", each -> each)
                .blocks(
                        "NetworkInterfaces",
                        "network_interface",
                        each -> each.elsewhere().place())
                .primaryInterface()
                .done("Instance", declared);
    }

    /**
     * Adds the one interface of the block that newer versions of the provider have. Of an instance that there is, it
     * also names the interface that came with it.
     */
    private TerraformResource primaryInterface() {
        for (Node each : blocksOf(PRIMARY)) {
            TerraformResource block = within(PRIMARY, each).elsewhere();
            block.put("DeviceIndex", Node.number("0", each.place()));
            boolean declared = expression(PRIMARY).isPresent()
                    || Optional.ofNullable(block.properties.get("NetworkInterfaceId"))
                            .filter(id -> id.is(Node.Kind.REFERENCE))
                            .isPresent();
            if (declared) {
                put("NetworkInterfaces", Node.list(List.of(Node.object(block.properties, each.place())), each.place()));
            }
        }
        return this;
    }

    /** Refers to an interface that is declared elsewhere, known or not. */
    private TerraformResource elsewhere() {
        link("NetworkInterfaceId", "network_interface_id", ENI);
        properties.computeIfAbsent(
                "NetworkInterfaceId",
                same -> open("network_interface_id", values.place().key("network_interface_id")));
        return this;
    }

    /** Returns where a resource stands. */
    static Origin origin(Planned resource) {
        return resource.values()
                .place()
                .around()
                .origin()
                .named(resource.label())
                .calling(resource.label());
    }

    private void put(String property, Node node) {
        properties.put(property, node);
    }

    private void done(String type, Consumer<Declared> declared) {
        values.find("tags").filter(node -> node.is(Node.Kind.OBJECT)).ifPresent(this::tags);
        declared.accept(declared(type, properties));
    }

    private Declared declared(String type, Map<String, Node> all) {
        return new Declared(
                type,
                resource.address(),
                Node.object(Map.copyOf(all), values.place()),
                origin(resource),
                Map.copyOf(words),
                existing);
    }

    private void tags(Node tags) {
        List<Node> list = new ArrayList<>();
        tags.members()
                .forEach((key, value) -> list.add(
                        Node.object(Map.of("Key", Node.text(key, value.place()), "Value", value), value.place())));
        put("Tags", Node.list(list, tags.place()));
    }

    private boolean isSet(String attribute) {
        return values.find(attribute)
                .filter(node -> !(node.is(Node.Kind.LIST) && node.items().isEmpty()))
                .filter(node -> !node.scalarOr("-").isEmpty())
                .isPresent();
    }

    /** Returns whether a value is going to be known once the plan is carried out, and only then. */
    private boolean isOpen(String attribute) {
        return isComputed(attribute) && expression(attribute).isPresent();
    }

    private boolean isComputed(String attribute) {
        return unknown.filter(node -> node.is(Node.Kind.OBJECT))
                .flatMap(node -> node.find(attribute))
                .filter(node -> !node.scalarOr("false").equals("false"))
                .isPresent();
    }

    private Optional<Node> expression(String attribute) {
        return expressions.filter(node -> node.is(Node.Kind.OBJECT)).flatMap(node -> node.find(attribute));
    }

    /** Takes over a value; one that is configured but not known yet is unknown. One that EC2 chooses is left out. */
    private TerraformResource value(String property, String attribute) {
        words.put(property, attribute);
        Optional<Node> known = values.find(attribute);
        if (known.isPresent() && !known.get().scalarOr("-").isEmpty()) {
            put(property, known.get().is(Node.Kind.LIST) ? withoutNulls(known.get(), attribute) : known.get());
        } else if (known.isEmpty() && isOpen(attribute)) {
            put(property, open(attribute, values.place().key(attribute)));
        }
        return this;
    }

    private Node open(String attribute, Place place) {
        return Node.unknown(
                attribute + " is known only once the plan is carried out",
                Symbols.of(resource.address() + "." + attribute),
                place);
    }

    /** In a list, null stands for an item that is not known yet. */
    private Node withoutNulls(Node list, String attribute) {
        return Node.list(
                list.items().stream()
                        .map(item -> item.is(Node.Kind.NULL) ? open(attribute, item.place()) : item)
                        .toList(),
                list.place());
    }

    /** Takes over the IPv4 block that a VPC or a subnet has, whoever chooses it. */
    private TerraformResource ipv4Block() {
        value("CidrBlock", "cidr_block");
        if (!properties.containsKey("CidrBlock") && (unknown.isEmpty() || isComputed("cidr_block"))) {
            put("CidrBlock", open("cidr_block", values.place().key("cidr_block")));
        }
        return this;
    }

    /** Takes over a number, unless the list that it counts is there. */
    private TerraformResource count(String property, String attribute, String list) {
        return isSet(list) ? this : value(property, attribute);
    }

    private TerraformResource place() {
        return value("DeviceIndex", "device_index")
                .value("NetworkCardIndex", "network_card_index")
                .value("DeleteOnTermination", "delete_on_termination");
    }

    /** Takes over a list of texts as a list of objects with one member each. */
    private TerraformResource items(String property, String member, String attribute) {
        return value(property, attribute).eachAs(property, member);
    }

    private TerraformResource eachAs(String property, String member) {
        properties.computeIfPresent(
                property,
                (same, node) -> node.is(Node.Kind.LIST)
                        ? Node.list(
                                node.items().stream()
                                        .map(item -> Node.object(Map.of(member, item), item.place()))
                                        .toList(),
                                node.place())
                        : node);
        return this;
    }

    /** Takes over IPv6 addresses, from a list or else from a set, which has no order. */
    private TerraformResource ipv6Addresses() {
        if (isSet("ipv6_address_list")) {
            return items("Ipv6Addresses", "Ipv6Address", "ipv6_address_list");
        }
        return value("Ipv6Addresses", "ipv6_addresses").sorted("Ipv6Addresses").eachAs("Ipv6Addresses", "Ipv6Address");
    }

    /** Takes over private IPv4 addresses; the first one is the primary one, unless it is known that another one is. */
    private TerraformResource privateAddresses() {
        String property = "PrivateIpAddresses";
        if (isSet("private_ip_list")) {
            value(property, "private_ip_list");
        } else {
            value(property, "private_ips").sorted(property);
        }
        properties.computeIfPresent(property, (same, node) -> node.is(Node.Kind.LIST) ? flagged(node) : node);
        return this;
    }

    /** Puts the addresses of a set in order, those that are not known yet behind the others. */
    private TerraformResource sorted(String property) {
        properties.computeIfPresent(
                property,
                (same, node) -> node.is(Node.Kind.LIST)
                        ? Node.list(ImmutableList.sortedCopyOf(BY_ADDRESS, node.items()), node.place())
                        : node);
        return this;
    }

    private Node flagged(Node addresses) {
        String first = addresses.items().stream()
                .map(each -> each.scalarOr(""))
                .findFirst()
                .orElse("");
        String primary = values.find("private_ip").map(Node::scalar).orElse(first);
        List<Node> flagged = new ArrayList<>();
        for (Node each : addresses.items()) {
            Node flag = Node.flag(each.scalarOr("").equals(primary), each.place());
            flagged.add(Node.object(Map.of("PrivateIpAddress", each, "Primary", flag), each.place()));
        }
        return Node.list(flagged, addresses.place());
    }

    /** Takes over a reference to a resource: its id if it is known, else what the configuration refers to. */
    private TerraformResource link(String property, String attribute, Set<String> types) {
        words.put(property, attribute);
        Optional<Node> known = values.find(attribute);
        if (known.isPresent() && !known.get().scalarOr("-").isEmpty()) {
            put(property, links.known(known.get(), types));
        } else if (known.isEmpty() && isLinked(attribute)) {
            put(
                    property,
                    links.one(
                            resource,
                            expression(attribute).orElseThrow(),
                            attribute,
                            types,
                            values.place().key(attribute)));
        }
        return this;
    }

    private TerraformResource links(String property, String attribute, Set<String> types) {
        words.put(property, attribute);
        Optional<Node> known = values.find(attribute).filter(node -> node.is(Node.Kind.LIST));
        if (known.isPresent()) {
            List<Node> ids = known.get().items().stream()
                    .filter(Node::isScalar)
                    .map(id -> links.known(id, types))
                    .toList();
            put(property, Node.list(ids, known.get().place()));
        } else if (isLinked(attribute)) {
            put(
                    property,
                    links.all(
                            resource,
                            expression(attribute).orElseThrow(),
                            attribute,
                            types,
                            values.place().key(attribute)));
        }
        return this;
    }

    /** Returns whether an attribute is configured, and not known to be null. */
    private boolean isLinked(String attribute) {
        return expression(attribute).isPresent() && (unknown.isEmpty() || isOpen(attribute));
    }

    private List<Node> blocksOf(String attribute) {
        return values.find(attribute)
                .filter(node -> node.is(Node.Kind.LIST))
                .map(Node::items)
                .orElse(List.of());
    }

    /** Takes over nested blocks. */
    private TerraformResource blocks(String property, String attribute, UnaryOperator<TerraformResource> body) {
        List<Node> blocks = new ArrayList<>();
        for (Node each : blocksOf(attribute)) {
            blocks.add(Node.object(body.apply(within(attribute, each)).properties, each.place()));
        }
        if (!blocks.isEmpty()) {
            put(property, Node.list(blocks, values.place().key(attribute)));
        }
        return this;
    }

    /** Goes into a nested block, with the part of the configuration that has the same device index, or stands alone. */
    private TerraformResource within(String attribute, Node block) {
        List<Node> configured = expression(attribute)
                .map(node -> node.is(Node.Kind.LIST) ? node.items() : List.of(node))
                .orElse(List.of());
        Optional<Node> same = configured.size() == 1
                ? Optional.of(configured.get(0))
                : configured.stream().filter(each -> sameIndex(each, block)).findFirst();
        return new TerraformResource(this, block, same);
    }

    private static boolean sameIndex(Node configured, Node block) {
        Optional<String> constant = configured
                .find("device_index")
                .flatMap(node -> node.find("constant_value"))
                .map(Node::scalar);
        return constant.isPresent()
                && constant.equals(block.find("device_index").map(Node::scalar));
    }
}
