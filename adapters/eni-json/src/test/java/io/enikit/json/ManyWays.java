package io.enikit.json;

import static io.enikit.json.HostileSources.items;
import static io.enikit.json.HostileSources.members;
import static io.enikit.json.HostileSources.template;

import java.util.Map;
import java.util.function.Supplier;

/** Hostile sources in which little text makes many plans, many interfaces, or many findings about one thing. */
final class ManyWays {
    private ManyWays() {}

    static void sources(Map<String, Supplier<String>> all) {
        all.put(
                "conditions on a parameter with many allowed values",
                () -> template(
                        members(2_000, i -> vpc(i, "\"Condition\": \"C" + i + "\",")),
                        "\"Parameters\": {\"P\": {\"Type\": \"String\", \"AllowedValues\": ["
                                + items(20_000, i -> "\"" + i + "\"") + "]}}, " + comparisons(2_000)));
        all.put(
                "conditions that exclude each other",
                () -> template(
                        members(3_000, i -> subnet(i, "\"Condition\": \"C" + i + "\",")),
                        "\"Parameters\": {\"P\": {\"Type\": \"String\"}}, " + comparisons(3_000)));
        all.put("conditions that turn out in many ways", ManyWays::combined);
        all.put(
                "functions in many subnets",
                () -> template(
                        members(
                                240,
                                i -> "\"F" + i
                                        + "\": {\"Type\": \"AWS::Lambda::Function\", \"Properties\": {\"VpcConfig\": "
                                        + "{\"SecurityGroupIds\": [\"g" + i + "\"], \"SubnetIds\": ["
                                        + items(800, k -> "\"s" + k + "\"") + "]}}}"),
                        ""));
        all.put(
                "load balancers in many subnets",
                () -> template(
                        members(200, i -> subnet(i, "")) + ","
                                + members(
                                        200,
                                        i -> "\"B" + i
                                                + "\": {\"Type\": \"AWS::ElasticLoadBalancingV2::LoadBalancer\", "
                                                + "\"Properties\": {\"Subnets\": ["
                                                + items(200, k -> "{\"Ref\": \"S" + k + "\"}") + "]}}"),
                        ""));
        all.put(
                "an interface with many prefixes of other subnets",
                () -> "{\"Subnets\": [{\"SubnetId\": \"s\", \"VpcId\": \"v\", \"AvailabilityZone\": \"a\", "
                        + "\"CidrBlock\": \"10.0.0.0/24\"}], \"NetworkInterfaces\": [{\"NetworkInterfaceId\": \"e\", "
                        + "\"SubnetId\": \"s\", \"Ipv4Prefixes\": ["
                        + items(20_000, i -> "{\"Ipv4Prefix\": \"10.0." + i % 3 + "." + i % 16 * 16 + "/28\"}")
                        + "], \"Ipv6Addresses\": ["
                        + items(20_000, i -> "{\"Ipv6Address\": \"2001:db8::" + i % 9 + "\"}") + "]}]}");
        all.put(
                "a group with many rules without ports",
                () -> "{\"SecurityGroups\": [{\"GroupId\": \"g\", \"GroupName\": \"g\", \"VpcId\": \"v\", "
                        + "\"IpPermissions\": ["
                        + items(
                                20_000,
                                i -> "{\"IpProtocol\": \"tcp\", \"FromPort\": " + i
                                        + ", \"IpRanges\": [{\"CidrIp\": \"10.0.0.0/8\"}]}")
                        + "]}]}");
    }

    private static String combined() {
        int number = 60;
        return template(
                members(600, i -> subnet(i, "\"Condition\": \"D" + i % number + "\",")),
                "\"Parameters\": {"
                        + members(
                                number,
                                i -> "\"P" + i + "\": {\"Type\": \"String\", \"AllowedValues\": [\"a\", \"b\"]}")
                        + "}, \"Conditions\": {"
                        + members(number, i -> "\"C" + i + "\": {\"Fn::Equals\": [{\"Ref\": \"P" + i + "\"}, \"a\"]}")
                        + ","
                        + members(
                                number,
                                i -> "\"D" + i + "\": {\"Fn::Or\": ["
                                        + items(
                                                10,
                                                k -> "{\"Fn::And\": [{\"Condition\": \"C" + k
                                                        + "\"}, {\"Fn::Not\": [{\"Condition\": \"C"
                                                        + (k + i + 1) % number
                                                        + "\"}]}]}")
                                        + "]}")
                        + "}");
    }

    private static String comparisons(int number) {
        return "\"Conditions\": {"
                + members(number, i -> "\"C" + i + "\": {\"Fn::Equals\": [{\"Ref\": \"P\"}, \"" + i + "\"]}") + "}";
    }

    private static String vpc(int number, String more) {
        return "\"V" + number + "\": {\"Type\": \"AWS::EC2::VPC\", " + more
                + " \"Properties\": {\"CidrBlock\": \"10.0.0.0/16\"}}";
    }

    private static String subnet(int number, String more) {
        return "\"S" + number + "\": {\"Type\": \"AWS::EC2::Subnet\", " + more
                + " \"Properties\": {\"VpcId\": \"v\", \"AvailabilityZone\": \"a\", \"CidrBlock\": \"10.0.0.0/24\"}}";
    }
}
