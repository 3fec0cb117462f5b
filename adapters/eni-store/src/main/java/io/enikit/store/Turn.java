package io.enikit.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a pool's engine does with a log at a time: read, append, commit; on a database with the pool locked. */
interface Turn extends AutoCloseable {
    List<PoolEvent> since(long version);

    Optional<PoolState> latest();

    List<PoolEvent> madeBy(UUID request);

    Instant now();

    /** Appends events; what is appended counts from {@link #commit} on. */
    boolean append(long version, List<PoolEvent> events);

    void commit();

    @Override
    void close();

    /** A log that can keep others out for the time of a turn. */
    interface Log extends PoolLog {
        Turn turn(String pool, Deadline deadline);
    }

    static Turn of(PoolLog log, String pool, Deadline deadline) {
        return log instanceof Log locking ? locking.turn(pool, deadline) : new Unlocked(log, pool);
    }

    /** A turn at any log: others may be quicker. */
    record Unlocked(PoolLog log, String pool) implements Turn {
        @Override
        public List<PoolEvent> since(long version) {
            return log.since(pool, version);
        }

        @Override
        public Optional<PoolState> latest() {
            return log.latest(pool);
        }

        @Override
        public List<PoolEvent> madeBy(UUID request) {
            return log.madeBy(pool, request);
        }

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public boolean append(long version, List<PoolEvent> events) {
            return log.append(pool, version, events);
        }

        @Override
        public void commit() {}

        @Override
        public void close() {}
    }
}
