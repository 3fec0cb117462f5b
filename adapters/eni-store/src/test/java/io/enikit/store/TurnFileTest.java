package io.enikit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.ipam.CidrPool;
import io.enikit.net.Cidr;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnFileTest {
    @TempDir
    Path folder;

    /** Holds the turn in another process for some seconds, and says when it has it. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws Exception {
            try (FileChannel file =
                    FileChannel.open(Path.of(args[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                file.lock();
                Files.createFile(Path.of(args[0] + ".held"));
                Thread.sleep(Long.parseLong(args[1]));
            }
        }
    }

    private Process holdFor(long millis) throws Exception {
        Path file = folder.resolve("ipam.db-turn");
        Process holder = Children.java(folder.resolve("output"), Holder.class, file.toString(), String.valueOf(millis));
        while (!Files.exists(Path.of(file + ".held"))) {
            assertThat(holder.isAlive())
                    .as(Files.readString(folder.resolve("output")))
                    .isTrue();
            Thread.sleep(20);
        }
        return holder;
    }

    @Test
    void enter_anotherProcessHasTheTurn_waitsAsLongAsThePatience() throws Exception {
        try (PoolStore store = PoolStore.open(folder.resolve("ipam.db"))) {
            StoredPool pool = store.create("main", CidrPool.of(Cidr.parse("10.0.0.0/16")));
            Process holder = holdFor(60_000);
            StoredPool hasty = store.withPatience(Duration.ofMillis(300)).pool("main");
            assertThatThrownBy(() -> hasty.allocate(24))
                    .isInstanceOf(StoreBusyException.class)
                    .hasMessageContaining("ipam.db-turn");
            holder.destroyForcibly().waitFor();
            assertThat(pool.allocate(24)).hasToString("10.0.0.0/24 #1");
        }
    }

    @Test
    void enter_interruptedWhileWaiting_waitsOnAndKeepsTheInterruption() throws Exception {
        try (PoolStore store = PoolStore.open(folder.resolve("ipam.db"))) {
            StoredPool pool = store.create("main", CidrPool.of(Cidr.parse("10.0.0.0/16")));
            Process holder = holdFor(1_000);
            AtomicBoolean stillInterrupted = new AtomicBoolean();
            Thread waiting = new Thread(() -> {
                pool.allocate("web", 24).orElseThrow();
                stillInterrupted.set(Thread.currentThread().isInterrupted());
            });
            waiting.start();
            Thread.sleep(300);
            waiting.interrupt();
            waiting.join();
            assertThat(stillInterrupted).isTrue();
            assertThat(pool.allocate("web", 24)).hasToString("10.0.0.0/24 #1 web");
            assertThat(holder.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void close_ofOneOfTwoStoresOfAFile_leavesTheOtherItsTurn() throws Exception {
        PoolStore one = PoolStore.open(folder.resolve("ipam.db"));
        try (PoolStore two = PoolStore.open(folder.resolve("ipam.db"))) {
            one.create("main", CidrPool.of(Cidr.parse("10.0.0.0/16")));
            one.close();
            assertThat(two.pool("main").allocate(24)).hasToString("10.0.0.0/24 #1");
        }
        try (PoolStore again = PoolStore.open(folder.resolve("ipam.db"))) {
            assertThat(again.pool("main").allocate(24)).hasToString("10.0.1.0/24 #2");
        }
    }

    @Test
    void enter_manyThreads_oneAtATime() throws Exception {
        TurnFile one = TurnFile.beside(folder.resolve("some.db"));
        TurnFile two = TurnFile.beside(folder.resolve("some.db"));
        assertThat(one).isSameAs(two);
        AtomicBoolean inside = new AtomicBoolean();
        List<Throwable> failures = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> {
                for (int k = 0; k < 200; k++) {
                    one.enter(Deadline.after(Duration.ofSeconds(30)));
                    assertThat(inside.compareAndSet(false, true)).isTrue();
                    inside.set(false);
                    one.leave();
                }
            });
            thread.setUncaughtExceptionHandler((where, failure) -> {
                synchronized (failures) {
                    failures.add(failure);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread each : threads) {
            each.join();
        }
        assertThat(failures).isEmpty();
        one.close();
        two.close();
    }
}
