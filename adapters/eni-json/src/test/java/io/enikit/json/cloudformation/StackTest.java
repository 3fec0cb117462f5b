package io.enikit.json.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.json.PlanReader;
import io.enikit.json.Reading;
import io.enikit.json.Source;
import io.enikit.json.Unknown;
import io.enikit.json.UnreadableException;
import io.enikit.limits.LimitRules;
import io.enikit.model.SubnetId;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates that are read together: nested stacks, exports, loops. */
class StackTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    private static final String NETWORK = """
            Parameters:
              Block: {Type: String, Default: 10.9.0.0/16}
              Zones: {Type: CommaDelimitedList, Default: "x,y"}
            Resources:
              Net: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: !Ref Block}}
              Front: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, AvailabilityZone: !Select [0, !Ref Zones], CidrBlock: !Select [0, !Cidr [!Ref Block, 4, 8]]}}
              Back: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, AvailabilityZone: !Select [1, !Ref Zones], CidrBlock: !Select [1, !Cidr [!Ref Block, 4, 8]]}}
            Outputs:
              Subnets: {Value: !Join [",", [!Ref Front, !Ref Back]], Export: {Name: !Sub "${AWS::StackName}-subnets"}}
              Net: {Value: !Ref Net, Export: {Name: !Sub "${AWS::StackName}-net"}}
            """;

    private static final String NODES = """
            Parameters:
              Subnets: {Type: "List<AWS::EC2::Subnet::Id>"}
              Address: {Type: String}
            Resources:
              Node: {Type: "AWS::EC2::Instance", Properties: {InstanceType: t3.micro, SubnetId: !Select [1, !Ref Subnets], PrivateIpAddress: !Ref Address}}
            """;

    private static final String ROOT = """
            Resources:
              Network: {Type: "AWS::CloudFormation::Stack", Properties: {TemplateURL: ./network.yaml, Parameters: {Block: 10.7.0.0/16}}}
              Nodes:
                Type: AWS::CloudFormation::Stack
                Properties:
                  TemplateURL: !Sub "https://${Bucket}.s3.amazonaws.com/v1/nodes.yaml"
                  Parameters: {Subnets: !GetAtt Network.Outputs.Subnets, Address: 10.7.1.3}
            """;

    private static Reading read(String... namesAndTexts) {
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            sources.add(Source.of(namesAndTexts[i], namesAndTexts[i + 1]));
        }
        return PlanReader.create().read(sources);
    }

    private static List<String> findings(Reading reading) {
        return reading.check(RULES).findings().stream()
                .map(each -> each.violation().rule() + " " + each.violation().subject())
                .toList();
    }

    private static List<String> reasons(Reading reading) {
        return reading.unknowns().stream().map(Unknown::reason).toList();
    }

    @Test
    void nestedStacks_takeParametersAndGiveOutputs() {
        Reading reading = read("root.yaml", ROOT, "templates/network.yaml", NETWORK, "templates/nodes.yaml", NODES);
        assertThat(reading.unknowns()).isEmpty();
        assertThat(reading.outside()).isEmpty();
        assertThat(reading.plan().subnets())
                .extracting(subnet -> subnet.id() + " " + subnet.availabilityZone() + " "
                        + subnet.cidrBlock().orElseThrow())
                .containsExactly("root.yaml#Network/Back y 10.7.1.0/24", "root.yaml#Network/Front x 10.7.0.0/24");
        assertThat(findings(reading)).containsExactly("eni.ipv4.reserved root.yaml#Nodes/Node/eth0");
        assertThat(reading.check(RULES).toString()).contains("(templates/nodes.yaml:5 /Resources/Node)");
    }

    @Test
    void nestedStacks_notGiven_areNamed() {
        assertThat(read("root.yaml", ROOT).unknowns())
                .extracting(Unknown::toString)
                .containsExactly(
                        "root.yaml:2 /Resources/Network: unknown: what the nested stack makes: its template"
                                + " ./network.yaml is not among the files",
                        "root.yaml:3 /Resources/Nodes: unknown: what the nested stack makes: its template"
                                + " https://${Bucket}.s3.amazonaws.com/v1/nodes.yaml is not among the files");
        Reading half = read("root.yaml", ROOT, "nodes.yaml", NODES);
        assertThat(reasons(half))
                .containsExactly(
                        "what the nested stack makes: its template ./network.yaml is not among the files",
                        "the output Subnets of the nested stack Network, which was not read");
    }

    @Test
    void templateNestedTwice_makesTwoStacks() {
        String root = """
                Resources:
                  A: {Type: "AWS::CloudFormation::Stack", Properties: {TemplateURL: network.yaml}}
                  B: {Type: "AWS::CloudFormation::Stack", Properties: {TemplateURL: network.yaml}}
                """;
        Reading reading = read("root.yaml", root, "network.yaml", NETWORK);
        assertThat(reading.plan().vpcs()).hasSize(2);
        assertThat(findings(reading)).isEmpty();
    }

    @Test
    void templateOfTheCdk_isFoundByTheNoteOfItsAsset() {
        String root = """
                Resources:
                  NetNestedStack: {Type: "AWS::CloudFormation::Stack", Metadata: {"aws:asset:path": "AppNetF00.nested.template.json"}, Properties: {TemplateURL: {"Fn::Join": ["", ["https://s3.", {Ref: "AWS::URLSuffix"}, "/0a1b2c.json"]]}}}
                """;
        Reading reading = read("cdk.out/App.template.json", root, "cdk.out/AppNetF00.nested.template.json", NETWORK);
        assertThat(reading.plan().subnets()).hasSize(2);
        assertThat(reading.unknowns()).isEmpty();
    }

    @Test
    void stacks_thatNestEachOther_areRefused() {
        String one = "Resources: {S: {Type: \"AWS::CloudFormation::Stack\", Properties: {TemplateURL: b.yaml}}}";
        String other = "Resources: {S: {Type: \"AWS::CloudFormation::Stack\", Properties: {TemplateURL: a.yaml}}}";
        assertThatThrownBy(() -> read("a.yaml", one, "b.yaml", other))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("nested deeper than 16 levels");
    }

    @Test
    void output_thatANestedStackDoesNotHave_isAViolation() {
        String root = """
                Resources:
                  Network: {Type: "AWS::CloudFormation::Stack", Properties: {TemplateURL: network.yaml}}
                  More: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !GetAtt Network.Outputs.Vpc, CidrBlock: 10.9.9.0/24}}
                """;
        assertThat(read("root.yaml", root, "network.yaml", NETWORK).check(RULES).toString())
                .contains("root.yaml#More: the nested stack Network has no output Vpc", "read.function");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!ImportValue shop-net | true",
                "!ImportValue {'Fn::Sub': '${Parent}-net'} | true",
                "!ImportValue shop-subnets | false",
                "!ImportValue other | false"
            })
    void importValue_isWhatTheOtherTemplateExports(String vpc, boolean known) {
        String importer = """
                Parameters: {Parent: {Type: String}}
                Resources:
                  More: {Type: "AWS::EC2::Subnet", Properties: {VpcId: VPC, AvailabilityZone: x, CidrBlock: 10.9.0.128/25}}
                """.replace("VPC", vpc);
        Reading reading = read("exporter.yaml", NETWORK, "importer.yaml", importer);
        assertThat(findings(reading)).isEqualTo(known ? List.of("subnet.cidr.overlap importer.yaml#More") : List.of());
    }

    @Test
    void importValue_ofAListThatWasJoined_isThatList() {
        String importer = """
                Resources:
                  Box: {Type: "AWS::EC2::Instance", Properties: {InstanceType: t3.micro, PrivateIpAddress: 10.9.0.9, SubnetId: !Select [1, !Split [",", !ImportValue net-subnets]]}}
                """;
        assertThat(findings(read("exporter.yaml", NETWORK, "importer.yaml", importer)))
                .containsExactly("eni.ipv4.in-subnet importer.yaml#Box/eth0");
    }

    @Test
    void exports_thatMayBothBeMeant_areNot() {
        String importer = """
                Resources:
                  More: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !ImportValue shop-net, CidrBlock: 10.9.0.128/25}}
                """;
        assertThat(reasons(read("a.yaml", NETWORK, "b.yaml", NETWORK, "importer.yaml", importer)))
                .containsExactly("several templates export what may be shop-net");
    }

    @Test
    void parameters_ofTwoTemplates_areTwo() {
        String text = """
                Parameters: {Net: {Type: "AWS::EC2::VPC::Id"}}
                Resources:
                  S: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, CidrBlock: 10.0.0.0/24}}
                """;
        assertThat(findings(read("a.yaml", text, "b.yaml", text))).isEmpty();
        Reading same = PlanReader.create()
                .withParameter("Net", "vpc-1")
                .read(Source.of("a.yaml", text), Source.of("b.yaml", text));
        assertThat(findings(same)).containsExactly("subnet.cidr.overlap b.yaml#S");
        Reading apart = PlanReader.create()
                .withParameter("a.yaml#Net", "vpc-1")
                .withParameter("b.yaml#Net", "vpc-2")
                .read(Source.of("a.yaml", text), Source.of("b.yaml", text));
        assertThat(findings(apart)).isEmpty();
        assertThat(apart.unknowns()).isEmpty();
    }

    @Test
    void loops_areWrittenOut() {
        Reading reading = read("t.yaml", """
                Transform: AWS::LanguageExtensions
                Parameters: {Names: {Type: CommaDelimitedList, Default: "a-1,b-2"}}
                Mappings: {Plan: {a-1: {Block: 10.0.0.0/24}, b-2: {Block: 10.0.0.128/25}}}
                Resources:
                  Net: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  "Fn::ForEach::Parts":
                    - Part
                    - !Ref Names
                    - "Part&{Part}":
                        Type: AWS::EC2::Subnet
                        Properties: {VpcId: !Ref Net, AvailabilityZone: eu-north-1a, CidrBlock: !FindInMap [Plan, !Ref Part, Block], Tags: [{Key: Name, Value: "part ${Part}"}]}
                      "Fn::ForEach::Boxes":
                        - Number
                        - [3, "4"]
                        - "Box${Number}In&{Part}":
                            Type: AWS::EC2::Instance
                            Properties: {InstanceType: t3.micro, SubnetId: {Ref: !Sub "Part&{Part}"}, PrivateIpAddress: !Sub "10.0.0.${Number}"}
                """);
        assertThat(reading.unknowns()).isEmpty();
        assertThat(reading.plan().subnet("Partb2").orElseThrow().tags()).containsEntry("Name", "part b-2");
        assertThat(findings(reading))
                .containsExactly(
                        "subnet.cidr.overlap Partb2",
                        "eni.ipv4.reserved Box3Ina1/eth0",
                        "eni.ipv4.in-subnet Box3Inb2/eth0",
                        "eni.ipv4.in-subnet Box4Inb2/eth0");
        assertThat(reading.originOf(SubnetId.of("Partb2")).orElseThrow())
                .hasToString("t.yaml:9 /Resources/Fn::ForEach::Parts/2/Partb2");
    }

    @Test
    void loops_overWhatIsNotKnown_areUnknown_andMayMakeWhatIsReferredTo() {
        Reading reading = read("t.yaml", """
                Parameters: {Names: {Type: CommaDelimitedList}}
                Resources:
                  "Fn::ForEach::Parts":
                    - Part
                    - !Ref Names
                    - "Part${Part}": {Type: "AWS::EC2::Subnet", Properties: {VpcId: vpc-1, CidrBlock: 10.0.0.0/24}}
                  Box: {Type: "AWS::EC2::Instance", Properties: {InstanceType: t3.micro, SubnetId: !Ref PartA}}
                """);
        assertThat(reasons(reading))
                .containsExactly(
                        "what Fn::ForEach::Parts makes: what it goes over is not known: the parameter Names has no value",
                        "there is no parameter or resource PartA; Fn::ForEach::Parts may make it");
    }

    @Test
    void modules_andMacros_areNamed() {
        Reading reading = read("t.yaml", """
                Transform: [Own]
                Resources:
                  Fn::Transform: {Name: AWS::Include, Parameters: {Location: "s3://bucket/part.yaml"}}
                  Base: {Type: "My::Own::Network::MODULE", Properties: {}}
                  Box: {Type: "AWS::EC2::Instance", Properties: {InstanceType: t3.micro, SubnetId: !Ref Base.Front}}
                """);
        assertThat(reasons(reading))
                .containsExactly(
                        "what the macro Own makes of the template",
                        "Fn::Transform is not evaluated",
                        "what the module My::Own::Network::MODULE makes",
                        "there is no parameter or resource Base.Front; the module Base may make it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "List<AWS::EC2::Subnet::Id>|!Ref A|!Select [0, !Ref Subnets]",
                "CommaDelimitedList|!GetAtt A.SubnetId|!Select [0, !Ref Subnets]",
                "String|!Join [',', [!Ref A]]|!Select [0, !Split [',', !Ref Subnets]]",
                "String|!Ref A|!Select [0, !Split [',', !Ref Subnets]]",
            })
    void listOfOneId_isAList(String type, String given, String subnet) {
        String root = """
                Resources:
                  Net: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  A: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, AvailabilityZone: x, CidrBlock: 10.0.0.0/24}}
                  Child: {Type: "AWS::CloudFormation::Stack", Properties: {TemplateURL: child.yaml, Parameters: {Subnets: GIVEN}}}
                """;
        String child = """
                Parameters: {Subnets: {Type: "TYPE"}}
                Resources:
                  Door: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: SUBNET, PrivateIpAddress: 10.0.0.1}}
                """;
        Reading reading = read(
                "root.yaml",
                root.replace("GIVEN", given),
                "child.yaml",
                child.replace("TYPE", type).replace("SUBNET", subnet));
        assertThat(reading.unknowns()).isEmpty();
        assertThat(findings(reading)).containsExactly("eni.ipv4.reserved root.yaml#Child/Door");
    }

    @Test
    void templateOfTheSameName_isThatOfTheNearestFolder() {
        String root = """
                Resources:
                  Net: {Type: "AWS::CloudFormation::Stack", Properties: {TemplateURL: !Sub "https://s3/${AWS::StackName}/net.yaml"}}
                """;
        String net = "Resources: {V: {Type: \"AWS::EC2::VPC\", Properties: {CidrBlock: BLOCK}}}";
        Reading reading = read(
                "all/dev/root.yaml",
                root,
                "all/dev/net.yaml",
                net.replace("BLOCK", "10.1.0.0/16"),
                "all/prod/root.yaml",
                root,
                "all/prod/net.yaml",
                net.replace("BLOCK", "10.2.0.0/16"));
        assertThat(reading.unknowns()).isEmpty();
        assertThat(reading.plan().vpcs())
                .extracting(vpc -> vpc.id() + " " + vpc.cidrBlocks())
                .containsExactlyInAnyOrder(
                        "all/dev/root.yaml#Net/V [10.1.0.0/16]", "all/prod/root.yaml#Net/V [10.2.0.0/16]");
        assertThat(reasons(read("a/root.yaml", root, "b/net.yaml", net, "c/net.yaml", net)))
                .anyMatch(reason -> reason.contains("net.yaml"));
    }
}
