package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that are given and empty, known and not, there twice, or of another kind than Terraform writes. */
class TerraformEdgesTest {
    private static String resource(String type, String name, String values) {
        return "{\"address\": \"%1$s.%2$s\", \"mode\": \"managed\", \"type\": \"%1$s\", \"name\": \"%2$s\", \"values\": {%3$s}}"
                .formatted(type, name, values);
    }

    private static String change(String address, String actions, String rest) {
        String type = address.substring(0, address.indexOf('.'));
        return "{\"address\": \"%s\", \"type\": \"%s\", \"change\": {\"actions\": [%s], %s}}"
                .formatted(address, type, actions, rest);
    }

    private static String configured(String type, String name, String expressions) {
        return "{\"address\": \"%1$s.%2$s\", \"mode\": \"managed\", \"type\": \"%1$s\", \"name\": \"%2$s\", \"expressions\": {%3$s}}"
                .formatted(type, name, expressions);
    }

    private static Source plan(String resources, String changes, String configured, String variables) {
        return Source.of("plan.json", """
                {"format_version": "1.2", "variables": {%s}, "planned_values": {"root_module": {"resources": [%s]}},
                 "resource_changes": [%s], "configuration": {"root_module": {"resources": [%s]}}}
                """.formatted(variables, resources, changes, configured));
    }

    private static Reading read(Source... sources) {
        return PlanReader.create().read(sources);
    }

    private static Reading read(String resources, String changes, String configured) {
        return read(plan(resources, changes, configured, ""));
    }

    private static String subnet(String name, String more) {
        return resource("aws_subnet", name, "\"vpc_id\": \"vpc-1\", \"availability_zone\": \"eu-west-1a\"" + more);
    }

