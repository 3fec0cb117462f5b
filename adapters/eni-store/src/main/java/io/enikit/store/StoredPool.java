package io.enikit.store;

import static java.util.Objects.requireNonNull;

import io.enikit.ipam.Allocation;
import io.enikit.ipam.AllocationResult;
import io.enikit.ipam.BatchResult;
import io.enikit.ipam.CidrPool;
import io.enikit.net.Cidr;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A pool that outlives its process and is shared by many.
 *
 * <p>It has the methods of {@link CidrPool}, and gives the same answers. What a method reports is stored when it
 * returns; a refusal is an answer and changes nothing. All changes of a pool, by whichever process, take effect one
 * after the other.
 *
 * <p>The same request again takes nothing: an owner, or an owner and a key, hold one block, and a request of nobody in
 * particular may carry an id. So a program that was killed asks again for what it does not know.
 *
 * <p>Waiting does not end when the thread is interrupted, but with the patience of the store.
 */
public final class StoredPool {
    private final PoolEngine engine;
    private final PoolStore.Caller caller;
    private final @Nullable Connection connection;

    StoredPool(PoolEngine engine, PoolStore.Caller caller) {
        this(engine, caller, null);
    }

    private StoredPool(PoolEngine engine, PoolStore.Caller caller, @Nullable Connection connection) {
        this.engine = engine;
        this.caller = caller;
        this.connection = connection;
    }

    private <R> R submit(Change<R> change) {
        return submit(Call.of(change, caller.actor(), caller.deadline()));
    }

    private <R> R submit(Call<R> call) {
        if (connection == null) {
            return engine.submit(call);
        }
        try (Turn turn = turnOn(connection)) {
            return engine.submit(call, turn);
        }
    }

    private Turn turnOn(Connection transaction) {
        if (!(engine.log() instanceof SqlLog log)) {
            throw new IllegalStateException("this store is not in a database with transactions");
        }
        return log.turnOn(transaction, engine.name());
    }

    /**
     * Returns this pool within a transaction of the caller.
     *
     * <p>Changes are stored if the caller commits and forgotten if not; until then the pool is locked for all others.
     * Nothing is tried again inside: a {@link StoreBusyException} means that the transaction has to be rolled back, and
     * begun anew. In SQLite the transaction should begin with this pool, or be an immediate one. While it is open, ask
     * the pool through the same connection only.
     *
     * @param transaction a connection to the database of this store, with automatic commits off
     * @return a view of this pool, for use as long as the transaction
     */
    public StoredPool in(Connection transaction) {
        return new StoredPool(engine, caller, Objects.requireNonNull(transaction, "transaction"));
    }

    /** {@return the name of the pool} */
    public String name() {
        return engine.name();
    }

    /**
     * Grants a block of a length to nobody in particular.
     *
     * <p>If the process is killed before it has the answer, the block stays granted; see {@link #allocate(UUID, int)}.
     *
     * @param prefixLength the length
     * @return the allocation, or why there is none
     * @see CidrPool#allocate(int)
     */
    public AllocationResult allocate(int prefixLength) {
        return submit(Change.allocate(pool -> pool.allocate(prefixLength)));
    }

    /**
     * Grants a block of a length to nobody in particular, once for each request.
     *
     * @param request an id that the caller has written down before, and uses for this request only
     * @param prefixLength the length
     * @return the allocation, or why there is none; the same allocation if the request was granted before
     * @throws IllegalStateException if the request was granted before, and the block released since
     * @see CidrPool#allocate(int)
     */
    public AllocationResult allocate(UUID request, int prefixLength) {
        return submit(Call.of(
                Change.allocate(pool -> pool.allocate(prefixLength)),
                caller.actor(),
                caller.deadline(),
                Objects.requireNonNull(request, "request"),
                Call::granted));
    }

    /**
     * Grants a block of a length to an owner, or returns what the owner holds.
     *
     * @param owner a name
     * @param prefixLength the length
     * @return the allocation, or why there is none
     * @see CidrPool#allocate(String, int)
     */
    public AllocationResult allocate(String owner, int prefixLength) {
        return submit(Change.allocate(pool -> pool.allocate(owner, prefixLength)));
    }

    /**
     * Grants a block of a length to an owner and a key, or returns what is held under both.
     *
     * @param owner a name
     * @param key which of the owner's blocks it is; may be empty
     * @param prefixLength the length
     * @return the allocation, or why there is none
     * @see CidrPool#allocate(String, String, int)
     */
    public AllocationResult allocate(String owner, String key, int prefixLength) {
        return submit(Change.allocate(pool -> pool.allocate(owner, key, prefixLength)));
    }

    /**
     * Grants a given block to nobody in particular.
     *
     * @param cidr the block
     * @return the allocation, or why it is not free
     * @see CidrPool#allocate(Cidr)
     */
    public AllocationResult allocate(Cidr cidr) {
        return submit(Change.allocate(pool -> pool.allocate(cidr)));
    }

    /**
     * Grants a given block to an owner, or returns it if the owner holds it.
     *
     * @param owner a name
     * @param cidr the block
     * @return the allocation, or why it is not free
     * @see CidrPool#allocate(String, Cidr)
     */
    public AllocationResult allocate(String owner, Cidr cidr) {
        return submit(Change.allocate(pool -> pool.allocate(owner, cidr)));
    }

