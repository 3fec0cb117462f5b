package io.enikit.store;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A log in the heap of this process. */
final class MemoryLog implements PoolLog {
    private final Map<String, List<PoolEvent>> events = new HashMap<>();
    private final Map<String, PoolState> bases = new HashMap<>();

    @Override
    public synchronized List<PoolEvent> since(String pool, long version) {
        List<PoolEvent> all = events.getOrDefault(pool, List.of());
        int from = all.size();
        while (from > 0 && all.get(from - 1).version() > version) {
            from--;
        }
        return ImmutableList.copyOf(all.subList(from, all.size()));
    }

    @Override
    public synchronized boolean append(String pool, long version, List<PoolEvent> more) {
        List<PoolEvent> all = events.computeIfAbsent(pool, name -> new ArrayList<>());
        long last = all.isEmpty() ? 0 : all.get(all.size() - 1).version();
        return last == version && all.addAll(more);
    }

    @Override
    public synchronized Optional<PoolState> base(String pool) {
        return Optional.ofNullable(bases.get(pool));
    }

    @Override
    public synchronized void prune(String pool, PoolState base) {
        events.getOrDefault(pool, new ArrayList<>()).removeIf(event -> event.version() <= base.version());
        bases.put(pool, base);
    }

    @Override
    public synchronized Set<String> names() {
        return ImmutableSortedSet.copyOf(events.keySet());
    }
}
