package io.enikit.benchmarks;

import io.enikit.limits.LimitRules;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.CreateEni;
import io.enikit.operations.Ec2;
import io.enikit.rules.Ec2Rules;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Addresses and prefixes that EC2 picks in a /16: the first, and the one after 10,000 addresses. */
@State(Scope.Benchmark)
public class AddressBenchmark {
    private static final String SUBNET = """
            eni-plan 1
            vpc v cidrBlocks=10.0.0.0/16
            subnet s vpc=v availabilityZone=z cidrBlock=10.0.0.0/16
            group default vpc=v
            end
            """;
    private static final int INTERFACES = 250;
    private static final int ADDRESSES_EACH = 40;

    private final Ec2 ec2 = Ec2.enforcing(Ec2Rules.standard().and(LimitRules.bundled()));
    private final NetworkPlan empty =
            ec2.apply(PlanText.read(SUBNET), CreateEni.of("target", "s")).orElseThrow();
    private final NetworkPlan full = ec2.apply(empty, takers()).orElseThrow();

    private static List<CreateEni> takers() {
        List<CreateEni> takers = new ArrayList<>();
        for (int i = 0; i < INTERFACES; i++) {
            takers.add(CreateEni.of("e" + i, "s").withSecondaryPrivateIpAddressCount(ADDRESSES_EACH - 1));
        }
        return takers;
    }

    @Benchmark
    public NetworkPlan assign_eni() {
        return assign(full);
    }

    @Benchmark
    public NetworkPlan assign_first() {
        return assign(empty);
    }

    private NetworkPlan assign(NetworkPlan plan) {
        return ec2.apply(plan, AssignPrivateIpAddresses.of("target").withSecondaryPrivateIpAddressCount(1))
                .orElseThrow();
    }

    @Benchmark
    public NetworkPlan delegate_eni() {
        return delegate(full);
    }

    @Benchmark
    public NetworkPlan delegate_first() {
        return delegate(empty);
    }

    private NetworkPlan delegate(NetworkPlan plan) {
        return ec2.apply(plan, AssignPrivateIpAddresses.of("target").withIpv4PrefixCount(1))
                .orElseThrow();
    }
}
