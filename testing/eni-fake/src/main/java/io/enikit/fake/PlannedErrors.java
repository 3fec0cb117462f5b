package io.enikit.fake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Errors that tests plan: for the next attempt at an action, or for the next call with all its attempts. */
final class PlannedErrors {
    private final Map<String, Deque<Ec2Error>> attempts = new HashMap<>();
    private final Map<String, Deque<Ec2Error>> calls = new HashMap<>();
    private final Map<String, Ec2Error> underWay = new HashMap<>();

    void nextAttempt(String action, Ec2Error error) {
        attempts.computeIfAbsent(action, key -> new ArrayDeque<>()).add(error);
    }

    void nextCall(String action, Ec2Error error) {
        calls.computeIfAbsent(action, key -> new ArrayDeque<>()).add(error);
    }

    /** Takes the error that a request is to get, if one is planned. */
    Optional<Ec2Error> take(String action, Optional<String> invocation) {
        Optional<Ec2Error> known = invocation.map(id -> underWay.get(action + " " + id));
        if (known.isPresent()) {
            return known;
        }
        Optional<Ec2Error> whole = poll(calls.get(action));
        if (whole.isPresent()) {
            invocation.ifPresent(id -> underWay.put(action + " " + id, whole.get()));
            return whole;
        }
        return poll(attempts.get(action));
    }

    private static Optional<Ec2Error> poll(@Nullable Deque<Ec2Error> planned) {
        return planned == null ? Optional.empty() : Optional.ofNullable(planned.poll());
    }

    void clear() {
        attempts.clear();
        calls.clear();
        underWay.clear();
    }
}
