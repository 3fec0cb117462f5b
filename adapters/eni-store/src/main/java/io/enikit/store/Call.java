package io.enikit.store;

import io.enikit.ipam.Allocation;
import io.enikit.ipam.CidrPool;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A change, or a look, that somebody waits for. */
final class Call<R> {
    private final Work<R> work;
    private final boolean reading;
    private final Deadline deadline;
    private final Thread caller = Thread.currentThread();
    private @Nullable R attempted;
    private @Nullable RuntimeException failure;
    private volatile boolean done;

    /** What is to be done with the pool of an attempt. */
    @FunctionalInterface
    private interface Work<R> {
        R on(Attempt attempt);
    }

    /** The answer to a request that was made before, from the events it made. */
    @FunctionalInterface
    interface Recollection<R> {
        R of(CidrPool pool, List<PoolEvent> events);
    }

    private Call(Work<R> work, boolean reading, Deadline deadline) {
        this.work = work;
        this.reading = reading;
        this.deadline = deadline;
    }

    static <R> Call<R> of(Change<R> change, String by, Deadline deadline) {
        return new Call<>(attempt -> attempt.apply(change, by, null), false, deadline);
    }

    static <R> Call<R> of(Change<R> change, String by, Deadline deadline, UUID request, Recollection<R> recollection) {
        return new Call<>(
                attempt -> {
                    List<PoolEvent> before = attempt.eventsOf(request);
                    return before.isEmpty()
                            ? attempt.apply(change, by, request)
                            : recollection.of(attempt.pool(), before);
                },
                false,
                deadline);
    }

    /** A look at the pool, which changes nothing and needs no turn. */
    static Call<PoolState> reading(Deadline deadline) {
        return new Call<>(Attempt::end, true, deadline);
    }

    boolean isReading() {
        return reading;
    }

    /** Works out the answer, which counts from {@link #finish} on. */
    void attempt(Attempt attempt) {
        failure = null;
        attempted = null;
        try {
            attempted = work.on(attempt);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    void finish() {
        done = true;
        LockSupport.unpark(caller);
    }

    void fail(RuntimeException cause) {
        failure = cause;
        finish();
    }

    boolean isDone() {
        return done;
    }

    Deadline deadline() {
        return deadline;
    }

    Thread caller() {
        return caller;
    }

    R answer() {
        if (failure != null) {
            throw failure;
        }
        return Objects.requireNonNull(attempted);
    }

    /** The grant a request made, with the pool as it is now. */
    static Allocation granted(CidrPool pool, List<PoolEvent> events) {
        Effect effect = events.get(0).effect();
        return pool.explain(effect.block().first())
                .allocation()
                .filter(each -> each.sequence() == effect.sequence())
                .orElseThrow(() -> new IllegalStateException(
                        "request " + events.get(0).request().orElseThrow() + " was granted " + effect.block() + " #"
                                + effect.sequence() + ", released since"));
    }
}
