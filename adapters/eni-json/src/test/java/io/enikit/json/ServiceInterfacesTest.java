package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.EniId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Interfaces that services make of what templates declare. */
class ServiceInterfacesTest {
    private static Reading read(String... resources) {
        return PlanReader.create().read(Source.of("t.yaml", """
                Resources:
                  Net: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  SubA: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, CidrBlock: 10.0.0.0/24, AvailabilityZone: a}}
                  SubB: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, CidrBlock: 10.0.1.0/24, AvailabilityZone: a}}
                """ + "  " + String.join("\n  ", resources) + "\n"));
    }

    private static List<String> enis(Reading reading) {
        return reading.plan().enis().stream()
                .map(eni -> eni.id() + " " + eni.subnetId() + " "
                        + eni.privateIpAddresses().stream()
                                .map(each -> each.address().toString())
                                .toList()
                        + " "
                        + eni.ipv6Addresses().stream()
                                .map(each -> each.address().toString())
                                .toList()
                        + " " + eni.addressDemand())
                .toList();
    }

    @Test
    void natGateway_hasItsElasticIp() {
        Reading reading = read(
                "Eip: {Type: 'AWS::EC2::EIP', Properties: {Domain: vpc}}",
                "Nat: {Type: 'AWS::EC2::NatGateway', Properties: {SubnetId: !Ref SubA, PrivateIpAddress: 10.0.0.9,"
                        + " AllocationId: !GetAtt Eip.AllocationId}}");
        assertThat(reading.plan().elasticIp("Eip").orElseThrow().association())
                .map(ElasticIpAssociation::eniId)
                .contains(EniId.of("Nat/eth0"));
    }

    @Test
    void mountTarget_hasTheAddressesThatItStates() {
        assertThat(enis(read(
                        "Target: {Type: 'AWS::EFS::MountTarget', Properties: {FileSystemId: f, SubnetId: !Ref SubA,"
                                + " IpAddress: 10.0.0.9, Ipv6Address: '2001:db8::9'}}")))
                .containsExactly("Target/eth0 SubA [10.0.0.9] [2001:db8::9] nothing");
    }

    @Test
    void endpoint_hasAnInterfaceInEachSubnet() {
        String type =
                "Type: 'AWS::EC2::VPCEndpoint', Properties: {VpcId: !Ref Net, ServiceName: s, VpcEndpointType: Interface, ";
        assertThat(enis(read("End: {" + type + "SubnetIds: [!Ref SubA, !Ref SubB]}}")))
                .containsExactly("End/eth0 SubA [] [] 1 IPv4 address", "End/eth1 SubB [] [] 1 IPv4 address");
    }

    @Test
    void networkLoadBalancer_withTwoSubnetsInAZone_isReported() {
        Reading reading = read("Lb: {Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: {Type: network,"
                + " SubnetMappings: [{SubnetId: !Ref SubA, PrivateIPv4Address: 10.0.0.9}, {SubnetId: !Ref SubB}]}}");
        assertThat(enis(reading))
                .containsExactly("Lb/eth0 SubA [10.0.0.9] [] nothing", "Lb/eth1 SubB [] [] 1 IPv4 address");
        assertThat(ReadTexts.findings(reading)).anyMatch(each -> each.startsWith("service.load-balancer-subnets "));
    }
}
