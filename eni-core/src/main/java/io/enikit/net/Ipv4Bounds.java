package io.enikit.net;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A set of IPv4 addresses as the sorted points where membership changes.
 *
 * <pre>
 * members       10.0.0.0-10.0.0.3      10.0.0.9
 * bounds        10.0.0.0 10.0.0.4      10.0.0.9 10.0.0.10
 * </pre>
 *
 * <p>An address is a member if an odd number of bounds is not above it. The number of bounds is odd if the last address
 * of all is a member. Bounds are kept as {@linkplain Ipv4Index#key keys}, 8 bytes a range. Each set has one form, so
 * equal sets have equal arrays.
 */
final class Ipv4Bounds {
    static final Ipv4Bounds EMPTY = new Ipv4Bounds(new int[0]);

    /** Below this many bounds a plain search is as fast as an index. */
    private static final int INDEXED_FROM = 32;

    private final int[] bounds;

    /** Made on first use; its fields are final, so a race is harmless. */
    private @Nullable Ipv4Index index;

    private Ipv4Bounds(int[] bounds) {
        this.bounds = bounds;
    }

    private static Ipv4Bounds trimmed(int[] bounds, int length) {
        return length == 0 ? EMPTY : new Ipv4Bounds(length == bounds.length ? bounds : Arrays.copyOf(bounds, length));
    }

    /** The set of some spans in any order, each in one long: first address, then last, 32 bits each. */
    static Ipv4Bounds of(long[] spans, int count) {
        long[] sorted = Ipv4Sort.sorted(spans, count);
        int[] bounds = new int[2 * count];
        int n = 0;
        int i = 0;
        while (i < count) {
            long first = sorted[i] >>> 32;
            long end = (sorted[i] & 0xffff_ffffL) + 1;
            i++;
            while (i < count && sorted[i] >>> 32 <= end) {
                end = Math.max(end, (sorted[i] & 0xffff_ffffL) + 1);
                i++;
            }
            bounds[n++] = Ipv4Index.key((int) first);
            bounds[n] = Ipv4Index.key((int) end);
            n += 1 - (int) (end >>> 32);
        }
        return trimmed(bounds, n);
    }

    /**
     * Combines two sets.
     *
     * @param truth bit {@code a + 2 * b} tells whether an address is in the result; bit 0 must be clear
     */
    Ipv4Bounds merge(Ipv4Bounds that, int truth) {
        int[] a = bounds;
        int[] b = that.bounds;
        int[] out = new int[a.length + b.length];
        int i = 0;
        int j = 0;
        int n = 0;
        int state = 0;
        int member = 0;
        // Without branches on data: they would be mispredicted half of the time.
        while (i < a.length && j < b.length) {
            int x = a[i];
            int y = b[j];
            int fromA = x <= y ? 1 : 0;
            int fromB = y <= x ? 1 : 0;
            out[n] = fromA != 0 ? x : y;
            i += fromA;
            j += fromB;
            state ^= fromA | fromB << 1;
            int now = truth >>> state & 1;
            n += now ^ member;
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

    /** How many bounds are not above an address. */
    private int countUpTo(int bits) {
        int key = Ipv4Index.key(bits);
        if (bounds.length < INDEXED_FROM) {
            return Ipv4Index.countUpTo(bounds, key);
        }
        Ipv4Index ready = index;
        if (ready == null) {
            ready = new Ipv4Index(bounds);
            index = ready;
        }
        return ready.countUpTo(key);
    }

    boolean contains(int bits) {
        return (countUpTo(bits) & 1) != 0;
    }

    boolean containsAll(int first, int last) {
        int count = countUpTo(first);
        return (count & 1) != 0 && (count == bounds.length || Ipv4Index.key(last) < bounds[count]);
    }

    boolean containsAny(int first, int last) {
        int count = countUpTo(first);
        return (count & 1) != 0 || (count < bounds.length && Ipv4Index.key(last) >= bounds[count]);
    }

    boolean containsAll(Ipv4Bounds that) {
        for (int i = 0; i < that.rangeCount(); i++) {
            if (!containsAll(that.first(i), that.last(i))) {
                return false;
            }
        }
        return true;
    }

    boolean overlaps(Ipv4Bounds that) {
        if (that.bounds.length > bounds.length) {
            return that.overlaps(this);
        }
        for (int i = 0; i < that.rangeCount(); i++) {
            if (containsAny(that.first(i), that.last(i))) {
                return true;
            }
        }
        return false;
    }

    int rangeCount() {
        return (bounds.length + 1) >> 1;
    }

    int first(int range) {
        return Ipv4Index.key(bounds[2 * range]);
    }

    int last(int range) {
        return 2 * range + 1 == bounds.length ? -1 : Ipv4Index.key(bounds[2 * range + 1] - 1);
    }

    /** How many addresses, 0 to 2^32. */
    long size() {
        long size = 0;
        for (int i = 0; i < rangeCount(); i++) {
            size += sizeOf(i);
        }
        return size;
    }

    private long sizeOf(int range) {
        return (last(range) & 0xffff_ffffL) - (first(range) & 0xffff_ffffL) + 1;
    }

    /** The member at an index below the size. */
    int nth(long index) {
        long rest = index;
        int range = 0;
        while (rest >= sizeOf(range)) {
            rest -= sizeOf(range);
            range++;
        }
        return first(range) + (int) rest;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ipv4Bounds that && Arrays.equals(bounds, that.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }
}
