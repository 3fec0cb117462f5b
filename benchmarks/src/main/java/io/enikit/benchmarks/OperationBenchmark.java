package io.enikit.benchmarks;

import io.enikit.limits.LimitRules;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.AttachEni;
import io.enikit.operations.CreateEni;
import io.enikit.operations.DeleteEni;
import io.enikit.operations.DetachEni;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import io.enikit.operations.TagResource;
import io.enikit.rules.Ec2Rules;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One operation on a plan of 100,000 interfaces, on one of 1,000, and on that one beside 100 further VPCs with the same
 * blocks, subnets and addresses.
 */
@State(Scope.Benchmark)
public class OperationBenchmark {
    private static final int LARGE = 100_000;
    private static final int SMALL = 1_000;
    private static final int VPCS = 100;

    private final Ec2 ec2 = Ec2.enforcing(Ec2Rules.standard().and(LimitRules.bundled()));
    private final NetworkPlan large = Plans.of(LARGE);
    private final NetworkPlan small = Plans.of(SMALL);
    private final NetworkPlan crowded = Plans.beside(VPCS, small);
    private final NetworkPlan largeDetached = detached(large);
    private final NetworkPlan smallDetached = detached(small);
    private final NetworkPlan crowdedDetached = detached(crowded);

    private final Operation create = CreateEni.of("new", "s000");
    private final Operation assign = AssignPrivateIpAddresses.of("i00010/eth3").withSecondaryPrivateIpAddressCount(1);
    private final Operation detach = DetachEni.of("i00010/eth3");
    private final Operation attach = AttachEni.of("i00010/eth3", "i00014", 14);
    private final Operation tag = TagResource.of(EniId.of("i00010/eth3"), "stage", "test");
    private final Operation delete = DeleteEni.of("i00010/eth3");

    private NetworkPlan apply(NetworkPlan plan, Operation operation) {
        return ec2.apply(plan, operation).orElseThrow();
    }

    /** Detaches one interface. */
    private static NetworkPlan detached(NetworkPlan plan) {
        Eni eni = plan.eni("i00010/eth3").orElseThrow();
        return plan.toBuilder()
                .put(eni.toBuilder().attachment(Optional.empty()).build())
                .build();
    }

    @Benchmark
    public NetworkPlan createEni_eni() {
        return apply(large, create);
    }

    @Benchmark
    public NetworkPlan createEni_at1k() {
        return apply(small, create);
    }

    @Benchmark
    public NetworkPlan createEni_crowded() {
        return apply(crowded, create);
    }

    @Benchmark
    public NetworkPlan assignAddress_eni() {
        return apply(large, assign);
    }

    @Benchmark
    public NetworkPlan assignAddress_at1k() {
        return apply(small, assign);
    }

    @Benchmark
    public NetworkPlan assignAddress_crowded() {
        return apply(crowded, assign);
    }

    @Benchmark
    public NetworkPlan detachEni_eni() {
        return apply(large, detach);
    }

    @Benchmark
    public NetworkPlan detachEni_at1k() {
        return apply(small, detach);
    }

    @Benchmark
    public NetworkPlan detachEni_crowded() {
        return apply(crowded, detach);
    }

    @Benchmark
    public NetworkPlan attachEni_eni() {
        return apply(largeDetached, attach);
    }

    @Benchmark
    public NetworkPlan attachEni_at1k() {
        return apply(smallDetached, attach);
    }

    @Benchmark
    public NetworkPlan attachEni_crowded() {
        return apply(crowdedDetached, attach);
    }

    @Benchmark
    public NetworkPlan tagEni_eni() {
        return apply(large, tag);
    }

    @Benchmark
    public NetworkPlan tagEni_at1k() {
        return apply(small, tag);
    }

    @Benchmark
    public NetworkPlan tagEni_crowded() {
        return apply(crowded, tag);
    }

    @Benchmark
    public NetworkPlan deleteEni_eni() {
        return apply(largeDetached, delete);
    }

    @Benchmark
    public NetworkPlan deleteEni_at1k() {
        return apply(smallDetached, delete);
    }

    @Benchmark
    public NetworkPlan deleteEni_crowded() {
        return apply(crowdedDetached, delete);
    }
}
