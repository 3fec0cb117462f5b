package io.enikit.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.List;
import java.util.Optional;

/** Calls of which EC2 refuses the last; the code is absent where nobody has seen one. */
record Refusal(int scenario, String name, Optional<String> code, String rule, List<Operation> operations) {
    private static final RuleSet RULES = Ec2Rules.standard().without("limits.unchecked");
    private static final Ec2 EC2 = Ec2.enforcing(RULES);

    static Refusal refusal(int scenario, String name, String code, String rule, Operation... operations) {
        return new Refusal(
                scenario, name, Optional.of(code).filter(text -> !text.isEmpty()), rule, List.of(operations));
    }

    /** Checks that a call is refused for the right reason, and leaves the plan as it is. */
    void assertIn(NetworkPlan before) {
        String text = PlanText.write(before);
        ApplyResult result = EC2.apply(before, operations);
        assertThat(result).isInstanceOf(ApplyResult.Refused.class);
        ApplyResult.Refused refused = (ApplyResult.Refused) result;
        assertThat(refused.rule()).as(refused.toString()).isEqualTo(rule);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.operationIndex()).isEqualTo(operations.size() - 1);
        assertThat(PlanText.write(before)).isEqualTo(text);
        assertWellRefused(before, operations, refused);
    }

    /** Checks that a refusal says why, and that a precondition which is left out leaves no call without meaning. */
    static void assertWellRefused(NetworkPlan before, List<Operation> operations, ApplyResult.Refused refused) {
        assertThat(refused.message()).as(refused.toString()).isNotBlank();
        assertThatCode(() -> Ec2.enforcing(RULES.without(refused.rule())).apply(before, operations))
                .doesNotThrowAnyException();
    }

    @Override
    public String toString() {
        return scenario + " " + name;
    }
}
