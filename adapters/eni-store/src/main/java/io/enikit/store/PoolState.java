package io.enikit.store;

import io.enikit.ipam.CidrPool;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A pool as it was after one of its events. */
public final class PoolState {
    private final long version;
    private final Instant at;
    private final CidrPool pool;

    private PoolState(long version, Instant at, CidrPool pool) {
        this.version = version;
        this.at = at;
        this.pool = pool;
    }

    /**
     * Returns a state; a {@link PoolLog} that keeps states has a use for this.
     *
     * @param version the version of the last event, at least 1
     * @param at the time of the last event
     * @param pool the pool after it
     * @return the state
     * @throws IllegalArgumentException if the version is less than 1
     */
    public static PoolState of(long version, Instant at, CidrPool pool) {
        if (version < 1) {
            throw new IllegalArgumentException("the version must be at least 1: " + version);
        }
        return new PoolState(
                version,
                Objects.requireNonNull(at, "at").truncatedTo(ChronoUnit.MICROS),
                Objects.requireNonNull(pool, "pool"));
    }

    /** {@return how many events made this state, the version of the last of them} */
    public long version() {
        return version;
    }

    /** {@return the time of the last event} */
    public Instant at() {
        return at;
    }

    /** {@return the pool} */
    public CidrPool pool() {
        return pool;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PoolState that
                && version == that.version
                && at.equals(that.at)
                && pool.equals(that.pool);
    }

    @Override
    public int hashCode() {
        return Objects.hash(version, at, pool);
    }

    /**
     * Returns version, time and pool.
     *
     * @return for example {@code version 3 of 2026-11-30T10:00:00Z: 10.0.0.0/16: 2 allocations, …}
     */
    @Override
    public String toString() {
        return "version " + version + " of " + at + ": " + pool;
    }
}
