package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which templates are nested where, and how many, and how deep. */
class NestedStacksTest {
    private static final String VPC = "Resources: {V: {Type: \"AWS::EC2::VPC\", Properties: {CidrBlock: 10.0.0.0/16}}}";

    private static Reading read(String... namesAndTexts) {
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            sources.add(Source.of(namesAndTexts[i], namesAndTexts[i + 1]));
        }
        return PlanReader.create().read(sources);
    }

    private static List<String> vpcs(Reading reading) {
        return reading.plan().vpcs().stream().map(each -> each.id().toString()).toList();
    }

    private static List<String> reasons(Reading reading) {
        return reading.unknowns().stream().map(Unknown::reason).toList();
    }

    private static String nesting(String url) {
        return nesting("", "TemplateURL: \"" + url + "\"");
    }

    private static String nesting(String more, String properties) {
        return "Resources: {N: {Type: \"AWS::CloudFormation::Stack\", %s Properties: {%s}}}"
                .formatted(more, properties);
    }

    private static Reading chain(int stacks) {
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < stacks; i++) {
            sources.add(Source.of("t" + i + ".yaml", nesting("t" + (i + 1) + ".yaml")));
        }
        sources.add(Source.of("t" + stacks + ".yaml", VPC));
        return PlanReader.create().read(sources);
    }

    @Test
    void stacks_nestedAsDeepAsCanBe_areRead() {
        assertThat(vpcs(chain(16))).containsExactly("t0.yaml#" + "N/".repeat(16) + "V");
    }

    @Test
    void stacks_nestedDeeper_areRefused() {
        assertThatThrownBy(() -> chain(17))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("t16.yaml: stacks are nested deeper than 16 levels");
    }

    private static Reading stacks(int number) {
        String all = IntStream.range(0, number)
                .mapToObj(i ->
                        "  N" + i + ": {Type: \"AWS::CloudFormation::Stack\", Properties: {TemplateURL: child.yaml}}\n")
                .collect(Collectors.joining());
        return read("root.yaml", "Resources:\n" + all, "child.yaml", "Resources: {}");
    }

    @Test
    void stacks_asManyAsCanBe_areRead() {
        assertThat(stacks(1_000).unknowns()).isEmpty();
    }

    @Test
    void stacks_moreThanCanBe_areRefused() {
        assertThatThrownBy(() -> stacks(1_001))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("root.yaml: there are more than 1000 nested stacks");
    }

    @Test
    void addressOfATemplate_atAResourceThatIsNoStack_nestsNothing() {
        String other = "Resources: {N: {Type: \"Custom::Deploy\", Properties: {TemplateURL: child.yaml}}}";
        assertThat(vpcs(read("root.yaml", other, "child.yaml", VPC))).containsExactly("child.yaml#V");
    }

    @Test
    void address_thatEndsLikeOneTemplateMoreThanAnother_isThatOne() {
        assertThat(vpcs(read("root.yaml", nesting("https://b/a/net.yaml"), "x/net.yaml", VPC, "a/net.yaml", VPC)))
                .containsExactlyInAnyOrder("root.yaml#N/V", "x/net.yaml#V");
    }

    @Test
    void address_thatEndsLikeTwoTemplates_isNoneOfThem() {
        Reading reading = read("root.yaml", nesting("net.yaml"), "x/net.yaml", VPC, "a/net.yaml", VPC);
        assertThat(vpcs(reading)).containsExactlyInAnyOrder("a/net.yaml#V", "x/net.yaml#V");
        assertThat(reasons(reading)).hasSize(1);
    }

    @Test
    void metadata_thatNamesNoFile_leavesTheAddress() {
        for (String metadata : List.of("Metadata: text,", "Metadata: {\"aws:asset:path\": \"\"},")) {
            String root = nesting(metadata, "TemplateURL: \"child.yaml?version=1\"");
            assertThat(vpcs(read("root.yaml", root, "child.yaml", VPC))).containsExactly("root.yaml#N/V");
        }
    }

    @Test
    void parameter_thatIsGivenNoValue_hasItsDefault() {
        String child = """
                Parameters: {Block: {Type: String, Default: 10.9.0.0/16}}
                Resources: {V: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: !Ref Block}}}
                """;
        String root = nesting("", "TemplateURL: child.yaml, Parameters: {Block: !Ref AWS::NoValue}");
        assertThat(read("root.yaml", root, "child.yaml", child).plan().vpcs())
                .singleElement()
                .satisfies(each -> assertThat(each.cidrBlocks()).hasToString("[10.9.0.0/16]"));
    }

    @Test
    void output_whoseConditionIsFalse_isNone() {
        String child = """
                Conditions: {Never: !Equals [a, b]}
                Resources: {V: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}}
                Outputs: {Net: {Condition: Never, Value: !Ref V}}
                """;
        String root = """
                Resources:
                  N: {Type: "AWS::CloudFormation::Stack", Properties: {TemplateURL: child.yaml}}
                  S: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !GetAtt N.Outputs.Net, AvailabilityZone: x, CidrBlock: 10.0.0.0/24}}
                """;
        Reading reading = read("root.yaml", root, "child.yaml", child);
        assertThat(ReadTexts.findings(reading)).containsExactly("read.function root.yaml#S");
    }

    @Test
    void region_thatAConditionAsksFor_isKnownWhereItIsTrue() {
        Reading reading = read("root.yaml", """
                Conditions: {Eu: !Equals [!Ref AWS::Region, eu-west-1]}
                Resources:
                  S: {Type: "AWS::EC2::Subnet", Condition: Eu, Properties: {VpcId: vpc-1, AvailabilityZone: eu-west-1b, CidrBlock: 10.0.0.0/24}}
                  I: {Type: "AWS::EC2::Instance", Properties: {InstanceType: m5.large, SubnetId: !Ref S, AvailabilityZone: !Sub "${AWS::Region}a"}}
                """);
        assertThat(reading.check(ReadTexts.RULES).findings())
                .extracting(each -> each.violation().rule() + " " + each.where().orElse(""))
                .containsExactly("eni.attach.zone where Eu is true");
    }
}
