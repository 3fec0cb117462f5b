package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.Quotas;
import io.enikit.model.VpcId;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import io.enikit.rules.Severity;
import io.enikit.testkit.ValidPlans;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

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
}
