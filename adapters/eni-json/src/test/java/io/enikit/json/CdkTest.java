package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates in the shape in which the CDK writes them. */
class CdkTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    private static Reading read(String... namesAndTexts) {
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            sources.add(Source.of("cdk.out/" + namesAndTexts[i], namesAndTexts[i + 1]));
        }
        return PlanReader.create().read(sources);
    }

    private static List<String> findings(Reading reading) {
        return reading.check(RULES).findings().stream()
                .map(each -> each.violation().rule() + " " + each.violation().subject())
                .toList();
    }

    private static List<String> reasons(Reading reading) {
        return reading.unknowns().stream().map(Unknown::reason).distinct().toList();
    }

    /** Returns a dual-stack VPC with a subnet in each of two zones, which take slices of its IPv6 block. */
    private static String dualStack(int firstSlice, int secondSlice) {
        return """
                {"Resources": {
                  "Vpc83": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.0.0.0/16", "EnableDnsHostnames": true}, "Metadata": {"aws:cdk:path": "Dual/Vpc/Resource"}},
                  "Six12": {"Type": "AWS::EC2::VPCCidrBlock", "Properties": {"AmazonProvidedIpv6CidrBlock": true, "VpcId": {"Ref": "Vpc83"}}},
                  "One5C": {"Type": "AWS::EC2::Subnet", "Properties": {"AssignIpv6AddressOnCreation": true, "AvailabilityZone": {"Fn::Select": [0, {"Fn::GetAZs": ""}]},
                    "CidrBlock": "10.0.0.0/18", "Ipv6CidrBlock": {"Fn::Select": [FIRST, {"Fn::Cidr": [{"Fn::Select": [0, {"Fn::GetAtt": ["Vpc83", "Ipv6CidrBlocks"]}]}, 2, "64"]}]},
                    "MapPublicIpOnLaunch": true, "VpcId": {"Ref": "Vpc83"}}, "DependsOn": ["Six12"]},
                  "Two69": {"Type": "AWS::EC2::Subnet", "Properties": {"AssignIpv6AddressOnCreation": true, "AvailabilityZone": {"Fn::Select": [1, {"Fn::GetAZs": ""}]},
                    "CidrBlock": "10.0.64.0/18", "Ipv6CidrBlock": {"Fn::Select": [SECOND, {"Fn::Cidr": [{"Fn::Select": [0, {"Fn::GetAtt": ["Vpc83", "Ipv6CidrBlocks"]}]}, 2, "64"]}]},
                    "VpcId": {"Ref": "Vpc83"}}, "DependsOn": ["Six12"]},
                  "CDKMetadata": {"Type": "AWS::CDK::Metadata", "Properties": {"Analytics": "v2:deflate64:x"}, "Condition": "CDKMetadataAvailable"}
                 },
                 "Conditions": {"CDKMetadataAvailable": {"Fn::Or": [{"Fn::Equals": [{"Ref": "AWS::Region"}, "eu-west-1"]}, {"Fn::Equals": [{"Ref": "AWS::Region"}, "us-east-1"]}]}},
                 "Parameters": {"BootstrapVersion": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/cdk-bootstrap/hnb659fds/version"}},
                 "Rules": {"CheckBootstrapVersion": {"Assertions": [{"Assert": {"Fn::Not": [{"Fn::Contains": [["1", "2"], {"Ref": "BootstrapVersion"}]}]}}]}}
                }
                """.replace("FIRST", "" + firstSlice).replace("SECOND", "" + secondSlice);
    }

    @Test
    void dualStackVpc_leavesOpenWhatAmazonChoosesOnly() {
        Reading reading = read("Dual.template.json", dualStack(0, 1));
        assertThat(findings(reading)).isEmpty();
        assertThat(reasons(reading))
                .containsExactly(
                        "a value of Fn::Cidr is not known: Ipv6CidrBlocks of Vpc83 is known only once it is made",
                        "the availability zones are not given");
        assertThat(findings(read("Dual.template.json", dualStack(1, 1))))
                .containsExactly("subnet.ipv6-cidr.overlap Two69");
        assertThat(findings(read("Dual.template.json", dualStack(0, 2)))).containsExactly("read.function Two69");
    }

    @Test
    void ipamVpc_isComparedSliceBySlice() {
        String text = """
                {"Resources": {
                  "Pool": {"Type": "AWS::EC2::IPAMPool", "Properties": {"AddressFamily": "ipv4", "IpamScopeId": {"Fn::GetAtt": ["Ipam", "PrivateDefaultScopeId"]}}},
                  "Vpc83": {"Type": "AWS::EC2::VPC", "Properties": {"Ipv4IpamPoolId": {"Ref": "Pool"}, "Ipv4NetmaskLength": 20}},
                  "One5C": {"Type": "AWS::EC2::Subnet", "Properties": {"CidrBlock": {"Fn::Select": [0, {"Fn::Cidr": [{"Fn::GetAtt": ["Vpc83", "CidrBlock"]}, 16, "8"]}]}, "VpcId": {"Ref": "Vpc83"}}},
                  "Two69": {"Type": "AWS::EC2::Subnet", "Properties": {"CidrBlock": {"Fn::Select": [SLICE, {"Fn::Cidr": [{"Fn::GetAtt": ["Vpc83", "CidrBlock"]}, COUNT, "8"]}]}, "VpcId": {"Ref": "Vpc83"}}}
                }}
                """;
        assertThat(findings(
                        read("Ipam.template.json", text.replace("SLICE", "1").replace("COUNT", "16"))))
                .isEmpty();
        assertThat(findings(
                        read("Ipam.template.json", text.replace("SLICE", "0").replace("COUNT", "16"))))
                .containsExactly("subnet.cidr.overlap Two69");
        assertThat(findings(
                        read("Ipam.template.json", text.replace("SLICE", "1").replace("COUNT", "17"))))
                .containsExactly("read.function Two69");
    }

    private static final String ROOT = """
            {"Resources": {
              "NetNestedStackNetNestedStackResource58": {"Type": "AWS::CloudFormation::Stack", "Properties": {"TemplateURL": {"Fn::Join": ["", ["https://s3.", {"Ref": "AWS::Region"}, ".", {"Ref": "AWS::URLSuffix"}, "/", {"Fn::Sub": "cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}"}, "/c21a.json"]]}}},
              "AppsNestedStackAppsNestedStackResource32": {"Type": "AWS::CloudFormation::Stack", "Properties": {
                "Parameters": {"referencetoShopNetVpcRef": {"Fn::GetAtt": ["NetNestedStackNetNestedStackResource58", "Outputs.ShopNetVpcRef"]}},
                "TemplateURL": {"Fn::Join": ["", ["https://s3.", {"Ref": "AWS::Region"}, ".", {"Ref": "AWS::URLSuffix"}, "/", {"Fn::Sub": "cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}"}, "/8d85.json"]]}}}
            }}
            """;

    private static final String NET = """
            {"Resources": {
              "Vpc83": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.5.0.0/20"}},
              "One5C": {"Type": "AWS::EC2::Subnet", "Properties": {"CidrBlock": "10.5.0.0/22", "AvailabilityZone": "eu-west-1a", "VpcId": {"Ref": "Vpc83"}}}},
             "Outputs": {"ShopNetVpcRef": {"Value": {"Ref": "Vpc83"}}}}
            """;

    private static final String APPS = """
            {"Parameters": {"referencetoShopNetVpcRef": {"Type": "String"}},
             "Resources": {"Clash": {"Type": "AWS::EC2::Subnet", "Properties": {"CidrBlock": "10.5.3.0/24", "AvailabilityZone": "eu-west-1a", "VpcId": {"Ref": "referencetoShopNetVpcRef"}}}}}
            """;

    private static final String ASSETS = """
            {"version": "55.0.0", "dockerImages": {}, "files": {
              "c21a": {"displayName": "Net", "source": {"path": "ANET", "packaging": "file"}, "destinations": {"here-1": {"bucketName": "b", "objectKey": "c21a.json"}}},
              "8d85": {"displayName": "Apps", "source": {"path": "BAPPS", "packaging": "file"}, "destinations": {"here-1": {"bucketName": "b", "objectKey": "8d85.json"}}}}}
            """;

    @Test
    void nestedStacks_areFoundByTheNamesOfTheirFiles() {
        Reading reading = read(
                "Shop.template.json",
                ROOT,
                "ShopNet76ABAFE4.nested.template.json",
                NET,
                "ShopApps20E10DA2.nested.template.json",
                APPS);
        assertThat(reading.unknowns()).isEmpty();
        assertThat(findings(reading))
                .containsExactly("subnet.cidr.overlap"
                        + " cdk.out/Shop.template.json#NetNestedStackNetNestedStackResource58/One5C");
    }

    @Test
    void nestedStacks_areFoundByTheManifestOfAssets() {
        Reading reading = read("Shop.template.json", ROOT, "ANET", NET, "BAPPS", APPS, "Shop.assets.json", ASSETS);
        assertThat(reading.unknowns()).isEmpty();
        assertThat(findings(reading)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Other.template.json", "Shop.json"})
    void nestedStacks_ofOtherFiles_areNotRead(String root) {
        Reading reading = read(root, ROOT, "ShopNet76ABAFE4.nested.template.json", NET);
        assertThat(reasons(reading)).hasSize(2).allMatch(each -> each.contains("is not among the files"));
    }

    @Test
    void crossStackReferences_areJoined() {
        String exporter = """
                {"Resources": {
                  "Vpc83": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.6.0.0/20"}},
                  "One5C": {"Type": "AWS::EC2::Subnet", "Properties": {"CidrBlock": "10.6.0.0/22", "AvailabilityZone": "eu-west-1a", "VpcId": {"Ref": "Vpc83"}}},
                  "Two69": {"Type": "AWS::EC2::Subnet", "Properties": {"CidrBlock": "10.6.4.0/22", "AvailabilityZone": "eu-west-1b", "VpcId": {"Ref": "Vpc83"}}}},
                 "Outputs": {
                  "ExportsOutputRefVpc83": {"Value": {"Ref": "Vpc83"}, "Export": {"Name": "Exporter:ExportsOutputRefVpc83"}},
                  "ExportsOutputSubnets": {"Value": {"Fn::Join": ["||", [{"Ref": "One5C"}, {"Ref": "Two69"}]]}, "Export": {"Name": "Exporter:ExportsOutputSubnets"}}}}
                """;
        String importer = """
                {"Resources": {
                  "Clash": {"Type": "AWS::EC2::Subnet", "Properties": {"CidrBlock": "10.6.0.128/25", "AvailabilityZone": "eu-west-1a", "VpcId": {"Fn::ImportValue": "Exporter:ExportsOutputRefVpc83"}}},
                  "Eni": {"Type": "AWS::EC2::NetworkInterface", "Properties": {"PrivateIpAddress": "10.6.0.3", "SubnetId": {"Fn::Select": [1, {"Fn::Split": ["||", {"Fn::ImportValue": "Exporter:ExportsOutputSubnets"}]}]}}}}}
                """;
        Reading reading = read("Importer.template.json", importer, "Exporter.template.json", exporter);
        assertThat(reading.unknowns()).isEmpty();
        assertThat(reading.outside()).isEmpty();
        assertThat(findings(reading))
                .containsExactly(
                        "subnet.cidr.overlap cdk.out/Importer.template.json#Clash",
                        "eni.ipv4.in-subnet cdk.out/Importer.template.json#Eni");
    }

    @Test
    void weakCrossStackReferences_areOutputsOfTheOtherStack() {
        String producer = """
                {"Resources": {
                  "Vpc83": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.6.0.0/20"}},
                  "One5C": {"Type": "AWS::EC2::Subnet", "Properties": {"CidrBlock": "10.6.0.0/22", "AvailabilityZone": "eu-west-1a", "VpcId": {"Ref": "Vpc83"}}}},
                 "Outputs": {"RefVpc": {"Value": {"Ref": "Vpc83"}}}}
                """;
        String consumer = """
                {"Resources": {"Clash": {"Type": "AWS::EC2::Subnet", "Properties": {"CidrBlock": "10.6.0.128/25", "AvailabilityZone": "eu-west-1a", "VpcId": {"Fn::GetStackOutput": {"StackName": "STACK", "OutputName": "RefVpc"}}}}}}
                """;
        assertThat(findings(read("Consumer.template.json", consumer, "Producer.template.json", producer)))
                .containsExactly("subnet.cidr.overlap cdk.out/Producer.template.json#One5C");
        String two = consumer.replace("STACK", "Producer");
        assertThat(findings(read(
                        "Consumer.template.json",
                        two,
                        "Producer.template.json",
                        producer,
                        "Other.template.json",
                        producer)))
                .containsExactly("subnet.cidr.overlap cdk.out/Producer.template.json#One5C");
        assertThat(reasons(read("Consumer.template.json", two)))
                .containsExactly("no template that was read has the output RefVpc of the stack Producer");
        assertThat(reasons(read(
                        "Consumer.template.json", consumer, "A.template.json", producer, "B.template.json", producer)))
                .containsExactly("several templates have the output RefVpc, and none has the name of the stack STACK");
    }
}
