package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.SecurityGroupId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What instances take from launch templates. */
class LaunchTest {
    private static Reading read(String data) {
        return PlanReader.create().read(Source.of("t.yaml", """
                Parameters: {P: {Type: String}}
                Resources:
                  Net: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  Sub: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, CidrBlock: 10.0.0.0/24}}
                  Group: {Type: "AWS::EC2::SecurityGroup", Properties: {VpcId: !Ref Net, GroupDescription: d}}
                  Launch: {Type: "AWS::EC2::LaunchTemplate", Properties: {LaunchTemplateData: DATA}}
                  Box: {Type: "AWS::EC2::Instance", Properties: {LaunchTemplate: {LaunchTemplateId: !Ref Launch, Version: 1}}}
                """.replace("DATA", data)));
    }

    @Test
    void instance_takesTypeAndInterfacesOfItsTemplate() {
        Reading reading = read("{InstanceType: m5.large, NetworkInterfaces: [{DeviceIndex: 0, SubnetId: !Ref Sub,"
                + " Groups: [!Ref Group], PrivateIpAddress: 10.0.0.9}]}");
        assertThat(reading.plan().instance("Box").orElseThrow().instanceType()).isEqualTo("m5.large");
        assertThat(reading.plan().enisOf("Box")).singleElement().satisfies(eni -> {
            assertThat(eni.subnetId()).hasToString("Sub");
            assertThat(eni.securityGroups()).containsExactly(SecurityGroupId.of("Group"));
            assertThat(eni.privateIpAddress()).map(Object::toString).contains("10.0.0.9");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!Ref P",
                "{InstanceType: m5.large, NetworkInterfaces: !Ref P}",
                "{InstanceType: m5.large, NetworkInterfaces: [!Ref P]}"
            })
    void dataThatIsNotKnown_leavesOpenWhatTheInstanceHas(String data) {
        Reading reading = read(data);
        assertThat(reading.plan().instances()).hasSize(1);
        assertThat(reading.check(ReadTexts.RULES).findings()).isEmpty();
    }
}
