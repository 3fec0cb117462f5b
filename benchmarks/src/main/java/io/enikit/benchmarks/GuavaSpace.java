package io.enikit.benchmarks;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeSet;
import org.jspecify.annotations.Nullable;

/** First fit on a range set of Guava: no ledger, and no copy of the state before. */
final class GuavaSpace {
    private static final int FIRST = 0x0a000000;

    private final TreeRangeSet<Integer> free = TreeRangeSet.create();

    private GuavaSpace() {}

    /** All addresses from one to another, the latter excluded, counted from 10.0.0.0. */
    static GuavaSpace of(int from, int to) {
        return new GuavaSpace().give(from, to);
    }

    /** So many odd addresses, and one even one in the middle, so that there is one free /31. */
    static GuavaSpace fragmented(int count) {
        GuavaSpace space = new GuavaSpace();
        for (int i = 0; i < count; i++) {
            space.give(2 * i + 1, 2 * i + 2);
        }
        return space.give(count, count + 1);
    }

    GuavaSpace give(int from, int to) {
        free.add(Range.closedOpen(FIRST + from, FIRST + to));
        return this;
    }

    /** The lowest aligned block of some addresses, taken; or null. */
    private @Nullable Range<Integer> take(int size) {
        for (Range<Integer> range : free.asRanges()) {
            int first = range.lowerEndpoint() + size - 1 & -size;
            if (range.upperEndpoint() - first >= size) {
                Range<Integer> found = Range.closedOpen(first, first + size);
                free.remove(found);
                return found;
            }
        }
        return null;
    }

    /** Takes a block and gives it back. */
    Object pair(int size) {
        Range<Integer> found = requireNonNull(take(size));
        free.add(found);
        return found;
    }

    static Object drain(int size) {
        GuavaSpace space = of(0, 1 << 16);
        Range<Integer> found = space.take(size);
        while (found != null) {
            found = space.take(size);
        }
        return space.free;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static Object mixed(int[] lengths, int[] choices) {
        GuavaSpace space = of(0, 1 << 16);
        Range<Integer>[] taken = new Range[lengths.length];
        int count = 0;
        for (int i = 0; i < lengths.length; i++) {
            if (choices[i] < 0) {
                Range<Integer> found = space.take(1 << (32 - lengths[i]));
                if (found != null) {
                    taken[count++] = found;
                }
            } else if (count > 0) {
                int which = choices[i] % count;
                space.free.add(taken[which]);
                taken[which] = taken[--count];
            }
        }
        return space.free;
    }
}
