package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What can be meant in more ways than are looked at: each takes as much work as the bound allows. */
class ManyWaysTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    @Test
    void manyConditions_areLookedAtUpToABound_thatIsSaid() {
        StringBuilder text = new StringBuilder("Parameters:\n");
        for (int i = 0; i < 30; i++) {
            text.append("  P" + i + ": {Type: String, Default: \"no\"}\n");
        }
        text.append("Conditions:\n");
        for (int i = 0; i < 30; i++) {
            text.append("  C" + i + ": !Equals [!Ref P" + i + ", \"yes\"]\n");
        }
        text.append("Resources:\n  Net: {Type: \"AWS::EC2::VPC\", Properties: {CidrBlock: 10.0.0.0/16}}\n");
        for (int i = 0; i < 30; i++) {
            text.append("  S" + i + ": {Type: \"AWS::EC2::Subnet\", Properties: {VpcId: !Ref Net, CidrBlock: !If [C" + i
                    + ", 10.0.99.0/24, 10.0." + i + ".0/24]}}\n");
        }
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Reading reading = PlanReader.create().read(Source.of("t.yaml", text.toString()));
            assertThat(reading.unknowns())
                    .extracting(Unknown::reason)
                    .containsExactly("the conditions can turn out in more ways than the 256 that were looked at; all in"
                            + " which no more than 1 value differs from the defaults are among them");
            assertThat(reading.check(RULES).findings())
                    .extracting(each -> each.violation().rule() + " "
                            + each.violation().subject() + " " + each.where().orElse(""))
                    .contains("subnet.cidr.overlap S1 where C0 is true and C1 is true");
        });
    }

    @Test
    void tooManyInTooLargeAPlan_areNotTried_andThatIsSaid() {
        PlannedJson plan = AlternativesTest.subnets(90);
        IntStream.range(0, 400)
                .forEach(i -> plan.add(
                        "",
                        "aws_network_interface",
                        "n",
                        i,
                        Map.of("private_ips", List.of("10.9." + (i / 200) + "." + (i % 200 + 4))),
                        Map.of("subnet_id", "aws_subnet.s var.index count.index")));
        Findings findings =
                PlanReader.create().read(Source.of("plan.json", plan.text())).check(RULES);
        assertThat(findings.unknowns())
                .filteredOn(each -> each.reason().contains("not all of them are tried"))
                .isNotEmpty();
        assertThat(findings.findings()).isNotEmpty();
    }
}
