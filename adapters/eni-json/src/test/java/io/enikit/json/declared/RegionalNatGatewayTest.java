package io.enikit.json.declared;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.PlanReader;
import io.enikit.json.Reading;
import io.enikit.json.Source;
import io.enikit.rules.Ec2Rules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A NAT gateway of a whole VPC is in no subnet, and has no interface in one. */
class RegionalNatGatewayTest {
    @ParameterizedTest
    @ValueSource(strings = {"""
                {"NatGateways": [{"NatGatewayId": "nat-1", "State": "available", "VpcId": "vpc-1", "ConnectivityType": "public",
                  "AvailabilityMode": "regional", "NatGatewayAddresses": [
                   {"AllocationId": "eipalloc-1", "PublicIp": "198.51.100.7", "AvailabilityZone": "eu-west-1a", "Status": "succeeded"}]}]}
                """, """
                Resources:
                  Out: {Type: "AWS::EC2::NatGateway", Properties: {VpcId: vpc-1, AvailabilityMode: regional, ConnectivityType: public}}
                """, """
                {"format_version": "1.2", "planned_values": {"root_module": {"resources": [
                  {"address": "aws_nat_gateway.out", "mode": "managed", "type": "aws_nat_gateway", "name": "out",
                   "values": {"availability_mode": "regional", "vpc_id": "vpc-1", "subnet_id": null}}]}}}
                """})
    void regionalGateway_isReadWithoutASubnet(String text) {
        Reading reading = PlanReader.create().read(Source.of("file", text));
        assertThat(reading.plan().enis()).isEmpty();
        assertThat(reading.unknowns()).isEmpty();
        assertThat(reading.notRead()).isEmpty();
        assertThat(reading.check(Ec2Rules.standard())).hasToString("no violations");
    }
}