    private static final String BLOCK = ", \"cidr_block\": \"10.0.0.0/24\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"assign_generated_ipv6_cidr_block\": false",
                "\"ipv6_cidr_block\": \"\"",
                "\"ipv6_ipam_pool_id\": \"\"",
                "\"ipv6_cidr_block\": null"
            })
    void vpc_withoutAnIpv6Block_hasNoneForItsSubnets(String none) {
        String vpc = resource("aws_vpc", "v", "\"id\": \"vpc-1\", \"cidr_block\": \"10.0.0.0/16\", " + none);
        String subnet = subnet("s", BLOCK + ", \"ipv6_cidr_block\": \"2001:db8::/64\"");
        assertThat(ReadTexts.findings(read(vpc + ", " + subnet, "", "")))
                .containsExactly("subnet.ipv6-cidr.in-vpc aws_subnet.s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "[]", "{}", "{\"cidr_block\": false}", "{\"cidr_block\": []}"})
    void blockThatIsKnownToBeNone_isNotOpen(String unknown) {
        Reading reading = read(
                subnet("s", ", \"ipv6_cidr_block\": \"2001:db8::/64\", \"ipv6_native\": true"),
                change("aws_subnet.s", "\"create\"", "\"after_unknown\": " + unknown),
                configured("aws_subnet", "s", "\"cidr_block\": {\"references\": [\"var.block\"]}"));
        assertThat(ReadTexts.reasons(reading)).isEmpty();
    }

    @Test
    void blockOfAStateThatShowsNone_isOpen() {
        assertThat(ReadTexts.reasons(read(subnet("s", ""), "", "")))
                .containsExactly("cidr_block is known only once the plan is carried out");
        assertThat(ReadTexts.reasons(
                        read(subnet("s", ""), change("aws_subnet.s", "\"create\"", "\"after_unknown\": {}"), "")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "7", "null"})
    void changeFromSomethingThatIsNoObject_isReadAsFromNothing(String before) {
        String actions = "\"delete\", \"create\"";
        Reading reading = read(
                subnet("s", BLOCK),
                change(
                        "aws_subnet.s",
                        actions,
                        "\"before\": " + before + ", \"after\": {\"cidr_block\": \"10.0.0.0/24\"}"),
                "");
        assertThat(reading.check(ReadTexts.RULES).findings())
                .extracting(each -> each.violation().message())
                .containsExactly("it would be deleted and made anew, with 10.0.0.0/24 in place of no known block");
    }

    @Test
    void replacement_ofWhatIsNoSubnet_isNoFinding() {
        String vpc = resource("aws_vpc", "v", "\"cidr_block\": \"10.0.0.0/16\"");
        assertThat(ReadTexts.findings(read(vpc, change("aws_vpc.v", "\"delete\", \"create\"", "\"before\": {}"), "")))
                .isEmpty();
    }

    @Test
    void addressThatIsThereTwice_isThePrimaryOneOnce() {
        String eni =
                "\"subnet_id\": \"subnet-1\", \"private_ip_list\": [\"10.0.0.9\", \"10.0.0.8\", \"10.0.0.9\", \"10.0.0.7\"]";
        assertThat(ReadTexts.lines(read(resource("aws_network_interface", "n", eni), "", ""), "eni"))
                .singleElement()
                .asString()
                .contains("privateIpAddresses=10.0.0.9*,10.0.0.8,10.0.0.9,10.0.0.7");
    }

    private static String constant(int index, String eni) {
        return "{\"device_index\": {\"constant_value\": %d}, \"network_interface_id\": {\"references\": [\"aws_network_interface.%s.id\"]}}"
                .formatted(index, eni);
    }

    private static Reading instance(String blocks, String configured) {
        StringBuilder resources = new StringBuilder();
        StringBuilder configurations = new StringBuilder();
        for (String each : List.of("a", "b", "c")) {
            resources
                    .append(resource("aws_network_interface", each, "\"subnet_id\": \"subnet-1\""))
                    .append(", ");
            configurations.append(configured("aws_network_interface", each, "")).append(", ");
        }
        return read(
                resources
                        + resource(
                                "aws_instance",
                                "i",
                                "\"instance_type\": \"m5.large\", \"network_interface\": [" + blocks + "]"),
                "",
                configurations + configured("aws_instance", "i", "\"network_interface\": " + configured));
    }

    private static List<String> places(Reading reading) {
        return reading.plan().enis().stream()
                .flatMap(each -> each.attachment().stream()
                        .map(place ->
                                each.id().toString().replace("aws_network_interface.", "") + " " + place.deviceIndex()))
                .toList();
    }

    @Test
    void blocksAtOnePlace_areThoseOfTheConfigurationInTheirOrder() {
        assertThat(places(instance(
                        "{\"device_index\": 1}, {\"device_index\": 0}, {\"device_index\": 0}",
                        "[" + constant(1, "c") + ", " + constant(0, "a") + ", " + constant(0, "b") + "]")))
                .containsExactly("a 0", "b 0", "c 1");
    }

    @Test
    void blocksAtOnePlace_ofOneConfiguration_areBothOfIt() {
        Reading reading = instance("{\"device_index\": 0}, {\"device_index\": 0}", "[" + constant(0, "a") + "]");
        assertThat(ReadTexts.reasons(reading)).isEmpty();
        assertThat(places(reading)).containsExactly("a 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"network_interface\": [{\"network_interface_id\": false}]}",
                "{\"network_interface\": true}",
                "true"
            })
    void interfaceOfABlock_thatIsNotOpen_isNotTheOnlyOneThereIs(String unknown) {
        Reading reading = read(
                resource("aws_network_interface", "n", "\"subnet_id\": \"subnet-1\"") + ", "
                        + resource(
                                "aws_instance",
                                "i",
                                "\"instance_type\": \"m5.large\", \"network_interface\": [{\"device_index\": 0}]"),
                change("aws_instance.i", "\"create\"", "\"after_unknown\": " + unknown),
                "");
        assertThat(places(reading)).isEmpty();
        assertThat(ReadTexts.reasons(reading))
                .containsExactly("network_interface_id is known only once the plan is carried out");
    }

    @Test
    void primaryInterfaceOfADynamicBlock_thatIsDeclared_isThatOne() {
        Reading reading = read(
                resource("aws_network_interface", "n", "\"id\": \"eni-9\", \"subnet_id\": \"subnet-1\"") + ", "
                        + resource(
                                "aws_instance",
                                "i",
                                "\"instance_type\": \"m5.large\", \"primary_network_interface\": [{\"network_interface_id\": \"eni-9\"}]"),
                "",
                configured("aws_instance", "i", ""));
        assertThat(places(reading)).containsExactly("n 0");
    }

    @Test
    void ipv6Block_thatIsKnown_isNotTakenFromTheNumberOfAVariable() {
        Reading reading = read(plan(
                resource("aws_vpc", "v", "\"cidr_block\": \"10.0.0.0/16\", \"ipv6_cidr_block\": \"2001:db8::/56\"")
                        + ", " + indexed(0, ", \"ipv6_cidr_block\": \"2001:db8:0:7::/64\""),
                "",
                configured("aws_subnet", "s", numbered("var.ipv6_prefixes")),
                "\"ipv6_prefixes\": {\"value\": [5, 5]}"));
        assertThat(ReadTexts.lines(reading, "subnet"))
                .singleElement()
                .asString()
                .contains("ipv6CidrBlock=2001:db8:0:7::/64");
    }

    private static String indexed(int index, String more) {
        return "{\"address\": \"aws_subnet.s[%1$d]\", \"mode\": \"managed\", \"type\": \"aws_subnet\", \"name\": \"s\", \"index\": %1$d,"
                        .formatted(index)
                + " \"values\": {\"availability_zone\": \"eu-west-1a\", \"cidr_block\": \"10.0.%d.0/24\"%s}}"
                        .formatted(index, more);
    }

    private static String numbered(String variable) {
        return ("\"vpc_id\": {\"references\": [\"aws_vpc.v.id\", \"aws_vpc.v\"]}, \"ipv6_cidr_block\": {\"references\":"
                        + " [\"aws_vpc.v.ipv6_cidr_block\", \"aws_vpc.v\", \"%s\", \"count.index\"]}")
                .formatted(variable);
    }

    private static List<String> overlaps(String variable, String value) {
        String unknown = "\"after_unknown\": {\"vpc_id\": true, \"ipv6_cidr_block\": true}";
        return ReadTexts.findings(read(plan(
                resource("aws_vpc", "v", "\"cidr_block\": \"10.0.0.0/16\"") + ", " + indexed(0, "") + ", "
                        + indexed(1, ""),
                change("aws_subnet.s[0]", "\"create\"", unknown) + ", "
                        + change("aws_subnet.s[1]", "\"create\"", unknown),
                configured("aws_vpc", "v", "") + ", " + configured("aws_subnet", "s", numbered("var." + variable)),
                "\"" + variable + "\": {\"value\": " + value + "}")));
    }

    @Test
    void ipv6Blocks_ofOneNumber_overlap_whereTheVariableIsOfNumbersOfBlocks() {
        assertThat(overlaps("ipv6_prefixes", "[5, 5]")).containsExactly("subnet.ipv6-cidr.overlap aws_subnet.s[1]");
        assertThat(overlaps("ipv6_prefixes", "[5, 6]")).isEmpty();
        assertThat(overlaps("ipv6_prefixes", "\"5\"")).isEmpty();
        assertThat(overlaps("other_numbers", "[5, 5]")).isEmpty();
    }

    private static final String ATTACHED = ", \"Attachment\": {\"InstanceId\": \"i-1\", \"DeviceIndex\": 0}";

    private static Source described(String more) {
        return Source.of("enis.json", """
                {"NetworkInterfaces": [{"NetworkInterfaceId": "eni-1", "SubnetId": "subnet-1", "PrivateIpAddress": "10.0.0.9",
                  "Groups": [{"GroupId": "sg-1"}]%s}]}
                """.formatted(more));
    }

    @Test
    void attachmentOfAnInterfaceThatIsDescribed_isDeclared() {
        String attachment = "\"network_interface_id\": \"eni-1\", \"instance_id\": \"i-9\", \"device_index\": 1";
        Reading reading = read(
                described(""),
                plan(
                        resource("aws_network_interface_attachment", "a", attachment),
                        change("aws_network_interface_attachment.a", "\"no-op\"", "\"before\": {}"),
                        "",
                        ""));
        assertThat(ReadTexts.lines(reading, "eni")).singleElement().asString().contains("instance=i-9 deviceIndex=1");
    }

    @Test
    void requestOfAnInstanceThatIsDescribed_isRead() {
        Source instances = Source.of(
                "instances.json", "{\"Instances\": [{\"InstanceId\": \"i-1\", \"InstanceType\": \"m5.large\"}]}");
        String request = "\"id\": \"sir-1\", \"spot_instance_id\": \"i-1\", \"instance_type\": \"m5.large\"";
        Reading reading = read(
                instances,
                plan(
                        resource("aws_spot_instance_request", "r", request),
                        change("aws_spot_instance_request.r", "\"no-op\"", "\"before\": {}"),
                        "",
                        ""));
        assertThat(ReadTexts.lines(reading, "instance")).containsExactly("instance i-1 instanceType=m5.large");
        assertThat(reading.check(ReadTexts.RULES)).hasToString("no violations");
    }

    @Test
    void resourceOfAPlan_isNotReadAgain_asADataSourceOrFromAState() {
        String values = ", \"id\": \"subnet-1\"" + BLOCK;
        String data =
                subnet("d", values).replace("\"managed\"", "\"data\"").replace("aws_subnet.d", "data.aws_subnet.d");
        String plan = """
                {"format_version": "1.2", "planned_values": {"root_module": {"resources": [%s]}},
                 "prior_state": {"values": {"root_module": {"resources": [%s]}}}}
                """.formatted(subnet("s", values), data);
        Source state = Source.of("state.json", """
                {"version": 4, "serial": 1, "lineage": "x", "resources": [
                 {"mode": "managed", "type": "aws_subnet", "name": "t", "instances": [{"attributes":
                   {"id": "subnet-1", "vpc_id": "vpc-1", "availability_zone": "eu-west-1a", "cidr_block": "10.0.0.0/24"}}]}]}
                """);
        assertThat(ReadTexts.lines(read(Source.of("plan.json", plan), state), "subnet"))
                .containsExactly("subnet aws_subnet.s vpc=vpc-1 availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24");
    }

    @Test
    void resourceOfAnotherMode_isNoneOfThePlan() {
        String ephemeral = subnet("e", BLOCK).replace("\"managed\"", "\"ephemeral\"");
        assertThat(ReadTexts.lines(read(subnet("s", BLOCK) + ", " + ephemeral, "", ""), "subnet"))
                .containsExactly("subnet aws_subnet.s vpc=vpc-1 availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24");
    }

    @Test
    void serviceThatChanges_besideInterfacesThatAreDescribed_getsThoseThatAreMore() {
        String one = "\"id\": \"e\", \"vpc_endpoint_type\": \"Interface\", \"subnet_ids\": [\"subnet-1\"]";
        String two =
                "\"id\": \"e\", \"vpc_endpoint_type\": \"Interface\", \"subnet_ids\": [\"subnet-1\", \"subnet-2\"]";
        Source plan = plan(
                resource("aws_vpc_endpoint", "e", two),
                change("aws_vpc_endpoint.e", "\"update\"", "\"before\": {" + one + "}, \"after\": {" + two + "}"),
                "",
                "");
        assertThat(subnetsOfServices(read(plan))).containsExactly("subnet-1", "subnet-2");
        assertThat(subnetsOfServices(read(described(ATTACHED), plan))).containsExactly("subnet-2");
    }

    private static List<String> subnetsOfServices(Reading reading) {
        return reading.plan().enis().stream()
                .filter(each -> each.instanceId().isEmpty())
                .map(each -> each.subnetId().toString())
                .toList();
    }

    @Test
    void groupThatIsThere_withoutRules_keepsThoseThatItHas() {
        String group = resource("aws_security_group", "g", "\"id\": \"sg-1\", \"vpc_id\": \"vpc-1\", \"name\": \"g\"");
        String line = "group aws_security_group.g vpc=vpc-1 groupName=g";
        assertThat(ReadTexts.lines(
                        read(group, change("aws_security_group.g", "\"no-op\"", "\"before\": {}"), ""), "group"))
                .containsExactly(line);
        assertThat(ReadTexts.lines(
                        read(group, change("aws_security_group.g", "\"create\"", "\"before\": null"), ""), "group"))
                .containsExactly(line + " egress=none");
    }

    @Test
    void secondaryAddressesOfAnInstance_areThoseOfItsInterface() {
        Reading reading = read(
                resource(
                        "aws_instance",
                        "i",
                        "\"instance_type\": \"m5.large\", \"subnet_id\": \"subnet-1\", \"private_ip\": \"10.0.0.9\","
                                + " \"secondary_private_ips\": [\"10.0.0.8\", null, \"10.0.0.300\"]"),
                "",
                "");
        assertThat(ReadTexts.lines(reading, "eni"))
                .singleElement()
                .asString()
                .contains("privateIpAddresses=10.0.0.9*,10.0.0.8 ", "addressDemand=ipv4Addresses:1 ");
        assertThat(ReadTexts.findings(reading)).containsExactly("read.value aws_instance.i/eth0");
        assertThat(ReadTexts.reasons(reading))
                .containsExactly("secondary_private_ips is known only once the plan is carried out");
    }

    @Test
    void vpcThatIsThere_mayHaveAGatewayThatIsMadeElsewhere() {
        String vpc = resource("aws_vpc", "v", "\"id\": \"vpc-1\", \"cidr_block\": \"10.0.0.0/16\"");
        String others = subnet("s", BLOCK + ", \"id\": \"subnet-1\"") + ", "
                + resource(
                        "aws_network_interface",
                        "n",
                        "\"id\": \"eni-1\", \"subnet_id\": \"subnet-1\", \"private_ips\": [\"10.0.0.9\"]")
                + ", " + resource("aws_eip", "e", "\"network_interface\": \"eni-1\"");
        assertThat(ReadTexts.findings(
                        read(vpc + ", " + others, change("aws_vpc.v", "\"no-op\"", "\"before\": {}"), "")))
                .isEmpty();
        assertThat(ReadTexts.findings(read(vpc + ", " + others, "", "")))
                .containsExactly("eip.internet-gateway aws_eip.e");
    }

    @Test
    void vpcsOfSeveralProviders_areInTheRegionsOfTheseProviders() {
        String first = configured("aws_vpc", "a", "").replace("\"mode\"", "\"provider_config_key\": \"aws\", \"mode\"");
        String second =
                configured("aws_vpc", "b", "").replace("\"mode\"", "\"provider_config_key\": \"aws.other\", \"mode\"");
        Reading reading = read(
                resource("aws_vpc", "a", "\"cidr_block\": \"10.0.0.0/16\"") + ", "
                        + resource("aws_vpc", "b", "\"cidr_block\": \"10.0.0.0/16\""),
                "",
                first + ", " + second);
        assertThat(reading.plan().vpcs())
                .extracting(each -> each.region().orElse("none"))
                .containsExactly("${the Region of the provider aws}", "${the Region of the provider aws.other}");
    }
}
