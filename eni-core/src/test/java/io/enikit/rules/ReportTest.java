package io.enikit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.internal.RuleSetAccess;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.ResourceKind;
import io.enikit.model.Subnet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a report says of violations of each severity, and which reports and rule sets are equal. */
class ReportTest {
    private static final String NOTHING = "vpc v cidrBlocks=10.0.0.0/16";
    private static final String ADVICE = "vpc v cidrBlocks=172.17.0.0/16";
    private static final String WARNING =
            NOTHING + "\nsubnet s vpc=v availabilityZone=z cidrBlock=10.0.0.0/24\ngroup g vpc=v"
                    + "\neni e subnet=s privateIpAddresses=10.0.0.4* groups=g macAddress=01:00:00:00:00:01";
    private static final String ERROR = "vpc v cidrBlocks=10.0.0.0/8";

    private static Report report(String lines) {
        NetworkPlan plan = PlanText.read("eni-plan 1\n" + lines + "\nend\n");
        return Ec2Rules.standard().check(plan);
    }

    @Test
    void advice_letsAPlanPass_warningsAndErrorsDoNot() {
        assertThat(report(NOTHING).passes()).isTrue();
        assertThat(report(ADVICE).passes()).isTrue();
        assertThat(report(WARNING).passes()).isFalse();
        assertThat(report(ERROR).passes()).isFalse();
        assertThat(report(WARNING).orElseThrow()).isEqualTo(report(WARNING));
        assertThatThrownBy(() -> report(ERROR).orElseThrow())
                .isInstanceOfSatisfying(
                        InvalidPlanException.class, e -> assertThat(e.report()).isEqualTo(report(ERROR)));
    }

    @Test
    void violations_standUnderTheirSeverity() {
        assertThat(report(ADVICE).advice()).extracting(Violation::rule).containsExactly("vpc.cidr.docker");
        assertThat(report(ADVICE).warnings()).isEmpty();
        assertThat(report(ADVICE).errors()).isEmpty();
        assertThat(report(WARNING).warnings()).extracting(Violation::rule).containsExactly("eni.mac.bits");
        assertThat(report(WARNING).advice()).isEmpty();
        assertThat(report(WARNING).errors()).isEmpty();
        assertThat(report(ERROR).errors()).extracting(Violation::rule).containsExactly("vpc.cidr.size");
        assertThat(report(ERROR).warnings()).isEmpty();
    }

    @Test
    void reports_ofEqualViolations_areEqual() {
        assertThat(report(ERROR)).isEqualTo(report(ERROR)).hasSameHashCodeAs(report(ERROR));
        assertThat(report(ERROR)).isNotEqualTo(report(ADVICE)).isNotEqualTo("a text");
        assertThat(report(ERROR).hashCode()).isNotEqualTo(report(ADVICE).hashCode());
    }

    @Test
    void ruleSets_ofTheSameRulesWithTheSameLeftOut_areEqual() {
        RuleSet without = Ec2Rules.standard().without("vpc.cidr");
        assertThat(without)
                .isEqualTo(Ec2Rules.standard().without("vpc.cidr"))
                .hasSameHashCodeAs(Ec2Rules.standard().without("vpc.cidr"))
                .isNotEqualTo(Ec2Rules.standard())
                .isNotEqualTo(RuleSet.of().without("vpc.cidr"))
                .isNotEqualTo("a text");
        assertThat(without.hashCode()).isNotEqualTo(Ec2Rules.standard().hashCode());
        assertThat(without.hashCode())
                .isNotEqualTo(RuleSet.of().without("vpc.cidr").hashCode());
        assertThat(without).hasToString(without.rules().size() + " rules, without vpc.cidr");
        assertThat(RuleSet.of()).hasToString("0 rules");
    }

    @Test
    void rule_thatLooksAtOtherKinds_isNotAskedAboutWhatDidNotChange() {
        StringBuilder asked = new StringBuilder();
        RuleInfo info =
                RuleInfo.of("acme.asked", Phase.STATE).documented("a handbook").withSeverity(Severity.ERROR);
        NetworkPlan plan = PlanText.read("eni-plan 1\n" + WARNING + "\nend\n");
        NetworkPlan changed = plan.toBuilder()
                .put(plan.eni("e").orElseThrow().toBuilder()
                        .description("other")
                        .build())
                .build();
        Rule<Subnet> all = info.rule(
                Subnet.class,
                (subnet, whole, faults) -> asked.append(subnet.id()).append(' '));
        RuleSetAccess engine = RuleSetAccess.get();
        Set<EniId> ids = Set.of(EniId.of("e"));
        engine.errorsIntroduced(RuleSet.of(all.lookingAt(ResourceKind.VPC)), plan, changed, ids, "");
        assertThat(asked).isEmpty();
        engine.errorsIntroduced(RuleSet.of(all.lookingAt(ResourceKind.ENI)), plan, changed, ids, "");
        assertThat(asked).hasToString("s ");
        engine.errorsIntroduced(RuleSet.of(all), plan, changed, ids, "");
        assertThat(asked).hasToString("s s ");
    }
}
