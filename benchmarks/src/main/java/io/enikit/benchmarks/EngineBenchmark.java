package io.enikit.benchmarks;

import io.enikit.limits.LimitRules;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.operations.AttachEni;
import io.enikit.operations.CreateEni;
import io.enikit.operations.DetachEni;
import io.enikit.operations.Ec2;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.Report;
import io.enikit.rules.RuleSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Plans of 100,000 interfaces against plans of 1,000: the ratio is time at 1k by time at 100k. */
@State(Scope.Benchmark)
public class EngineBenchmark {
    private static final int LARGE = 100_000;
    private static final int SMALL = 1_000;

    private final RuleSet rules = Ec2Rules.standard().and(LimitRules.bundled());
    private final Ec2 ec2 = Ec2.enforcing(rules);
    private final NetworkPlan large = Plans.of(LARGE);
    private final NetworkPlan small = Plans.of(SMALL);
    private final String largeText = PlanText.write(large);
    private final String smallText = PlanText.write(small);

    @Benchmark
    @OperationsPerInvocation(LARGE)
    public Report checkPerEni_eni() {
        return rules.check(large);
    }

    @Benchmark
    @OperationsPerInvocation(SMALL)
    public Report checkPerEni_at1k() {
        return rules.check(small);
    }

    @Benchmark
    public NetworkPlan move_eni() {
        return move(large);
    }

    @Benchmark
    public NetworkPlan move_at1k() {
        return move(small);
    }

    private NetworkPlan move(NetworkPlan plan) {
        return ec2.apply(plan, DetachEni.of("i00010/eth3"), AttachEni.of("i00010/eth3", "i00014", 14))
                .orElseThrow();
    }

    @Benchmark
    public NetworkPlan create_eni() {
        return ec2.apply(large, CreateEni.of("new", "s000")).orElseThrow();
    }

    @Benchmark
    public NetworkPlan create_at1k() {
        return ec2.apply(small, CreateEni.of("new", "s000")).orElseThrow();
    }

    @Benchmark
    @OperationsPerInvocation(LARGE)
    public String writePerEni_eni() {
        return PlanText.write(large);
    }

    @Benchmark
    @OperationsPerInvocation(SMALL)
    public String writePerEni_at1k() {
        return PlanText.write(small);
    }

    @Benchmark
    @OperationsPerInvocation(LARGE)
    public NetworkPlan readPerEni_eni() {
        return PlanText.read(largeText);
    }

    @Benchmark
    @OperationsPerInvocation(SMALL)
    public NetworkPlan readPerEni_at1k() {
        return PlanText.read(smallText);
    }
}
