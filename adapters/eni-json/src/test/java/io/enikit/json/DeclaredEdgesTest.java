package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties of templates that are left open, of another kind than is expected, or as large as can be. */
class DeclaredEdgesTest {
    private static Reading read(String resources) {
        return PlanReader.create()
                .read(Source.of(
                        "t.yaml",
                        "Parameters: {P: {Type: String}, Q: {Type: String}}\nResources:\n" + resources.indent(2)));
    }

    private static List<String> messages(Reading reading) {
        return reading.check(ReadTexts.RULES).findings().stream()
                .map(each -> each.violation().message())
                .toList();
    }

    private static String resource(String name, String type, String properties) {
        return name + ": {Type: \"AWS::" + type + "\", Properties: {" + properties + "}}\n";
    }

    private static String subnet(String name, String more) {
        return resource(name, "EC2::Subnet", "VpcId: vpc-1, AvailabilityZone: x, " + more);
    }

    private static String eni(String more) {
        return resource("N", "EC2::NetworkInterface", "SubnetId: subnet-1, GroupSet: [sg-1]" + more);
    }

    @Test
    void ipv6Block_thatIsAssociatedWithASubnet_isItsBlock() {
        Reading reading = read(subnet("S", "CidrBlock: 10.0.0.0/24")
                + resource("B", "EC2::SubnetCidrBlock", "SubnetId: !Ref S, Ipv6CidrBlock: \"2001:db8::/64\""));
        assertThat(ReadTexts.lines(reading, "subnet"))
                .containsExactly(
                        "subnet S vpc=vpc-1 availabilityZone=x cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64");
        assertThat(
                        messages(
                                read(
                                        subnet("S", "CidrBlock: 10.0.0.0/24")
                                                + resource(
                                                        "B",
                                                        "EC2::SubnetCidrBlock",
                                                        "SubnetId: !Ref S, Ipv6CidrBlock: \"2001:db8::/64\"")
                                                + resource(
                                                        "N",
                                                        "EC2::NetworkInterface",
                                                        "SubnetId: !Ref S, GroupSet: [sg-1], Ipv6Addresses: [{Ipv6Address: \"2001:db8:1::9\"}]"))))
                .containsExactly("2001:db8:1::9 is not in subnet \"S\", which is 2001:db8::/64");
    }

    @Test
    void ipv6Block_thatIsOpen_isOneAllTheSame() {
        String associated = subnet("S", "CidrBlock: 10.0.0.0/24")
                + resource("B", "EC2::SubnetCidrBlock", "SubnetId: !Ref S, Ipv6CidrBlock: !Ref P");
        Reading reading = read(associated
                + resource("N", "EC2::NetworkInterface", "SubnetId: !Ref S, GroupSet: [sg-1], Ipv6AddressCount: 1"));
        assertThat(ReadTexts.reasons(reading)).containsExactly("the parameter P has no value");
        assertThat(messages(reading)).isEmpty();
        Reading twice = read(associated
                + subnet("T", "CidrBlock: 10.0.1.0/24")
                + resource("C", "EC2::SubnetCidrBlock", "SubnetId: !Ref T, Ipv6CidrBlock: !Ref P"));
        assertThat(ReadTexts.findings(twice)).containsExactly("subnet.ipv6-cidr.overlap T");
    }

    @Test
    void block_thatIsAnAttribute_isTheSameForAll() {
        String pool = resource("Pool", "Other::Thing", "A: b");
        assertThat(ReadTexts.findings(read(pool
                        + subnet("S", "CidrBlock: !GetAtt Pool.Cidr")
                        + subnet("T", "CidrBlock: !GetAtt Pool.Cidr"))))
                .containsExactly("subnet.cidr.overlap T");
        assertThat(ReadTexts.findings(read(pool
                        + subnet("S", "CidrBlock: !GetAtt Pool.Cidr")
                        + subnet("T", "CidrBlock: !GetAtt Pool.Other"))))
                .isEmpty();
    }

    @Test
    void zone_thatIsGivenByItsId_isOneForAllOfThatId() {
        Reading reading = read(
                resource("S", "EC2::Subnet", "VpcId: vpc-1, AvailabilityZoneId: use1-az1, CidrBlock: 10.0.0.0/24"));
        assertThat(ReadTexts.lines(reading, "subnet"))
                .containsExactly(
                        "subnet S vpc=vpc-1 availabilityZone=${use1-az1} zoneId=use1-az1 cidrBlock=10.0.0.0/24");
        assertThat(ReadTexts.reasons(reading)).containsExactly("the zone use1-az1 is given by its id");
    }

    @Test
    void group_hasItsDescription() {
        assertThat(ReadTexts.lines(
                        read(resource(
                                "G", "EC2::SecurityGroup", "VpcId: vpc-1, GroupName: web, GroupDescription: Web")),
                        "group"))
                .containsExactly("group G vpc=vpc-1 groupName=web description=Web");
    }

