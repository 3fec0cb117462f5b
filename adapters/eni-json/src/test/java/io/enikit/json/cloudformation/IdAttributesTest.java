package io.enikit.json.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.PlanReader;
import io.enikit.json.Reading;
import io.enikit.json.Source;
import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The VPC of an interface or an instance is that of its subnet, and the VPC of anything else is not known. */
class IdAttributesTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    private static final String TEMPLATE = """
            Resources:
              Net: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
              Other: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.1.0.0/16}}
              A: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, AvailabilityZone: x-1a, CidrBlock: 10.0.0.0/24}}
              B: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Other, AvailabilityZone: x-1b, CidrBlock: 10.1.0.0/24}}
              Near: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: !Ref A}}
              Far: {Type: "AWS::EC2::Instance", Properties: {InstanceType: t3.micro, SubnetId: !Ref B}}
              Loose: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: subnet-1}}
              Made: {Type: "Custom::Network", Properties: {ServiceToken: x}}
              Group: {Type: "AWS::EC2::SecurityGroup", Properties: {GroupDescription: x, VpcId: VPC}}
              Door: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: !Ref A, GroupSet: [!GetAtt Group.GroupId]}}
            """;

    @ParameterizedTest
    @CsvSource({
        "!Ref Net, Net, ",
        "!GetAtt Net.VpcId, Net, ",
        "!GetAtt A.VpcId, Net, ",
        "!GetAtt Near.VpcId, Net, ",
        "!GetAtt Far.VpcId, Other, eni.groups.vpc",
        "!GetAtt Loose.VpcId, ${Loose.VpcId}, ",
        "!GetAtt Made.VpcId, ${Made.VpcId}, ",
    })
    void vpcOfAGroup_isThatOfTheSubnet(String expression, String vpc, String rule) {
        Reading reading = PlanReader.create().read(Source.of("t.yaml", TEMPLATE.replace("VPC}}", expression + "}}")));
        assertThat(reading.plan().securityGroup("Group").orElseThrow().vpcId()).hasToString(vpc);
        assertThat(reading.check(RULES).findings())
                .extracting(finding -> finding.violation().rule())
                .isEqualTo(rule == null ? List.of() : List.of(rule));
    }
}
