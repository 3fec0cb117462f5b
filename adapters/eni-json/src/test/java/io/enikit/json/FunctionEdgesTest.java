package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What functions of templates make of the least there can be, of what is not known, and of what is too much. */
class FunctionEdgesTest {
    private static Reading read(String expression) {
        return PlanReader.create()
                .withAvailabilityZones("eu-west-1a", "eu-west-1b")
                .read(Source.of("t.yaml", """
                Parameters:
                  Open: {Type: String}
                  Text: {Type: String, Default: given}
                  Many: {Type: CommaDelimitedList, Default: "a, b ,c"}
                Mappings:
                  Map: {one: {key: value}}
                Conditions:
                  Always: !Equals [a, a]
                  Never: !Not [!Condition Always]
                  Maybe: !Equals [!Ref Open, x]
                Resources:
                  V:
                    Type: AWS::EC2::VPC
                    Properties:
                      CidrBlock: 10.0.0.0/16
                      Tags:
                        - Key: t
                          Value: EXPRESSION
                """.replace("EXPRESSION", expression)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "!Join ['', [a, '', b]]|ab",
                "!Join ['-', []]|``",
                "!Join ['-', [a]]|a",
                "!Join ['-', !Ref Many]|a-b-c",
                "!Join ['-', !Ref Open]|${/Resources/V/Properties/Tags/0/Value}",
                "!Join ['-', [a, !Ref Open]]|${a-${Open}}",
                "!Select [1, !Split ['', abc]]|b",
                "!Select [1, !Split [',', 'a , b ']]|b",
                "!Select [1, !Split ['/', 'a / b ']]| b ",
                "!Select [0, !Split ['-', 'ab']]|ab",
                "!Select ['-1', [a]]|${/Resources/V/Properties/Tags/0/Value}",
                "!Select [0, []]|${/Resources/V/Properties/Tags/0/Value}",
                "!Select [0, !Ref Open]|${Open}[0]",
                "!Select [0, !Ref V]|${V.Ref}[0]",
                "!Select [0, !Ref Text]|${/Resources/V/Properties/Tags/0/Value}",
                "!Select [1, !Split ['-', !Sub '${Open}-x']]|x",
                "!Select [0, !Split ['-', !Sub 'a-${Open}-b']]|a",
                "!Select [1, !Split ['-', !Sub 'a-${Open}-b']]|${Open}",
                "!Select [2, !Split ['-', !Sub 'a-${Open}-b']]|b",
                "!Select [3, !Split ['-', !Sub 'a-${Open}-b']]|${/Resources/V/Properties/Tags/0/Value}",
                "!Select [0, !Split ['-', !Ref Open]]|${Open}.split(-)[0]",
                "{'Fn::ToJsonString': {}}|{}",
                "{'Fn::ToJsonString': []}|[]",
                "{'Fn::ToJsonString': [1, true, a, {b: c, d: []}]}|[1,true,\"a\",{\"b\":\"c\",\"d\":[]}]",
                "{'Fn::ToJsonString': {a: 'x\\\\y'}}|{\"a\":\"x\\\\\\\\y\"}",
                "{'Fn::ToJsonString': [!Ref Open, b]}|${[\"${Open}\",\"b\"]}",
                "{'Fn::ToJsonString': a}|\"a\"",
                "{'Fn::Length': []}|0",
                "{'Fn::Length': [a, b]}|2",
                "{'Fn::Length': !Ref Open}|${/Resources/V/Properties/Tags/0/Value}",
                "!Sub ''|``",
                "!Sub 'a${'|a${",
                "!Sub 'a${b'|a${b",
                "!Sub '${!A}'|${A}",
                "!Sub 'x${Text}y'|xgiveny",
                "!Sub '${ Text }${Text}'|givengiven",
                "!Sub ['${A}${Text}', {A: 1}]|1given",
                "!Sub '${Nobody}'|${Nobody}",
                "!Sub '${V.CidrBlock}'|10.0.0.0/16",
                "!Sub '${W.CidrBlock}'|${W.CidrBlock}",
                "!GetAtt V.CidrBlock|10.0.0.0/16",
                "!GetAtt [V, CidrBlock]|10.0.0.0/16",
                "!GetAtt [V, !Ref Open]|${/Resources/V/Properties/Tags/0/Value}",
                "!GetAtt V.VpcId|${V.Ref}",
                "!GetAtt V.Other|${V.Other}",
                "!Ref Nobody|${Nobody}",
                "!Ref AWS::NoValue|``",
                "!Ref AWS::Partition|${AWS::Partition}",
                "!Select [1, !GetAZs '']|eu-west-1b",
                "!Select [1, !GetAZs us-east-1]|${/Resources/V/Properties/Tags/0/Value/1}[1]",
                "!FindInMap [Map, one, key]|value",
                "!FindInMap [Map, two, key]|${/Resources/V/Properties/Tags/0/Value}",
                "!FindInMap [Map, two, key, {DefaultValue: other}]|other",
                "!FindInMap [Map, !Ref Open, key]|${/Resources/V/Properties/Tags/0/Value}",
                "!If [Always, a, b]|a",
                "!If [Never, a, b]|b",
                "!Select [0, !Cidr [10.0.0.0/24, 1, 8]]|10.0.0.0/24",
                "!Select [255, !Cidr [10.0.0.0/24, 256, 0]]|${/Resources/V/Properties/Tags/0/Value/1}[255]",
                "!Select [255, !Cidr [10.0.0.0/16, 256, 8]]|10.0.255.0/24",
                "!Select [0, !Cidr [10.0.0.0/16, 257, 4]]|${/Resources/V/Properties/Tags/0/Value/1}[0]",
                "!Select [0, !Cidr [10.0.0.0/16, 0, 4]]|${/Resources/V/Properties/Tags/0/Value/1}[0]",
                "!Select [0, !Cidr [10.0.0.0/24, 2, 8]]|${/Resources/V/Properties/Tags/0/Value/1}[0]",
                "!Select [0, !Cidr ['2600:1f16:1::/56', 1, 128]]|${/Resources/V/Properties/Tags/0/Value/1}[0]",
                "!Select [0, !Cidr ['2600:1f16:1::/56', 1, 129]]|${/Resources/V/Properties/Tags/0/Value/1}[0]",
                "!Select [1, !Cidr ['2600:1f16:1::/56', 2, 64]]|2600:1f16:1:1::/64",
                "!Select [0, !Cidr [10.0.0.0/16, 1]]|${/Resources/V/Properties/Tags/0/Value/1}[0]",
                "!Select [0, !Cidr [10.0.0.0/16, !Ref Open, 8]]|${/Resources/V/Properties/Tags/0/Value/1}[0]",
                "!Select [0, !Cidr [[], 1, 8]]|${/Resources/V/Properties/Tags/0/Value/1}[0]",
                "!Select [1, !Cidr [!Ref Open, 2, 8]]|${Open}+256/-8",
                "!Transform x|${/Resources/V/Properties/Tags/0/Value}",
            })
    void expression_isEvaluated_orWhatIsNotKnownIsSaid(String expression, String value) {
        Reading reading = read(expression);

        assertThat(reading.plan().vpc("V").orElseThrow().tags().getOrDefault("t", "none"))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Join [a] | Fn::Join takes 2 values, found 1",
                "!Join ['-', [a], b] | Fn::Join takes 2 values, found 3",
                "!Split [a] | Fn::Split takes 2 values, found 1",
                "!Select [x, [a]] | expected a whole number",
                "!Sub [a] | Fn::Sub takes 2 values, found 1",
                "!Sub [a, {}, c] | Fn::Sub takes 2 values, found 3",
                "!GetAtt V | expected a resource, a dot, and an attribute",
                "!GetAtt [V] | Fn::GetAtt takes 2 values, found 1",
                "!FindInMap [Map, one] | Fn::FindInMap takes 3 to 4 values, found 2",
                "!FindInMap [Map, one, key, {}, x] | Fn::FindInMap takes 3 to 4 values, found 5",
                "!If [Always, a] | Fn::If takes 3 values, found 2",
                "!If [Nobody, a, b] | there is no condition Nobody",
                "!Cidr [10.0.0.0/16] | Fn::Cidr takes a block, a number of blocks, and the number of bits of each",
                "!Cidr [10.0.0.0/16, 1, 8, 9] | Fn::Cidr takes a block, a number of blocks, and the number of bits of each",
                "!Cidr [10.0.0.0/16, x, 8] | expected a whole number",
            })
    void expressionOfAnotherForm_isRefused(String expression, String message) {
        assertThatThrownBy(() -> read(expression))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Sub '${Open}' | the parameter Open has no value",
                "!Sub '${Open}x' | a part of Fn::Sub is not known: the parameter Open has no value",
                "!Sub '${.x}' | there is no resource",
                "!GetAtt .x | there is no resource",
                "!GetAtt Bare.x | x of Bare is known only once it is made",
                "!GetAtt Bare.Outputs.X | Outputs.X of Bare is known only once it is made",
                "!GetAtt [Bare, Outputs.X] | Outputs.X of Bare is known only once it is made",
                "!Ref Gone | there is no parameter or resource Gone",
                "!GetAtt Gone.x | there is no resource Gone",
                "!Ref Closed | the parameter Closed has no value",
            })
    void valueThatIsNotKnown_saysWhy(String expression, String reason) {
        assertThat(inABlock(expression).unknowns())
                .extracting(each -> each.reason().strip())
                .containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Sub '${Past}/24' | Fn::Select asks for number 7 of 1",
                "!FindInMap [Flat, one, key] | there is no entry one, key in the map Flat",
                "!FindInMap [Map, one, none] | there is no entry one, none in the map Map",
            })
    void valueThatCannotBe_isAFinding(String expression, String message) {
        Reading reading = inABlock(expression
                .replace("${Past}", "${P}")
                .replace("!Sub '${P}/24'", "!Sub ['${P}/24', {P: !Select [7, [a]]}]"));
        assertThat(reading.unknowns()).isEmpty();
        assertThat(ReadTexts.findings(reading)).containsExactly("read.function S");
        assertThat(reading.check(ReadTexts.RULES).findings().get(0).violation().message())
                .isEqualTo(message);
    }

    /** Reads an expression that is the block of a subnet. */
    private static Reading inABlock(String expression) {
        return PlanReader.create().read(Source.of("t.yaml", """
                Parameters:
                  Open: {Type: String}
                  Closed: {Type: String, AllowedValues: some}
                Mappings:
                  Flat: {one: text}
                  Map: {one: {key: value}}
                Conditions:
                  Never: !Equals [a, b]
                Resources:
                  Bare: {Type: "AWS::S3::Bucket", Properties: []}
                  Gone: {Type: "AWS::S3::Bucket", Condition: Never}
                  S: {Type: "AWS::EC2::Subnet", Properties: {VpcId: vpc-1, AvailabilityZone: x, CidrBlock: EXPRESSION}}
                """.replace("EXPRESSION", expression)));
    }

    /** Reads resources of which each takes an attribute of the next one. */
    private static Reading chain(int length, String attribute) {
        StringBuilder text = new StringBuilder("Conditions: {Always: !Equals [a, a]}\nResources:\n");
        for (int i = 0; i < length; i++) {
            text.append("  R%d: {Type: \"AWS::EC2::VPC\", Properties: {CidrBlock: %s}}\n"
                    .formatted(i, attribute.replace("NEXT", "R" + (i + 1))));
        }
        text.append("  R%d: {Type: \"AWS::EC2::VPC\", Properties: {CidrBlock: 10.0.0.0/16}}\n".formatted(length));
        return PlanReader.create().read(Source.of("t.yaml", text.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!GetAtt NEXT.CidrBlock",
                "!Sub '${NEXT.CidrBlock}'",
                "!Sub ['${A}', {A: !GetAtt NEXT.CidrBlock}]",
                "!Select [0, [!GetAtt NEXT.CidrBlock]]",
                "!If [Always, !GetAtt NEXT.CidrBlock, x]",
                "!Select [0, !Cidr [!GetAtt NEXT.CidrBlock, 1, 8]]",
                "!FindInMap [none, a, b, {DefaultValue: !GetAtt NEXT.CidrBlock}]"
            })
    void functions_thatLeadToEachOther_areFollowed_upToADepth(String attribute) {
        assertThat(chain(40, attribute).plan().vpcs()).hasSize(41);
        assertThatThrownBy(() -> chain(300, attribute))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("more than 200 levels deep, or without end");
    }
}
