package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Elastic IPs that templates associate, and functions that take their subnets from elsewhere. */
class DeclaredAddressesTest {
    private static Reading read(String... resources) {
        return PlanReader.create().read(Source.of("t.yaml", """
                Parameters: {P: {Type: String}}
                Resources:
                  Net: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  Sub: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, CidrBlock: 10.0.0.0/24}}
                  One: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: !Ref Sub, PrivateIpAddress: 10.0.0.9}}
                  Two: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: !Ref Sub}}
                """ + "  " + String.join("\n  ", resources) + "\n"));
    }

    private static List<String> findings(String rule, Reading reading) {
        return ReadTexts.findings(reading).stream()
                .filter(each -> each.startsWith(rule + " "))
                .toList();
    }

    private static String associated(String name, String address, String target) {
        return name + ": {Type: 'AWS::EC2::EIPAssociation', Properties: {AllocationId: " + address + ", " + target
                + "}}";
    }

    @ParameterizedTest
    @CsvSource({"eipalloc-9, 1", "!Ref P, 1", "' ', 0", "'', 0"})
    void addressThatIsAssociatedTwice_isReported(String address, int number) {
        String id = address.isBlank() ? "'" + address + "'" : address;
        assertThat(findings(
                        "eip.reassociation",
                        read(
                                associated("A", id, "NetworkInterfaceId: !Ref One"),
                                associated("B", id, "NetworkInterfaceId: !Ref Two"))))
                .hasSize(number);
    }

    @Test
    void privateAddressThatIsKnown_withTwoElasticIps_isReportedOnce() {
        Reading reading = read(
                "North: {Type: 'AWS::EC2::EIP', Properties: {Domain: vpc}}",
                "South: {Type: 'AWS::EC2::EIP', Properties: {Domain: vpc}}",
                associated(
                        "A", "!GetAtt North.AllocationId", "NetworkInterfaceId: !Ref One, PrivateIpAddress: 10.0.0.9"),
                associated(
                        "B", "!GetAtt South.AllocationId", "NetworkInterfaceId: !Ref One, PrivateIpAddress: 10.0.0.9"));
        assertThat(findings("eip.address.one-to-one", reading)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lb: {Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: {Type: network, SubnetMappings: [!Ref P]}}",
                "Nat: {Type: 'AWS::EC2::NatGateway', Properties: {SubnetId: !Ref Sub, SecondaryAllocationIds: !Ref P}}",
            })
    void addressesThatAreNotKnown_areLeftOpen(String resource) {
        assertThat(findings("eip.reassociation", read(resource))).isEmpty();
    }

    @Test
    void targetThatIsNotKnown_isNotSaidToBeUnread() {
        String address = "North: {Type: 'AWS::EC2::EIP', Properties: {Domain: vpc}}";
        assertThat(read(address, associated("A", "!GetAtt North.AllocationId", "NetworkInterfaceId: !Ref P"))
                        .unknowns())
                .extracting(Unknown::reason)
                .noneMatch(each -> each.contains("which was not read"));
        assertThat(read(address, associated("A", "!GetAtt North.AllocationId", "NetworkInterfaceId: eni-0123"))
                        .unknowns())
                .extracting(Unknown::reason)
                .contains("the address that it is for is one of eni-0123, which was not read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AWS::Serverless::Function | {Function: {VpcConfig: {SubnetIds: [!Ref Sub]}}} | 1",
                "AWS::Serverless::Function | {Function: {VpcConfig: {}}} | 0",
                "AWS::Serverless::Function | {Function: x} | 0",
                "AWS::Serverless::Function | x | 0",
                "AWS::Lambda::Function | {Function: {VpcConfig: {SubnetIds: [!Ref Sub]}}} | 0",
            })
    void globals_sayWhereServerlessFunctionsAre(String type, String globals, int number) {
        Reading reading = PlanReader.create()
                .read(Source.of("t.yaml", """
                Transform: AWS::Serverless-2016-10-31
                Globals: GLOBALS
                Resources:
                  Net: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  Sub: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, CidrBlock: 10.0.0.0/24}}
                  Fn: {Type: "TYPE", Properties: {Handler: h}}
                """.replace("GLOBALS", globals).replace("TYPE", type)));
        assertThat(reading.plan().enis()).hasSize(number);
    }
}
