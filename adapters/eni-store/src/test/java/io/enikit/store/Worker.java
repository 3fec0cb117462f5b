package io.enikit.store;

import io.enikit.ipam.Allocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * A process that allocates and releases with several threads until it is killed, and that asks again for what it does
 * not know when it is started once more.
 */
final class Worker {
    private final StoredPool pool;
    private final Journal journal;
    private final Map<String, Journal.Entry> before;
    private final String name;

    Worker(StoredPool pool, Path journal, String name) throws IOException {
        this.pool = pool;
        this.name = name;
        this.before = Journal.read(journal);
        this.journal = new Journal(journal);
    }

    /** Arguments: place, file of the journal, name, threads, seconds. */
    public static void main(String[] args) throws Exception {
        try (PoolStore store = Backend.open(args[0])) {
            new Worker(store.pool("p"), Path.of(args[1]), args[2])
                    .run(Integer.parseInt(args[3]), Double.parseDouble(args[4]));
        }
    }

    void run(int threads, double seconds) throws InterruptedException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        List<Thread> all = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            String thread = name + "." + i;
            all.add(new Thread(() -> {
                try {
                    work(thread, end);
                } catch (IOException | RuntimeException e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                }
            }));
        }
        all.forEach(Thread::start);
        for (Thread each : all) {
            each.join();
        }
        if (!failures.isEmpty()) {
            throw new AssertionError("a thread of worker " + name + " failed", failures.get(0));
        }
    }

    private void work(String thread, long end) throws IOException {
        Deque<String> held = new ArrayDeque<>();
        int count = resume(thread, held);
        Random random = new Random(thread.hashCode() * 31L + count);
        while (System.nanoTime() < end) {
            if (held.size() > random.nextInt(20)) {
                release(held.remove());
            } else {
                boolean anonymous = random.nextBoolean();
                String request = (anonymous ? "anonymous " : "owner ") + (28 + random.nextInt(5));
                held.add(allocate(thread + "." + count++ + (anonymous ? "a" : "o"), request));
            }
        }
    }

    /** Asks again for what was not answered, and returns the next number. */
    private int resume(String thread, Deque<String> held) throws IOException {
        int count = 0;
        for (Journal.Entry entry : before.values()) {
            if (!entry.owner().startsWith(thread + ".")) {
                continue;
            }
            if (!entry.isRelease()) {
                count++;
                held.add(entry.isAnswered() ? entry.owner() : allocate(entry.name(), entry.request()));
            } else {
                held.remove(entry.owner());
                if (!entry.isAnswered()) {
                    release(entry.owner());
                }
            }
        }
        return count;
    }

    private String allocate(String owner, String request) throws IOException {
        journal.asked(owner, request);
        String[] fields = request.split(" ", -1);
        int length = Integer.parseInt(fields[1]);
        Allocation granted = (fields[0].equals("owner")
                        ? pool.allocate(owner, length)
                        : pool.allocate(idOf(owner), length))
                .orElseThrow();
        journal.answered(owner, granted.cidr() + " " + granted.sequence());
        return owner;
    }

    static UUID idOf(String owner) {
        return UUID.nameUUIDFromBytes(owner.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void release(String owner) throws IOException {
        journal.asked(owner + "-", "release");
        Optional<Allocation> held =
                owner.endsWith("a") ? anonymous(owner) : pool.snapshot().allocation(owner);
        held.ifPresent(pool::releaseIfHeld);
        journal.answered(owner + "-", "released");
    }

    /** What a request of nobody in particular was granted before, if it is still held. */
    private Optional<Allocation> anonymous(String owner) {
        try {
            return pool.allocate(idOf(owner), 32) instanceof Allocation granted
                    ? Optional.of(granted)
                    : Optional.empty();
        } catch (IllegalStateException releasedBefore) {
            return Optional.empty();
        }
    }
}
