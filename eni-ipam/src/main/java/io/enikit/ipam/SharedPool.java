package io.enikit.ipam;

import io.enikit.net.Cidr;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A pool that many threads share.
 *
 * <pre>{@code
 * SharedPool shared = SharedPool.of(CidrPool.of(Cidr.parse("10.0.0.0/16")));
 * Allocation pod = shared.allocate(32).orElseThrow();
 * shared.release(pod);
 * shared.snapshot().free();
 * }</pre>
 *
 * <p>It holds a {@link CidrPool} in an atomic reference. Each operation computes the next pool from the present one and
 * tries again if another thread was quicker, so operations take effect one after the other, each at a single moment. A
 * refusal changes nothing.
 *
 * <p>One that takes long, such as {@link #allocateAll} of thousands of names, would lose that race for ever against short
 * ones. So an operation takes its turn when it has lost and needs more than a millisecond, or has lost a hundred times: others
 * wait until it is done, for about the time that it takes alone. {@link #snapshot} never waits.
 *
 * <p>Shared pools are mutable, so they are compared by identity; compare snapshots.
 */
public final class SharedPool {
    /** What takes longer loses against quicker operations as a rule, in nanoseconds. */
    private static final long LONG = 1_000_000;

    /** So many races an operation may lose, be it as short as it may. */
    private static final int MOST_LOST = 100;

    private final AtomicReference<CidrPool> current;

    /** Held by an operation that takes its turn. */
    private final ReentrantLock turn = new ReentrantLock(true);

    /** How many operations take their turn, or wait to. */
    private final AtomicInteger waiting = new AtomicInteger();

    private SharedPool(CidrPool pool) {
        this.current = new AtomicReference<>(pool);
    }

    /**
     * Returns a shared pool that begins as the given one.
     *
     * @param pool the pool
     * @return a shared pool of its own
     */
    public static SharedPool of(CidrPool pool) {
        return new SharedPool(Objects.requireNonNull(pool, "pool"));
    }

    /**
     * Returns the pool as it is now.
     *
     * @return a value that later operations leave as it is
     */
    public CidrPool snapshot() {
        return current.get();
    }

    /**
     * Grants a block of a length to nobody in particular.
     *
     * @param prefixLength the length
     * @return the allocation, or why there is none
     * @see CidrPool#allocate(int)
     */
    public AllocationResult allocate(int prefixLength) {
        return settle(pool -> pool.allocate(prefixLength));
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
        return settle(pool -> pool.allocate(owner, prefixLength));
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
        return settle(pool -> pool.allocate(owner, key, prefixLength));
    }

    /**
     * Grants a given block to nobody in particular.
     *
     * @param cidr the block
     * @return the allocation, or why there is none
     * @see CidrPool#allocate(Cidr)
     */
    public AllocationResult allocate(Cidr cidr) {
        return settle(pool -> pool.allocate(cidr));
    }

    /**
     * Grants a given block to an owner, or returns it if the owner holds it.
     *
     * @param owner a name
     * @param cidr the block
     * @return the allocation, or why there is none
     * @see CidrPool#allocate(String, Cidr)
     */
    public AllocationResult allocate(String owner, Cidr cidr) {
        return settle(pool -> pool.allocate(owner, cidr));
    }

    /**
     * Grants a given block to an owner and a key, or returns it if it is held under both.
     *
     * @param owner a name
     * @param key which of the owner's blocks it is; may be empty
     * @param cidr the block
     * @return the allocation, or why there is none
     * @see CidrPool#allocate(String, String, Cidr)
     */
    public AllocationResult allocate(String owner, String key, Cidr cidr) {
        return settle(pool -> pool.allocate(owner, key, cidr));
    }

    /**
     * Grants blocks to several owners at once, all of them or none.
     *
     * @param prefixLengths the length of each owner's block
     * @return the allocations by owner, or why there are none
     * @see CidrPool#allocateAll(Map)
     */
    public BatchResult allocateAll(Map<String, Integer> prefixLengths) {
        Objects.requireNonNull(prefixLengths, "prefixLengths");
        Map<String, Integer> requests = Map.copyOf(prefixLengths);
        return settle(
                pool -> pool.allocateAll(requests),
                result -> result instanceof BatchAllocation batch ? batch.pool() : null,
                true);
    }

    private AllocationResult settle(Function<CidrPool, AllocationResult> request) {
        return settle(request, result -> result instanceof Allocation allocation ? allocation.pool() : null, false);
    }

    /**
     * Asks the present pool until its answer is that of the pool that is still there.
     *
     * @param next the pool that an answer leads to, null if nothing is to change
     * @param mayBeLong whether the first attempt is to be timed as well
     */
    private <R extends @Nullable Object> R settle(
            Function<CidrPool, R> request, Function<R, @Nullable CidrPool> next, boolean mayBeLong) {
        for (int lost = 0; ; lost++) {
            letOthersTakeTheirTurn();
            CidrPool pool = current.get();
            boolean timed = mayBeLong || lost > 0;
            long began = timed ? System.nanoTime() : 0;
            R result = request.apply(pool);
            @Nullable CidrPool changed = next.apply(result);
            if (changed == null || current.compareAndSet(pool, changed)) {
                return result;
            }
            if (lost == MOST_LOST || (timed && System.nanoTime() - began > LONG)) {
                return settleInTurn(request, next);
            }
        }
    }

    private void letOthersTakeTheirTurn() {
        if (waiting.get() > 0 && !turn.isHeldByCurrentThread()) {
            turn.lock();
            try {
                Thread.onSpinWait();
            } finally {
                turn.unlock();
            }
        }
    }

    /** Loses only against operations that had begun before, as others wait. */
    private <R extends @Nullable Object> R settleInTurn(
            Function<CidrPool, R> request, Function<R, @Nullable CidrPool> next) {
        waiting.incrementAndGet();
        turn.lock();
        try {
            while (true) {
                CidrPool pool = current.get();
                R result = request.apply(pool);
                @Nullable CidrPool changed = next.apply(result);
                if (changed == null || current.compareAndSet(pool, changed)) {
                    return result;
                }
            }
        } finally {
            waiting.decrementAndGet();
            turn.unlock();
        }
    }

    /**
     * Releases an allocation.
     *
     * @param allocation what was granted
     * @throws IllegalArgumentException if exactly that allocation is not held
     * @see CidrPool#release(Allocation)
     */
    public void release(Allocation allocation) {
        update(pool -> pool.release(allocation));
    }

    /**
     * Releases an allocation if it is held.
     *
     * @param allocation what was granted
     * @return true if this call released it: of several calls at once, exactly one
     */
    @SuppressWarnings("ReferenceEquality") // the same pool means that nothing was released
    public boolean releaseIfHeld(Allocation allocation) {
        Objects.requireNonNull(allocation, "allocation");
        @Nullable
        CidrPool changed = this.<@Nullable CidrPool>settle(
                pool -> {
                    CidrPool released = pool.releaseIfHeld(allocation);
                    return released == pool ? null : released;
                },
                released -> released,
                false);
        return changed != null;
    }

    /**
     * Releases all blocks of an owner, whatever their keys.
     *
     * @param owner a name
     * @see CidrPool#release(String)
     */
    public void release(String owner) {
        update(pool -> pool.release(owner));
    }

    /**
     * Changes the pool by a function of the present one.
     *
     * @param change a pure function, which may be called several times
     * @return the pool after the change
     */
    public CidrPool update(UnaryOperator<CidrPool> change) {
        Objects.requireNonNull(change, "change");
        return settle(pool -> Objects.requireNonNull(change.apply(pool), "the changed pool"), changed -> changed, true);
    }

    /**
     * Returns the present pool as text.
     *
     * @return the same as the text of {@link #snapshot}
     */
    @Override
    public String toString() {
        return snapshot().toString();
    }
}
