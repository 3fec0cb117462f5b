package io.enikit.json.described;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.PlanReader;
import io.enikit.json.Reading;
import io.enikit.json.Source;
import io.enikit.limits.LimitRules;
import io.enikit.model.SubnetDemand;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Elastic Fabric Adapters of launch templates: those of type efa-only take no address. */
class EfaInterfacesTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    private static final String PRIMARY = "{DeviceIndex: 0, InterfaceType: efa}";

    private static Reading read(String type, String interfaces) {
        String template = """
            Resources:
              Net: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
              A: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, AvailabilityZone: x-1a, CidrBlock: 10.0.0.0/27}}
              Fleet: {Type: "AWS::AutoScaling::AutoScalingGroup", Properties: {MaxSize: 20, VPCZoneIdentifier: [!Ref A], LaunchTemplate: {LaunchTemplateId: !Ref Lt, Version: 1}}}
              Lt: {Type: "AWS::EC2::LaunchTemplate", Properties: {LaunchTemplateData: {InstanceType: %s, NetworkInterfaces: [%s]}}}
            """.formatted(type, interfaces);
        return PlanReader.create().read(Source.of("t.yaml", template));
    }

    private static List<String> findings(Reading reading) {
        return reading.check(RULES).findings().stream()
                .map(each -> each.violation().rule() + " " + each.violation().subject())
                .toList();
    }

    @Test
    void groupOfInstancesWithEfaOnlyInterfaces_takesOneAddressEach() {
        Reading reading = read(
                "p5.48xlarge",
                PRIMARY + ", {DeviceIndex: 1, NetworkCardIndex: 1, InterfaceType: efa-only}"
                        + ", {DeviceIndex: 0, NetworkCardIndex: 2, InterfaceType: efa-only}");
        assertThat(reading.plan().subnetDemands())
                .extracting(SubnetDemand::toString)
                .containsExactly("Fleet: 20 IPv4 addresses in [A]");
        assertThat(findings(reading)).isEmpty();
        assertThat(findings(
                        read("p5.48xlarge", PRIMARY + ", {DeviceIndex: 1, NetworkCardIndex: 1, InterfaceType: efa}")))
                .containsExactly("subnet.room A");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "t3.micro | {DeviceIndex: 0, InterfaceType: efa} | limits.efa-type Lt/eth0",
                "p5.48xlarge | {DeviceIndex: 0, InterfaceType: efa-only} | eni.efa-only.place Lt/eth0",
                "p5.48xlarge | {DeviceIndex: 0, InterfaceType: efa}, {DeviceIndex: 1, InterfaceType: efa-only} | limits.efa-interfaces Lt",
                "p6-b300.48xlarge | {DeviceIndex: 0, InterfaceType: efa} | limits.efa-card Lt/eth0",
            })
    void adapterThatTheTypeDoesNotTake_isFound(String type, String interfaces, String finding) {
        assertThat(findings(read(type, interfaces))).containsExactly(finding);
    }
}
