package io.enikit.store;

import io.enikit.ipam.CidrPool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Some calls applied one after the other to a state, and the events that come of it. */
final class Attempt {
    private final PoolState start;
    private final Turn turn;
    private final Instant at;
    private final long token;
    private final List<PoolEvent> events = new ArrayList<>();
    private CidrPool pool;

    Attempt(PoolState start, Turn turn, long token) {
        this.start = start;
        this.turn = turn;
        this.token = token;
        this.pool = start.pool();
        Instant now = turn.now();
        this.at = now.isBefore(start.at()) ? start.at() : now;
    }

    CidrPool pool() {
        return pool;
    }

    List<PoolEvent> events() {
        return events;
    }

    PoolState start() {
        return start;
    }

    /** The state after all events; the start if there are none. */
    PoolState end() {
        return events.isEmpty()
                ? start
                : PoolState.of(start.version() + events.size(), events.get(0).at(), pool);
    }

    /** The events of a request, made before or within this attempt. */
    List<PoolEvent> eventsOf(UUID request) {
        List<PoolEvent> mine = events.stream()
                .filter(event -> event.request().filter(request::equals).isPresent())
                .toList();
        return mine.isEmpty() ? turn.madeBy(request) : mine;
    }

    /** Applies a change to the pool so far, and returns its answer. */
    <R> R apply(Change<R> change, String by, @Nullable UUID request) {
        Change.Outcome<R> outcome = change.applyTo(pool);
        List<PoolEvent> more = new ArrayList<>();
        for (Effect effect : outcome.effects()) {
            long version = start.version() + events.size() + more.size() + 1;
            more.add(new PoolEvent(version, effect, at, by, request, token));
        }
        events.addAll(more);
        pool = outcome.pool();
        return outcome.answer();
    }

    /** True if that is still the state this attempt began with. */
    boolean startsAt(@Nullable PoolState state) {
        return state != null && state.version() == start.version();
    }

    /** True if others' or own events after the start show that this attempt was committed. */
    boolean isIn(List<PoolEvent> since) {
        return !since.isEmpty() && since.get(0).token() == token && since.get(0).version() == start.version() + 1;
    }
}