    /**
     * Grants a given block to an owner and a key, or returns it if it is held under both.
     *
     * @param owner a name
     * @param key which of the owner's blocks it is; may be empty
     * @param cidr the block
     * @return the allocation, or why it is not free
     * @see CidrPool#allocate(String, String, Cidr)
     */
    public AllocationResult allocate(String owner, String key, Cidr cidr) {
        return submit(Change.allocate(pool -> pool.allocate(owner, key, cidr)));
    }

    /**
     * Grants blocks to several owners at once, all of them or none.
     *
     * @param prefixLengths the length of each owner's block
     * @return the allocations by owner, or why there are none
     * @see CidrPool#allocateAll(Map)
     */
    public BatchResult allocateAll(Map<String, Integer> prefixLengths) {
        Map<String, Integer> requests = Map.copyOf(requireNonNull(prefixLengths, "prefixLengths"));
        return submit(Change.allocateAll(pool -> pool.allocateAll(requests)));
    }

    /**
     * Releases an allocation.
     *
     * @param allocation what was granted
     * @throws IllegalArgumentException if exactly that allocation is not held
     * @see CidrPool#release(Allocation)
     */
    public void release(Allocation allocation) {
        submit(Change.release(Objects.requireNonNull(allocation, "allocation")));
    }

    /**
     * Releases an allocation if it is held; a later grant of the same block is not touched.
     *
     * @param allocation what was granted
     * @return true if this call released it
     */
    public boolean releaseIfHeld(Allocation allocation) {
        return submit(Change.releaseIfHeld(Objects.requireNonNull(allocation, "allocation")));
    }

    /**
     * Releases all blocks of an owner, whatever their keys.
     *
     * @param owner a name
     * @return what was released, in the order of the keys; empty if the owner held nothing
     */
    public List<Allocation> release(String owner) {
        return submit(Change.releaseAll(Objects.requireNonNull(owner, "owner")));
    }

    /**
     * Changes the pool by a function of the present one; what the two differ in is stored.
     *
     * @param change a pure function, which may be called several times, and does not ask this pool
     * @return the pool after the change
     * @throws IllegalArgumentException if the changed pool does not come of the present one
     */
    public CidrPool update(UnaryOperator<CidrPool> change) {
        return submit(Change.update(Objects.requireNonNull(change, "change")));
    }

    /**
     * Returns the pool as it is now.
     *
     * @return a value with all changes that were stored before this call
     */
    public CidrPool snapshot() {
        return current().pool();
    }

    /**
     * Returns the pool as it is now, with its version.
     *
     * @return the state
     */
    public PoolState current() {
        if (connection == null) {
            return engine.existing(caller.deadline());
        }
        try (Turn turn = turnOn(connection)) {
            return engine.current(turn);
        }
    }

    /**
     * Returns what an owner holds without a key.
     *
     * @param owner a name
     * @return the allocation, with the present pool, or empty
     */
    public Optional<Allocation> allocation(String owner) {
        return snapshot().allocation(owner);
    }

    /**
     * Returns what happened to the pool, and when.
     *
     * @return the history as it is now
     */
    public PoolHistory history() {
        return PoolHistory.of(engine.name(), engine.log(), caller.deadline());
    }

    /**
     * Returns the pool as it was at a time.
     *
     * @param time a time at which the pool was there, and of which events are kept
     * @return the pool after the last event up to that time
     * @throws IllegalArgumentException if the kept history begins later
     */
    public CidrPool asOf(Instant time) {
        return history().asOf(time);
    }

    /**
     * Returns the pool as it was at a version.
     *
     * @param version a version of which events are kept
     * @return the pool after the event of that version
     * @throws IllegalArgumentException if the kept history begins later, or there is no such version yet
     */
    public CidrPool asOf(long version) {
        return history().asOf(version);
    }

    /**
     * Forgets what happened before a time, for good; what is granted stays.
     *
     * @param time the time; the newest event is always kept
     */
    public void prune(Instant time) {
        history()
                .stateToKeepFrom(Objects.requireNonNull(time, "time"))
                .ifPresent(base -> PoolEngine.retrying(caller.deadline(), () -> {
                    engine.log().prune(engine.name(), base);
                    return base;
                }));
    }

    /**
     * Takes over blocks that are in use already, all of them or none.
     *
     * @param blocks each block by its owner, for example of {@link PoolImports}
     * @return what was adopted, or every conflict; a block that its owner holds already is none
     */
    public Adoption adopt(Map<String, Cidr> blocks) {
        Map<String, Cidr> wanted = Map.copyOf(requireNonNull(blocks, "blocks"));
        return submit(Adoption.of(wanted));
    }

    /**
     * Compares what is granted with what exists.
     *
     * <p>Nothing granted after the look is called leaked, because it may have come into use since.
     *
     * @param actual the blocks that exist
     * @param before {@link #snapshot} of this pool, taken before somebody looked what exists
     * @return what differs
     */
    public PoolComparison compareWith(Collection<Cidr> actual, CidrPool before) {
        return PoolComparison.of(snapshot(), requireNonNull(before, "before"), requireNonNull(actual, "actual"));
    }

    /**
     * Checks that the rows of the grants and the log say the same.
     *
     * @throws StoreDamagedException if they do not; it names what contradicts what
     */
    public void check() {
        PoolEngine.retrying(caller.deadline(), () -> {
            PoolCheck.check(engine.name(), engine.log());
            return true;
        });
    }

    /**
     * Returns the name and the present pool.
     *
     * @return for example {@code teams: 10.64.0.0/10: 2 allocations, 4186112 addresses free, sequence 2}
     */
    @Override
    public String toString() {
        return engine.name() + ": " + snapshot();
    }
}
