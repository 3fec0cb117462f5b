package io.enikit.json;

import static io.enikit.json.ReadTexts.findings;
import static io.enikit.json.ReadTexts.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.Quotas;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from an account that exists: its quotas allow what it has. */
class ExistingTest {
    private static String list(String key, int number, IntFunction<String> item) {
        return "{\"" + key + "\": [" + IntStream.range(0, number).mapToObj(item).collect(Collectors.joining(","))
                + "]}";
    }

    private static String block(int i) {
        return "10.0." + i;
    }

    private static String subnets(int number) {
        return list(
                "Subnets",
                number,
                i ->
                        "{\"SubnetId\": \"subnet-%d\", \"VpcId\": \"vpc-1\", \"AvailabilityZone\": \"eu-west-1a\", \"CidrBlock\": \"%s.0/24\"}"
                                .formatted(i, block(i)));
    }

    private static String groups(int number) {
        return list(
                "SecurityGroups",
                number,
                i -> "{\"GroupId\": \"sg-%1$d\", \"GroupName\": \"g%1$d\", \"VpcId\": \"vpc-1\"}".formatted(i));
    }

    private static String interfaces(int number) {
        return list(
                "NetworkInterfaces",
                number,
                i ->
                        "{\"NetworkInterfaceId\": \"eni-%d\", \"SubnetId\": \"subnet-x\", \"PrivateIpAddress\": \"10.%d.%d.9\", \"Groups\": [{\"GroupId\": \"sg-1\"}]}"
                                .formatted(i, i / 250, i % 250));
    }

    private static String vpc(int ipv6Blocks) {
        return "{\"Vpcs\": [{\"VpcId\": \"vpc-1\", \"CidrBlock\": \"10.0.0.0/16\", \"Ipv6CidrBlockAssociationSet\": ["
                + IntStream.range(0, ipv6Blocks)
                        .mapToObj(i -> "{\"Ipv6CidrBlock\": \"2001:db8:%d::/56\"}".formatted(i))
                        .collect(Collectors.joining(","))
                + "]}]}";
    }

    @Test
    void quotas_areAsLargeAsWhatExists() {
        assertThat(read(vpc(0), subnets(200)).plan().quotas()).isEqualTo(Quotas.awsDefaults());
        assertThat(read(vpc(0), subnets(201)).plan().quotas())
                .isEqualTo(Quotas.awsDefaults().withSubnetsPerVpc(201));
        assertThat(read(groups(2501)).plan().quotas())
                .isEqualTo(Quotas.awsDefaults().withSecurityGroups(2501));
        assertThat(read(interfaces(5001)).plan().quotas())
                .isEqualTo(Quotas.awsDefaults().withNetworkInterfaces(5001));
        assertThat(read(vpc(6)).plan().quotas()).isEqualTo(Quotas.awsDefaults().withIpv6CidrBlocksPerVpc(6));
    }

    @Test
    void quotaThatWasRaised_allowsWhatIsAdded_andOneThatWasNot_doesNot() {
        String template =
                "Resources: {S: {Type: \"AWS::EC2::Subnet\", Properties: {VpcId: vpc-1, AvailabilityZone: eu-west-1a,"
                        + " CidrBlock: 10.0.240.0/24}}}";
        assertThat(findings(read(vpc(0), subnets(201), template))).isEmpty();
        assertThat(findings(read(vpc(0), subnets(200), template))).containsExactly("quota.subnets vpc-1");
    }

    @ParameterizedTest
    @CsvSource({"0, 65518", "1, 65519"})
    void addressUsage_countsWhatIsShownAndWhatIsNot(int deviceIndex, int units) {
        String account = """
                {"Vpcs": [{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16"}],
                 "Subnets": [{"SubnetId": "subnet-1", "VpcId": "vpc-1", "AvailabilityZone": "eu-west-1a",
                   "CidrBlock": "10.0.0.0/16", "AvailableIpAddressCount": 0,
                   "Ipv6CidrBlockAssociationSet": [{"Ipv6CidrBlock": "2001:db8::/64"}]}],
                 "NetworkInterfaces": [{"NetworkInterfaceId": "eni-1", "SubnetId": "subnet-1",
                   "Groups": [{"GroupId": "sg-1"}], "Attachment": {"InstanceId": "i-1", "DeviceIndex": %d},
                   "PrivateIpAddresses": [{"PrivateIpAddress": "10.0.0.9", "Primary": true},
                     {"PrivateIpAddress": "10.0.0.8", "Primary": false}],
                   "Ipv4Prefixes": [{"Ipv4Prefix": "10.0.1.0/28"}], "Ipv6Addresses": [{"Ipv6Address": "2001:db8::9"}],
                   "Ipv6Prefixes": [{"Ipv6Prefix": "2001:db8:0:0:1::/80"}]}]}
                """.formatted(deviceIndex);
        assertThat(read(account).plan().quotas().addressUsagePerVpc()).isEqualTo(units);
    }

