package io.enikit.net;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A set of IPv6 addresses as the sorted points where membership changes, as in {@link Ipv4Bounds}.
 *
 * <p>A bound takes two longs, high and low, each with its highest bit flipped so that signed order is address order:
 * 32 bytes a range.
 */
final class Ipv6Bounds {
    static final Ipv6Bounds EMPTY = new Ipv6Bounds(new long[0]);

    private final long[] bounds;

    /** Made on first use; its fields are final, so a race is harmless. */
    private @Nullable Ipv6Index index;

    private Ipv6Bounds(long[] bounds) {
        this.bounds = bounds;
    }

    private static Ipv6Bounds trimmed(long[] bounds, int length) {
        return length == 0 ? EMPTY : new Ipv6Bounds(length == bounds.length ? bounds : Arrays.copyOf(bounds, length));
    }

    /** The set of some spans in any order, each in four longs: first high and low, last high and low. */
    static Ipv6Bounds of(long[] spans, int count) {
        int[] order = Ipv6Sort.order(spans, count);
        long[] bounds = new long[4 * count];
        int n = 0;
        int i = 0;
        while (i < count) {
            int at = 4 * order[i++];
            long lastHigh = spans[at + 2];
            long lastLow = spans[at + 3];
            bounds[n++] = key(spans[at]);
            bounds[n++] = key(spans[at + 1]);
            while (i < count) {
                int next = 4 * order[i];
                long endLow = lastLow + 1;
                long endHigh = endLow == 0 ? lastHigh + 1 : lastHigh;
                boolean past = endLow == 0 && endHigh == 0;
                if (!past && Uint128.compare(spans[next], spans[next + 1], endHigh, endLow) > 0) {
                    break;
                }
                if (Uint128.compare(spans[next + 2], spans[next + 3], lastHigh, lastLow) > 0) {
                    lastHigh = spans[next + 2];
                    lastLow = spans[next + 3];
                }
                i++;
            }
            long endLow = lastLow + 1;
            long endHigh = endLow == 0 ? lastHigh + 1 : lastHigh;
            if (endHigh != 0 || endLow != 0) {
                bounds[n++] = key(endHigh);
                bounds[n++] = key(endLow);
            }
        }
        return trimmed(bounds, n);
    }

    static long key(long bits) {
        return bits ^ Long.MIN_VALUE;
    }

    /**
     * Combines two sets.
     *
     * @param truth bit {@code a + 2 * b} tells whether an address is in the result; bit 0 must be clear
     */
    Ipv6Bounds merge(Ipv6Bounds that, int truth) {
        long[] a = bounds;
        long[] b = that.bounds;
        long[] out = new long[a.length + b.length];
        int i = 0;
        int j = 0;
        int n = 0;
        int state = 0;
        int member = 0;
        while (i < a.length && j < b.length) {
            long ah = a[i];
            long al = a[i + 1];
            long bh = b[j];
            long bl = b[j + 1];
            int fromA = (ah < bh ? 1 : 0) | ((ah == bh ? 1 : 0) & (al <= bl ? 1 : 0));
            int fromB = (bh < ah ? 1 : 0) | ((ah == bh ? 1 : 0) & (bl <= al ? 1 : 0));
            out[n] = fromA != 0 ? ah : bh;
            out[n + 1] = fromA != 0 ? al : bl;
            i += 2 * fromA;
            j += 2 * fromB;
            state ^= fromA | fromB << 1;
            int now = truth >>> state & 1;
            n += 2 * (now ^ member);
            member = now;
        }
        if (i < a.length && (truth >>> (state & 2) & 1) != (truth >>> (state | 1) & 1)) {
            System.arraycopy(a, i, out, n, a.length - i);
            n += a.length - i;
        }
        if (j < b.length && (truth >>> (state & 1) & 1) != (truth >>> (state | 2) & 1)) {
            System.arraycopy(b, j, out, n, b.length - j);
            n += b.length - j;
        }
        return trimmed(out, n);
    }

    private int countUpTo(long high, long low) {
        if (bounds.length == 0) {
            return 0;
        }
        Ipv6Index ready = index;
        if (ready == null) {
            ready = new Ipv6Index(bounds);
            index = ready;
        }
        return ready.countUpTo(key(high), key(low));
    }

    /** True if the bound at an index exists and is not above an address. */
    private boolean startsUpTo(int bound, long high, long low) {
        return 2 * bound < bounds.length
                && Uint128.compare(key(bounds[2 * bound]), key(bounds[2 * bound + 1]), high, low) <= 0;
    }

    boolean contains(long high, long low) {
        return (countUpTo(high, low) & 1) != 0;
    }

    boolean containsAll(long firstHigh, long firstLow, long lastHigh, long lastLow) {
        int count = countUpTo(firstHigh, firstLow);
        return (count & 1) != 0 && !startsUpTo(count, lastHigh, lastLow);
    }

    boolean containsAny(long firstHigh, long firstLow, long lastHigh, long lastLow) {
        int count = countUpTo(firstHigh, firstLow);
        return (count & 1) != 0 || startsUpTo(count, lastHigh, lastLow);
    }

    boolean containsAll(Ipv6Bounds that) {
        for (int i = 0; i < that.rangeCount(); i++) {
            if (!containsAll(that.firstHigh(i), that.firstLow(i), that.lastHigh(i), that.lastLow(i))) {
                return false;
            }
        }
        return true;
    }

    boolean overlaps(Ipv6Bounds that) {
        if (that.bounds.length > bounds.length) {
            return that.overlaps(this);
        }
        for (int i = 0; i < that.rangeCount(); i++) {
            if (containsAny(that.firstHigh(i), that.firstLow(i), that.lastHigh(i), that.lastLow(i))) {
                return true;
            }
        }
        return false;
    }

    int rangeCount() {
        return (bounds.length + 2) >> 2;
    }

    long firstHigh(int range) {
        return key(bounds[4 * range]);
    }

    long firstLow(int range) {
        return key(bounds[4 * range + 1]);
    }

    long lastHigh(int range) {
        if (4 * range + 2 == bounds.length) {
            return -1;
        }
        long high = key(bounds[4 * range + 2]);
        return key(bounds[4 * range + 3]) == 0 ? high - 1 : high;
    }

    long lastLow(int range) {
        return 4 * range + 2 == bounds.length ? -1 : key(bounds[4 * range + 3]) - 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ipv6Bounds that && Arrays.equals(bounds, that.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }
}
