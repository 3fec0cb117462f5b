package io.enikit.json;

import io.enikit.model.Attachment;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.Instance;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupRule;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes a plan as a plan of Terraform that makes it all: no id is known, every link is a reference.
 *
 * <p>{@link FormatView} says what cannot be written.
 */
final class TerraformWriter {
    private final NetworkPlan plan;
    private final Map<ResourceId, String> addresses = new TreeMap<>();
    private final PlannedJson json = new PlannedJson();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, String> references = new HashMap<>();
    private int parts;

    private TerraformWriter(NetworkPlan plan) {
        this.plan = plan;
        addresses.putAll(addresses(plan));
    }

    static String write(NetworkPlan plan) {
        return new TerraformWriter(plan).write();
    }

    /** Returns the addresses that the resources get. */
    static Map<ResourceId, String> addresses(NetworkPlan plan) {
        Map<ResourceId, String> addresses = new TreeMap<>();
        plan.resources()
                .forEach(each -> addresses.put(
                        each.resourceId(),
                        each.<String>match(
                                        vpc -> "aws_vpc",
                                        subnet -> "aws_subnet",
                                        group -> "aws_security_group",
                                        instance -> "aws_instance",
                                        eni -> "aws_network_interface",
                                        elasticIp -> "aws_eip")
                                + ".r" + addresses.size()));
        return addresses;
    }

    private String write() {
        plan.vpcs().forEach(this::vpc);
        plan.subnets().forEach(this::subnet);
        plan.securityGroups().forEach(this::group);
        plan.enis().forEach(this::eni);
        plan.instances().stream()
                .filter(each -> each.state() != InstanceState.TERMINATED)
                .forEach(this::instance);
        plan.elasticIps().forEach(this::elasticIp);
        return json.text();
    }

    /** Adds a resource of the values and references that have been put. */
    private void add(String address) {
        int dot = address.indexOf('.');
        json.add("", address.substring(0, dot), address.substring(dot + 1), null, values, Map.copyOf(references));
        values.clear();
        references.clear();
    }

    private void part(String type) {
        add(type + ".p" + parts++);
    }

    /** Refers to a resource of the plan; what is not in it has an id. */
    private void link(String attribute, ResourceId id) {
        Optional<String> address = Optional.ofNullable(addresses.get(id));
        address.ifPresentOrElse(
                known -> references.put(attribute, known + ".id " + known), () -> values.put(attribute, id.toString()));
    }

    private void links(String attribute, List<? extends ResourceId> ids) {
        if (ids.stream().allMatch(addresses::containsKey) && !ids.isEmpty()) {
            references.put(
                    attribute,
                    String.join(
                            " ",
                            ids.stream()
                                    .map(addresses::get)
                                    .map(each -> each + ".id " + each)
                                    .toList()));
        } else {
            values.put(attribute, ids.stream().map(ResourceId::toString).toList());
        }
    }

    private static List<String> texts(Stream<?> values) {
        return values.map(Object::toString).toList();
    }

    private void vpc(Vpc vpc) {
        vpc.cidrBlocks().stream().findFirst().ifPresent(block -> values.put("cidr_block", block.toString()));
        values.put("tags", vpc.tags());
        add(address(vpc.id()));
        vpc.cidrBlocks().stream().skip(1).forEach(block -> {
            values.put("cidr_block", block.toString());
            link("vpc_id", vpc.id());
            part("aws_vpc_ipv4_cidr_block_association");
        });
        vpc.ipv6CidrBlocks().forEach(block -> {
            values.put("ipv6_cidr_block", block.toString());
            link("vpc_id", vpc.id());
            part("aws_vpc_ipv6_cidr_block_association");
        });
        if (vpc.internetGatewayAttached()) {
            link("vpc_id", vpc.id());
            part("aws_internet_gateway");
        }
    }

    private String address(ResourceId id) {
        return Optional.ofNullable(addresses.get(id)).orElseThrow();
    }

    private void subnet(Subnet subnet) {
        link("vpc_id", subnet.vpcId());
        values.put("availability_zone", subnet.availabilityZone());
        subnet.cidrBlock().map(Cidr::toString).ifPresent(block -> values.put("cidr_block", block));
        subnet.ipv6CidrBlock().map(Cidr::toString).ifPresent(block -> values.put("ipv6_cidr_block", block));
        values.put("ipv6_native", subnet.ipv6Native());
        values.put("map_public_ip_on_launch", subnet.mapPublicIpOnLaunch());
        values.put("assign_ipv6_address_on_creation", subnet.assignIpv6AddressOnCreation());
        values.put("tags", subnet.tags());
        add(address(subnet.id()));
        subnet.cidrReservations().forEach(each -> {
            link("subnet_id", subnet.id());
            values.put("cidr_block", each.cidr().toString());
            values.put("reservation_type", each.type().toString());
            part("aws_ec2_subnet_cidr_reservation");
        });
    }

