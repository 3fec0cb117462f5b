package io.enikit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.reflect.ClassPath;
import io.enikit.model.NetworkPlan;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.AttachEni;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import java.io.IOException;
import java.lang.reflect.Modifier;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** Operations on plans that break no rule lead to plans that break none, and keep the invariants at every step. */
class OperationProperties {
    private static final Ec2 EC2 = Ec2.enforcing(ValidPlans.RULES);

    @Property(tries = 200)
    void run_operationsOnAValidPlan_keepsItValid(@ForAll OperationSequence calls) {
        OperationRunner.enforcing(ValidPlans.RULES)
                .checking(plan -> assertThat(ValidPlans.RULES.check(plan).hasErrors())
                        .as(ValidPlans.RULES.check(plan) + "\n" + plan)
                        .isFalse())
                .run(calls);
    }

    @Property(tries = 200)
    void sequences_areOfBothKinds(@ForAll OperationSequence calls) {
        NetworkPlan plan = calls.start();
        for (Operation operation : calls.operations()) {
            ApplyResult result = EC2.apply(plan, operation);
            Statistics.label("result").collect(result.isAccepted()).coverage(coverage -> {
                coverage.check(true).percentage(share -> share > 50);
                coverage.check(false).percentage(share -> share > 5);
            });
            plan = result instanceof ApplyResult.Accepted accepted ? accepted.plan() : plan;
        }
    }

    @Example
    void everyOperation_isMade() throws IOException {
        assertThat(OperationSequences.types())
                .containsExactlyInAnyOrderElementsOf(
                        ClassPath.from(Operation.class.getClassLoader())
                                .getTopLevelClasses(Operation.class.getPackageName())
                                .stream()
                                .<Class<?>>map(ClassPath.ClassInfo::load)
                                .filter(type -> Operation.class.isAssignableFrom(type) && type != Operation.class)
                                .filter(type -> Modifier.isPublic(type.getModifiers()))
                                .<Class<? extends Operation>>map(type -> type.asSubclass(Operation.class))
                                .toList());
    }

    @Example
    void everyOperation_isAcceptedNowAndThenAndRefusedNowAndThen() {
        for (Class<? extends Operation> type : OperationSequences.types()) {
            int accepted = 0;
            for (int seed = 0; seed < 200; seed++) {
                OperationSequence calls = OperationSequences.of(type).sequence(seed);
                accepted += EC2.apply(calls.start(), calls.operations().get(0)).isAccepted() ? 1 : 0;
            }
            assertThat(accepted).as(type.getSimpleName()).isBetween(10, 199);
        }
    }

    @Example
    void run_applyThatBreaksAnInvariant_namesTheStep() {
        OperationSequence calls = OperationSequences.of(AttachEni.class)
                .sequence(ValidPlans.ofInstances(2, 2).plan(3), 1);
        assertThatThrownBy(() -> OperationRunner.applying((plan, operation) ->
                                BrokenPlans.of("eni.ipv4.in-use").plan(1))
                        .run(calls))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("after " + calls.operations().get(0) + "\n(");
        assertThat(OperationSequences.of(AttachEni.class).sequence(7))
                .isEqualTo(OperationSequences.of(AttachEni.class).sequence(7));
    }
}
