package io.enikit.fake;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tags of what a plan has no place for, kept as facts. */
final class Tagged {
    private static final String TAG = "tag:";

    private Tagged() {}

    static void put(Call call, String id, Map<String, String> tags) {
        tags.forEach((key, value) -> call.fact(id, TAG + key, value));
    }

    static void remove(Call call, String id, String key) {
        call.state(call.state().withoutFact(id, TAG + key));
    }

    static SortedMap<String, String> of(State state, String id) {
        SortedMap<String, String> tags = new TreeMap<>();
        state.facts(id).forEach((name, value) -> {
            if (name.startsWith(TAG)) {
                tags.put(name.substring(TAG.length()), value);
            }
        });
        return tags;
    }
}
