package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.net.AddressParseException;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.Fault;
import io.enikit.rules.RuleInfo;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real accounts were answered, code and words, and what this library answers to the same. */
class Ec2AnswersTest {
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard().and(LimitRules.bundled()));

    /** An answer: whether the last call was accepted, and else its code and EC2's words. */
    private record Said(boolean accepted, Optional<String> code, Optional<String> text, String whole) {}

    static Stream<Ec2Answer> answers() {
        return Stream.of(
                        InterfaceAnswers.all(),
                        InstanceAnswers.all(),
                        VpcAnswers.all(),
                        ElasticIpAnswers.all(),
                        PublishedAnswers.all(),
                        PublishedVpcAnswers.all())
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void apply_callThatAnAccountMade_isAnsweredAsThere(Ec2Answer expected) {
        Said said = said(expected);
        assertThat(said.accepted()).as(said.whole()).isEqualTo(expected.accepted());
        expected.here()
                .or(expected::code)
                .ifPresent(code -> assertThat(said.code()).as(said.whole()).contains(code));
        expected.here()
                .ifPresent(code -> assertThat(Optional.of(code))
                        .as("the code of the case, which is no longer another one")
                        .isNotEqualTo(expected.code()));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void apply_callThatAnAccountMade_isRefusedInTheWordsOfEc2(Ec2Answer expected) {
        Said said = said(expected);
        expected.text().ifPresent(words -> {
            assertThat(said.text()).as(said.whole()).isPresent();
            if (expected.partOfText()) {
                assertThat(said.text().orElseThrow()).contains(words);
            } else {
                assertThat(said.text().orElseThrow()).isEqualTo(words);
            }
        });
    }

    private static Said said(Ec2Answer answer) {
        NetworkPlan plan = answer.plan();
        for (int i = 0; i < answer.calls().size(); i++) {
            Operation call;
            try {
                call = answer.calls().get(i).call();
            } catch (AddressParseException e) {
                return saidOfText(e);
            }
            ApplyResult result = EC2.apply(plan, call);
            if (result instanceof ApplyResult.Refused refused) {
                assertThat(i)
                        .as("the call that is refused: " + refused)
                        .isEqualTo(answer.calls().size() - 1);
                return new Said(false, refused.code(), refused.ec2Message(), refused.toString());
            }
            plan = result.orElseThrow();
        }
        return new Said(true, Optional.empty(), Optional.empty(), "accepted");
    }

    /** What whoever stands in for EC2 answers to text that is no address: the entry is for that. */
    private static Said saidOfText(AddressParseException e) {
        RuleInfo entry = Ec2.preconditions().stream()
                .filter(each -> each.id().equals("addresses.text"))
                .findFirst()
                .orElseThrow();
        return new Said(
                false,
                entry.ec2Code(),
                entry.ec2Message("CreateNetworkInterface", Fault.of("text").withValue("address", e.text())),
                e.toString());
    }
}
