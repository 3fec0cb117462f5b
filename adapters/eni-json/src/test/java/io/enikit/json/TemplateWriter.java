package io.enikit.json;

import io.enikit.model.Attachment;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupRule;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.IpFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes plans as CloudFormation templates, in maps. Ids are taken for logical ids, which may be no letters and digits. */
final class TemplateWriter {
    private final NetworkPlan plan;
    private final Map<String, Object> resources = new LinkedHashMap<>();

    private TemplateWriter(NetworkPlan plan) {
        this.plan = plan;
    }

    /** Writes what {@link FormatView} has of a plan. */
    static Map<String, Object> write(NetworkPlan plan) {
        TemplateWriter writer = new TemplateWriter(plan);
        plan.vpcs().forEach(writer::vpc);
        plan.subnets().forEach(writer::subnet);
        plan.securityGroups().forEach(writer::group);
        plan.instances().forEach(writer::instance);
        plan.enis().forEach(writer::eni);
        plan.elasticIps().forEach(writer::elasticIp);
        return Map.of("Resources", writer.resources);
    }

    private void add(Object id, String type, Map<String, Object> properties) {
        resources.put(id.toString(), Map.of("Type", "AWS::EC2::" + type, "Properties", properties));
    }

    /** Refers to a resource if the template has it; else it is known by its id. */
    private Object ref(ResourceId id) {
        return plan.find(id).isPresent() ? Map.of("Ref", id.toString()) : id.toString();
    }

    private static Map<String, Object> properties(Map<String, String> tags) {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (!tags.isEmpty()) {
            List<Object> list = new ArrayList<>();
            tags.forEach((key, value) -> list.add(Map.of("Key", key, "Value", value)));
            properties.put("Tags", list);
        }
        return properties;
    }

    private void vpc(Vpc vpc) {
        Map<String, Object> properties = properties(vpc.tags());
        vpc.primaryCidrBlock().ifPresent(block -> properties.put("CidrBlock", block.toString()));
        add(vpc.id(), "VPC", properties);
        vpc.cidrBlocks().stream().skip(1).forEach(block -> block(vpc, "CidrBlock", block));
        vpc.ipv6CidrBlocks().forEach(block -> block(vpc, "Ipv6CidrBlock", block));
        if (vpc.internetGatewayAttached()) {
            add(vpc.id() + "Gateway", "InternetGateway", Map.of());
            add(
                    vpc.id() + "GatewayAttachment",
                    "VPCGatewayAttachment",
                    Map.of("VpcId", ref(vpc.id()), "InternetGatewayId", Map.of("Ref", vpc.id() + "Gateway")));
        }
    }

    private void block(Vpc vpc, String property, Object block) {
        add(
                vpc.id() + "Block" + resources.size(),
                "VPCCidrBlock",
                Map.of("VpcId", ref(vpc.id()), property, block.toString()));
    }

    private void subnet(Subnet subnet) {
        Map<String, Object> properties = properties(subnet.tags());
        properties.put("VpcId", ref(subnet.vpcId()));
        properties.put("AvailabilityZone", subnet.availabilityZone());
        subnet.cidrBlock().ifPresent(block -> properties.put("CidrBlock", block.toString()));
        subnet.ipv6CidrBlock().ifPresent(block -> properties.put("Ipv6CidrBlock", block.toString()));
        properties.put("Ipv6Native", subnet.ipv6Native());
        properties.put("MapPublicIpOnLaunch", subnet.mapPublicIpOnLaunch());
        properties.put("AssignIpv6AddressOnCreation", subnet.assignIpv6AddressOnCreation());
        add(subnet.id(), "Subnet", properties);
        subnet.cidrReservations()
                .forEach(each -> add(
                        subnet.id() + "Reservation" + resources.size(),
                        "SubnetCidrReservation",
                        Map.of(
                                "SubnetId",
                                ref(subnet.id()),
                                "CidrBlock",
                                each.cidr().toString(),
                                "ReservationType",
                                each.type().toString().toLowerCase(java.util.Locale.ROOT))));
    }

    private void group(SecurityGroup group) {
        Map<String, Object> properties = properties(group.tags());
        properties.put("VpcId", ref(group.vpcId()));
        properties.put("GroupName", group.groupName());
        properties.put("GroupDescription", group.description());
        properties.put("SecurityGroupIngress", rules(group.rules().ingress(), "Source"));
        properties.put("SecurityGroupEgress", rules(group.rules().egress(), "Destination"));
        add(group.id(), "SecurityGroup", properties);
    }

