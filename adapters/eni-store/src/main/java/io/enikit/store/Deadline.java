package io.enikit.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Until when to try again, with longer and longer pauses of random length. */
final class Deadline {
    private static final long LONGEST_PAUSE = Duration.ofMillis(200).toNanos();

    private final Duration patience;
    private final long end;
    private int pauses;

    private Deadline(Duration patience) {
        this.patience = patience;
        this.end = System.nanoTime() + patience.toNanos();
    }

    static Deadline after(Duration patience) {
        return new Deadline(patience);
    }

    /** The one that is over last. */
    static Deadline latest(List<Deadline> several) {
        Deadline latest = several.get(0);
        for (Deadline each : several) {
            latest = each.end - latest.end > 0 ? each : latest;
        }
        return latest;
    }

    Duration patience() {
        return patience;
    }

    long remainingMillis() {
        return Math.max(0, (end - System.nanoTime()) / 1_000_000);
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /** Waits a little, or throws what made it necessary if it is too late or of no use. */
    void pauseAfter(StoreException failure) {
        boolean passing = failure instanceof StoreBusyException
                || (failure instanceof StoreUnavailableException unavailable && unavailable.isPassing());
        if (!passing || isOver()) {
            throw failure;
        }
        pause();
    }

    void pause() {
        long most = Math.min(LONGEST_PAUSE, 1_000_000L << Math.min(pauses++, 8));
        long until = System.nanoTime() + ThreadLocalRandom.current().nextLong(most / 4, most + 1);
        boolean interrupted = false;
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
