package io.enikit.net;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A lowest node of a free space: its children are words of 64 addresses, a bit each. */
final class FreeWords extends FreeNode {
    /** A word has 2^6 addresses. */
    static final int ORDER = 6;

    static final long[] NO_WORDS = {};

    private final long[] words;

    FreeWords(int full, int mixed, int[] masks, long[] words) {
        super(ORDER, full, mixed, masks);
        this.words = words;
    }

    /** A node with one child, which is not full. */
    static FreeWords single(long word) {
        return word == 0
                ? new FreeWords(0, 0, new int[ORDER], NO_WORDS)
                : new FreeWords(0, 1, masks(new int[ORDER], 1, word), new long[] {word});
    }

    /** Masks in which the bit of a child follows a word; for a word that is not stored pass 0. */
    private static int[] masks(int[] masks, int bit, long word) {
        int[] changed = new int[ORDER];
        long runs = word;
        int count = Long.bitCount(runs);
        for (int k = 0; k < ORDER; k++) {
            long larger = FreeRuns.next(runs, k);
            int largerCount = Long.bitCount(larger); // twice as many runs: all are halves, none is maximal
            changed[k] = (masks[k] & ~bit) | (count != 2 * largerCount ? bit : 0);
            runs = larger;
            count = largerCount;
        }
        return changed;
    }

    @Override
    FreeNode withFull(int full) {
        return new FreeWords(full, mixed, masks, words);
    }

    @Override
    @Nullable
    FreeNode node(int child) {
        return null;
    }

    @Override
    long word(int child) {
        int bit = 1 << child;
        if ((mixed & bit) != 0) {
            return words[slot(child)];
        }
        return (full & bit) != 0 ? -1L : 0;
    }

    @Override
    @Nullable
    FreeNode changeInside(int child, long high, long low, int order, boolean free) {
        long part = -1L >>> (64 - (1 << order)) << low;
        long before = word(child);
        if ((before & part) != (free ? 0 : part)) {
            return null;
        }
        long after = before ^ part;
        int bit = 1 << child;
        boolean stored = after != 0 && after != -1L;
        return new FreeWords(
                after == -1L ? full | bit : full & ~bit,
                stored ? mixed | bit : mixed & ~bit,
                masks(masks, bit, stored ? after : 0),
                stored ? with(child, after) : without(child));
    }

    private long[] with(int child, long word) {
        int slot = slot(child);
        if ((mixed & (1 << child)) != 0) {
            long[] changed = words.clone();
            changed[slot] = word;
            return changed;
        }
        long[] more = new long[words.length + 1];
        System.arraycopy(words, 0, more, 0, slot);
        more[slot] = word;
        System.arraycopy(words, slot, more, slot + 1, words.length - slot);
        return more;
    }

    private long[] without(int child) {
        if ((mixed & (1 << child)) == 0) {
            return words;
        }
        int slot = slot(child);
        long[] fewer = new long[words.length - 1];
        System.arraycopy(words, 0, fewer, 0, slot);
        System.arraycopy(words, slot + 1, fewer, slot, fewer.length - slot);
        return fewer;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof FreeWords that
                        && full == that.full
                        && mixed == that.mixed
                        && Arrays.equals(words, that.words));
    }

    @Override
    public int hashCode() {
        return (full * 31 + mixed) * 31 + Arrays.hashCode(words);
    }
}
