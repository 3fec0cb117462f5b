package io.enikit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.ipam.Allocation;
import io.enikit.ipam.AllocationResult;
import io.enikit.ipam.CidrPool;
import io.enikit.ipam.Placement;
import io.enikit.net.Cidr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random operations on a stored pool and on a plain one: equal after every step, also when the store is opened anew. */
class StoredPoolProperties {
    private static final int STEPS = 40;

    @Property(tries = 40)
    void sqlite_randomOperations_equalToAPlainPool(@ForAll long seed) throws IOException {
        Path folder = Files.createTempDirectory("eni-store");
        run(Backend.SQLITE.place(folder), seed);
        try (var files = Files.list(folder)) {
            files.forEach(file -> file.toFile().delete());
        }
        Files.delete(folder);
    }

    @Property(tries = 25)
    void postgresql_randomOperations_equalToAPlainPool(@ForAll long seed) {
        run(Backend.POSTGRESQL.place(Path.of("")), seed);
    }

    private static void run(String place, long seed) {
        Random random = new Random(seed);
        CidrPool plain = CidrPool.of(Cidr.parse(random.nextInt(4) == 0 ? "fd00::/56" : "10.0.0.0/22"))
                .withPlacement(List.of(Placement.values()).get(random.nextInt(3)));
        List<String> steps = new ArrayList<>();
        PoolStore store = Backend.open(place);
        PoolStore other = Backend.open(place);
        try {
            StoredPool pool = store.create("p", plain);
            for (int i = 0; i < STEPS; i++) {
                if (random.nextInt(8) == 0) {
                    steps.add("open anew");
                    store.close();
                    store = Backend.open(place);
                }
                pool = (random.nextBoolean() ? store : other).pool("p");
                plain = step(random, plain, pool, steps);
                assertThat(pool.snapshot()).as("seed %d, steps %s", seed, steps).isEqualTo(plain);
            }
            pool.check();
            assertThat(pool.asOf(pool.current().version())).isEqualTo(plain);
        } finally {
            store.close();
            other.close();
        }
    }

    /** Takes one step on both, compares the answers, and returns the plain pool after it. */
    private static CidrPool step(Random random, CidrPool plain, StoredPool stored, List<String> steps) {
        int bits = plain.family().bits();
        int length = bits - random.nextInt(plain.family() == io.enikit.net.IpFamily.IPV4 ? 9 : 70);
        String owner = "o" + random.nextInt(6);
        String key = random.nextBoolean() ? "" : "k" + random.nextInt(3);
        Cidr cidr =
                Cidr.containing(plain.blocks().get(0).first().plus(random.nextInt(1024)), Math.max(length, bits - 8));
        switch (random.nextInt(9)) {
            case 0, 1 -> {
                steps.add("allocate " + length);
                return compare(plain, plain.allocate(length), stored.allocate(length));
            }
            case 2, 3 -> {
                steps.add("allocate " + owner + " [" + key + "] " + length);
                return compare(plain, plain.allocate(owner, key, length), stored.allocate(owner, key, length));
            }
            case 4 -> {
                steps.add("allocate " + owner + " [" + key + "] " + cidr);
                return compare(plain, plain.allocate(owner, key, cidr), stored.allocate(owner, key, cidr));
            }
            case 5, 6 -> {
                List<Allocation> held = plain.allocations();
                if (held.isEmpty()) {
                    return plain;
                }
                Allocation one = held.get(random.nextInt(held.size()));
                steps.add("release " + one);
                assertThat(stored.releaseIfHeld(one)).isTrue();
                return plain.release(one);
            }
            case 7 -> {
                steps.add("release " + owner);
                assertThat(stored.release(owner)).hasSameSizeAs(plain.allocations(owner));
                return plain.release(owner);
            }
            default -> {
                if (random.nextBoolean()) {
                    steps.add("allocate all");
                    Map<String, Integer> requests = Map.of(owner, length, "x" + random.nextInt(3), bits - 2);
                    assertThat(stored.allocateAll(requests))
                            .hasToString(plain.allocateAll(requests).toString());
                    return plain.allocateAll(requests) instanceof io.enikit.ipam.BatchAllocation batch
                            ? batch.pool()
                            : plain;
                }
                boolean reserved = plain.reservations().contains(cidr);
                boolean overlaps = plain.reservations().stream().anyMatch(cidr::overlaps);
                steps.add((reserved ? "unreserve " : "reserve ") + cidr);
                CidrPool next = reserved ? plain.unreserve(cidr) : overlaps ? plain : plain.reserve(cidr);
                assertThat(stored.update(
                                pool -> reserved ? pool.unreserve(cidr) : overlaps ? pool : pool.reserve(cidr)))
                        .isEqualTo(next);
                return next;
            }
        }
    }

    private static CidrPool compare(CidrPool plain, AllocationResult expected, AllocationResult found) {
        assertThat(found).isEqualTo(expected);
        return expected instanceof Allocation granted ? granted.pool() : plain;
    }
}
