package io.enikit.net;

/**
 * Finds numbers among sorted IPv6 points, in the way of {@link Ipv4Index}.
 *
 * <p>Buckets cut the first 64 bits only. Where these cluster, a binary search in the bucket does the rest. Points are
 * pairs of {@linkplain Ipv6Bounds#key keys}.
 */
final class Ipv6Index {
    private final long[] points;
    private final long first;
    private final long last;
    private final int shift;
    private final int[] before;

    /** Indexes sorted, distinct points, at least one. */
    Ipv6Index(long[] points) {
        this.points = points;
        int count = points.length / 2;
        this.first = points[0];
        this.last = points[points.length - 2];
        long width = last - first;
        int log = 64 - Long.numberOfLeadingZeros(width);
        this.shift = Math.max(0, log - Math.max(1, 31 - Integer.numberOfLeadingZeros(count)));
        int buckets = (int) (width >>> shift) + 1;
        this.before = new int[buckets + 1];
        for (int i = 0; i < count; i++) {
            before[(int) ((points[2 * i] - first) >>> shift) + 1]++;
        }
        for (int i = 1; i <= buckets; i++) {
            before[i] += before[i - 1];
        }
    }

    /** How many points are not above a pair of keys. */
    int countUpTo(long high, long low) {
        if (high < first) {
            return 0;
        }
        if (high > last) {
            return points.length / 2;
        }
        int bucket = (int) ((high - first) >>> shift);
        int from = before[bucket];
        int to = before[bucket + 1];
        while (from < to) {
            int middle = (from + to) >>> 1;
            long at = points[2 * middle];
            if (at < high || (at == high && points[2 * middle + 1] <= low)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
