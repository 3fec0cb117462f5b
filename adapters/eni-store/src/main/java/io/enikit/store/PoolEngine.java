package io.enikit.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows one pool of a log in memory, and appends to it for all threads of this process.
 *
 * <p>Callers queue. One of them leads: it takes all calls that wait, brings the memory up to date, applies them one after
 * the other, appends what comes of it, and only when that is committed the memory moves and the calls have their answers.
 */
final class PoolEngine {
    private static final int MOST_CALLS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String name;
    private final PoolLog log;
    private final Queue<Call<?>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock leading = new ReentrantLock();
    private volatile @Nullable PoolState state;

    PoolEngine(String name, PoolLog log) {
        this.name = name;
        this.log = log;
    }

    String name() {
        return name;
    }

    PoolLog log() {
        return log;
    }

    <R> R submit(Call<R> call) {
        checkNotLeading();
        waiting.add(call);
        boolean interrupted = false;
        while (!call.isDone()) {
            if (leading.tryLock()) {
                try {
                    if (!call.isDone()) {
                        lead();
                    }
                } finally {
                    leading.unlock();
                    wakeNext();
                }
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return call.answer();
    }

    private void checkNotLeading() {
        if (leading.isHeldByCurrentThread()) {
            throw new IllegalStateException("pool " + name + " is asked from within a change of itself");
        }
    }

    private void wakeNext() {
        Call<?> next = waiting.peek();
        if (next != null) {
            LockSupport.unpark(next.caller());
        }
    }

    private void lead() {
        List<Call<?>> calls = new ArrayList<>();
        for (Call<?> next = waiting.poll(); next != null; next = calls.size() < MOST_CALLS ? waiting.poll() : null) {
            calls.add(next);
        }
        try {
            settle(calls, Deadline.latest(calls.stream().map(Call::deadline).toList()));
            calls.forEach(Call::finish);
        } catch (RuntimeException e) {
            calls.forEach(call -> call.fail(e));
        } catch (Error e) {
            calls.forEach(call -> call.fail(new IllegalStateException("the change broke off", e)));
            throw e;
        }
    }

    private void settle(List<Call<?>> calls, Deadline deadline) {
        long token = RANDOM.nextLong();
        boolean reading = calls.stream().allMatch(Call::isReading);
        Attempt unsure = null;
        while (true) {
            Attempt attempt = null;
            try (Turn turn = reading ? new Turn.Unlocked(log, name) : Turn.of(log, name, deadline)) {
                PoolState before = state;
                List<PoolEvent> since = catchUp(turn);
                if (unsure != null && before != null && unsure.isIn(since)) {
                    return;
                }
                if (!since.isEmpty()) {
                    unsure = null;
                } else if (unsure != null && !unsure.startsAt(state)) {
                    throw new StoreUnavailableException(
                            "pool " + name + ": an attempt broke off, and was pruned before it could be found",
                            false,
                            null);
                }
                attempt = new Attempt(existing(state), turn, token);
                for (Call<?> call : calls) {
                    call.attempt(attempt);
                }
                if (attempt.events().isEmpty()) {
                    return;
                }
                if (!turn.append(attempt.start().version(), attempt.events())) {
                    deadline.pauseAfter(new StoreBusyException(
                            "pool " + name + ": others were quicker for " + deadline.patience(), null));
                    continue;
                }
                turn.commit();
                state = attempt.end();
                return;
            } catch (StoreUnavailableException e) {
                unsure = attempt == null ? unsure : attempt;
                deadline.pauseAfter(unsure == null ? e : mayHaveHappened(e));
            } catch (StoreBusyException e) {
                deadline.pauseAfter(e);
            }
        }
    }

    private static StoreUnavailableException mayHaveHappened(StoreUnavailableException e) {
        return new StoreUnavailableException(
                e.getMessage() + "; an attempt broke off and may have taken effect", e.isPassing(), e);
    }

    /** Reads what others did, and returns it. */
    private List<PoolEvent> catchUp(Turn turn) {
        PoolState known = state;
        if (known == null) {
            known = turn.latest().orElse(null);
        }
        List<PoolEvent> since = turn.since(known == null ? 0 : known.version());
        if (!Replay.follows(known, since)) {
            known = turn.latest()
                    .orElseThrow(() -> new StoreDamagedException(
                            "pool " + name + ": the events before number "
                                    + since.get(0).version() + " are missing",
                            null));
            state = Replay.of(name, known, turn.since(known.version()));
            return List.of();
        }
        state = Replay.of(name, known, since);
        return since;
    }

    private PoolState existing(@Nullable PoolState found) {
        if (found == null) {
            throw new IllegalStateException("there is no pool " + name);
        }
        return found;
    }

    /** The state after all that was committed before this call; callers share the reading of it. */
    PoolState existing(Deadline deadline) {
        return submit(Call.reading(deadline));
    }

    /** The same, or null if there is no such pool. */
    @Nullable
    PoolState current(Deadline deadline) {
        checkNotLeading();
        leading.lock();
        try {
            return retrying(deadline, () -> {
                        catchUp(new Turn.Unlocked(log, name));
                        return new Found(state);
                    })
                    .state();
        } finally {
            leading.unlock();
            wakeNext();
        }
    }

    private record Found(@Nullable PoolState state) {}

    /** The state as a transaction of the caller sees it. */
    PoolState current(Turn turn) {
        PoolState known = state;
        PoolState mine = known == null ? turn.latest().orElse(null) : known;
        List<PoolEvent> since = turn.since(mine == null ? 0 : mine.version());
        return existing(
                Replay.follows(mine, since)
                        ? Replay.of(name, mine, since)
                        : turn.latest().orElse(null));
    }

    /** Applies a call on the connection of the caller, who commits. */
    <R> R submit(Call<R> call, Turn turn) {
        Attempt attempt = new Attempt(current(turn), turn, RANDOM.nextLong());
        call.attempt(attempt);
        if (!attempt.events().isEmpty() && !turn.append(attempt.start().version(), attempt.events())) {
            throw new StoreBusyException("pool " + name + ": another was quicker", null);
        }
        return call.answer();
    }

    /** Makes the pool exist; false if there is one. */
    boolean create(List<Effect> effects, String by, Deadline deadline) {
        long token = RANDOM.nextLong();
        List<PoolEvent> events = new ArrayList<>();
        Instant now = Instant.now();
        for (Effect effect : effects) {
            events.add(new PoolEvent(events.size() + 1L, effect, now, by, null, token));
        }
        return retrying(deadline, () -> {
            if (log.append(name, 0, events)) {
                return true;
            }
            List<PoolEvent> since = log.since(name, 0);
            return !since.isEmpty() && since.get(0).token() == token;
        });
    }

    static <T> T retrying(Deadline deadline, Supplier<T> read) {
        while (true) {
            try {
                return read.get();
            } catch (StoreUnavailableException | StoreBusyException e) {
                deadline.pauseAfter(e);
            }
        }
    }
}
