package io.enikit.fake;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The calls that clients made. */
final class CallLog {
    /** How many calls are kept: enough for a test, and a server that runs for days does not fill the memory. */
    static final int AT_MOST = 10_000;

    private final LinkedHashMap<Integer, RecordedCall> calls = new LinkedHashMap<>();
    private final Map<String, Integer> byInvocation = new HashMap<>();
    private final Map<Integer, String> invocations = new HashMap<>();
    private final SortedSet<String> unanswered = new TreeSet<>();
    private final List<Leak> made = new ArrayList<>();
    private int last;

    void add(
            String action,
            String region,
            Map<String, Object> parameters,
            Optional<String> invocation,
            Optional<String> error,
            List<String> ids) {
        RecordedCall before = invocation.map(byInvocation::get).map(calls::get).orElse(null);
        RecordedCall call;
        if (before != null && before.action().equals(action)) {
            call = before.withAttempt(error, ids);
        } else {
            call = new RecordedCall(++last, action, region, parameters, 1, error, ids);
            invocation.ifPresent(id -> {
                byInvocation.put(id, last);
                invocations.put(last, id);
            });
        }
        calls.put(call.number(), call);
        ids.forEach(id -> made.add(new Leak(id, region, call.number(), action)));
        if (calls.size() > AT_MOST) {
            int first = calls.keySet().iterator().next();
            calls.remove(first);
            byInvocation.remove(invocations.remove(first), first);
        }
    }

    void unanswered(String action) {
        unanswered.add(action);
    }

    List<RecordedCall> calls() {
        return ImmutableList.copyOf(calls.values());
    }

    SortedSet<String> unanswered() {
        return new TreeSet<>(unanswered);
    }

    /** Returns what was made, in order. */
    List<Leak> made() {
        return made;
    }

    void clear() {
        calls.clear();
        byInvocation.clear();
        invocations.clear();
        unanswered.clear();
        made.clear();
        last = 0;
    }
}
