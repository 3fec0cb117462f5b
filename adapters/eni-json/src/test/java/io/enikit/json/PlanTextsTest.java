package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.limits.LimitRules;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.Quotas;
import io.enikit.model.SubnetId;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import io.enikit.testkit.BrokenPlans;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Plan texts as files: alone they say all there is, beside others they are what is planned. */
class PlanTextsTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());
    private static final String TEXT = """
            # made by hand

            eni-plan 1
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24
            vpc main cidrBlocks=10.0.0.0/16
            end
            """;

    private static Reading read(String... texts) {
        return PlanReader.create()
                .read(Stream.of(texts)
                        .map(text -> Source.of("file " + text.length(), text))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void brokenPlan_isBrokenInTheSameWay(String rule) {
        for (long seed = 0; seed < 8; seed++) {
            NetworkPlan plan = BrokenPlans.of(rule).plan(seed);
            Reading reading = read(PlanText.write(plan));
            assertThat(reading.check(RULES).report().violations())
                    .as("%s, seed %s", rule, seed)
                    .extracting(violation -> violation.rule() + " " + violation.subject())
                    .containsExactlyElementsOf(RULES.check(plan).violations().stream()
                            .map(violation -> violation.rule() + " " + violation.subject())
                            .toList());
        }
    }

    static Stream<String> rules() {
        return BrokenPlans.rules().stream();
    }

    @Property(tries = 50)
    void text_isReadAsThePlan(@ForAll long seed) {
        NetworkPlan plan = Plans.of(seed, 4);
        assertThat(read(PlanText.write(plan)).plan()).isEqualTo(plan);
    }

    @Test
    void origin_isTheLine() {
        assertThat(read(TEXT).originOf(SubnetId.of("a"))).hasValueSatisfying(origin -> {
            assertThat(origin.line()).hasValue(4);
            assertThat(origin).hasToString("file " + TEXT.length() + ":4");
        });
    }

    @Test
    void besideOtherFiles_whatTheyShowIsThere() {
        String enis = "{\"NetworkInterfaces\": [{\"NetworkInterfaceId\": \"eni-1\", \"SubnetId\": \"a\","
                + " \"VpcId\": \"main\", \"PrivateIpAddress\": \"10.0.0.9\"}]}";
        Reading reading = read(enis, TEXT);
        assertThat(reading.plan().vpcOf(reading.plan().eni(EniId.of("eni-1")).orElseThrow()))
                .isPresent();
        assertThat(reading.outside()).isEmpty();
    }

    @Test
    void besideOtherFiles_whatIsMentionedMayExist() {
        String dangling = TEXT.replace("vpc main cidrBlocks=10.0.0.0/16\n", "");
        assertThat(read(dangling).check(RULES).findings()).isNotEmpty();
        assertThat(read(dangling, "{\"Vpcs\": []}").check(RULES).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"{}, true", "[], true", "- a, true", "a: b, true", "'', false", "{, false", "eni-plan 1, false"})
    void textOfAnotherKind_isTold(String text, boolean isOfAnotherKind) {
        assertThat(PlanReader.create().tryRead(List.of(Source.of("x", text))).unreadable())
                .singleElement()
                .returns(isOfAnotherKind, UnreadableException::isOfAnotherKind);
    }

    @Test
    void damagedText_namesEveryFaultWithItsLine() {
        assertThatThrownBy(() -> read(TEXT.replace("10.0.0.0/24", "10.0.0.1/24").replace("end\n", "")))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("cut off")
                .hasMessageContaining("line 4: ");
    }

    @Test
    void quotas_ofTheReaderBeforeThoseOfTheText() {
        NetworkPlan plan = PlanText.read(TEXT.replace("eni-plan 1\n", "eni-plan 1\nquotas vpcs=9\n"));
        PlanReader reader = PlanReader.create();
        Source source = Source.of("a.plan", PlanText.write(plan));
        assertThat(reader.read(source).plan().quotas().vpcs()).isEqualTo(9);
        PlanReader strict = reader.withQuotas(Quotas.awsDefaults().withVpcs(0));
        assertThat(strict).isNotEqualTo(reader);
        assertThat(strict.read(source).check(RULES).findings())
                .extracting(finding -> finding.violation().rule())
                .containsExactly("quota.vpcs");
        assertThat(strict.read(Source.of(
                                "vpcs.json", "{\"Vpcs\": [{\"VpcId\": \"v\", \"CidrBlock\": \"10.0.0.0/16\"}]}"))
                        .check(RULES)
                        .findings())
                .extracting(finding -> finding.violation().rule())
                .containsExactly("quota.vpcs");
    }

    private static Reading read(ReadLimits limits, String text) {
        return PlanReader.create().withLimits(limits).read(Source.of("plan", text));
    }

    @Test
    void resourcesAndCharacters_areCharged() {
        ReadLimits limits = ReadLimits.defaults();
        assertThat(read(limits.withValues(2), TEXT).plan().resources()).hasSize(2);
        assertThatThrownBy(() -> read(limits.withValues(1), TEXT))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("plan: there are more than 1 values");
        assertThat(read(limits.withCharacters(TEXT.length()), TEXT).plan().resources())
                .hasSize(2);
        assertThatThrownBy(() -> read(limits.withCharacters(TEXT.length() - 1), TEXT))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("plan: there are more than " + (TEXT.length() - 1) + " characters");
    }

    @Test
    void emptyPlan_isReadAllTheSame() {
        assertThat(read(PlanText.write(NetworkPlan.builder().build())).check(RULES))
                .hasToString("no violations");
    }
}
