package io.enikit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Answers to the calls in the tables of the scenarios stay what they are, to the letter: messages, and what comes next
 * where the rule that refused is left out. Where one is to change, {@code -Dverdicts.write=true} writes the new ones
 * down, and the difference is for review.
 */
class RefusalVerdictsTest {
    private static final RuleSet RULES = Ec2Rules.standard();
    private static final int LONGEST = 4_000;
    private static final Path EXPECTED = Path.of("src/test/resources/io/enikit/operations/answers.txt");
    private static final Path ACTUAL = Path.of("target/answers.txt");

    private final List<String> lines = new ArrayList<>();

    @Test
    void apply_callsOfTheScenarios_answersWhatItAnswered() throws IOException {
        addScenarios();
        addCases();
        Files.write(ACTUAL, lines);
        if (Boolean.getBoolean("verdicts.write")) {
            Files.write(EXPECTED, lines);
        }
        assertThat(ACTUAL).hasSameTextualContentAs(EXPECTED);
    }

    private void addScenarios() {
        add("dependency", DependencyScenarioTest.PLAN, DependencyScenarioTest.refusals());
        add("elastic-ip", AddressScenarios.plan(), ElasticIpScenarioTest.refusals());
        add("eni", InterfaceScenarios.plan(), EniScenarioTest.refusals());
        add("group-rule", GroupRuleScenarioTest.PLAN, GroupRuleScenarioTest.refusals());
        add("group", InterfaceScenarios.plan(), GroupScenarioTest.refusals());
        add("instance", InterfaceScenarios.plan(), InstanceScenarioTest.refusals());
        add("ipv6", AddressScenarios.plan(), Ipv6ScenarioTest.refusals());
        add("prefix", AddressScenarios.plan(), PrefixScenarioTest.refusals());
        add("private-ipv4", AddressScenarios.plan(), PrivateIpv4ScenarioTest.refusals());
        add("subnet", SubnetScenarioTest.PLAN, SubnetScenarioTest.refusals());
        add("tag", TagScenarioTest.PLAN, TagScenarioTest.creations());
        add("trunk", TrunkScenarioTest.PLAN, TrunkScenarioTest.refusals());
        add("vpc", VpcScenarioTest.PLAN, VpcScenarioTest.refusals());
    }

    private void addCases() {
        add("managed", ManagedInterfaceTest.PLAN, ManagedInterfaceTest.changes());
        add("messages", RefusalMessagesTest.PLAN, RefusalMessagesTest.refusals());
        add("cases", OperationCasesTest.PLAN, OperationCasesTest.refusals());
        add("accepted", OperationCasesTest.PLAN, OperationCasesTest.accepted());
        add("outcomes", OutcomesTest.PLAN, OutcomesTest.operations());
    }

    private void add(String table, NetworkPlan plan, Stream<?> rows) {
        List<List<Operation>> calls = rows.map(RefusalVerdictsTest::calls).toList();
        for (int row = 0; row < calls.size(); row++) {
            add(table + " " + row + " ", plan, calls.get(row));
        }
    }

    private void add(String source, NetworkPlan plan, List<Operation> calls) {
        ApplyResult result = Ec2.enforcing(RULES).apply(plan, calls);
        lines.add(source + answer(result));
        if (result instanceof ApplyResult.Refused refused) {
            ApplyResult next = Ec2.enforcing(RULES.without(refused.rule())).apply(plan, calls);
            lines.add(source + "without " + refused.rule() + " " + answer(next));
        }
    }

    /** Of a long answer a hash. */
    private static String answer(ApplyResult result) {
        String answer = result instanceof ApplyResult.Refused refused
                ? refused.operationIndex() + " " + refused
                : ((ApplyResult.Accepted) result).outcomes().toString();
        return answer.length() <= LONGEST
                ? answer
                : Hashing.sha256().hashString(answer, StandardCharsets.UTF_8).toString();
    }

    private static List<Operation> calls(Object row) {
        if (row instanceof Refusal refusal) {
            return refusal.operations();
        }
        Stream<?> values = row instanceof DependencyScenarioTest.InUse inUse
                ? Stream.of(inUse.operation())
                : row instanceof Arguments arguments ? Stream.of(arguments.get()) : Stream.of(row);
        return values.filter(Operation.class::isInstance)
                .map(Operation.class::cast)
                .toList();
    }
}
