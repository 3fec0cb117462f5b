package io.enikit.json.cloudformation;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.enikit.json.text.Node;
import java.util.Map;
import java.util.Set;

/** Which attributes of resources in a template are their own ids, and which those of others. */
final class IdAttributes {
    private static final String EC2 = "AWS::EC2::";

    /** The attributes that are ids, by the type that they are the id of. Of other types they are something else. */
    private static final Map<String, String> TYPES = ImmutableMap.of(
            "AllocationId", "EIP",
            "GroupId", "SecurityGroup",
            "InstanceId", "Instance",
            "LaunchTemplateId", "LaunchTemplate",
            "NatGatewayId", "NatGateway",
            "NetworkInterfaceId", "NetworkInterface",
            "SubnetId", "Subnet",
            "VpcId", "VPC");

    private static final Set<String> OF_SUBNET = ImmutableSet.of("VpcId", "AvailabilityZone");
    private static final Set<String> IN_SUBNETS = ImmutableSet.of("Instance", "NetworkInterface");

    private IdAttributes() {}

    static boolean isId(Node resource, String attribute) {
        String type = type(resource);
        return attribute.equals("Id") ? !type.isEmpty() : !type.isEmpty() && type.equals(TYPES.get(attribute));
    }

    /** Returns whether an attribute of an interface or an instance is that of its subnet. */
    static boolean isOfSubnet(Node resource, String attribute) {
        return OF_SUBNET.contains(attribute) && IN_SUBNETS.contains(type(resource));
    }

    /** Returns the type of a resource of EC2, without its prefix. */
    private static String type(Node resource) {
        String type = resource.find("Type").map(node -> node.scalarOr("")).orElse("");
        return type.startsWith(EC2) ? type.substring(EC2.length()) : "";
    }
}
