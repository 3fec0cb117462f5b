package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Templates of usual architectures with faults of the usual kinds in them.
 *
 * <p>Beside each is what a reviewer would name: a line for each finding, and one with a question mark for each reason why
 * something is not known.
 */
class TemplateSamplesTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nat-per-zone",
                "eks-managed-nodes",
                "ecs-on-ec2",
                "ecs-fargate",
                "two-tier",
                "transit-gateway-spoke",
                "privatelink-service",
                "dual-stack-loop",
                "hybrid-dns",
                "failover-appliance",
                "subnet-outside",
                "subnet-overlap",
                "overlap-in-a-branch"
            })
    void sample_hasTheFindingsAndTheUnknowns_thatAReviewerWouldName(String name) {
        Reading reading = Samples.read("samples/" + name + ".yaml");
        List<String> found = Stream.concat(
                        reading.check(RULES).findings().stream()
                                .map(each -> each.violation().rule() + " "
                                        + each.violation().subject()
                                        + each.where().map(where -> " " + where).orElse("")),
                        reading.unknowns().stream()
                                .map(each -> "? " + each.reason())
                                .distinct())
                .toList();
        assertThat(found)
                .as(reading.check(RULES).toString())
                .containsExactlyInAnyOrderElementsOf(
                        Samples.text("samples/" + name + ".expected").lines().toList());
    }
}
