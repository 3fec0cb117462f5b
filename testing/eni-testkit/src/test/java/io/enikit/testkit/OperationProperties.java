package io.enikit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.reflect.ClassPath;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.AttachEni;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import io.enikit.operations.ResetEni;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Operations on plans that break no rule lead to plans that break none, and keep the invariants at every step. */
class OperationProperties {
    /** {@code .ci/slow} runs two thousand. */
    private static final int SEQUENCES = Integer.getInteger("io.enikit.testkit.sequences", 20);

    private static final OperationRunner RUNNER = OperationRunner.enforcing(ValidPlans.RULES)
            .checking(plan -> assertThat(ValidPlans.RULES.check(plan).hasErrors())
                    .as(ValidPlans.RULES.check(plan) + "\n" + plan)
                    .isFalse());

    @Property(tries = 50)
    void run_operationsOnAValidPlan_keepsItValid(@ForAll OperationSequence calls) {
        RUNNER.run(calls);
    }

    @Example
    void run_thirtyOperationsOnAValidPlan_keepsItValid() {
        OperationSequences sequences = OperationSequences.all().ofLength(30, 30);
        for (int seed = 0; seed < SEQUENCES; seed++) {
            RUNNER.run(sequences.sequence(seed));
        }
    }

    @Example
    void apply_refusedAsAWhole_changesNothing() {
        Ec2 ec2 = Ec2.enforcing(ValidPlans.RULES);
        for (int seed = 0; seed < SEQUENCES; seed++) {
            OperationSequence calls = OperationSequences.all().sequence(seed);
            String before = PlanText.write(calls.start());
            ApplyResult result = ec2.apply(calls.start(), calls.operations());
            assertThat(PlanText.write(calls.start())).isEqualTo(before);
            if (result instanceof ApplyResult.Refused refused) {
                assertThat(ec2.apply(calls.start(), calls.operations().subList(0, refused.operationIndex()))
                                .isAccepted())
                        .isTrue();
            }
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
    void everyOperation_onItsOwn_isAcceptedNowAndThenAndRefusedNowAndThen() {
        for (Class<? extends Operation> type : OperationSequences.types()) {
            Tally tally = Tally.of(OperationSequences.of(type).ofLength(1, 2), 100);
            assertThat(tally.accepted(type)).as(type.getSimpleName()).isPositive();
            assertThat(tally.refused(type)).as(type.getSimpleName()).isPositive();
        }
    }

    @Example
    void sequences_ofAllOperations_areAcceptedMoreOftenThanNot() {
        Tally tally = Tally.of(OperationSequences.all().ofLength(30, 30), 200);
        assertThat(tally.acceptedPercent()).as(tally.toString()).isGreaterThanOrEqualTo(40);
        for (Class<? extends Operation> type : OperationSequences.types()) {
            assertThat(tally.accepted(type)).as(tally.toString()).isGreaterThanOrEqualTo(3);
            assertThat(tally.refused(type)).as(tally.toString()).isGreaterThanOrEqualTo(3);
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

    @Example
    void run_stepThatBreaksAnInvariant_failsByItsLetter() {
        NetworkPlan start = PlanText.read("""
                eni-plan 1
                vpc main cidrBlocks=10.0.0.0/16
                subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24 cidrReservations=10.0.0.16/28;explicit
                group web vpc=main groupName=web
                eni x subnet=a privateIpAddresses=10.0.0.4* groups=web
                end
                """);
        assertThatThrownBy(() -> runWith(start, "10.0.0.4*", "10.0.0.5*")).hasMessageContaining("\n(h) x: primary");
        assertThatThrownBy(() -> runWith(start, "10.0.0.4*", "10.0.0.4*,10.0.0.16"))
                .hasMessageContaining("\n(f) EC2 picked 10.0.0.16/32 for x");
        assertThatThrownBy(() -> runWith(start, "10.0.0.4*", "10.0.0.4*,10.0.0.3"))
                .hasMessageContaining("\n(b) 10.0.0.3/32 of x is kept by EC2");
        runWith(start, "10.0.0.4*", "10.0.0.4*,10.0.0.5");
    }

    /** Runs a call that does nothing but replace some text of the plan. */
    private static void runWith(NetworkPlan start, String text, String by) {
        OperationRunner.applying(
                        (plan, call) -> PlanText.read(PlanText.write(plan).replace(text, by)))
                .run(OperationSequence.of(start, List.of(ResetEni.of("x"))));
    }
}
