package io.enikit.store;

import com.google.common.collect.ImmutableList;
import io.enikit.ipam.CidrPool;
import io.enikit.net.IpAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to a pool, from its first event on or from where the kept history begins. */
public final class PoolHistory {
    private final String name;
    private final @Nullable PoolState base;
    private final ImmutableList<PoolEvent> events;

    private PoolHistory(String name, @Nullable PoolState base, List<PoolEvent> events) {
        this.name = name;
        this.base = base;
        this.events = ImmutableList.copyOf(events);
    }

    static PoolHistory of(String name, PoolLog log, Deadline deadline) {
        while (true) {
            PoolHistory history = PoolEngine.retrying(deadline, () -> {
                PoolState base = log.base(name).orElse(null);
                return new PoolHistory(name, base, log.since(name, base == null ? 0 : base.version()));
            });
            if (Replay.follows(history.base, history.events)) {
                return history;
            }
            // Somebody pruned it between the two reads.
            deadline.pauseAfter(new StoreBusyException("pool " + name + " is being pruned", null));
        }
    }

    /**
     * Returns who held an address, and when.
     *
     * @param address an address
     * @return each grant of a block around it, the earliest first
     */
    public List<Tenure> of(IpAddress address) {
        Objects.requireNonNull(address, "address");
        Map<Long, Tenure> tenures = new LinkedHashMap<>();
        if (base != null) {
            base.pool()
                    .explain(address)
                    .allocation()
                    .ifPresent(held -> tenures.put(held.sequence(), Tenure.before(Effect.granted(held))));
        }
        for (PoolEvent event : events) {
            if (event.cidr().filter(cidr -> cidr.contains(address)).isPresent()) {
                tenures.merge(event.sequence(), Tenure.since(event), (tenure, released) -> tenure.until(event));
            }
        }
        return ImmutableList.copyOf(tenures.values());
    }

    /** {@return all events that are kept, in ascending order} */
    public List<PoolEvent> events() {
        return events;
    }

    /** {@return the state with which the kept history begins, or empty if all events are kept} */
    public Optional<PoolState> base() {
        return Optional.ofNullable(base);
    }

    CidrPool asOf(Instant time) {
        Objects.requireNonNull(time, "time");
        return asOf(lastUpTo(time), "at " + time);
    }

    CidrPool asOf(long version) {
        long last = base == null ? 0 : base.version();
        if (version > (events.isEmpty() ? last : events.get(events.size() - 1).version())) {
            throw new IllegalArgumentException("pool " + name + " has no version " + version + " yet");
        }
        return asOf((int) Math.max(-1, version - last), "at version " + version);
    }

    /** The pool after some of the events; -1 is before the base. */
    private CidrPool asOf(int count, String when) {
        PoolState state = count < 0 ? null : Replay.of(name, base, events.subList(0, count));
        if (state == null) {
            throw new IllegalArgumentException("what is known of pool " + name + " begins later than " + when);
        }
        return state.pool();
    }

    private int lastUpTo(Instant time) {
        if (base != null && time.isBefore(base.at())) {
            return -1;
        }
        int count = 0;
        while (count < events.size() && !events.get(count).at().isAfter(time)) {
            count++;
        }
        return count;
    }

    /** The state to begin with if what happened before a time is forgotten. */
    Optional<PoolState> stateToKeepFrom(Instant time) {
        List<PoolEvent> forgotten = new ArrayList<>();
        for (PoolEvent event : events) {
            if (event.at().isBefore(time) && forgotten.size() < events.size() - 1) {
                forgotten.add(event);
            }
        }
        return forgotten.isEmpty() ? Optional.empty() : Optional.ofNullable(Replay.of(name, base, forgotten));
    }

    /**
     * Returns the events, one a line.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return String.join("\n", events.stream().map(PoolEvent::toString).toList());
    }
}