    private List<Object> rules(List<SecurityGroupRule> rules, String side) {
        List<Object> all = new ArrayList<>();
        for (SecurityGroupRule rule : rules) {
            Map<String, Object> written = new LinkedHashMap<>();
            written.put("IpProtocol", rule.ipProtocol());
            rule.fromPort().ifPresent(port -> written.put("FromPort", port));
            rule.toPort().ifPresent(port -> written.put("ToPort", port));
            rule.peer()
                    .cidr()
                    .ifPresent(block ->
                            written.put(block.family() == IpFamily.IPV4 ? "CidrIp" : "CidrIpv6", block.toString()));
            rule.peer().prefixListId().ifPresent(id -> written.put(side + "PrefixListId", id));
            rule.peer().securityGroup().ifPresent(id -> written.put(side + "SecurityGroupId", ref(id)));
            rule.peer().userId().ifPresent(id -> written.put(side + "SecurityGroupOwnerId", id));
            if (!rule.description().isEmpty()) {
                written.put("Description", rule.description());
            }
            all.add(written);
        }
        return all;
    }

    private void instance(Instance instance) {
        Map<String, Object> properties = properties(instance.tags());
        properties.put("InstanceType", instance.instanceType());
        instance.availabilityZone().ifPresent(zone -> properties.put("AvailabilityZone", zone));
        List<Object> interfaces = new ArrayList<>();
        for (Eni eni : plan.enisOf(instance.id())) {
            FormatView.attachment(eni, plan).ifPresent(attachment -> {
                Map<String, Object> place = place(attachment);
                place.put("NetworkInterfaceId", ref(eni.id()));
                if (attachment.deviceIndex() == 0) {
                    interfaces.add(place);
                } else {
                    place.put("InstanceId", ref(instance.id()));
                    add(eni.id() + "Attachment", "NetworkInterfaceAttachment", place);
                }
            });
        }
        properties.put("NetworkInterfaces", interfaces);
        add(instance.id(), "Instance", properties);
    }

    private static Map<String, Object> place(Attachment attachment) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("DeviceIndex", Integer.toString(attachment.deviceIndex()));
        place.put("DeleteOnTermination", attachment.deleteOnTermination());
        return place;
    }

    private void eni(Eni eni) {
        Map<String, Object> properties = properties(eni.tags());
        properties.put("SubnetId", ref(eni.subnetId()));
        properties.put("Description", eni.description());
        properties.put("InterfaceType", eni.interfaceType().toString());
        properties.put("SourceDestCheck", eni.sourceDestCheck());
        properties.put("PrivateIpAddresses", objects(eni.privateIpAddresses().stream(), "PrivateIpAddress"));
        properties.put(
                "Ipv6Addresses",
                eni.ipv6Addresses().stream()
                        .map(each -> Map.of("Ipv6Address", each.address().toString()))
                        .toList());
        properties.put(
                "EnablePrimaryIpv6",
                eni.ipv6Addresses().stream()
                        .findFirst()
                        .filter(EniAddress::primary)
                        .isPresent());
        properties.put(
                "Ipv4Prefixes",
                eni.ipv4Prefixes().stream()
                        .map(each -> Map.of("Ipv4Prefix", each.toString()))
                        .toList());
        properties.put(
                "Ipv6Prefixes",
                eni.ipv6Prefixes().stream()
                        .map(each -> Map.of("Ipv6Prefix", each.toString()))
                        .toList());
        properties.put("GroupSet", eni.securityGroups().stream().map(this::ref).toList());
        add(eni.id(), "NetworkInterface", properties);
    }

    private static List<Object> objects(Stream<EniAddress> addresses, String key) {
        return addresses
                .<Object>map(each -> Map.of(key, each.address().toString(), "Primary", each.primary()))
                .toList();
    }

    private void elasticIp(ElasticIp elasticIp) {
        Map<String, Object> properties = properties(elasticIp.tags());
        properties.put("Domain", "vpc");
        add(elasticIp.id(), "EIP", properties);
        Optional<ElasticIpAssociation> association = elasticIp.association();
        association.ifPresent(each -> {
            Map<String, Object> associated = new LinkedHashMap<>();
            associated.put(
                    "AllocationId", Map.of("Fn::GetAtt", List.of(elasticIp.id().toString(), "AllocationId")));
            associated.put("NetworkInterfaceId", ref(each.eniId()));
            each.privateIpAddress().ifPresent(ip -> associated.put("PrivateIpAddress", ip.toString()));
            add(elasticIp.id() + "Association", "EIPAssociation", associated);
        });
    }
}
