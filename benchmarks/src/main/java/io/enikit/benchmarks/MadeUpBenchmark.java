package io.enikit.benchmarks;

import io.enikit.model.NetworkPlan;
import io.enikit.testkit.BrokenPlans;
import io.enikit.testkit.ValidPlans;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How long it takes to make up a plan for a test: at most 100,000 ns for a small one, that is 10,000 a second. */
@State(Scope.Thread)
public class MadeUpBenchmark {
    private final ValidPlans small = ValidPlans.ofInstances(1, 2);
    private final ValidPlans standard = ValidPlans.standard();
    private final BrokenPlans broken = BrokenPlans.of("eni.attach.zone");
    private long seed;

    @Benchmark
    public NetworkPlan smallPlan_eni() {
        return small.plan(seed++);
    }

    @Benchmark
    public NetworkPlan plan_eni() {
        return standard.plan(seed++);
    }

    @Benchmark
    public NetworkPlan brokenPlan_eni() {
        return broken.plan(seed++);
    }
}
