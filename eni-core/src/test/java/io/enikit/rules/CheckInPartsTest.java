package io.enikit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckInPartsTest {
    private static final int ENIS = 9_000;
    private static final RuleSet RULES = Ec2Rules.standard();
    private static final NetworkPlan LARGE = large();
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(3);

    @AfterAll
    static void shutDown() {
        THREADS.shutdownNow();
    }

    /** A plan of several parts; every tenth interface has the address of the one before, every hundredth no subnet. */
    private static NetworkPlan large() {
        NetworkPlan.Builder plan = NetworkPlan.builder()
                .put(Vpc.builder().id("vpc-1").addCidrBlock("10.0.0.0/16").build())
                .put(Subnet.builder()
                        .id("subnet-1")
                        .vpcId("vpc-1")
                        .availabilityZone("eu-west-1a")
                        .cidrBlock("10.0.0.0/16")
                        .build());
        for (int i = 0; i < ENIS; i++) {
            int host = 1_000 + (i % 10 == 9 ? i - 1 : i);
            plan.put(Eni.builder()
                    .id("eni-" + i)
                    .subnetId(i % 100 == 50 ? "subnet-2" : "subnet-1")
                    .primaryPrivateIpAddress("10.0." + host / 256 + "." + host % 256)
                    .build());
        }
        return plan.build();
    }

    static Stream<Executor> executors() {
        return Stream.of(THREADS, Runnable::run, task -> {});
    }

    @ParameterizedTest
    @MethodSource("executors")
    void check_withAnyExecutor_reportsWhatOneThreadFinds(Executor executor) {
        Report expected = RULES.check(LARGE);
        assertThat(expected.violations()).hasSizeGreaterThan(ENIS / 10);
        assertThat(RULES.check(LARGE, executor)).isEqualTo(expected).hasToString(expected.toString());
        assertThat(RULES.check(NetworkPlan.builder().build(), executor)).isEqualTo(Report.from(Set.of()));
    }

    @Test
    void check_withExecutor_isDoneBySeveralThreads() {
        CountDownLatch both = new CountDownLatch(2);
        Set<String> threads = new ConcurrentSkipListSet<>();
        Rule<Eni> waiting = rule((eni, plan, faults) -> {
            if (threads.add(Thread.currentThread().getName())) {
                both.countDown();
                try {
                    assertThat(both.await(1, TimeUnit.MINUTES)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        RuleSet.of(waiting).check(LARGE, THREADS);
        assertThat(threads).hasSizeGreaterThan(1);
    }

    @Test
    void check_ruleThatThrows_throwsWhatOneThreadThrows() {
        RuleSet throwing = RuleSet.of(rule((eni, plan, faults) -> {
            if (eni.id().toString().endsWith("77")) {
                throw new IllegalStateException(eni.id().toString());
            }
        }));
        assertThatThrownBy(() -> throwing.check(LARGE)).hasMessage("eni-1077");
        assertThatThrownBy(() -> throwing.check(LARGE, THREADS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("eni-1077");
    }

    @Test
    void check_executorThatTakesNothing_saysSo() {
        ExecutorService closed = Executors.newSingleThreadExecutor();
        closed.shutdown();
        assertThatThrownBy(() -> RULES.check(LARGE, closed)).isInstanceOf(RejectedExecutionException.class);
    }

    private static Rule<Eni> rule(Rule.Check<Eni> check) {
        return RuleInfo.of("own.rule", Phase.STATE)
                .withSummary("An own rule.")
                .inferred("none")
                .rule(Eni.class, check);
    }
}