    @Test
    void association_ofAnAddressByItsOlderProperty_isOne() {
        Reading reading = read(resource("E", "EC2::EIP", "Domain: vpc")
                + resource(
                        "A",
                        "EC2::EIPAssociation",
                        "EIP: !Ref E, NetworkInterfaceId: eni-1, PrivateIpAddress: 10.0.0.9"));
        assertThat(ReadTexts.lines(reading, "eip"))
                .containsExactly("eip E networkInterface=eni-1 privateIpAddress=10.0.0.9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SecondaryPrivateIpAddressCount: 2 | ipv4Addresses:3",
                "PrivateIpAddresses: [{PrivateIpAddress: !Ref P, Primary: true}] | ipv4Addresses:1",
                "PrivateIpAddresses: [{PrivateIpAddress: 10.0.0.9, Primary: true}, {PrivateIpAddress: !Ref P, Primary: false}] | ipv4Addresses:1",
                "PrivateIpAddresses: [{PrivateIpAddress: 10.0.0.9, Primary: true}, {PrivateIpAddress: 10.0.0.8, Primary: false}] | none",
                "PrivateIpAddresses: [{PrivateIpAddress: 10.0.0.9, Primary: true}, !Ref P] | ipv4Addresses:1",
                "PrivateIpAddress: 10.0.0.9, Ipv4Prefixes: [!Ref P, !Ref Q] | ipv4Prefixes:2",
                "PrivateIpAddress: 10.0.0.9, Ipv4Prefixes: [{Ipv4Prefix: !Ref P}, {Ipv4Prefix: 10.0.0.16/28}] | ipv4Prefixes:1",
                "PrivateIpAddress: 10.0.0.9, Ipv6Addresses: [{Ipv6Address: !Ref P}, !Ref Q] | ipv6Addresses:2",
                "PrivateIpAddress: 10.0.0.9, Ipv6Prefixes: [{Ipv6Prefix: !Ref P}] | ipv6Prefixes:1",
                "PrivateIpAddress: 10.0.0.9, Ipv6Prefixes: !Ref P | none",
                "PrivateIpAddress: 10.0.0.9, Ipv6PrefixCount: 1000 | ipv6Prefixes:1000",
            })
    void addressesThatAreOpen_areAwaited(String properties, String demand) {
        String line = ReadTexts.lines(read(eni(", " + properties)), "eni").get(0);
        assertThat(line.replaceAll(".* addressDemand=(\\S+).*", "$1")).isEqualTo(demand.equals("none") ? line : demand);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ipv6PrefixCount: 1001 | Ipv6PrefixCount \"1001\": expected a number of 0 to 1000",
                "Ipv6PrefixCount: -1 | Ipv6PrefixCount \"-1\": expected a number of 0 to 1000",
                "Ipv6PrefixCount: x | Ipv6PrefixCount \"x\": expected a whole number",
            })
    void numberBeyondWhatCanBe_isAFinding(String property, String message) {
        assertThat(messages(read(eni(", PrivateIpAddress: 10.0.0.9, " + property))))
                .containsExactly(message);
    }

    @Test
    void attributeThatIsNotTheId_isNotTheResource() {
        Reading reading = read(subnet("S", "CidrBlock: 10.0.0.0/24")
                + resource("N", "EC2::NetworkInterface", "SubnetId: !GetAtt S.Other, GroupSet: [sg-1]"));
        assertThat(ReadTexts.reasons(reading)).containsExactly("Other of S is known only once it is made");
        assertThat(reading.plan().eni("N").orElseThrow().subnetId()).hasToString("${S.Other}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A: {Type: \"AWS::AutoScaling::AutoScalingGroup\", Properties: {MaxSize: 1, VPCZoneIdentifier: [subnet-1], MixedInstancesPolicy: text}}",
                "G: {Type: \"AWS::EC2::SecurityGroup\", Properties: {VpcId: vpc-1, GroupName: g, SecurityGroupIngress: [text, 7]}}",
                "G: {Type: \"AWS::EC2::SecurityGroup\", Properties: {VpcId: vpc-1, GroupName: g, SecurityGroupIngress: text}}",
                "V: {Type: \"AWS::EC2::VPC\", Properties: {CidrBlock: 10.0.0.0/16, Tags: {a: b}}}",
                "V: {Type: \"AWS::EC2::VPC\", Properties: {CidrBlock: 10.0.0.0/16, Tags: [a, {Key: [b]}, {Value: c}]}}",
                "N: {Type: \"AWS::EC2::NetworkInterface\", Properties: {SubnetId: subnet-1, GroupSet: [sg-1], Description: text}}",
            })
    void propertyOfAnotherKind_isLeftOut(String resource) {
        Reading reading = read(resource);
        assertThat(reading.unknowns()).isEmpty();
        assertThat(messages(reading)).isEmpty();
    }
}
