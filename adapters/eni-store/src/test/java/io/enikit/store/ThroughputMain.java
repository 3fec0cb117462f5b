package io.enikit.store;

import io.enikit.ipam.Allocation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Allocates as fast as it can for some seconds: place, threads, seconds. */
final class ThroughputMain {
    public static void main(String[] args) throws Exception {
        int threads = Integer.parseInt(args[1]);
        int seconds = Integer.parseInt(args[2]);
        try (PoolStore store = Backend.open(args[0])) {
            StoredPool pool = store.pool("p");
            AtomicLong count = new AtomicLong();
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            List<Thread> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Thread t = new Thread(() -> {
                    Deque<Allocation> mine = new ArrayDeque<>();
                    while (System.nanoTime() < end) {
                        mine.add(pool.allocate(32).orElseThrow());
                        count.incrementAndGet();
                        if (mine.size() > 20) {
                            pool.release(mine.poll());
                        }
                    }
                });
                t.start();
                all.add(t);
            }
            for (Thread t : all) {
                t.join();
            }
            System.out.println(count.get() / seconds);
        }
    }
}
