package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.limits.LimitRules;
import io.enikit.model.ElasticIpId;
import io.enikit.model.EniId;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.SubnetId;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    private static Reading yaml(String text) {
        return PlanReader.create().read(Source.of("t.yaml", text));
    }

    /** Reads a template with a VPC and a subnet with one property set to a value. */
    private static Reading subnetWith(String property) {
        return subnetWith(property, PlanReader.create());
    }

    private static Reading subnetWith(String property, PlanReader reader) {
        return reader.read(Source.of("t.yaml", """
                Parameters:
                  Block: {Type: String}
                  Blocks: {Type: CommaDelimitedList, Default: "10.0.1.0/24, 10.0.2.0/24"}
                  Stored: {Type: "AWS::SSM::Parameter::Value<String>", Default: /block}
                Mappings: {Map: {eu-west-1: {Block: 10.0.3.0/24}}}
                Conditions: {Unknown: !Equals [!Ref Block, x], Loop: !Condition Loop}
                Resources:
                  Vpc: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  Other: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.9.0/24, AvailabilityZone: z}}
                  Subnet:
                    Type: AWS::EC2::Subnet
                    Properties:
                      VpcId: !Ref Vpc
                """ + "      " + property + "\n"));
    }

    private static List<String> lines(Reading reading) {
        return reading.check(RULES).findings().stream().map(Finding::toString).toList();
    }

    private static List<String> rules(Reading reading) {
        return reading.check(RULES).findings().stream()
                .map(each -> each.violation().rule())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"template/shop.yaml", "template/shop.json"})
    void template_readsToAPlanWithoutViolations(String file) {
        Reading reading = Samples.read(file);
        NetworkPlan plan = reading.plan();
        assertThat(plan.vpc("Vpc").orElseThrow().internetGatewayAttached()).isTrue();
        assertThat(plan.subnet("Front").orElseThrow().cidrBlock().orElseThrow()).hasToString("10.40.0.0/24");
        assertThat(plan.subnet("Front").orElseThrow().availabilityZone()).isEqualTo("eu-west-1a");
        assertThat(plan.subnet("Back").orElseThrow().cidrBlock().orElseThrow()).hasToString("10.40.1.0/24");
        assertThat(plan.instance("App").orElseThrow().instanceType()).isEqualTo("t3.small");
        assertThat(plan.enisOf("App"))
                .extracting(eni -> eni.id() + " " + eni.privateIpAddress().orElseThrow())
                .containsExactly("App/eth0 10.40.0.20", "Eni 10.40.1.10");
        assertThat(plan.eni("NatGateway/eth0").orElseThrow().interfaceType())
                .isEqualTo(InterfaceType.of("nat_gateway"));
        assertThat(plan.elasticIp(ElasticIpId.of("Ip"))
                        .orElseThrow()
                        .association()
                        .orElseThrow()
                        .privateIpAddress())
                .hasToString("Optional[10.40.1.10]");
        assertThat(lines(reading)).isEmpty();
        assertThat(reading.unknowns()).isEmpty();
        assertThat(reading.leftOut()).extracting(Origin::name).containsExactly(Optional.of("Missing"));
        assertThat(PlanText.read(PlanText.write(plan))).isEqualTo(plan);
    }

    @Test
    void yamlAndJsonAndMap_readTheSame() {
        NetworkPlan yaml = Samples.read("template/shop.yaml").plan();
        assertThat(Samples.read("template/shop.json").plan()).isEqualTo(yaml);
        Map<String, Object> map = Json.object(Samples.text("template/shop.json"));
        Reading reading = PlanReader.create().read(Source.of("stack", map));
        assertThat(reading.plan()).isEqualTo(yaml);
        assertThat(reading.originOf(SubnetId.of("Front")))
                .hasValueSatisfying(it -> assertThat(it).hasToString("stack /Resources/Front"));
    }

    @Test
    void givenValues_replaceDefaults() {
        Reading reading = PlanReader.create()
                .withParameter("VpcCidr", "10.40.0.0/20")
                .withParameter("Size", "large")
                .withParameter("WithNat", "false")
                .withParameter("Zones", "a,b")
                .read(Samples.source("template/shop.yaml"));
        assertThat(reading.plan().vpc("Vpc").orElseThrow().primaryCidrBlock().orElseThrow())
                .hasToString("10.40.0.0/20");
        assertThat(reading.plan().instance("App").orElseThrow().instanceType()).isEqualTo("m5.large");
        assertThat(reading.plan().eni("NatGateway/eth0")).isEmpty();
        assertThat(reading.plan().eni("App/eth0").orElseThrow().privateIpAddress())
                .isEmpty();
        assertThat(reading.plan().subnet("Back").orElseThrow().availabilityZone())
                .isEqualTo("a");
        assertThat(lines(reading)).isEmpty();
    }

    @Test
    void addressesThatEc2Chooses_areCountedAgainstTheLimitsOfTheType() {
        PlanReader reader = PlanReader.create();
        assertThat(rules(reader.withParameter("Spares", "1").read(Samples.source("template/shop.yaml"))))
                .isEmpty();
        Reading many = reader.withParameter("Spares", "2").read(Samples.source("template/shop.yaml"));
        assertThat(lines(many)).isEmpty();
        assertThat(rules(reader.withParameter("Spares", "9").read(Samples.source("template/shop.yaml"))))
                .contains("limits.ipv4-addresses");
        assertThat(many.plan().eni("Eni").orElseThrow().privateIpAddresses()).hasSize(1);
    }

    @Test
    void subnetThatRunsFull_isAFinding() {
        String text = Samples.text("template/shop.yaml")
                .replace(
                        "!Join [\".\", [\"10\", \"40\", !Select [1, !Split" + " [\"-\", \"x-1\"]], \"0/24\"]]",
                        "10.40.1.0/28");
        Reading fits = PlanReader.create().withParameter("Spares", "10").read(Source.of("t.yaml", text));
        assertThat(rules(fits)).doesNotContain("subnet.room");
        Reading full = PlanReader.create().withParameter("Spares", "12").read(Source.of("t.yaml", text));
        assertThat(lines(full))
                .anySatisfy(line -> assertThat(line)
                        .contains("Back: it has no room for 2 of", "(t.yaml:49 /Resources/Back)", "subnet.room"));
    }

    @Test
    void violations_nameTheLogicalIdAndThePlace() {
        String text = Samples.text("template/shop.yaml")
                .replace("PrivateIpAddress: 10.40.1.10", "PrivateIpAddress: 10.40.1.3");
        assertThat(lines(yaml(text)))
                .containsExactly("[ERROR] Eni: 10.40.1.3 is one of the five addresses that EC2 reserves in 10.40.1.0/24"
                        + " (t.yaml:63 /Resources/Eni) | eni.ipv4.reserved | InvalidParameterValue");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Ref Block | the parameter Block has no value",
                "!Ref Stored | the parameter Stored has no value",
                "!Ref Nowhere | there is no parameter or resource Nowhere",
                "!Ref AWS::Region | AWS::Region has no value",
                "!Sub '${Block}/24' | a part of Fn::Sub is not known: the parameter Block has no value",
                "!Join ['', [!Ref Block, /24]] | a part of Fn::Join is not known: the parameter Block has no value",
                "!Select [!Ref Block, !Ref Blocks] | the index of Fn::Select is not known",
                "!FindInMap [Map, !Ref AWS::Region, Block] | a key of Fn::FindInMap is not known",
                "!If [Unknown, 10.0.1.0/24, 10.0.2.0/24] | the condition Unknown is not known",
                "!ImportValue block | no template that was read exports block",
                "!GetAtt Other.Nothing | Nothing of Other is known only once it is made",
                "!GetAtt Gone.CidrBlock | there is no resource Gone",
                "!GetAtt Subnet.CidrBlock | Subnet.CidrBlock depends on itself",
                "!Select [0, !Cidr [!Ref Block, 4, 8]] | a value of Fn::Cidr is not known: the parameter Block has no value",
            })
    void unresolvable_isReportedWithItsPath_andIsNoViolation(String value, String reason) {
        Reading reading = subnetWith("CidrBlock: " + value);
        assertThat(reading.unknowns())
                .extracting(Unknown::toString)
                .containsExactly("t.yaml:14 /Resources/Subnet/Properties/CidrBlock: unknown: " + reason);
        assertThat(reading.plan().subnet("Subnet").orElseThrow().cidrBlock()).isEmpty();
        assertThat(lines(reading)).isEmpty();
        assertThat(reading.check(RULES).toString()).contains("unknown: " + reason);
        assertThat(reading.check(RULES).toSarif()).contains("read.unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Select [7, !Ref Blocks] | Fn::Select asks for number 7 of 2",
                "!Select [2, !Split [',', 'a,b']] | Fn::Select asks for number 2 of 2",
                "!Select [4, !Cidr [!Ref Block, 4, 8]] | Fn::Select asks for number 4 of 4",
                "!Sub ['${A}', {A: !Select [7, !Ref Blocks]}] | Fn::Select asks for number 7 of 2",
                "!FindInMap [Map, eu-west-1, Nothing] | there is no entry eu-west-1, Nothing in the map Map",
                "!Select [0, !Cidr [10.0.0.0/16, 999, 8]] | Fn::Cidr has no such blocks: Fn::Cidr makes 1 to 256 blocks, not 999",
                "!Select [0, !Cidr [10.0.0.0/16, 1, 0]] | Fn::Cidr has no such blocks: the blocks cannot have 0 bits for addresses",
                "!Select [0, !Cidr [10.0.0.0, 1, 8]] | Fn::Cidr has no such blocks",
                "!Select [0, !Cidr [!GetAtt Vpc.CidrBlock, 1, 17]] | Fn::Cidr has no such blocks: 1 block with 17 bits for addresses each do not fit into 10.0.0.0/16",
                "!Select [0, !Cidr [!GetAtt Vpc.CidrBlock, 257, 4]] | Fn::Cidr makes 1 to 256 blocks, not 257",
                "!Select [0, !Cidr [!GetAtt Other.CidrBlock, 16, 5]] | 16 blocks with 5 bits for addresses each do not fit into 10.0.9.0/24",
            })
    void functionWithoutAValue_isAViolation(String value, String reason) {
        Reading reading = subnetWith("CidrBlock: " + value);
        assertThat(lines(reading))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("[ERROR] Subnet: ")
                        .contains(reason, "t.yaml:14 /Resources/Subnet/Properties/CidrBlock", "read.function"));
        assertThat(reading.unknowns()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Select [1, !Ref Blocks] | 10.0.2.0/24",
                "{'Fn::Join': ['.', [10, 0, {'Fn::Length': !Ref Blocks}, 0/24]]} | 10.0.2.0/24",
                "!Select [1, !Split [',', !Join [',', [!Ref Vpc, 10.0.4.0/24]]]] | 10.0.4.0/24",
                "{'Fn::ToJsonString': {a: [1, x\"]}} | {\"a\":[1,\"x\\\"\"]}",
                "!FindInMap [Map, !Ref 'AWS::Region', Block] | 10.0.3.0/24",
                "!Sub ['${A}.${!B}', {A: x}] | x.${B}",
                "!Sub '10.0.${AWS::AccountId}.0/24' | 10.0.7.0/24",
                "!GetAtt Other.CidrBlock | 10.0.9.0/24",
                "!FindInMap [Map, eu-west-1, Nothing, {DefaultValue: !Select [0, [10.0.8.0/24]]}] | 10.0.8.0/24",
                "{'Fn::Select': ['1', {'Fn::Split': [',', 'a,10.0.4.0/24']}]} | 10.0.4.0/24",
                "!Select [3, !Cidr [!GetAtt Vpc.CidrBlock, 4, '6']] | 10.0.0.192/26",
            })
    void resolvable_isResolved(String value, String block) {
        Reading reading = subnetWith(
                "CidrBlock: " + value,
                PlanReader.create().withParameter("AWS::Region", "eu-west-1").withParameter("AWS::AccountId", "7"));
        String result = reading.plan()
                .subnet("Subnet")
                .orElseThrow()
                .cidrBlock()
                .map(Object::toString)
                .orElseGet(() -> lines(reading).toString());
        assertThat(result).contains(block);
    }

    @Test
    void zones_notGiven_areToldApartByTheirIndexes() {
        String text = """
                Resources:
                  V: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  A: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref V, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Select [0, !GetAZs ""]}}
                  B: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref V, CidrBlock: 10.0.1.0/24, AvailabilityZone: !Select [1, !GetAZs ""]}}
                  C: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref V, CidrBlock: 10.0.2.0/24, AvailabilityZone: eu-west-1a}}
                  D: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref V, CidrBlock: 10.0.3.0/24}}
                  Eni: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: !Ref X}}
                  App: {Type: "AWS::EC2::Instance", Properties: {InstanceType: t3.micro, SubnetId: !Ref A}}
                  At: {Type: "AWS::EC2::NetworkInterfaceAttachment", Properties: {InstanceId: !Ref App, NetworkInterfaceId: !Ref Eni, DeviceIndex: "1"}}
                """;
        assertThat(rules(yaml(text.replace("!Ref X", "!Ref A")))).doesNotContain("eni.attach.zone");
        assertThat(rules(yaml(text.replace("!Ref X", "!Ref B")))).contains("eni.attach.zone");
        assertThat(rules(yaml(text.replace("!Ref X", "!Ref C")))).doesNotContain("eni.attach.zone");
        assertThat(rules(yaml(text.replace("!Ref X", "!Ref D")))).doesNotContain("eni.attach.zone");
        PlanReader given = PlanReader.create().withAvailabilityZones("eu-west-1a", "eu-west-1b");
        assertThat(rules(given.read(Source.of("t.yaml", text.replace("!Ref X", "!Ref C")))))
                .doesNotContain("eni.attach.zone");
        assertThat(rules(given.read(Source.of("t.yaml", text.replace("!Ref X", "!Ref B")))))
                .contains("eni.attach.zone");
        assertThat(yaml(text.replace("!Ref X", "!Ref A")).unknowns())
                .extracting(Unknown::reason)
                .containsOnly("the availability zones are not given");
    }

    @Test
    void parameterOfAnExistingSubnet_isUnknownWithoutAValue_andOutsideWithOne() {
        String text = """
                Parameters: {SubnetId: {Type: "AWS::EC2::Subnet::Id"}}
                Resources:
                  Eni: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: !Ref SubnetId, Ipv6Addresses: [{Ipv6Address: abc}]}}
                """;
        Reading without = yaml(text);
        assertThat(without.unknowns())
                .extracting(Unknown::reason)
                .containsExactly("the parameter SubnetId has no value");
        assertThat(without.outside()).isEmpty();
        assertThat(lines(without))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("[ERROR] Eni: Ipv6Address \"abc\": ")
                        .contains("/Resources/Eni/Properties/Ipv6Addresses/0/Ipv6Address", "read.value"));
        Reading with = PlanReader.create().withParameter("SubnetId", "subnet-1").read(Source.of("t.yaml", text));
        assertThat(with.outside()).containsExactly(SubnetId.of("subnet-1"));
        assertThat(with.unknowns()).isEmpty();
        Reading account = PlanReader.create()
                .withParameter("SubnetId", "subnet-0a1")
                .read(Source.of("t.yaml", text), Samples.source("account/subnets.json"));
        assertThat(account.plan().enisIn("subnet-0a1"))
                .extracting(eni -> eni.id())
                .containsExactly(EniId.of("Eni"));
    }

    @Test
    void blockOfTheOtherFamily_isAViolation() {
        assertThat(lines(subnetWith("CidrBlock: 2001:db8::/64")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("2001:db8::/64 is not of the family", "read.value"));
    }

    @Test
    void blankLogicalId_isRefused() {
        assertThatThrownBy(() -> yaml("Resources: {\" \": {Type: \"AWS::EC2::VPC\"}}"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("the logical id is blank");
    }

    @Test
    void condition_thatIsNotKnown_leavesTheResourceOutAndSaysSo() {
        Reading reading = subnetWith("CidrBlock: 10.0.0.0/24\n    Condition: Unknown");
        assertThat(reading.plan().subnet("Subnet")).isEmpty();
        assertThat(reading.leftOut()).hasSize(1);
        assertThat(reading.unknowns())
                .extracting(Unknown::reason)
                .containsExactly("whether it is made: the condition Unknown is not known");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CidrBlock: 10.0.0.0/24\\n    Condition: Loop | the condition Loop depends on itself",
                "CidrBlock: 10.0.0.0/24\\n    Condition: None | there is no condition None",
                "CidrBlock: !Select [0] | Fn::Select takes 2 values, found 1",
                "CidrBlock: !Select [x, [a]] | expected a whole number",
                "CidrBlock: [a] | expected a text, found a list",
                "Tags: []\\n      Tags: [] | the key Tags is there twice",
                "<<: a | expected an object, found a text",
                "CidrBlock: *none | the alias none stands for nothing above it",
                "CidrBlock: ]  | is neither JSON nor YAML",
                "? [a] : b | expected keys that are texts",
            })
    void broken_isRefusedWithThePlace(String property, String message) {
        assertThatThrownBy(() -> subnetWith(property.replace("\\n", "\n")))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("(line ");
    }

    @Test
    void aliases_thatWouldGrowWithoutEnd_areRefusedAtOnce() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            text.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(10) + "]\n");
        }
        text.append("Resources: {}\n");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThatThrownBy(() -> yaml(text.toString()))
                        .isInstanceOf(UnreadableException.class)
                        .hasMessageContaining("there are more than 1000000 values"));
    }

    @Test
    void aliases_ofReasonableSize_areRead() {
        Reading reading = yaml("""
                Resources:
                  V: {Type: "AWS::EC2::VPC", Properties: &p {CidrBlock: 10.0.0.0/16}}
                  W: {Type: "AWS::EC2::VPC", Properties: *p}
                """);
        assertThat(reading.plan().vpcs()).hasSize(2);
    }

    @Test
    void functions_thatLeadToEachOtherWithoutEnd_areRefusedAtOnce() {
        StringBuilder text = new StringBuilder("Resources:\n");
        for (int i = 0; i < 60; i++) {
            text.append("  V" + i + ": {Type: \"AWS::EC2::VPC\", Properties: {CidrBlock: [!GetAtt V" + (i + 1)
                    + ".CidrBlock, !GetAtt V" + (i + 1) + ".CidrBlock]}}\n");
        }
        text.append("  V60: {Type: \"AWS::EC2::VPC\", Properties: {CidrBlock: 10.0.0.0/16}}\n");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatThrownBy(() -> yaml(text.toString()))
                        .isInstanceOf(UnreadableException.class)
                        .hasMessageContaining("there are more than 1000000 values"));
    }

    @Test
    void nesting_tooDeep_isRefused() {
        assertThatThrownBy(() -> yaml("a: " + "[".repeat(100_000)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("nested deeper than 200 levels");
        Map<String, Object> map = new TreeMap<>();
        map.put("Resources", map);
        assertThatThrownBy(() -> PlanReader.create().read(Source.of("loop", map)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(
                        "loop: it is nested deeper than 200 levels; ReadLimits.withDepth allows more (path /Resources/Resources/");
    }

    @Test
    void severalTemplates_keepTheirNamesApart() {
        Reading reading =
                PlanReader.create().read(Samples.source("template/shop.yaml"), Samples.source("template/shop.json"));
        assertThat(reading.plan().vpcs())
                .extracting(vpc -> vpc.id().toString())
                .containsExactly("template/shop.json#Vpc", "template/shop.yaml#Vpc");
        assertThat(reading.plan().duplicates()).isEmpty();
    }
}