    private void group(SecurityGroup group) {
        link("vpc_id", group.vpcId());
        values.put("name", group.groupName());
        values.put("description", group.description());
        values.put("tags", group.tags());
        add(address(group.id()));
        group.associatedVpcIds().forEach(vpc -> {
            link("security_group_id", group.id());
            link("vpc_id", vpc);
            part("aws_vpc_security_group_vpc_association");
        });
        for (RuleDirection direction : RuleDirection.values()) {
            group.rules().in(direction).forEach(rule -> rule(group, direction, rule));
        }
    }

    private void rule(SecurityGroup group, RuleDirection direction, SecurityGroupRule rule) {
        link("security_group_id", group.id());
        values.put("ip_protocol", rule.ipProtocol());
        rule.fromPort().ifPresent(port -> values.put("from_port", port));
        rule.toPort().ifPresent(port -> values.put("to_port", port));
        rule.peer()
                .cidr()
                .ifPresent(block ->
                        values.put(block.family() == IpFamily.IPV4 ? "cidr_ipv4" : "cidr_ipv6", block.toString()));
        rule.peer().prefixListId().ifPresent(id -> values.put("prefix_list_id", id));
        rule.peer().securityGroup().ifPresent(id -> {
            if (rule.peer().userId().isPresent()) {
                values.put("referenced_security_group_id", rule.peer().userId().get() + "/" + id);
            } else {
                link("referenced_security_group_id", id);
            }
        });
        values.put("description", rule.description());
        part("aws_vpc_security_group_" + direction + "_rule");
    }

    private void eni(Eni eni) {
        link("subnet_id", eni.subnetId());
        values.put("description", eni.description());
        values.put("interface_type", eni.interfaceType().toString());
        values.put("source_dest_check", eni.sourceDestCheck());
        List<EniAddress> addressed = FormatView.primaryFirst(eni);
        values.put("private_ip_list", texts(addressed.stream().map(EniAddress::address)));
        values.put("ipv6_address_list", texts(eni.ipv6Addresses().stream().map(EniAddress::address)));
        values.put("ipv4_prefixes", texts(eni.ipv4Prefixes().stream()));
        values.put("ipv6_prefixes", texts(eni.ipv6Prefixes().stream()));
        values.put(
                "enable_primary_ipv6",
                eni.ipv6Addresses().stream()
                        .findFirst()
                        .filter(EniAddress::primary)
                        .isPresent());
        links("security_groups", List.copyOf(eni.securityGroups()));
        values.put("tags", eni.tags());
        add(address(eni.id()));
        Optional<Attachment> place = eni.attachment()
                .filter(each -> each.instanceId().filter(id -> !isInBlocks(id)).isPresent());
        place.ifPresent(each -> {
            link("instance_id", each.instanceId().orElseThrow());
            link("network_interface_id", eni.id());
            values.put("device_index", each.deviceIndex());
            values.put("network_card_index", each.networkCardIndex());
            part("aws_network_interface_attachment");
        });
    }

    /** Interfaces of an instance that is made stand in blocks of it. */
    private boolean isInBlocks(ResourceId instance) {
        return plan.instances().stream()
                .anyMatch(each -> each.id().equals(instance) && each.state() != InstanceState.TERMINATED);
    }

    private void instance(Instance instance) {
        values.put("instance_type", instance.instanceType());
        instance.availabilityZone().ifPresent(zone -> values.put("availability_zone", zone));
        values.put("tags", instance.tags());
        List<Object> blocks = new ArrayList<>();
        List<Object> configured = new ArrayList<>();
        for (Eni eni : plan.enisOf(instance.id())) {
            Attachment place = eni.attachment().orElseThrow();
            Map<String, Object> block = new LinkedHashMap<>();
            block.put("device_index", place.deviceIndex());
            block.put("network_card_index", place.networkCardIndex());
            block.put("delete_on_termination", place.deleteOnTermination());
            blocks.add(block);
            String address = address(eni.id());
            configured.add(Map.of(
                    "device_index",
                    Map.of("constant_value", place.deviceIndex()),
                    "network_card_index",
                    Map.of("constant_value", place.networkCardIndex()),
                    "network_interface_id",
                    Map.of("references", List.of(address + ".id", address))));
        }
        values.put("network_interface", blocks);
        add(address(instance.id()));
        json.configure(address(instance.id()), "network_interface", configured);
    }

    private void elasticIp(ElasticIp elasticIp) {
        values.put("domain", "vpc");
        values.put("tags", elasticIp.tags());
        add(address(elasticIp.id()));
        Optional<ElasticIpAssociation> association = elasticIp.association();
        association.ifPresent(each -> {
            link("allocation_id", elasticIp.id());
            link("network_interface_id", each.eniId());
            each.privateIpAddress().ifPresent(address -> values.put("private_ip_address", address.toString()));
            part("aws_eip_association");
        });
    }
}
