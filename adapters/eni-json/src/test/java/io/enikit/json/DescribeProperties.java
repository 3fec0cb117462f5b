package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.limits.LimitRules;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.Quotas;
import io.enikit.model.VpcId;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.Fact;
import io.enikit.rules.RuleSet;
import io.enikit.rules.Severity;
import io.enikit.testkit.BrokenPlans;
import io.enikit.testkit.ValidPlans;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DescribeProperties {
    /** Plans of all that EC2 allows: several VPCs, trunks and branches, network cards, prefixes. Quotas are not written. */
    @Property(tries = 500)
    void validPlan_writtenAsDescribeOutput_readsBackEqual(@ForAll long seed) {
        NetworkPlan plan = ValidPlans.standard().plan(seed).toBuilder()
                .quotas(Quotas.awsDefaults())
                .build();
        Reading reading = PlanReader.create().read(Source.of("plan.json", DescribeJson.write(plan)));
        assertThat(PlanText.write(withDefaultQuotas(reading))).isEqualTo(PlanText.write(plan));
        assertThat(withDefaultQuotas(reading)).isEqualTo(plan);
        assertThat(reading.outside()).isEmpty();
        assertThat(reading.check(RULES.without("quota")).findings()).isEmpty();
    }

    /** Quotas are the first of what describe output cannot say. */
    private static NetworkPlan withDefaultQuotas(Reading reading) {
        return reading.plan().toBuilder().quotas(Quotas.awsDefaults()).build();
    }

    private static final RuleSet RULES = Ec2Rules.standard().without("limits.unchecked");

    @Property(tries = 300)
    void plan_writtenAsDescribeOutput_readsBackEqual(@ForAll long seed, @ForAll @IntRange(max = 12) int instances) {
        NetworkPlan plan = Plans.of(seed, instances);
        Reading reading = PlanReader.create().read(Source.of("plan.json", DescribeJson.write(plan)));
        assertThat(PlanText.write(withDefaultQuotas(reading))).isEqualTo(PlanText.write(plan));
        assertThat(withDefaultQuotas(reading)).isEqualTo(plan);
        assertThat(DescribeJson.write(reading.plan())).isEqualTo(DescribeJson.write(plan));
        assertThat(reading.outside()).isSubsetOf(VpcId.of("vpc-elsewhere"));
    }

    /**
     * What the property above is about: plans that EC2 would accept, but for their number of Elastic IPs. A VPC that is
     * only mentioned is no fault of what was read.
     */
    @Property(tries = 100)
    void plan_ofTheseTests_isValid(@ForAll long seed, @ForAll @IntRange(max = 8) int instances) {
        Reading reading =
                PlanReader.create().read(Source.of("plan.json", DescribeJson.write(Plans.of(seed, instances))));
        assertThat(reading.check(RULES.without("quota")).findings())
                .filteredOn(finding -> finding.violation().severity() == Severity.ERROR)
                .isEmpty();
    }

    @Property(tries = 20)
    void stream_holdsTheSameAsTheText(@ForAll long seed) {
        NetworkPlan plan = Plans.of(seed, 3);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DescribeJson.write(plan, bytes);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo(DescribeJson.write(plan).stripTrailing());
    }

    /**
     * What is wrong with a plan is wrong with its describe output too, but for what such output cannot say.
     *
     * <p>Quotas are not in it, and are at least what exists; resources with one id are written once; what does not exist is
     * outside of the output; nobody reads there which addresses are to be chosen; and its numbers are 0 or more. An
     * instance in it exists, so EC2 has its type, and it has every setting that its interfaces need.
     */
    private static final List<String> CANNOT_SAY = List.of(
            "quota",
            "eni.groups.quota",
            "plan.id.unique",
            "subnet.room",
            "eni.attach.index-range",
            "limits.instance-type",
            "limits.interfaces-flexible");

    @ParameterizedTest
    @MethodSource("rules")
    void brokenPlan_writtenAsDescribeOutput_isBrokenInTheSameWay(String rule) {
        for (long seed = 0; seed < 8; seed++) {
            NetworkPlan plan = BrokenPlans.of(rule).plan(seed);
            Reading reading = PlanReader.create().read(Source.of("plan.json", DescribeJson.write(plan)));
            assertThat(reading.check(ALL).report().violations().stream()
                            .map(violation -> violation.rule() + " " + violation.subject()))
                    .as("%s, seed %s", rule, seed)
                    .containsExactlyInAnyOrderElementsOf(ALL.check(plan).violations().stream()
                            .map(violation -> violation.rule() + " " + violation.subject())
                            .toList());
        }
    }

    static Stream<String> rules() {
        return BrokenPlans.rules().stream()
                .filter(rule -> CANNOT_SAY.stream().noneMatch(each -> (rule + ".").startsWith(each + ".")))
                .filter(rule -> !needsExistence(rule));
    }

    private static boolean needsExistence(String rule) {
        return ALL.find(rule)
                .filter(info -> info.needs().contains(Fact.EXISTENCE))
                .isPresent();
    }

    private static final RuleSet ALL = Ec2Rules.standard().and(LimitRules.bundled());
}
