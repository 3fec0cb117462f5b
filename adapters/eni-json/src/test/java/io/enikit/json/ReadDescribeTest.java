package io.enikit.json;

import static io.enikit.json.ReadTexts.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.PlanText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every member of describe output, as it is read: by itself, and beside other files that add nothing to it. */
class ReadDescribeTest {
    private static final Source EVERYTHING = Source.of("everything.json", Samples.text("read/everything.json"));

    private static Reading read(Source... sources) {
        return PlanReader.create().read(sources);
    }

    @Test
    void everything_isThePlanThatItDescribes() {
        Reading reading = read(EVERYTHING);
        assertThat(PlanText.write(reading.plan())).isEqualTo(Samples.text("read/everything.plan"));
        assertThat(reading.outside()).extracting(Object::toString).containsExactly("vpc-5", "eni-10", "eni-7", "eni-8");
        assertThat(reading.notRead()).isEqualTo(Map.of("RouteTables", 2));
    }

    @Test
    void everything_contradictingItself_isSaidOnce() {
        assertThat(lines(read(EVERYTHING)))
                .containsExactly(
                        "[ADVICE] eni-12: PrivateIpAddress 10.0.1.18 is not among its PrivateIpAddresses"
                                + " (everything.json:59 /NetworkInterfaces/4) | read.contradiction",
                        "[ERROR] eni-2: network card 1 of an instance of type m5.large, which has 1 (from 0)"
                                + " (everything.json:38 /Instances/0/NetworkInterfaces/1) | limits.network-card"
                                + " | InvalidParameterValue",
                        "[ADVICE] eni-6: it states the zone eu-west-1b, its subnet subnet-1 is in eu-west-1a"
                                + " (everything.json:58 /NetworkInterfaces/3) | read.contradiction");
    }

    @Test
    void everything_behindAFileWithNothingInIt_isTheSame() {
        assertThat(ReadTexts.members(read(Source.of("none.json", "{\"Vpcs\": []}"), EVERYTHING)))
                .isEqualTo(ReadTexts.members(read(EVERYTHING)));
    }

    @Test
    void everything_besideATemplateThatMakesNothing_isTheSame() {
        assertThat(ReadTexts.members(read(EVERYTHING, Source.of("none.yaml", "Resources: {}"))))
                .isEqualTo(ReadTexts.members(read(EVERYTHING)));
    }

    private static List<String> lines(Reading reading) {
        return reading.check(RULES).findings().stream().map(Finding::toString).toList();
    }

    private static Source source(String name, String text) {
        return Source.of(name, text);
    }

    @Test
    void answerWithOneGateway_isRead_thoughItMakesNoResource() {
        String gateway = "{\"InternetGateway\": {\"InternetGatewayId\": \"igw-1\", \"Attachments\": []}}";
        assertThat(read(source("gateway.json", gateway)).check(RULES)).hasToString("no violations");
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "'\"PrivateIpAddresses\": [],', true",
        "'\"PrivateIpAddress\": \"10.0.0.8\",', true",
        "'\"PrivateIpAddress\": \"10.0.0.9\",', false",
    })
    void interface_thatSaysNothingOfAddresses_mayHaveThatOfAnElasticIp(String addresses, boolean isWrong) {
        Reading reading = read(source("a.json", """
                {"NetworkInterfaces": [{"NetworkInterfaceId": "eni-1", "SubnetId": "subnet-1", %s "Groups": [{"GroupId": "sg-1"}]}],
                 "Addresses": [{"AllocationId": "eipalloc-1", "NetworkInterfaceId": "eni-1", "PrivateIpAddress": "10.0.0.9"}]}
                """.formatted(addresses)));
        assertThat(lines(reading))
                .isEqualTo(
                        isWrong
                                ? List.of("[ERROR] eipalloc-1: 10.0.0.9 is not a private IPv4 address of eni-1"
                                        + " (a.json:2 /Addresses/0) | eip.address.on-interface | InvalidParameterValue")
                                : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "eni-8, 7, in-use, eni-8 vlanId=7",
        "eni-8, 7, available, ''",
        "' ', 7, in-use, ''",
        "eni-8, x7, in-use, ''",
        "eni-8, 12345, in-use, ''",
    })
    void tagsOfABranch_areAnAssociation_ifTheyNameATrunkAndANumberAndItIsInUse(
            String trunk, String vlan, String status, String expected) {
        Reading reading = read(source("a.json", """
                {"NetworkInterfaces": [{"NetworkInterfaceId": "eni-1", "SubnetId": "subnet-1", "Status": "%s",
                  "TagSet": [{"Key": "vpcresources.k8s.aws/trunk-eni-id", "Value": "%s"},
                             {"Key": "vpcresources.k8s.aws/vlan-id", "Value": "%s"}]}]}
                """.formatted(status, trunk, vlan)));
        assertThat(reading.plan().eni("eni-1").orElseThrow().trunkAssociation())
                .map(each -> each.toString())
                .isEqualTo(Optional.of(expected).filter(text -> !text.isEmpty()));
    }

    @Test
    void subnetOnAnOutpost_isAloneInItsPlace_whereverItIsDescribed() {
        String subnet = """
                {"Subnets": [{"SubnetId": "subnet-1", "VpcId": "vpc-1", "AvailabilityZone": "eu-west-1a",
                  %s "CidrBlock": "10.0.0.0/24"}]}""";
        String cluster = """
                Resources:
                  C: {Type: "AWS::EKS::Cluster", Properties: {ResourcesVpcConfig: {SubnetIds: [subnet-1]}}}
                """;
        String outpost = "\"OutpostArn\": \"arn:aws:outposts:eu-west-1:111122223333:outpost/op-1\",";
        Source none = source("none.json", "{\"Vpcs\": []}");
        Source template = source("c.yaml", cluster);
        assertThat(lines(read(none, source("a.json", subnet.formatted(outpost)), template)))
                .isEmpty();
        assertThat(lines(read(none, source("a.json", subnet.formatted("")), template)))
                .containsExactly(
                        "[ERROR] C: it needs subnets in 2 availability zones with 5 free addresses each, and has 1:"
                                + " subnet-1 (c.yaml:2 /Resources/C) | service.eks-subnets");
    }

    @Test
    void interfacesOfANatGateway_areThereAlready_besideWhatATemplateAdds() {
        Source gateways = source("nat.json", """
                {"NatGateways": [{"NatGatewayId": "nat-1", "SubnetId": "subnet-1", "State": "available", "NatGatewayAddresses": [
                   {"NetworkInterfaceId": "eni-m", "PrivateIp": "10.0.1.20"}, {"NetworkInterfaceId": "eni-n", "PrivateIp": "10.0.1.21"}]}]}
                """);
        Source template = source("t.yaml", """
                Resources:
                  A: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: subnet-1, GroupSet: [sg-1], PrivateIpAddress: 10.0.1.20}}
                  zz: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: subnet-1, GroupSet: [sg-1], PrivateIpAddress: 10.0.1.21}}
                """);
        assertThat(read(gateways, template).check(RULES).findings())
                .extracting(
                        each -> each.violation().rule() + " " + each.violation().subject())
                .containsExactly("eni.ipv4.in-use A", "eni.ipv4.in-use zz");
    }
}
