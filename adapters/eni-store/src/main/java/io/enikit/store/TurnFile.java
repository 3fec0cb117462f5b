package io.enikit.store;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A file beside a SQLite database on which the processes of a machine queue, so that each has its turn.
 *
 * <p>SQLite by itself lets whoever wakes first have the next turn. What is stored does not depend on this file. There is
 * one object for each file in a process, because to close a file drops all locks of the process on it.
 */
final class TurnFile implements SqlLog.Gate {
    private static final Map<Path, TurnFile> OPEN_FILES = new HashMap<>();
    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final Path path;
    private final ReentrantLock threads = new ReentrantLock(true);
    private int users;
    private @Nullable FileChannel channel;
    private @Nullable FileLock lock;

    private TurnFile(Path path) {
        this.path = path;
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "eni-store-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /** The turn file of a database, to be closed as often as it is asked for. */
    static TurnFile beside(Path database) {
        Path path = database.resolveSibling(database.getFileName() + "-turn");
        synchronized (OPEN_FILES) {
            TurnFile file = OPEN_FILES.computeIfAbsent(path, TurnFile::new);
            file.users++;
            return file;
        }
    }

    @Override
    public void enter(Deadline deadline) {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    if (!threads.tryLock(deadline.remainingMillis(), TimeUnit.MILLISECONDS)) {
                        throw busy(deadline, null);
                    }
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            interrupted |= lockFile(deadline);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private StoreBusyException busy(Deadline deadline, @Nullable Throwable cause) {
        return new StoreBusyException("others had the turn at " + path + " for " + deadline.patience(), cause);
    }

    /** Waits for the other processes; returns whether this thread was interrupted meanwhile. */
    private boolean lockFile(Deadline deadline) {
        boolean interrupted = false;
        boolean locked = false;
        try {
            while (!locked) {
                FileChannel open = open();
                try {
                    lock = open.tryLock();
                    if (lock == null) {
                        lock = waitFor(open, deadline);
                    }
                    locked = true;
                } catch (FileLockInterruptionException e) {
                    interrupted |= Thread.interrupted();
                    open.close();
                } catch (ClosedChannelException e) {
                    interrupted |= Thread.interrupted();
                    if (deadline.isOver()) {
                        throw busy(deadline, e);
                    }
                }
            }
        } catch (IOException e) {
            throw new StoreUnavailableException("the turn file " + path + ": " + e, false, e);
        } finally {
            if (!locked) {
                threads.unlock();
            }
        }
        return interrupted;
    }

    /** Waits in the queue of the kernel; the channel is closed when it is too late. */
    private FileLock waitFor(FileChannel open, Deadline deadline) throws IOException {
        AtomicBoolean decided = new AtomicBoolean();
        Future<?> alarm = TIMER.schedule(
                () -> closeIf(decided.compareAndSet(false, true), open),
                deadline.remainingMillis(),
                TimeUnit.MILLISECONDS);
        try {
            FileLock taken = open.lock();
            if (!decided.compareAndSet(false, true)) {
                throw busy(deadline, null);
            }
            return taken;
        } finally {
            alarm.cancel(false);
        }
    }

    private static void closeIf(boolean expired, Channel open) {
        if (expired) {
            try {
                open.close();
            } catch (IOException e) {
                // Whoever waits at the channel notices that it is closed.
            }
        }
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open == null || !open.isOpen()) {
            open = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel = open;
        }
        return open;
    }

    @Override
    public void leave() {
        FileLock held = lock;
        lock = null;
        try {
            if (held != null) {
                held.release();
            }
        } catch (IOException e) {
            // To close the file releases it as well.
            closeIf(true, held.acquiredBy());
        } finally {
            threads.unlock();
        }
    }

    @Override
    public void close() {
        synchronized (OPEN_FILES) {
            if (--users > 0) {
                return;
            }
            OPEN_FILES.remove(path);
        }
        threads.lock();
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // Nothing depends on it any more.
        } finally {
            threads.unlock();
        }
    }
}
