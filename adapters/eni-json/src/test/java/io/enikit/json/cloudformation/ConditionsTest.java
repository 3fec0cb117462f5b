package io.enikit.json.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.json.Finding;
import io.enikit.json.Findings;
import io.enikit.json.PlanReader;
import io.enikit.json.ReadLimits;
import io.enikit.json.Reading;
import io.enikit.json.Source;
import io.enikit.json.Unknown;
import io.enikit.json.UnreadableException;
import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates whose conditions can turn out in several ways. */
class ConditionsTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    private static Reading read(String text) {
        return PlanReader.create().read(Source.of("t.yaml", text));
    }

    private static List<String> findings(Reading reading) {
        return reading.check(RULES).findings().stream()
                .map(each -> each.violation().rule() + " " + each.violation().subject()
                        + each.where().map(where -> " " + where).orElse(""))
                .toList();
    }

    /** Reads two subnets, of which one takes a block that depends on conditions, and the other always 10.0.1.0/24. */
    private static List<String> subnets(String declarations, String resource) {
        return findings(read(declarations + """

                Resources:
                  Net: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  Always: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, CidrBlock: 10.0.1.0/24}}
                  Maybe: {Type: "AWS::EC2::Subnet", RESOURCE}
                """.replace("RESOURCE", resource)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // the default decides nothing
                "{Stage: {Type: String, Default: prod}} | {Prod: !Equals [!Ref Stage, prod]} | [Prod, 10.0.0.0/24, 10.0.1.0/24] | where Prod is false",
                "{Stage: {Type: String, Default: dev}} | {Prod: !Equals [!Ref Stage, prod]} | [Prod, 10.0.0.0/24, 10.0.1.0/24] | where Prod is false",
                "{Stage: {Type: String}} | {Prod: !Equals [!Ref Stage, prod]} | [Prod, 10.0.0.0/24, 10.0.1.0/24] | where Prod is false",
                "{Stage: {Type: String}} | {Prod: !Equals [!Ref Stage, prod]} | [Prod, 10.0.1.0/24, 10.0.0.0/24] | where Prod is true",
                "{Stage: {Type: String}} | {Prod: !Equals [!Ref Stage, prod]} | [Prod, 10.0.1.0/25, 10.0.1.0/25] | everywhere",
                // allowed values leave no other way
                "{Stage: {Type: String, AllowedValues: [prod]}} | {Prod: !Equals [!Ref Stage, prod]} | [Prod, 10.0.0.0/24, 10.0.1.0/24] | none",
                "{Stage: {Type: String, AllowedValues: [dev, test], Default: dev}} | {Prod: !Equals [!Ref Stage, prod]} | [Prod, 10.0.1.0/24, 10.0.0.0/24] | none",
                "{Stage: {Type: String, AllowedValues: [dev, prod], Default: dev}} | {Dev: !Equals [!Ref Stage, dev], Prod: !Equals [!Ref Stage, prod]} | [Prod, 10.0.0.0/24, !If [Dev, 10.0.2.0/24, 10.0.1.0/24]] | none",
                "{Stage: {Type: String, AllowedValues: [dev, test, prod], Default: dev}} | {Dev: !Equals [!Ref Stage, dev], Prod: !Equals [!Ref Stage, prod]} | [Prod, 10.0.0.0/24, !If [Dev, 10.0.2.0/24, 10.0.1.0/24]] | where Dev is false and Prod is false",
                // what cannot be true together
                "{Stage: {Type: String}} | {Dev: !Equals [!Ref Stage, dev], Prod: !Equals [!Ref Stage, prod]} | [Dev, !If [Prod, 10.0.1.0/24, 10.0.0.0/24], 10.0.2.0/24] | none",
                "{Stage: {Type: String}} | {Prod: !Equals [!Ref Stage, prod], Not: !Not [!Condition Prod]} | [Prod, !If [Not, 10.0.1.0/24, 10.0.0.0/24], 10.0.2.0/24] | none",
                "{A: {Type: String}, B: {Type: String}} | {X: !Equals [!Ref A, y], Y: !Equals [!Ref B, y]} | [X, !If [Y, 10.0.1.0/24, 10.0.0.0/24], 10.0.2.0/24] | where X is true and Y is true",
                "{A: {Type: String}, B: {Type: String}} | {X: !Equals [!Ref A, !Ref B]} | [X, 10.0.0.0/24, 10.0.1.0/24] | where X is false",
                "{A: {Type: String}} | {X: !Equals [!Ref A, !Ref A]} | [X, 10.0.0.0/24, 10.0.1.0/24] | none",
                "{A: {Type: String, Default: ''}} | {X: !Not [!Equals [!Ref A, '']]} | [X, 10.0.1.0/24, 10.0.0.0/24] | where X is true",
                "{A: {Type: String}, B: {Type: String}} | {X: !Or [!Equals [!Ref A, y], !Equals [!Ref B, y]]} | [X, 10.0.0.0/24, 10.0.1.0/24] | where X is false",
                "{A: {Type: String}, B: {Type: String}} | {X: !And [!Equals [!Ref A, y], !Equals [!Ref B, y]]} | [X, 10.0.1.0/24, 10.0.0.0/24] | where X is true",
                "{A: {Type: String}} | {X: !Equals [!Ref 'AWS::Region', eu-west-1]} | [X, 10.0.1.0/24, 10.0.0.0/24] | where X is true",
                "{A: {Type: CommaDelimitedList, Default: 'a,b'}} | {X: !Equals [!Select [0, !Ref A], a]} | [X, 10.0.0.0/24, 10.0.1.0/24] | where X is false",
                "{A: {Type: CommaDelimitedList, Default: 'a,b'}} | {X: !Equals [!Join ['', !Ref A], '']} | [X, 10.0.1.0/24, 10.0.0.0/24] | where X is true",
                // either side may be the one that is written
                "{Stage: {Type: String}} | {Prod: !Equals [prod, !Ref Stage]} | [Prod, 10.0.0.0/24, 10.0.1.0/24] | where Prod is false",
                "{A: {Type: String}} | {X: !Equals [a, a]} | [X, 10.0.1.0/24, 10.0.0.0/24] | everywhere",
                "{A: {Type: String}} | {X: !Equals [a, b]} | [X, 10.0.1.0/24, 10.0.0.0/24] | none",
                // two parameters are compared with each other
                "{A: {Type: String}} | {X: !Equals [!Ref A, !Ref A]} | [X, 10.0.1.0/24, 10.0.0.0/24] | everywhere",
                "{A: {Type: String, Default: x}, B: {Type: String, Default: x}} | {X: !Equals [!Ref A, !Ref B]} | [X, 10.0.0.0/24, 10.0.1.0/24] | where X is false",
                "{A: {Type: String, Default: x}, B: {Type: String, Default: x}} | {X: !Equals [!Ref A, !Ref B]} | [X, 10.0.1.0/24, 10.0.0.0/24] | where X is true",
                "{A: {Type: String, Default: x}, B: {Type: String, Default: y}} | {X: !Equals [!Ref A, !Ref B]} | [X, 10.0.1.0/24, 10.0.0.0/24] | where X is true",
                "{A: {Type: String, Default: x}, B: {Type: String, Default: y}} | {X: !Equals [!Ref A, !Ref B]} | [X, 10.0.0.0/24, 10.0.1.0/24] | where X is false",
                // the value of the parameter counts as well
                "{A: {Type: String, Default: 10.0.0.0/24}} | {X: !Equals [!Ref A, 10.0.1.0/24]} | [X, !Ref A, !Ref A] | where X is true",
            })
    void block_thatDependsOnAParameter_isLookedAtInEachWay(
            String parameters, String conditions, String block, String where) {
        String declarations = "Parameters: " + parameters + "\nConditions: " + conditions + "\n";
        assertThat(subnets(declarations, "Properties: {VpcId: !Ref Net, CidrBlock: !If " + block + "}"))
                .isEqualTo(
                        where.equals("none")
                                ? List.of()
                                : List.of(
                                        "subnet.cidr.overlap Maybe" + (where.equals("everywhere") ? "" : " " + where)));
    }

    @Test
    void mapOfStages_isLookedAtStageByStage() {
        String declarations = """
                Parameters: {Stage: {Type: String, Default: dev}}
                Mappings: {Stages: {dev: {Nat: "no"}, prod: {Nat: "yes"}}}
                Conditions: {Nat: !Equals [!FindInMap [Stages, !Ref Stage, Nat], "yes"], Prod: !Equals [!Ref Stage, prod]}
                """;
        assertThat(subnets(
                        declarations, "Properties: {VpcId: !Ref Net, CidrBlock: !If [Nat, 10.0.1.0/24, 10.0.0.0/24]}"))
                .containsExactly("subnet.cidr.overlap Maybe where Nat is true");
        assertThat(
                        subnets(
                                declarations,
                                "Properties: {VpcId: !Ref Net, CidrBlock: !If [Nat, !If [Prod, 10.0.0.0/24, 10.0.1.0/24], 10.0.2.0/24]}"))
                .isEmpty();
    }

    @Test
    void resource_thatIsMadeInSomeWays_isLookedAtThere() {
        String declarations = """
                Parameters: {Stage: {Type: String, Default: dev}}
                Conditions: {Prod: !Equals [!Ref Stage, prod]}
                """;
        assertThat(subnets(declarations, "Condition: Prod, Properties: {VpcId: !Ref Net, CidrBlock: 10.0.1.0/24}"))
                .containsExactly("subnet.cidr.overlap Maybe where Prod is true");
    }

    @Test
    void whatIsWrongInAllWays_saysNoCondition() {
        String declarations = """
                Parameters: {Stage: {Type: String}}
                Conditions: {Prod: !Equals [!Ref Stage, prod]}
                """;
        assertThat(
                        subnets(
                                declarations,
                                "Properties: {VpcId: !Ref Net, MapPublicIpOnLaunch: !If [Prod, true, false], CidrBlock: 10.0.1.0/24}"))
                .containsExactly("subnet.cidr.overlap Maybe");
    }

    @Test
    void givenValue_leavesOneWay() {
        String text = """
                Parameters: {Stage: {Type: String, Default: prod}}
                Conditions: {Prod: !Equals [!Ref Stage, prod]}
                Resources:
                  Eni: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: subnet-1, Ipv6AddressCount: 1, Ipv6PrefixCount: !If [Prod, 0, 1]}}
                """;
        assertThat(findings(read(text))).containsExactly("addresses.one-way Eni where Prod is false");
        assertThat(findings(PlanReader.create().withParameter("Stage", "prod").read(Source.of("t.yaml", text))))
                .isEmpty();
        assertThat(findings(PlanReader.create().withParameter("Stage", "test").read(Source.of("t.yaml", text))))
                .containsExactly("addresses.one-way Eni");
    }

    @Test
    void conditions_ofNestedStacks_dependOnTheParametersOfTheirParent() {
        String root = """
                Parameters: {Stage: {Type: String, Default: dev}}
                Conditions: {Prod: !Equals [!Ref Stage, prod]}
                Resources:
                  Net: {Type: "AWS::CloudFormation::Stack", Properties: {TemplateURL: net.yaml, Parameters: {Kind: !Ref Stage, Wide: !If [Prod, "yes", "no"]}}}
                """;
        String nested = """
                Parameters: {Kind: {Type: String, Default: x}, Wide: {Type: String, Default: "no"}}
                Conditions: {Live: !Equals [!Ref Kind, prod], IsWide: !Equals [!Ref Wide, "yes"]}
                Resources:
                  Net: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  One: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, CidrBlock: !If [IsWide, 10.0.0.0/20, 10.0.0.0/24]}}
                  Two: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, CidrBlock: !If [Live, 10.0.1.0/24, 10.0.2.0/24]}}
                """;
        assertThat(findings(PlanReader.create().read(Source.of("root.yaml", root), Source.of("net.yaml", nested))))
                .containsExactly("subnet.cidr.overlap root.yaml#Net/Two where root.yaml#Net/IsWide is true");
    }

    @Test
    void originAndMessage_areThoseOfTheWay() {
        Reading reading = read("""
                Parameters: {Stage: {Type: String, Default: prod}}
                Conditions: {Prod: !Equals [!Ref Stage, prod]}
                Resources:
                  Net: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.90.0.0/16}}
                  Web: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, CidrBlock: 10.90.1.0/24}}
                  App: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, CidrBlock: !If [Prod, 10.90.0.0/24, 10.90.1.0/24]}}
                """);
        Findings findings = reading.check(RULES);
        assertThat(findings.toString())
                .isEqualTo("[ERROR] Web: 10.90.1.0/24 overlaps 10.90.1.0/24 of subnet \"App\", where Prod is false"
                        + " (t.yaml:5 /Resources/Web) | subnet.cidr.overlap | InvalidSubnet.Conflict");
        assertThat(findings.findings()).extracting(Finding::where).containsExactly(Optional.of("where Prod is false"));
        assertThat(findings.hasErrors()).isTrue();
        assertThat(reading.plan().subnet("App").orElseThrow().cidrBlock().orElseThrow())
                .hasToString("10.90.0.0/24");
    }

    @Test
    void whatCannotBeReadInSomeWay_isSaid() {
        Reading reading = read("""
                Parameters: {Stage: {Type: String, Default: dev}}
                Conditions: {Prod: !Equals [!Ref Stage, prod]}
                Resources:
                  Net: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: !If [Prod, !Select [x, [a]], 10.0.0.0/16]}}
                """);
        assertThat(reading.unknowns())
                .extracting(Unknown::reason)
                .singleElement()
                .satisfies(reason -> assertThat(reason)
                        .startsWith(
                                "what is made where parameters have other values: t.yaml: expected a whole number"));
    }

    private static String conditions(int number, IntFunction<String> condition) {
        return "Conditions:\n"
                + IntStream.range(0, number)
                        .mapToObj(i -> "  C" + i + ": " + condition.apply(i) + "\n")
                        .collect(Collectors.joining());
    }

    @Test
    void conditions_leadToEachOtherTwoHundredLevelsDeep() {
        IntFunction<String> next = i -> "!Not [!Condition C" + (i + 1) + "]";
        String maybe = "Properties: {VpcId: !Ref Net, CidrBlock: !If [C0, 10.0.0.0/24, 10.0.1.0/24]}";
        assertThat(subnets(conditions(97, next) + "  C97: !Equals [a, a]\n", maybe))
                .containsExactly("subnet.cidr.overlap Maybe");
        assertThatThrownBy(() -> subnets(conditions(120, next) + "  C120: !Equals [a, a]\n", maybe))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("lead to each other, more than 200 levels deep");
    }

    @Test
    void conditions_besideEachOther_mayBeMoreThanTwoHundred() {
        assertThat(subnets(
                        conditions(300, i -> "!Not [!Equals [a, a]]")
                                + "  All: !Or ["
                                + IntStream.range(0, 300)
                                        .mapToObj(i -> "!Condition C" + i)
                                        .collect(Collectors.joining(", "))
                                + "]\n",
                        "Properties: {VpcId: !Ref Net, CidrBlock: !If [All, 10.0.0.0/24, 10.0.1.0/24]}"))
                .containsExactly("subnet.cidr.overlap Maybe");
    }

    private static String parameters(int number) {
        return "Parameters:\n"
                + IntStream.range(0, number)
                        .mapToObj(i -> "  P" + i + ": {Type: String, Default: x}\n")
                        .collect(Collectors.joining());
    }

    /** Returns a subnet for each of some conditions. */
    private static String resources(int number) {
        return "Resources:\n  Net: {Type: \"AWS::EC2::VPC\", Properties: {CidrBlock: 10.0.0.0/16}}\n"
                + IntStream.range(0, number)
                        .mapToObj(i -> "  S" + i + ": {Type: \"AWS::EC2::Subnet\", Condition: C" + i
                                + ", Properties: {VpcId: !Ref Net, CidrBlock: 10.0." + i + ".0/24}}\n")
                        .collect(Collectors.joining());
    }

    private static List<String> reasons(Reading reading) {
        return reading.unknowns().stream().map(Unknown::toString).toList();
    }

    @Test
    void moreThan256Ways_areNotAllLookedAt() {
        String eight = parameters(8) + conditions(8, i -> "!Equals [!Ref P" + i + ", y]") + resources(8);
        assertThat(reasons(read(eight))).isEmpty();
        String nine = parameters(9) + conditions(9, i -> "!Equals [!Ref P" + i + ", y]") + resources(9);
        assertThat(reasons(read(nine)))
                .containsExactly(
                        "t.yaml:11 /Conditions: unknown: the conditions can turn out in more ways than the 256 that"
                                + " were looked at; all in which no more than 4 values differ from the defaults are among them");
    }

    @Test
    void waysOfOneParameterAndAnother_areLookedAtOneByOne() {
        String any = IntStream.range(0, 254).mapToObj(i -> "!Condition C" + i).collect(Collectors.joining(", "));
        String text = parameters(2)
                + conditions(256, i -> switch (i) {
                    case 254 -> "!Equals [!Ref P1, y]";
                    case 255 -> "!Or [" + any + "]";
                    default -> "!Equals [!Ref P0, v" + i + "]";
                })
                + "Resources:\n"
                + "  Net: {Type: \"AWS::EC2::VPC\", Condition: C254, Properties: {CidrBlock: 10.0.0.0/16}}\n"
                + "  Other: {Type: \"AWS::EC2::VPC\", Condition: C255, Properties: {CidrBlock: 10.0.0.0/16}}\n";
        assertThat(reasons(read(text)))
                .containsExactly(
                        "t.yaml:4 /Conditions: unknown: the conditions can turn out in more ways than the 256 that"
                                + " were looked at; all in which no more than 1 value differs from the defaults are among them");
    }

    @Test
    void ways_areLookedAtAsLongAsTheLimitsLast() {
        String text = parameters(6) + conditions(6, i -> "!Equals [!Ref P" + i + ", y]") + resources(6);
        PlanReader reader = PlanReader.create().withLimits(ReadLimits.defaults().withValues(300));
        assertThat(reasons(reader.read(Source.of("t.yaml", text))))
                .singleElement()
                .asString()
                .matches("t.yaml:8 /Conditions: unknown: the conditions can turn out in more ways than the [1-5][0-9]?"
                        + " that were looked at; all in which no more than [0-9] values? differs? from the defaults are"
                        + " among them");
    }
}