    @Test
    void groupOfAState_takesWhatItMay_besideInterfacesOfServices() {
        String state = """
                {"format_version": "1.0", "values": {"root_module": {"resources": [
                  {"address": "aws_subnet.s", "mode": "managed", "type": "aws_subnet", "name": "s", "values": {"id": "subnet-1",
                    "vpc_id": "vpc-1", "cidr_block": "10.0.1.0/28", "availability_zone": "eu-west-1a"}},
                  {"address": "aws_nat_gateway.n", "mode": "managed", "type": "aws_nat_gateway", "name": "n",
                   "values": {"id": "nat-1", "subnet_id": "subnet-1", "private_ip": "10.0.1.9"}},
                  {"address": "aws_autoscaling_group.g", "mode": "managed", "type": "aws_autoscaling_group", "name": "g",
                   "values": {"id": "g", "max_size": %d, "vpc_zone_identifier": ["subnet-1"]}}]}}}
                """;
        assertThat(findings(read(state.formatted(10)))).isEmpty();
        assertThat(findings(read(state.formatted(11)))).containsExactly("subnet.room aws_subnet.s");
    }

    private static String groupWithRules(int number) {
        String rules = IntStream.range(0, number)
                .mapToObj(i ->
                        "{\"IpProtocol\": \"tcp\", \"FromPort\": %1$d, \"ToPort\": %1$d, \"IpRanges\": [{\"CidrIp\": \"10.0.0.0/8\"}]}"
                                .formatted(i))
                .collect(Collectors.joining(","));
        return "{\"SecurityGroups\": [{\"GroupId\": \"sg-0\", \"GroupName\": \"g\", \"VpcId\": \"vpc-1\", \"IpPermissions\": ["
                + rules + "]}]}";
    }

    private static String interfaceInGroups(int number) {
        String groups = IntStream.range(0, number)
                .mapToObj("{\"GroupId\": \"sg-%d\"}"::formatted)
                .collect(Collectors.joining(","));
        return "{\"NetworkInterfaces\": [{\"NetworkInterfaceId\": \"eni-1\", \"SubnetId\": \"subnet-1\", \"PrivateIpAddress\":"
                + " \"10.0.0.9\", \"Groups\": [" + groups + "]}]}";
    }

    @ParameterizedTest
    @CsvSource({"500, 0, 2", "500, 3, 3", "1001, 0, 1", "60, 0, 5", "500, 7, 7", "500, 20, 16"})
    void groupsOfAnInterface_areFewer_whereAGroupHasManyRules(int rules, int groups, int expected) {
        assertThat(read(groupWithRules(rules), interfaceInGroups(groups)).plan().quotas())
                .isEqualTo(
                        Quotas.awsDefaults().withRulesPerSecurityGroup(rules).withSecurityGroupsPerInterface(expected));
    }

    @ParameterizedTest
    @CsvSource({"4, true", "5, false"})
    void quotasThatAreTooLargeTogether_areSaidOfWhatIsAdded(int groups, boolean isSaid) {
        String added = "Resources: {N: {Type: \"AWS::EC2::NetworkInterface\", Properties: {SubnetId: subnet-1,"
                + " GroupSet: [sg-0, sg-1, sg-2, sg-3, sg-4]}}}";
        assertThat(findings(read(groupWithRules(250), interfaceInGroups(groups), added)))
                .isEqualTo(isSaid ? List.of("quota.rules-times-groups plan") : List.of());
    }
}
