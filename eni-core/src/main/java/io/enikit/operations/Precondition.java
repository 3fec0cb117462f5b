package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Fault;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A rule about a call, as opposed to the state it leads to: what a request may look like, what must exist, what may be
 * moved.
 */
final class Precondition {
    private final Class<? extends Operation> type;
    private final BiFunction<Call, NetworkPlan, Optional<Fault>> check;
    private final RuleInfo info;
    private final boolean essential;

    private Precondition(
            Class<? extends Operation> type,
            BiFunction<Call, NetworkPlan, Optional<Fault>> check,
            RuleInfo info,
            boolean essential) {
        this.type = type;
        this.check = check;
        this.info = info;
        this.essential = essential;
    }

    /** Returns a precondition of operations of one type; the function says what is wrong. */
    static <O extends Operation> Precondition of(
            Class<O> type, BiFunction<O, NetworkPlan, Optional<Fault>> check, RuleInfo info) {
        return new Precondition(type, (call, plan) -> check.apply(type.cast(call.operation()), plan), info, false);
    }

    /** Returns a precondition of every call; the function says what is wrong. */
    static Precondition ofCalls(BiFunction<Call, NetworkPlan, Optional<Fault>> check, RuleInfo info) {
        return new Precondition(Operation.class, check, info, false);
    }

    /** Returns a precondition of each of the things that a call has in one part; the first fault is reported. */
    static <T> Precondition ofEach(
            Function<Call, ? extends Iterable<T>> part,
            BiFunction<T, NetworkPlan, Optional<Fault>> check,
            RuleInfo info) {
        return ofCalls(
                (call, plan) -> {
                    for (T each : part.apply(call)) {
                        Optional<Fault> fault = check.apply(each, plan);
                        if (fault.isPresent()) {
                            return fault;
                        }
                    }
                    return Optional.empty();
                },
                info);
    }

    /**
     * Returns an entry about the text of requests, for whoever stands in for EC2 and reads text.
     *
     * <p>Here nothing can break it: text that cannot be read is refused where the operation is made.
     */
    static Precondition ofText(RuleInfo info) {
        return ofCalls((call, plan) -> Optional.empty(), info);
    }

    /** Returns this precondition of calls that would be without meaning otherwise: it cannot be left out. */
    Precondition essential() {
        return new Precondition(type, check, info, true);
    }

    RuleInfo info() {
        return info;
    }

    boolean isAbout(Class<?> operation) {
        return type.isAssignableFrom(operation);
    }

    /** Returns whether it refuses calls; what is only a warning refuses nothing. */
    boolean refuses() {
        return info.severity() == Severity.ERROR;
    }

    boolean isEssential() {
        return essential;
    }

    /** Returns what is wrong with a call of an operation that this is about, or empty. */
    Optional<Fault> refusal(Call call, NetworkPlan plan) {
        return check.apply(call, plan);
    }
}
