package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/**
 * A rule about a call, as opposed to the state it leads to: what a request may look like, what must exist, what may be
 * moved.
 *
 * @param <T> the operations that it is about
 */
abstract class Precondition<T> {
    private final RuleInfo info;
    private final Class<T> type;

    Precondition(RuleInfo info, Class<T> type) {
        this.info = info;
        this.type = type;
    }

    final RuleInfo info() {
        return info;
    }

    final boolean isAbout(Operation operation) {
        return type.isInstance(operation);
    }

    final Optional<String> refusal(Operation operation, NetworkPlan plan) {
        return check(type.cast(operation), plan);
    }

    /** Returns what is wrong, or empty. */
    abstract Optional<String> check(T operation, NetworkPlan plan);

    /** Whether the operation would be without meaning otherwise, so that the precondition cannot be left out. */
    boolean isEssential() {
        return false;
    }
}
