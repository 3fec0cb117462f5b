package io.enikit.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small sources that ask for much: of time, of memory, of output. Each grows with a number. */
final class HostileSources {
    private HostileSources() {}

    /** Returns the sources by their names. */
    static Map<String, Supplier<String>> all() {
        Map<String, Supplier<String>> all = new LinkedHashMap<>();
        evaluation(all);
        making(all);
        holding(all);
        output(all);
        collisions(all);
        linking(all);
        ManyWays.sources(all);
        return all;
    }

    private static void evaluation(Map<String, Supplier<String>> all) {
        all.put("sub of openings without an end", () -> vpcOf(json("Fn::Sub", quoted("${".repeat(400_000)))));
        all.put("sub of openings, one end", () -> vpcOf(json("Fn::Sub", quoted("${".repeat(400_000) + "}"))));
        all.put("sub of variables", () -> vpcOf(json("Fn::Sub", quoted("${a}".repeat(400_000)))));
        all.put("sub of literal variables", () -> vpcOf(json("Fn::Sub", quoted("${!a}".repeat(300_000)))));
        all.put(
                "conditions nested in a chain",
                () -> template(
                        "\"V\": {\"Type\": \"AWS::EC2::VPC\", \"Condition\": \"C0\"}",
                        "\"Conditions\": {"
                                + members(
                                        60,
                                        i -> "\"C" + i + "\": " + "{\"Fn::Not\": [".repeat(90)
                                                + (i < 59
                                                        ? "{\"Condition\": \"C" + (i + 1) + "\"}"
                                                        : "{\"Fn::Equals\": [\"a\", \"a\"]}")
                                                + "]}".repeat(90))
                                + "}"));
        all.put(
                "conditions nested by tags",
                () -> "Conditions:\n"
                        + IntStream.range(0, 60)
                                .mapToObj(i -> "  C" + i + ": " + "!Not [".repeat(90)
                                        + (i < 59 ? "{Condition: C" + (i + 1) + "}" : "!Equals [a, a]")
                                        + "]".repeat(90) + "\n")
                                .collect(Collectors.joining())
                        + "Resources: {V: {Type: \"AWS::EC2::VPC\", Condition: C0}}\n");
        all.put(
                "conditions in a chain",
                () -> template(
                        "\"V\": {\"Type\": \"AWS::EC2::VPC\", \"Condition\": \"C0\"}",
                        "\"Conditions\": {"
                                + members(
                                        5_000,
                                        i -> "\"C" + i + "\": {\"Fn::Or\": [{\"Condition\": \"C" + (i + 1)
                                                + "\"}, {\"Condition\": \"C" + (i + 2) + "\"}]}")
                                + ", \"C5000\": {\"Fn::Equals\": [\"a\", \"a\"]}, \"C5001\": {\"Fn::Equals\": [\"a\", \"b\"]}}"));
        all.put(
                "attributes in a chain",
                () -> template(
                        members(
                                3_000,
                                i -> "\"V" + i + "\": {\"Type\": \"AWS::EC2::VPC\", \"Properties\": {\"CidrBlock\": "
                                        + "{\"Fn::GetAtt\": [\"V" + (i + 1) + "\", \"CidrBlock\"]}}}"),
                        ""));
        all.put("ifs nested", () -> vpcOf("{\"Fn::If\": [\"C\", \"a\", ".repeat(190) + "1" + "]}".repeat(190)));
        all.put("flow lists nested", () -> "a: " + "[".repeat(200_000));
        all.put("block lists nested", () -> "- ".repeat(50_000) + "a");
        all.put("objects nested", () -> "{\"Resources\": " + "{\"a\": ".repeat(500_000));
    }

