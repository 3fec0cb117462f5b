package io.enikit.ipam;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.net.Cidr;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Twice as many names take about twice the processor time, whatever they are. */
class GrowthTest {
    /** 2 is linear, 4 is quadratic. */
    private static final double MOST = 3;

    /** Below this, in nanoseconds, the clock and the compiler decide. */
    private static final long TOO_LITTLE = 20_000_000;

    private static <T> void assertNotQuadratic(int n, IntFunction<T> make, Function<T, ?> work) {
        best(make.apply(n), work);
        long half = Math.max(TOO_LITTLE, best(make.apply(2 * n), work));
        long whole = best(make.apply(4 * n), work);
        assertThat((double) whole / half)
                .as("%,d µs for %,d, %,d µs for %,d", half / 1000, 2 * n, whole / 1000, 4 * n)
                .isLessThan(MOST);
    }

    private static <T> long best(T on, Function<T, ?> work) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            assertThat(work.apply(on)).isNotNull();
            least = Math.min(least, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
        }
        return least;
    }

    private static CidrLayout layout(int names, IntFunction<String> name, int room) {
        Map<String, Integer> lengths = new HashMap<>();
        for (int i = 0; i < names; i++) {
            lengths.put(name.apply(i), 28);
        }
        return CidrLayout.empty(Cidr.parse("10.0.0.0/" + room)).plan(lengths);
    }

    @Test
    void impossible_namesThatDoNotFit_takesTwiceAsLong() {
        assertNotQuadratic(4_000, n -> layout(n, i -> "n" + i, 20), CidrLayout::impossible);
    }

    @Test
    void diffFrom_namesThatDoNotFit_takesTwiceAsLong() {
        CidrLayout none = CidrLayout.empty(Cidr.parse("10.0.0.0/20"));
        assertNotQuadratic(4_000, n -> layout(n, i -> "n" + i, 20), layout -> layout.diffFrom(none));
    }

    @Test
    void read_headRoomThatDoesNotFit_takesTwiceAsLong() {
        assertNotQuadratic(
                1_000,
                n -> "eni-layout 1\nblock 10.0.0.0/8\n"
                        + lines(n, i -> "cidr " + block(i) + " n" + padded(i))
                        + lines(n, i -> "impossible-head-room 8 n" + padded(i))
                        + "end\n",
                CidrLayout::read);
    }

    @Test
    void read_headRoomOfManyGroups_takesTwiceAsLong() {
        assertNotQuadratic(
                1_000,
                n -> "eni-layout 1\nblock 10.0.0.0/8\n"
                        + lines(n, i -> "head-room " + Cidr.parse("10.0.0.0/8").child(24, i) + " g" + padded(i))
                        + lines(
                                n,
                                i -> "cidr "
                                        + Cidr.parse("10.0.0.0/8").child(24, i).child(28, 0) + " g" + padded(i) + "/a")
                        + "end\n",
                text -> CidrLayout.read(text).toPool());
    }

    @Test
    void read_nameOfSlashes_takesTwiceAsLong() {
        assertNotQuadratic(
                100_000,
                n -> "eni-layout 1\nblock 10.0.0.0/8\nhead-room 10.0.0.0/9 a\ncidr 10.0.0.0/28 a" + "/".repeat(n)
                        + "\nend\n",
                CidrLayout::read);
    }

    /** Owners that all have one hash code: each pair of letters is Aa or BB. */
    @Test
    void release_ownersOfOneHashCode_takesTwiceAsLong() {
        assertNotQuadratic(2_048, n -> n, n -> {
            CidrPool pool = CidrPool.of(Cidr.parse("10.0.0.0/8"));
            for (int i = 0; i < n; i++) {
                pool = pool.allocate(colliding(i), 32).orElseThrow().pool();
            }
            for (int i = 0; i < n; i++) {
                pool = pool.release(colliding(i));
            }
            return pool;
        });
    }

    @Test
    void release_ownersOfOneHashCode_releasesThatOneAlone() {
        CidrPool pool = CidrPool.of(Cidr.parse("10.0.0.0/24"));
        for (int i = 0; i < 64; i++) {
            pool = pool.allocate(colliding(i), 32).orElseThrow().pool();
        }
        for (int i = 0; i < 64; i += 2) {
            pool = pool.release(colliding(i));
        }
        for (int i = 0; i < 64; i++) {
            assertThat(pool.allocations(colliding(i))).hasSize(i % 2);
        }
    }

    private static String colliding(int number) {
        return IntStream.range(0, 14)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }

    private static String lines(int n, IntFunction<String> line) {
        return IntStream.range(0, n).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static Cidr block(int i) {
        return Cidr.parse("10.0.0.0/8").child(28, i);
    }

    private static String padded(int i) {
        return String.valueOf(1_000_000 + i);
    }
}
