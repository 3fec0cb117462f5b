package io.enikit.net;

import java.util.Arrays;

/**
 * Finds numbers among sorted IPv4 points in a few nanoseconds.
 *
 * <p>The space between the first and the last point is cut into equal buckets, about one for every point; each knows
 * how many points stand before it. A look-up reads one bucket and searches what is in it. This is the idea of DXR (Zec,
 * Rizzo, Mikuc: "DXR: Towards a Billion Routing Lookups per Second in Software") with a width that follows the data.
 * Points are {@link #key keys}: addresses with the highest bit flipped, so that signed order is address order.
 */
final class Ipv4Index {
    private final int[] points;
    private final int first;
    private final int last;
    private final int shift;
    private final int[] before;

    /** Indexes sorted, distinct points, at least one. */
    Ipv4Index(int[] points) {
        this.points = points;
        this.first = points[0];
        this.last = points[points.length - 1];
        int width = last - first;
        int log = 32 - Integer.numberOfLeadingZeros(width);
        this.shift = Math.max(0, log - Math.max(1, 31 - Integer.numberOfLeadingZeros(points.length)));
        int buckets = (width >>> shift) + 1;
        this.before = new int[buckets + 1];
        for (int point : points) {
            before[((point - first) >>> shift) + 1]++;
        }
        for (int i = 1; i <= buckets; i++) {
            before[i] += before[i - 1];
        }
    }

    static int key(int bits) {
        return bits ^ Integer.MIN_VALUE;
    }

    /** How many points are not above a key. */
    int countUpTo(int key) {
        if (key < first) {
            return 0;
        }
        if (key >= last) {
            return points.length;
        }
        int bucket = (key - first) >>> shift;
        int low = before[bucket];
        int high = before[bucket + 1];
        while (high - low > 8) {
            int middle = (low + high) >>> 1;
            if (points[middle] <= key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        while (low < high && points[low] <= key) {
            low++;
        }
        return low;
    }

    /** How many of any sorted points are not above a key, by binary search. */
    static int countUpTo(int[] points, int key) {
        int found = Arrays.binarySearch(points, key);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
