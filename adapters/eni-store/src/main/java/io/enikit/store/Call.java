package io.enikit.store;

import io.enikit.ipam.Allocation;
import io.enikit.ipam.CidrPool;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A change somebody waits for. */
final class Call<R> {
    private final Change<R> change;
    private final String by;
    private final Deadline deadline;
    private final @Nullable UUID request;
    private final @Nullable Recollection<R> recollection;
    private final Thread caller = Thread.currentThread();
    private @Nullable R attempted;
    private @Nullable RuntimeException failure;
    private volatile boolean done;

    /** The answer to a request that was made before, from the events it made. */
    @FunctionalInterface
    interface Recollection<R> {
        R of(CidrPool pool, List<PoolEvent> events);
    }

    private Call(
            Change<R> change,
            String by,
            Deadline deadline,
            @Nullable UUID request,
            @Nullable Recollection<R> recollection) {
        this.change = change;
        this.by = by;
        this.deadline = deadline;
        this.request = request;
        this.recollection = recollection;
    }

    static <R> Call<R> of(Change<R> change, String by, Deadline deadline) {
        return new Call<>(change, by, deadline, null, null);
    }

    static <R> Call<R> of(Change<R> change, String by, Deadline deadline, UUID request, Recollection<R> recollection) {
        return new Call<>(change, by, deadline, request, recollection);
    }

    /** Works out the answer, which counts from {@link #finish} on. */
    void attempt(Attempt attempt) {
        failure = null;
        attempted = null;
        try {
            List<PoolEvent> before = request == null ? List.of() : attempt.eventsOf(request);
            if (recollection != null && !before.isEmpty()) {
                attempted = recollection.of(attempt.pool(), before);
                return;
            }
            Change.Outcome<R> outcome = change.applyTo(attempt.pool());
            attempt.add(outcome, by, request);
            attempted = outcome.answer();
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
