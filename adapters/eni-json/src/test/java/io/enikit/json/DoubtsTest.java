package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.SecurityGroup;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.Fact;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.RuleSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file leaves open silences what hangs on it, and nothing else. */
class DoubtsTest {
    private static List<String> rulesBroken(String resources) {
        String text = "Parameters: {P: {Type: String}}\nResources:\n" + resources;
        return PlanReader.create().read(Source.of("t.yaml", text)).check(Ec2Rules.standard()).findings().stream()
                .map(each -> each.violation().rule())
                .toList();
    }

    @Test
    void ipv4BlockOfAVpc_open_leavesIpv6Judged() {
        assertThat(rulesBroken("""
                  V: {Type: "AWS::EC2::VPC", Properties: {Ipv4IpamPoolId: p, Ipv4NetmaskLength: 16}}
                  B: {Type: "AWS::EC2::VPCCidrBlock", Properties: {VpcId: !Ref V, Ipv6CidrBlock: "2001:db8:0:100::/56"}}
                  S: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref V, AvailabilityZone: a,
                      CidrBlock: 10.0.0.0/24, Ipv6CidrBlock: "2001:db8:0:300::/64"}}
                """)).containsExactly("subnet.ipv6-cidr.in-vpc");
    }

    @Test
    void ipv6BlockOfAVpc_open_leavesIpv4Judged() {
        assertThat(rulesBroken("""
                  V: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  B: {Type: "AWS::EC2::VPCCidrBlock", Properties: {VpcId: !Ref V, AmazonProvidedIpv6CidrBlock: true}}
                  S: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref V, AvailabilityZone: a,
                      CidrBlock: 10.1.0.0/24, Ipv6CidrBlock: "2001:db8:0:300::/64"}}
                """)).containsExactly("subnet.cidr.in-vpc");
    }

    @ParameterizedTest
    @CsvSource({
        "CidrBlock: 10.1.0.0/16, subnet.ipv6-cidr.in-vpc",
        "Ipv6CidrBlock: '2001:db8:0:300::/56', subnet.cidr.in-vpc"
    })
    void blockOfAVpcThatIsNotKnown_leavesTheOtherFamilyJudged(String block, String broken) {
        assertThat(rulesBroken("""
                  V: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  B: {Type: "AWS::EC2::VPCCidrBlock", Properties: {VpcId: !Ref P, %s}}
                  S: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref V, AvailabilityZone: a,
                      CidrBlock: 10.1.0.0/24, Ipv6CidrBlock: "2001:db8:0:300::/64"}}
                """.formatted(block))).containsExactly(broken);
    }

    @Test
    void nameOfAGroup_open_leavesRulesAboutNamesAlone() {
        RuleSet own = RuleSet.of(RuleInfo.of("own.name", Phase.STATE)
                .withSummary("A group has no name.")
                .inferred("none")
                .withNeeds(Fact.GROUP_NAME)
                .rule(SecurityGroup.class, (group, plan, faults) -> faults.add("it has a name", "none")));
        Reading reading = PlanReader.create().read(Source.of("t.yaml", """
                Parameters: {P: {Type: String}}
                Resources:
                  V: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  A: {Type: "AWS::EC2::SecurityGroup", Properties: {VpcId: !Ref V, GroupDescription: x, GroupName: a}}
                  B: {Type: "AWS::EC2::SecurityGroup", Properties: {VpcId: !Ref V, GroupDescription: x, GroupName: !Ref P}}
                """));
        assertThat(reading.check(own).findings())
                .filteredOn(each -> each.violation().rule().equals("own.name"))
                .extracting(each -> each.violation().subject().toString())
                .containsExactly("A");
    }

    @Test
    void nameOfAGroup_thatEc2Chooses_isThatOfNoOther() {
        assertThat(rulesBroken("""
                  V: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  A: {Type: "AWS::EC2::SecurityGroup", Properties: {VpcId: !Ref V, GroupDescription: x, GroupName: B}}
                  B: {Type: "AWS::EC2::SecurityGroup", Properties: {VpcId: !Ref V, GroupDescription: x}}
                """)).isEmpty();
    }

    @Test
    void addressesOfAnInterface_open_leaveItsElasticIpAlone() {
        assertThat(rulesBroken("""
                  V: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  G: {Type: "AWS::EC2::InternetGateway"}
                  H: {Type: "AWS::EC2::VPCGatewayAttachment", Properties: {VpcId: !Ref V, InternetGatewayId: !Ref G}}
                  S: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref V, AvailabilityZone: a, CidrBlock: 10.0.0.0/24}}
                  E: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: !Ref S, PrivateIpAddress: !Ref P}}
                  I: {Type: "AWS::EC2::EIP"}
                  J: {Type: "AWS::EC2::EIPAssociation", Properties: {AllocationId: !GetAtt I.AllocationId,
                      NetworkInterfaceId: !Ref E, PrivateIpAddress: 10.0.0.9}}
                """)).doesNotContain("eip.address.on-interface");
    }

    @Test
    void levelOfAWarning_inSarif_isWarning() {
        StringBuilder text = new StringBuilder("{\"Vpcs\": [");
        for (int i = 0; i < 3; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("{\"VpcId\": \"v")
                    .append(i)
                    .append("\", \"CidrBlock\": \"10.0.0.0/8\"}");
        }
        String sarif = PlanReader.create()
                .withLimits(ReadLimits.defaults().withFindings(1))
                .read(Source.of("vpcs.json", text + "]}"))
                .check(Ec2Rules.standard())
                .toSarif();
        List<Map<String, Object>> results =
                Json.list(Json.list(Json.object(sarif), "runs").get(0), "results");
        assertThat(results)
                .filteredOn(each -> "read.more".equals(each.get("ruleId")))
                .singleElement()
                .satisfies(each -> assertThat(each).containsEntry("level", "warning"));
        assertThat(results)
                .filteredOn(each -> !"read.more".equals(each.get("ruleId")))
                .singleElement()
                .satisfies(each -> assertThat(each).containsEntry("level", "error"));
    }
}
