package io.enikit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.ipam.CidrPool;
import io.enikit.ipam.PoolBuilder;
import io.enikit.net.Cidr;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a pool of 65,536 grants with owners costs to open and to keep. */
class FootprintTest {
    private static final int GRANTS = 65_536;

    @TempDir
    Path folder;

    private static long used() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(50);
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    @ParameterizedTest
    @EnumSource
    void open_poolOf65536Grants_quickAndSmall(Backend backend) throws InterruptedException {
        String place = backend.place(folder);
        Cidr block = Cidr.parse("10.0.0.0/14");
        PoolBuilder builder = CidrPool.of(block).toBuilder();
        for (int i = 0; i < GRANTS; i++) {
            builder.addAllocation(Cidr.from(block.first().plus(2L * i)), "owner-" + i, "", i + 1L);
        }
        try (PoolStore store = Backend.open(place)) {
            store.create("p", builder.build());
        }
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long before = System.nanoTime();
            try (PoolStore store = Backend.open(place)) {
                assertThat(store.find("p")).isPresent();
                fastest = Math.min(fastest, System.nanoTime() - before);
            }
        }
        try (PoolStore store = Backend.open(place)) {
            long empty = used();
            StoredPool pool = store.pool("p");
            long bytes = (used() - empty) / GRANTS;
            System.out.printf(
                    "FootprintTest %s: %d grants open in %d ms, %d bytes a grant with an owner of 11 characters%n",
                    backend, GRANTS, fastest / 1_000_000, bytes);
            assertThat(pool.name()).isEqualTo("p");
            assertThat(bytes).isLessThan(300);
        }
        assertThat(Duration.ofNanos(fastest)).isLessThan(Duration.ofSeconds(15));
    }
}
