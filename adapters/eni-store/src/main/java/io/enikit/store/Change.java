package io.enikit.store;

import com.google.common.collect.ImmutableList;
import io.enikit.ipam.Allocation;
import io.enikit.ipam.AllocationResult;
import io.enikit.ipam.BatchAllocation;
import io.enikit.ipam.BatchResult;
import io.enikit.ipam.CidrPool;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A pure function of a pool: the answer, the pool after it, and what is to be stored. */
@FunctionalInterface
interface Change<R> {
    Outcome<R> applyTo(CidrPool pool);

    /** What a change gives. */
    record Outcome<R>(R answer, CidrPool pool, List<Effect> effects) {
        static <R> Outcome<R> unchanged(R answer, CidrPool pool) {
            return new Outcome<>(answer, pool, List.of());
        }
    }

    @SuppressWarnings("ReferenceEquality") // the same pool means that the owner held the block before
    static Change<AllocationResult> allocate(Function<CidrPool, AllocationResult> request) {
        return pool -> {
            AllocationResult result = request.apply(pool);
            return result instanceof Allocation granted && granted.pool() != pool
                    ? new Outcome<>(result, granted.pool(), ImmutableList.of(Effect.granted(granted)))
                    : Outcome.unchanged(result, pool);
        };
    }

    static Change<BatchResult> allocateAll(Function<CidrPool, BatchResult> request) {
        return pool -> {
            BatchResult result = request.apply(pool);
            if (!(result instanceof BatchAllocation batch)) {
                return Outcome.unchanged(result, pool);
            }
            List<Effect> effects = batch.byOwner().values().stream()
                    .filter(each -> each.sequence() > pool.sequence())
                    .map(Effect::granted)
                    .toList();
            return effects.isEmpty() ? Outcome.unchanged(result, pool) : new Outcome<>(result, batch.pool(), effects);
        };
    }

    static Change<Boolean> release(Allocation allocation) {
        return pool -> {
            CidrPool rest = pool.release(allocation);
            return new Outcome<>(true, rest, ImmutableList.of(Effect.released(allocation)));
        };
    }

    static Change<Boolean> releaseIfHeld(Allocation allocation) {
        return pool -> pool.holds(allocation) ? release(allocation).applyTo(pool) : Outcome.unchanged(false, pool);
    }

    static Change<List<Allocation>> releaseAll(String owner) {
        return pool -> {
            List<Allocation> held = pool.allocations(owner);
            return new Outcome<>(
                    held,
                    pool.release(owner),
                    held.stream().map(Effect::released).toList());
        };
    }

    static Change<CidrPool> update(UnaryOperator<CidrPool> function) {
        return pool -> {
            CidrPool next = Objects.requireNonNull(function.apply(pool), "the changed pool");
            if (next.sequence() < pool.sequence()) {
                throw new IllegalArgumentException(
                        "the changed pool does not come of the present one: its sequence falls from " + pool.sequence()
                                + " to " + next.sequence());
            }
            return new Outcome<>(next, next, PoolDifference.between(pool, next));
        };
    }
}
