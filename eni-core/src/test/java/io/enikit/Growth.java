package io.enikit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Measures how work grows with what it is done on, in processor time of this thread: others may use the machine too. */
public final class Growth {
    /** Whether the bounds are those that a quiet machine keeps; others let nothing quadratic pass either. */
    private static final boolean STRICT = Boolean.getBoolean("io.enikit.growth.strict");

    /** A call beside thousands of resources takes so many times as long as beside a hundred at most. */
    public static final double MOST_FOR_A_CALL = STRICT ? 2 : 4;

    /** Twice as much of it takes so many times as long at most: 2 is linear, 4 is quadratic. */
    private static final double MOST = STRICT ? 2.4 : 3;

    /** Below this, in nanoseconds, the clock and the compiler decide. */
    private static final long TOO_LITTLE = 20_000_000;

    private static final int TRIES = 3;
    private static final int ROUNDS = 3;

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    /** Kept, so that no work is left out as useless. */
    @SuppressWarnings("UnusedVariable")
    private static volatile Object result = "";

    private Growth() {}

    /** Checks that work on 4n takes not much more than twice the work on 2n; what is made beforehand is not counted. */
    public static <T> void assertNotQuadratic(int n, IntFunction<T> make, Function<T, ?> work) {
        time(make.apply(n), work);
        T some = make.apply(2 * n);
        T all = make.apply(4 * n);
        long half = Math.max(TOO_LITTLE, best(some, work));
        long whole = best(all, work);
        for (int i = 0; i < ROUNDS && whole >= MOST * half; i++) { // the compiler may have come in between
            half = Math.min(half, Math.max(TOO_LITTLE, best(some, work)));
            whole = Math.min(whole, best(all, work));
        }
        assertThat((double) whole / half)
                .as("%,d µs for %,d, %,d µs for %,d", half / 1000, 2 * n, whole / 1000, 4 * n)
                .isLessThan(MOST);
    }

    /** Checks that one thing takes no more than so many times as long as another one. */
    public static void assertAtMost(double times, Supplier<?> work, Supplier<?> other) {
        for (int i = 0; i < 300; i++) {
            result = work.get();
            result = other.get();
        }
        long least = Long.MAX_VALUE;
        long leastOther = Long.MAX_VALUE;
        for (int i = 0; i < 200; i++) {
            least = Math.min(least, time(work, Supplier::get));
            leastOther = Math.min(leastOther, time(other, Supplier::get));
        }
        assertThat((double) least / leastOther)
                .as("%,d µs against %,d µs", least / 1000, leastOther / 1000)
                .isLessThan(times);
    }

    private static <T> long best(T on, Function<T, ?> work) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            least = Math.min(least, time(on, work));
        }
        return least;
    }

    private static <T> long time(T on, Function<T, ?> work) {
        long before = THREAD.getCurrentThreadCpuTime();
        result = work.apply(on);
        return THREAD.getCurrentThreadCpuTime() - before;
    }
}
