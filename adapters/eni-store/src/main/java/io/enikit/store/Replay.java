package io.enikit.store;

import io.enikit.ipam.CidrPool;
import io.enikit.ipam.PoolBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows the events of a pool. */
final class Replay {
    private final String name;
    private long version;
    private Instant at = Instant.EPOCH;
    private @Nullable PoolBuilder builder;

    private Replay(String name) {
        this.name = name;
    }

    /** A replay that begins with a state, or before the first event. */
    static Replay from(String name, @Nullable PoolState state) {
        Replay replay = new Replay(name);
        if (state != null) {
            replay.version = state.version();
            replay.at = state.at();
            replay.builder = state.pool().toBuilder();
        }
        return replay;
    }

    /** The state after some more events, or null if there is none at all. */
    static @Nullable PoolState of(String name, @Nullable PoolState state, List<PoolEvent> events) {
        return events.isEmpty() ? state : from(name, state).addAll(events).state();
    }

    /** True if the events go on where a version ends. */
    static boolean follows(@Nullable PoolState state, List<PoolEvent> events) {
        return events.isEmpty() || events.get(0).version() == (state == null ? 1 : state.version() + 1);
    }

    Replay addAll(Iterable<PoolEvent> events) {
        events.forEach(this::add);
        return this;
    }

    void add(PoolEvent event) {
        if (event.version() != version + 1) {
            throw new StoreDamagedException(
                    "pool " + name + ": after event " + version + " comes event " + event.version(), null);
        }
        try {
            apply(event.effect());
        } catch (IllegalArgumentException e) {
            throw new StoreDamagedException(
                    "pool " + name + ": event " + event + " contradicts those before it: " + e.getMessage(), e);
        }
        version = event.version();
        at = event.at();
    }

    private void apply(Effect effect) {
        if (effect.kind() == PoolEvent.Kind.SETTINGS) {
            List<io.enikit.ipam.Allocation> grants =
                    builder == null ? List.of() : builder.build().allocations();
            builder = PoolFrame.read(effect.frame()).with(grants, effect.sequence());
        } else if (builder == null) {
            throw new IllegalArgumentException("there is no pool yet");
        } else if (effect.kind() == PoolEvent.Kind.GRANTED) {
            builder.addAllocation(effect.block(), effect.owner(), effect.key(), effect.sequence());
        } else {
            builder.removeAllocation(effect.block(), effect.sequence());
        }
    }

    /** The pool so far, or null before the first event. */
    @Nullable
    CidrPool pool() {
        return builder == null ? null : builder.build();
    }

    @Nullable
    PoolState state() {
        CidrPool pool = pool();
        return pool == null ? null : PoolState.of(version, at, pool);
    }
}
