package io.enikit.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where the events of pools are kept: what came since a version, and append if the version is still that one.
 *
 * <p>These two operations are all that a {@link StoredPool} needs to be shared without a fault. Versions of a pool begin
 * with 1 and have no gaps. The guarantee rests on {@link #append}: of several callers that append after the same
 * version exactly one succeeds, and what it appended is kept as a whole or not at all.
 *
 * <ul>
 *   <li>DynamoDB: one item an event, keys pool and version, written in one transaction with
 *       {@code attribute_not_exists(version)}; since is a query on the sort key.
 *   <li>etcd: a transaction that compares the version of the pool's key, and puts it and the events; since is a range.
 *   <li>git: a file of lines a pool, appended and pushed without force; since is what a fetch brings.
 * </ul>
 *
 * <p>None of those three has been tried. {@link PoolStore#open} and {@link PoolStore#of(javax.sql.DataSource)} bring
 * logs of their own, and {@link #inMemory} is for tests. Implementations are for use by several threads. A failure is
 * thrown as a {@link StoreUnavailableException}; the caller asks again, and recognizes its own events.
 */
public interface PoolLog extends AutoCloseable {
    /**
     * Returns what came since a version.
     *
     * @param pool the name of a pool, which need not exist
     * @param version a version, or 0 for all events
     * @return the events after that version that are kept, in ascending order; the newest one is always kept
     */
    List<PoolEvent> since(String pool, long version);

    /**
     * Appends events if the version is still the given one.
     *
     * @param pool the name of a pool, which exists from its first event on
     * @param version the version the caller knows, 0 for a new pool
     * @param events at least one event, the first with the version after the known one
     * @return true if they were appended, false if the version is another and nothing has changed
     */
    boolean append(String pool, long version, List<PoolEvent> events);

    /**
     * Returns the pool as it is, if that is quicker than to replay all events.
     *
     * @param pool the name of a pool
     * @return the newest state, or empty if there is no pool or the log keeps nothing but events
     */
    default Optional<PoolState> latest(String pool) {
        return Optional.empty();
    }

    /**
     * Returns the state after which all events are kept.
     *
     * @param pool the name of a pool
     * @return a state, or empty if all events are kept
     */
    default Optional<PoolState> base(String pool) {
        return Optional.empty();
    }

    /**
     * Returns the events made by one request.
     *
     * @param pool the name of a pool
     * @param request the id of a request
     * @return its events, in ascending order, or none
     */
    default List<PoolEvent> madeBy(String pool, UUID request) {
        return since(pool, 0).stream()
                .filter(event -> event.request().filter(request::equals).isPresent())
                .toList();
    }

    /**
     * Removes the events up to a state, which is kept in their place.
     *
     * @param pool the name of a pool
     * @param base the state, older than the newest event
     * @throws UnsupportedOperationException if this log keeps all events
     */
    default void prune(String pool, PoolState base) {
        throw new UnsupportedOperationException("this log keeps all events");
    }

    /**
     * Returns the names of all pools.
     *
     * @return the names, sorted
     * @throws UnsupportedOperationException if this log can't list them
     */
    default Set<String> names() {
        throw new UnsupportedOperationException("this log does not list its pools");
    }

    /** Gives back what the log holds open; the events stay. */
    @Override
    default void close() {}

    /**
     * Returns a log in memory, for tests.
     *
     * @return a new log without pools
     */
    static PoolLog inMemory() {
        return new MemoryLog();
    }
}