    private static void making(Map<String, Supplier<String>> all) {
        for (int count : new int[] {999, 1_000_000}) {
            for (String what : new String[] {
                "Ipv6AddressCount", "SecondaryPrivateIpAddressCount", "Ipv4PrefixCount", "Ipv6PrefixCount"
            }) {
                all.put(
                        what + " of " + count,
                        () -> template(
                                members(
                                        400,
                                        i -> "\"E" + i
                                                + "\": {\"Type\": \"AWS::EC2::NetworkInterface\", \"Properties\": "
                                                + "{\"SubnetId\": \"s\", \"" + what + "\": " + count + "}}"),
                                ""));
            }
        }
        all.put(
                "join with a long delimiter",
                () -> vpcOf("{\"Fn::Join\": [" + quoted("d".repeat(1_000_000)) + ", [" + items(3_000, i -> "\"a\"")
                        + "]]}"));
        String longParameter = "\"Parameters\": {\"P\": {\"Type\": \"String\", \"Default\": "
                + quoted("p".repeat(1_000_000)) + "}, \"L\": {\"Type\": \"CommaDelimitedList\", \"Default\": "
                + quoted(",".repeat(250_000)) + "}}";
        all.put("sub of a long parameter", () -> tagged(1_000, "{\"Fn::Sub\": \"x${P}\"}", longParameter));
        all.put(
                "sub twice of a long parameter",
                () -> tagged(1, "{\"Fn::Sub\": \"" + "${P}".repeat(100_000) + "\"}", longParameter));
        all.put(
                "split of a long parameter",
                () -> tagged(24, "{\"Fn::Split\": [\",\", {\"Fn::Join\": [\",\", {\"Ref\": \"L\"}]}]}", longParameter));
        all.put("split into characters", () -> tagged(24, "{\"Fn::Split\": [\"\", {\"Ref\": \"P\"}]}", longParameter));
        all.put("lists of a long parameter", () -> tagged(200, "{\"Ref\": \"L\"}", longParameter));
        all.put("cidr of many blocks", () -> tagged(20_000, "{\"Fn::Cidr\": [\"10.0.0.0/8\", 256, 8]}", ""));
        all.put(
                "unknown values below a long id",
                () -> "{\"Resources\": {" + quoted("v".repeat(1_000_000))
                        + ": {\"Type\": \"AWS::EC2::VPC\", \"Properties\": {\"Tags\": ["
                        + items(2_000, i -> "{\"Key\": \"" + i + "\", \"Value\": {\"Fn::ImportValue\": \"x\"}}")
                        + "]}}}}");
        all.put(
                "unknown values below an id of some length",
                () -> "{\"Resources\": {" + quoted("v".repeat(5_000))
                        + ": {\"Type\": \"AWS::EC2::VPC\", \"Properties\": {\"Tags\": ["
                        + items(5_000, i -> "{\"Key\": \"" + i + "\", \"Value\": {\"Fn::ImportValue\": \"x\"}}")
                        + "]}}}}");
        all.put(
                "unknown texts that double",
                () -> template(
                        members(
                                40,
                                i -> "\"E" + i + "\": {\"Type\": \"AWS::EC2::NetworkInterface\", \"Properties\": {"
                                        + "\"SubnetId\": \"s\", \"Description\": {\"Fn::Join\": [\"\", [\"${\", {\"Fn::GetAtt\": [\"E"
                                        + (i + 1) + "\", \"Description\"]}, {\"Fn::GetAtt\": [\"E" + (i + 1)
                                        + "\", \"Description\"]}]]}}}"),
                        ""));
        StringBuilder merge = new StringBuilder("base: &b\n");
        IntStream.range(0, 100_000).forEach(i -> merge.append(" k").append(i).append(": 1\n"));
        IntStream.range(0, 200).forEach(i -> merge.append("m").append(i).append(": {<<: *b}\n"));
        all.put("merges of many keys", () -> merge + "Resources: {}\n");
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            laughs.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(10) + "]\n");
        }
        all.put("aliases of aliases", () -> laughs + "Resources: {}\n");
        StringBuilder deep = new StringBuilder("a0: &a0 " + "[".repeat(150) + "]".repeat(150) + "\n");
        for (int i = 1; i < 100; i++) {
            deep.append("a" + i + ": &a" + i + " " + "[".repeat(150) + "*a" + (i - 1) + "]".repeat(150) + "\n");
        }
        all.put("aliases nested", () -> deep + "Resources: {}\n");
        all.put("an alias of itself", () -> "Resources: &a {x: *a}\n");
    }

    private static void holding(Map<String, Supplier<String>> all) {
        all.put("empty objects", () -> "{\"Resources\": [" + items(1_650_000, i -> "{}") + "]}");
        all.put("objects of one", () -> "{\"Resources\": [" + items(900_000, i -> "{\"a\":1}") + "]}");
        all.put("numbers", () -> "{\"Resources\": [" + items(2_500_000, i -> "1") + "]}");
        all.put(
                "numbers that differ",
                () -> "{\"Resources\": {\"Fn::a\":[" + items(990_000, Integer::toString) + "]}}");
        all.put(
                "keys that differ",
                () -> "{\"Resources\": {\"Fn::a\": {" + members(990_000, i -> "\"" + i + "\":0") + "}}}");
        all.put(
                "sections, each full",
                () -> "{\"Resources\": {\"a\":[" + items(800_000, i -> "1") + "]}, \"Mappings\": {\"a\":["
                        + items(800_000, i -> "1") + "]}, \"Conditions\": {\"a\": [" + items(800_000, i -> "1")
                        + "]}}");
        all.put(
                "skipped keys",
                () -> "{\"Metadata\": {" + members(2_000_000, i -> "\"" + i + "\":0") + "}, \"Resources\": {}}");
        all.put(
                "long texts",
                () -> "{\"Resources\": {\"a\": [" + items(9, i -> quoted("\u00e9\u4e00".repeat(1_000_000))) + "]}}");
        all.put("a text beyond the limit", () -> "{\"Resources\": {\"a\": " + quoted("a".repeat(5_000_000)) + "}}");
        all.put("numbers in yaml", () -> "Resources: [" + items(1_500_000, i -> "1") + "]\n");
        all.put("a long text in yaml", () -> "Resources: " + "a".repeat(36_000_000) + "\n");
        all.put("a comment in yaml", () -> "#" + "a".repeat(36_000_000) + "\nResources: {}\n");
        all.put("small vpcs", () -> "{\"Vpcs\": [" + items(100_000, i -> "{\"VpcId\":\"v" + i + "\"}") + "]}");
    }

    private static void output(Map<String, Supplier<String>> all) {
        all.put(
                "subnets of one block",
                () -> "{\"Vpcs\":[{\"VpcId\":\"v\",\"CidrBlock\":\"10.0.0.0/16\"}],\"Subnets\":["
                        + items(600, i -> subnet(i, "v")) + "]}");
        all.put("vpcs without a block", () -> "{\"Vpcs\": [" + items(30_000, i -> "{\"VpcId\":\"v" + i + "\"}") + "]}");
        all.put(
                "interfaces in no subnet",
                () -> "{\"NetworkInterfaces\": ["
                        + items(20_000, i -> "{\"NetworkInterfaceId\":\"e" + i + "\",\"SubnetId\":\"s" + i + "\"}")
                        + "]}");
        all.put("a long id", () -> "{\"Vpcs\": [{\"VpcId\": " + quoted("v".repeat(3_000_000)) + "}]}");
        all.put(
                "long ids",
                () -> "{\"Vpcs\": [" + items(200, i -> "{\"VpcId\": " + quoted(i + "v".repeat(60_000)) + "}") + "]}");
        all.put(
                "a long key",
                () -> "{" + quoted("k".repeat(3_000_000)) + ": 1, \"Vpcs\": [{" + quoted("k".repeat(3_000_000))
                        + ": }]}");
        all.put(
                "unknown values",
                () -> template(
                        members(5_000, i -> "\"I" + i + "\": {\"Type\": \"AWS::EC2::Instance\", \"Properties\": {}}"),
                        ""));
        all.put(
                "blocks of a vpc in each message",
                () -> "{\"Vpcs\":[{\"VpcId\":\"v\",\"CidrBlockAssociationSet\":["
                        + items(2_000, i -> "{\"CidrBlock\":\"10." + i / 256 + "." + i % 256 + ".0/24\"}")
                        + "]}],\"Subnets\":["
                        + items(
                                2_000,
                                i -> "{\"SubnetId\":\"s" + i
                                        + "\",\"VpcId\":\"v\",\"AvailabilityZone\":\"a\",\"CidrBlock\":\"11." + i / 256
                                        + "." + i % 256 + ".0/24\"}")
                        + "]}");
        all.put(
                "a command on a separate line",
                () -> "{\"Vpcs\":[{\"VpcId\":\"v\\n::error file=a.js::x\\u001b[8m\"}]}");
        all.put("a command in a key", () -> "{\"Resources\":{\"V\\n::error::x\\u001b[8m\":{\"Type\":[]}}}");
        all.put("half of a pair", () -> "{\"Vpcs\":[{\"VpcId\":\"v\\ud800\"}]}");
    }

    private static String subnet(int number, String vpc) {
        return "{\"SubnetId\":\"s" + number + "\",\"VpcId\":\"" + vpc
                + "\",\"AvailabilityZone\":\"a\",\"CidrBlock\":\"10.0.0.0/16\"}";
    }

    private static void collisions(Map<String, Supplier<String>> all) {
        all.put(
                "subnets with ids of one hash code",
                () -> "{\"Subnets\": ["
                        + items(
                                1 << 12,
                                i -> "{\"SubnetId\":\"" + colliding(i, 12)
                                        + "\",\"VpcId\":\"v\",\"AvailabilityZone\":\"a\"}")
                        + "]}");
        all.put(
                "unknown values with texts of one hash code",
                () -> template(
                        members(
                                1 << 13,
                                i -> "\"" + colliding(i, 13)
                                        + "\": {\"Type\": \"AWS::EC2::Instance\", \"Properties\": {\"SubnetId\": {\"Ref\": \""
                                        + colliding(i, 13) + "x\"}}}"),
                        ""));
        StringBuilder anchors = new StringBuilder();
        IntStream.range(0, 1 << 14).forEach(i -> anchors.append("- &" + colliding(i, 14) + " 1\n"));
        all.put("anchors of one hash code", () -> anchors.toString());
        all.put(
                "keys of one hash code",
                () -> "{\"Resources\": {" + members(1 << 14, i -> "\"" + colliding(i, 14) + "\": {\"Type\": \"x\"}")
                        + "}}");
        all.put(
                "terraform keys of one hash code",
                () -> terraform(
                        items(
                                1 << 13,
                                i -> "{\"address\":\"aws_vpc.v[\\\"" + colliding(i, 13)
                                        + "\\\"]\",\"type\":\"aws_vpc\",\"name\":\"v\",\"index\":\"" + colliding(i, 13)
                                        + "\",\"values\":{\"cidr_block\":\"10.0.0.0/16\"}}"),
                        ""));
    }

    private static void linking(Map<String, Supplier<String>> all) {
        all.put(
                "accounts over a quota",
                () -> IntStream.range(0, 48_000)
                        .mapToObj(i -> "vpc v" + i + " cidrBlocks=10.0.0.0/16 region=eu-west-1 ownerId="
                                + (100_000_000_000L + i / 6) + "\n")
                        .collect(Collectors.joining("", "eni-plan 1\n", "end\n")));
        for (int number : new int[] {4_000, 16_000}) {
            all.put(
                    number + " references to outputs",
                    () -> terraform(
                            "{\"address\":\"aws_subnet.s\",\"type\":\"aws_subnet\",\"name\":\"s\",\"values\":{}}",
                            "{\"type\":\"aws_subnet\",\"name\":\"s\",\"expressions\":{\"vpc_id\":{\"references\":["
                                    + items(number, i -> "\"module.m" + i + "\"") + "]}}}"));
        }
        all.put(
                "references of many resources",
                () -> terraform(
                        items(
                                2_000,
                                i -> "{\"address\":\"aws_subnet.s" + i + "\",\"type\":\"aws_subnet\",\"name\":\"s" + i
                                        + "\",\"values\":{}}"),
                        items(
                                2_000,
                                i -> "{\"type\":\"aws_subnet\",\"name\":\"s" + i
                                        + "\",\"expressions\":{\"vpc_id\":{\"references\":["
                                        + (i == 0
                                                ? items(2_000, j -> "\"local.l" + j + "\"")
                                                : "\"aws_subnet.s0.vpc_id\"")
                                        + "]}}}")));
        all.put(
                "groups in many vpcs",
                () -> "{\"SecurityGroups\":[{\"GroupId\":\"g\",\"VpcId\":\"v\"}],\"SecurityGroupVpcAssociations\":["
                        + items(20_000, i -> "{\"GroupId\":\"g\",\"VpcId\":\"v" + i + "\"}") + "]}");
        all.put(
                "reservations of a subnet",
                () ->
                        "{\"Subnets\":[{\"SubnetId\":\"s\",\"VpcId\":\"v\",\"AvailabilityZone\":\"a\",\"CidrBlock\":\"10.0.0.0/8\"}],"
                                + "\"SubnetIpv4CidrReservations\":["
                                + items(
                                        5_000,
                                        i -> "{\"SubnetId\":\"s\",\"Cidr\":\"10." + i / 256 + "." + i % 256
                                                + ".0/28\",\"ReservationType\":\"explicit\"}")
                                + "]}");
    }

    /** Returns one of two to the power of {@code bits} texts, all with one hash code. */
    static String colliding(int number, int bits) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < bits; bit++) {
            text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String json(String key, String value) {
        return "{\"" + key + "\": " + value + "}";
    }

    static String items(int number, IntFunction<String> item) {
        return IntStream.range(0, number).mapToObj(item).collect(Collectors.joining(","));
    }

    static String members(int number, IntFunction<String> member) {
        return items(number, member);
    }

    static String template(String resources, String sections) {
        return "{\"Resources\": {" + resources + "}" + (sections.isEmpty() ? "" : ", " + sections) + "}";
    }

    private static String vpcOf(String block) {
        return template("\"V\": {\"Type\": \"AWS::EC2::VPC\", \"Properties\": {\"CidrBlock\": " + block + "}}", "");
    }

    /** A template of VPCs, each with a tag of this value. */
    private static String tagged(int number, String value, String sections) {
        return template(
                members(
                        number,
                        i -> "\"V" + i
                                + "\": {\"Type\": \"AWS::EC2::VPC\", \"Properties\": {\"CidrBlock\": \"10.0.0.0/16\", "
                                + "\"Tags\": [{\"Key\": \"k\", \"Value\": " + value + "}]}}"),
                sections);
    }

    static String terraform(String resources, String configured) {
        return "{\"format_version\": \"1.2\", \"planned_values\": {\"root_module\": {\"resources\": [" + resources
                + "]}}, \"configuration\": {\"root_module\": {\"resources\": [" + configured + "]}}}";
    }
}
