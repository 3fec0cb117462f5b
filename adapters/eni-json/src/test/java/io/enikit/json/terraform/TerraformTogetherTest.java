package io.enikit.json.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.Finding;
import io.enikit.json.PlanReader;
import io.enikit.json.Reading;
import io.enikit.json.Source;
import io.enikit.json.Unknown;
import io.enikit.limits.LimitRules;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SubnetId;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Terraform plans beside what exists: data sources, states, and describe output. */
class TerraformTogetherTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    private static final String DESCRIBED = """
            {"Vpcs": [{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16"}],
             "Subnets": [
              {"SubnetId": "subnet-1", "VpcId": "vpc-1", "AvailabilityZone": "eu-west-1a", "CidrBlock": "10.0.1.0/24"},
              {"SubnetId": "subnet-2", "VpcId": "vpc-1", "AvailabilityZone": "eu-west-1b", "CidrBlock": "10.0.2.0/24"}],
             "SecurityGroups": [{"GroupId": "sg-1", "VpcId": "vpc-1", "GroupName": "web"}],
             "Instances": [{"InstanceId": "i-1", "InstanceType": "m5.large", "State": {"Name": "running"},
              "Placement": {"AvailabilityZone": "eu-west-1a"}, "NetworkInterfaces": [
               {"NetworkInterfaceId": "eni-1", "SubnetId": "subnet-1", "VpcId": "vpc-1", "Groups": [{"GroupId": "sg-1"}],
                "PrivateIpAddress": "10.0.1.10", "PrivateIpAddresses": [{"Primary": true, "PrivateIpAddress": "10.0.1.10"}],
                "Attachment": {"DeviceIndex": 0, "DeleteOnTermination": true, "AttachmentId": "a-1", "Status": "attached"}}]}]}
            """;

    private static String resource(String type, String name, String values) {
        return "{\"address\": \"%1$s.%2$s\", \"mode\": \"managed\", \"type\": \"%1$s\", \"name\": \"%2$s\", \"values\": {%3$s}}"
                .formatted(type, name, values);
    }

    private static String change(String address, String actions, String before) {
        return "{\"address\": \"%s\", \"change\": {\"actions\": [%s], \"before\": {%s}, \"after_unknown\": {}}}"
                .formatted(address, actions, before);
    }

    private static String plan(String resources, String changes, String data) {
        return """
                {"format_version": "1.2", "planned_values": {"root_module": {"resources": [%s]}},
                 "resource_changes": [%s], "prior_state": {"values": {"root_module": {"resources": [%s]}}}}
                """.formatted(resources, changes, data);
    }

    private static String data(String type, String name, String values) {
        return "{\"address\": \"data.%1$s.%2$s\", \"mode\": \"data\", \"type\": \"%1$s\", \"name\": \"%2$s\", \"values\": {%3$s}}"
                .formatted(type, name, values);
    }

    private static Reading read(String... texts) {
        Source[] sources = new Source[texts.length];
        for (int i = 0; i < texts.length; i++) {
            sources[i] = Source.of("file" + i, texts[i]);
        }
        return PlanReader.create().read(sources);
    }

    private static List<String> lines(Reading reading) {
        return reading.check(RULES).findings().stream().map(Finding::toString).toList();
    }

    private static final String SUBNET_1 =
            "\"id\": \"subnet-1\", \"vpc_id\": \"vpc-1\", \"cidr_block\": \"10.0.1.0/24\", \"availability_zone\": \"eu-west-1a\"";

    private static String newSubnet(String block) {
        return resource(
                "aws_subnet",
                "new",
                "\"vpc_id\": \"vpc-1\", \"cidr_block\": \"" + block + "\", \"availability_zone\": \"eu-west-1a\"");
    }

    @Test
    void newSubnet_amongDescribedOnes_isCheckedAgainstThem_whateverTheOrderOfFiles() {
        String plan = plan(newSubnet("10.0.2.128/25"), change("aws_subnet.new", "\"create\"", ""), "");
        assertThat(lines(read(DESCRIBED, plan)))
                .containsExactly("[ERROR] aws_subnet.new: 10.0.2.128/25 overlaps 10.0.2.0/24 of subnet \"subnet-2\""
                        + " (file1:1 aws_subnet.new) | subnet.cidr.overlap | InvalidSubnet.Conflict");
        assertThat(read(plan, DESCRIBED).plan()).isEqualTo(read(DESCRIBED, plan).plan());
        String outside = plan(newSubnet("10.9.0.0/24"), change("aws_subnet.new", "\"create\"", ""), "");
        assertThat(lines(read(outside, DESCRIBED))).singleElement().asString().contains("subnet.cidr.in-vpc");
    }

    @Test
    void vpcThatDescribeOutputNames_isThatOfThePlan() {
        String subnets = """
                {"Subnets": [{"SubnetId": "subnet-2", "VpcId": "vpc-1", "AvailabilityZone": "eu-west-1b", "CidrBlock": "10.0.2.0/24"}]}
                """;
        String vpc = "\"id\": \"vpc-1\", \"cidr_block\": \"10.0.0.0/16\"";
        String plan = plan(
                resource("aws_vpc", "net", vpc) + ", " + newSubnet("10.0.2.128/25"),
                change("aws_vpc.net", "\"no-op\"", vpc) + ", " + change("aws_subnet.new", "\"create\"", ""),
                "");
        assertThat(lines(read(subnets, plan)))
                .containsExactly("[ERROR] aws_subnet.new: 10.0.2.128/25 overlaps 10.0.2.0/24 of subnet \"subnet-2\""
                        + " (file1:1 aws_subnet.new) | subnet.cidr.overlap | InvalidSubnet.Conflict");
        assertThat(read(plan, subnets).outside()).isEmpty();
        assertThat(read(plan, subnets).plan()).isEqualTo(read(subnets, plan).plan());
    }

    @Test
    void instanceThatDescribeOutputNames_hasTheInterfacesOfBoth() {
        String further = """
                {"NetworkInterfaces": [{"NetworkInterfaceId": "eni-9", "SubnetId": "subnet-1", "VpcId": "vpc-1", "Groups": [{"GroupId": "sg-1"}],
                  "PrivateIpAddress": "10.0.1.19", "Attachment": {"InstanceId": "i-1", "DeviceIndex": 1, "Status": "attached"}}]}
                """;
        String instance =
                "\"id\": \"i-1\", \"instance_type\": \"t3.micro\", \"subnet_id\": \"subnet-1\", \"private_ip\": \"10.0.1.10\"";
        String eni = resource(
                "aws_network_interface",
                "n",
                "\"subnet_id\": \"subnet-1\", \"attachment\": [{\"instance\": \"i-1\", \"device_index\": 2}]");
        String plan = plan(
                resource("aws_instance", "app", instance) + ", " + eni,
                change("aws_instance.app", "\"no-op\"", instance) + ", "
                        + change("aws_network_interface.n", "\"create\"", ""),
                "");
        assertThat(lines(read(further, plan)))
                .anyMatch(line -> line.startsWith("[ERROR] i-1: 3 interfaces, t3.micro allows 2"));
    }

    @Test
    void dataSource_saysHowManyAddressesAreAvailable() {
        String subnet = SUBNET_1 + ", \"available_ip_address_count\": 2";
        String eni = resource("aws_network_interface", "n", "\"subnet_id\": \"subnet-1\", \"private_ips_count\": %d");
        String create = change("aws_network_interface.n", "\"create\"", "");
        assertThat(lines(read(plan(eni.formatted(1), create, data("aws_subnet", "a", subnet)))))
                .isEmpty();
        assertThat(lines(read(plan(eni.formatted(2), create, data("aws_subnet", "a", subnet)))))
                .singleElement()
                .asString()
                .contains("no room for 1 of the addresses", "(file0:1 aws_network_interface.n)");
        String freed =
                change("aws_network_interface.old", "\"delete\"", "\"id\": \"eni-1\", \"subnet_id\": \"subnet-1\"");
        assertThat(lines(read(plan(eni.formatted(2), create + ", " + freed, data("aws_subnet", "a", subnet)))))
                .isEmpty();
    }

    @Test
    void subnetThatRunsFull_isReportedAtWhatIsAdded() {
        String small = DESCRIBED.replace("10.0.2.0/24", "10.0.2.0/28");
        String eni = resource("aws_network_interface", "n", "\"subnet_id\": \"subnet-2\", \"private_ips_count\": 11");
        String plan = plan(eni, change("aws_network_interface.n", "\"create\"", ""), "");
        assertThat(lines(read(small, plan)))
                .singleElement()
                .asString()
                .startsWith("[ERROR] subnet-2: ")
                .contains("(file1:1 aws_network_interface.n) | subnet.room");
    }

    @Test
    void whatIsInBoth_isThereOnce() {
        String plan = plan(
                resource("aws_subnet", "a", SUBNET_1)
                        + ", "
                        + resource(
                                "aws_instance",
                                "app",
                                "\"id\": \"i-1\", \"instance_type\": \"m5.large\","
                                        + " \"subnet_id\": \"subnet-1\", \"primary_network_interface_id\": \"eni-1\""),
                change("aws_subnet.a", "\"no-op\"", SUBNET_1) + ", "
                        + change("aws_instance.app", "\"no-op\"", "\"id\": \"i-1\""),
                "");
        assertThat(read(DESCRIBED, plan).plan()).isEqualTo(read(DESCRIBED).plan());
        assertThat(lines(read(DESCRIBED, plan))).isEmpty();
    }

    @Test
    void whatIsReplacedOrDeleted_isNotThereAnyMore() {
        String plan = plan(
                newSubnet("10.0.2.0/25") + ", "
                        + resource(
                                "aws_subnet",
                                "a",
                                SUBNET_1.replace("\"id\": \"subnet-1\", ", "").replace("1.0/24", "8.0/24")),
                change("aws_subnet.new", "\"create\"", "") + ", "
                        + change("aws_subnet.a", "\"delete\", \"create\"", SUBNET_1)
                        + ", " + change("aws_subnet.old", "\"delete\"", "\"id\": \"subnet-2\"") + ", "
                        + change("aws_instance.app", "\"delete\"", "\"id\": \"i-1\""),
                "");
        NetworkPlan read = read(DESCRIBED, plan).plan();
        assertThat(read.subnets())
                .extracting(each -> each.id().toString())
                .containsExactly("aws_subnet.a", "aws_subnet.new");
        assertThat(read.instances()).isEmpty();
        assertThat(read.enis()).as("they go with their instance").isEmpty();
    }

    @Test
    void whatIsChangedInPlace_isAsThePlanSays() {
        String plan = plan(
                resource("aws_subnet", "a", SUBNET_1 + ", \"map_public_ip_on_launch\": true") + ", "
                        + resource(
                                "aws_instance",
                                "app",
                                "\"id\": \"i-1\", \"instance_type\": \"t3.micro\", \"subnet_id\": \"subnet-1\""),
                change("aws_subnet.a", "\"update\"", SUBNET_1) + ", "
                        + change("aws_instance.app", "\"update\"", "\"id\": \"i-1\""),
                "");
        NetworkPlan read = read(DESCRIBED, plan).plan();
        assertThat(read.subnet("subnet-1").orElseThrow().mapPublicIpOnLaunch()).isTrue();
        assertThat(read.instance("i-1").orElseThrow().instanceType()).isEqualTo("t3.micro");
        assertThat(read.enisOf("i-1")).extracting(each -> each.id().toString()).containsExactly("eni-1");
        assertThat(read.subnets()).hasSize(2);
    }

    @Test
    void existingInstanceAndService_whoseInterfacesAreShown_haveNoOthers() {
        String enis = """
                {"NetworkInterfaces": [
                 {"NetworkInterfaceId": "eni-1", "SubnetId": "subnet-1", "VpcId": "vpc-1", "PrivateIpAddress": "10.0.1.10",
                  "Groups": [], "PrivateIpAddresses": [{"Primary": true, "PrivateIpAddress": "10.0.1.10"}],
                  "Attachment": {"InstanceId": "i-1", "DeviceIndex": 0, "AttachmentId": "a-1", "Status": "attached"}},
                 {"NetworkInterfaceId": "eni-2", "SubnetId": "subnet-1", "VpcId": "vpc-1", "PrivateIpAddress": "10.0.1.11",
                  "Groups": [], "InterfaceType": "load_balancer", "RequesterManaged": true,
                  "PrivateIpAddresses": [{"Primary": true, "PrivateIpAddress": "10.0.1.11"}]}]}
                """;
        String app = "\"id\": \"i-1\", \"instance_type\": \"t3.micro\", \"subnet_id\": \"subnet-1\","
                + " \"primary_network_interface_id\": \"eni-1\", \"private_ip\": \"10.0.1.10\"";
        String balancer = "\"id\": \"lb-1\", \"subnets\": [\"subnet-1\"], \"load_balancer_type\": \"network\"";
        String plan = plan(
                resource("aws_instance", "app", app) + ", " + resource("aws_lb", "web", balancer) + ", "
                        + resource("aws_eip", "app", "\"id\": \"eipalloc-1\", \"network_interface\": \"eni-1\""),
                change("aws_instance.app", "\"no-op\"", app) + ", " + change("aws_lb.web", "\"no-op\"", balancer),
                "");
        Reading reading = read(enis, plan);
        assertThat(reading.plan().enis())
                .extracting(each -> each.id().toString())
                .containsExactly("eni-1", "eni-2");
        assertThat(reading.plan().instances())
                .extracting(each -> each.id() + " " + each.instanceType())
                .containsExactly("i-1 t3.micro");
        assertThat(reading.plan().elasticIps())
                .singleElement()
                .satisfies(each ->
                        assertThat(each.association().orElseThrow().eniId()).hasToString("eni-1"));
        assertThat(lines(reading)).isEmpty();
        assertThat(read(plan).plan().enis()).as("without them").hasSize(2);
    }

    @Test
    void dataSources_areWhatExists() {
        String data = data(
                        "aws_vpc",
                        "main",
                        "\"id\": \"vpc-1\", \"cidr_block\": \"10.0.0.0/16\", \"default\": false,"
                                + " \"cidr_block_associations\": [{\"cidr_block\": \"10.0.0.0/16\", \"state\": \"associated\"},"
                                + " {\"cidr_block\": \"10.1.0.0/16\", \"state\": \"associated\"},"
                                + " {\"cidr_block\": \"10.2.0.0/16\", \"state\": \"disassociated\"}]")
                + ", " + data("aws_subnet", "a", SUBNET_1) + ", " + data("aws_subnet", "again", SUBNET_1) + ", "
                + data("aws_security_group", "web", "\"id\": \"sg-1\", \"vpc_id\": \"vpc-1\", \"name\": \"web\"") + ", "
                + data("aws_caller_identity", "me", "\"id\": \"1\"");
        String instance = resource(
                "aws_instance",
                "app",
                "\"instance_type\": \"m5.large\", \"subnet_id\": \"subnet-1\", \"private_ip\": \"10.0.1.3\","
                        + " \"vpc_security_group_ids\": [\"sg-1\"]");
        Reading reading = read(plan(newSubnet("10.0.1.0/25") + ", " + instance, "", data));
        assertThat(reading.outside()).isEmpty();
        assertThat(reading.plan().vpc("vpc-1").orElseThrow().cidrBlocks()).hasSize(2);
        assertThat(reading.originOf(SubnetId.of("subnet-1")).orElseThrow().name())
                .contains("data.aws_subnet.a");
        assertThat(lines(reading))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("[ERROR] aws_subnet.new: ") && line.contains("subnet.cidr.overlap"))
                .anyMatch(line ->
                        line.startsWith("[ERROR] aws_instance.app/eth0: ") && line.contains("eni.ipv4.reserved"));
    }

    @Test
    void stateOfTheSame_addsNothing_andThatOfAnotherStackIsBesideIt() {
        String state = """
                {"version": 4, "serial": 1, "lineage": "x", "resources": [
                 {"mode": "managed", "type": "aws_subnet", "name": "new", "instances": [{"attributes": {%s}}]}]}
                """.formatted(SUBNET_1);
        String same =
                plan(resource("aws_subnet", "new", SUBNET_1), change("aws_subnet.new", "\"no-op\"", SUBNET_1), "");
        assertThat(read(same, state).plan()).isEqualTo(read(same).plan());
        String gone = plan("", change("aws_subnet.new", "\"delete\"", SUBNET_1), "");
        assertThat(read(gone, state).plan().subnets()).isEmpty();
        String other = plan(newSubnet("10.0.1.128/25"), change("aws_subnet.new", "\"create\"", ""), "");
        assertThat(lines(read(state, other)))
                .singleElement()
                .asString()
                .startsWith(
                        "[ERROR] aws_subnet.new: 10.0.1.128/25 overlaps 10.0.1.0/24 of subnet \"file0#aws_subnet.new\"");
    }

    @Test
    void whatAPlanDoesNotPlan_isSaid() {
        String plan = """
                {"format_version": "1.2", "errored": true, "complete": false,
                 "planned_values": {"root_module": {}}, "deferred_changes": [
                 {"reason": "instance_count_unknown", "resource_change":
                   {"address": "aws_subnet.later[*]", "change": {"actions": ["create"]}}}]}
                """;
        assertThat(read(plan).unknowns())
                .extracting(Unknown::toString)
                .containsExactly(
                        "file0:4 aws_subnet.later[*]: unknown: the change is deferred to a later plan (instance_count_unknown)",
                        "file0: unknown: what is left to plan: planning failed, and the plan is not complete");
        assertThat(read("{\"format_version\": \"1.2\", \"complete\": false, \"planned_values\": {}}")
                        .unknowns())
                .extracting(Unknown::reason)
                .containsExactly("what is left to plan: the plan says that it is not complete");
        assertThat(read("{\"format_version\": \"1.2\", \"complete\": true, \"errored\": false, \"planned_values\": {}}")
                        .unknowns())
                .isEmpty();
    }
}
