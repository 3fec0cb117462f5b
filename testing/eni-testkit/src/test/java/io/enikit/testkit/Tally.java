package io.enikit.testkit;

import io.enikit.model.NetworkPlan;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import java.util.Map;
import java.util.TreeMap;

/** How often each operation of some sequences was accepted and refused. */
final class Tally {
    private static final Ec2 EC2 = Ec2.enforcing(ValidPlans.RULES);

    private final Map<String, Integer> accepted = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();

    private Tally() {}

    static Tally of(OperationSequences sequences, int seeds) {
        Tally tally = new Tally();
        for (int seed = 0; seed < seeds; seed++) {
            tally.count(sequences.sequence(seed));
        }
        return tally;
    }

    private void count(OperationSequence calls) {
        NetworkPlan plan = calls.start();
        for (Operation operation : calls.operations()) {
            ApplyResult result = EC2.apply(plan, operation);
            (result.isAccepted() ? accepted : refused).merge(nameOf(operation.getClass()), 1, Integer::sum);
            plan = result instanceof ApplyResult.Accepted done ? done.plan() : plan;
        }
    }

    /** The name of an operation, be the class its own or the one generated for it. */
    private static String nameOf(Class<?> type) {
        Class<?> parent = type.getSuperclass();
        return (parent == Operation.class ? type : parent).getSimpleName();
    }

    int accepted(Class<? extends Operation> type) {
        return accepted.getOrDefault(nameOf(type), 0);
    }

    int refused(Class<? extends Operation> type) {
        return refused.getOrDefault(nameOf(type), 0);
    }

    int acceptedPercent() {
        int done = accepted.values().stream().mapToInt(Integer::intValue).sum();
        int not = refused.values().stream().mapToInt(Integer::intValue).sum();
        return done * 100 / (done + not);
    }

    @Override
    public String toString() {
        return acceptedPercent() + " % accepted\naccepted " + accepted + "\nrefused " + refused;
    }
}
