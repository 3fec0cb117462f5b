package io.enikit.net;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one family, with the flat segments that answer the longest match.
 *
 * <pre>
 * entries   0: 10.0.0.0/8   1: 10.1.0.0/16                     sorted: a parent stands before what it contains
 * starts    10.0.0.0  10.1.0.0  10.2.0.0  11.0.0.0             where the answer changes
 * owners    0         1         0         none                 the answer from there on
 * parents   none      0                                        the next larger block around an entry
 * </pre>
 */
final class IpTableHalf<V> {
    private static final int NONE = -1;

    private final List<Map.Entry<Cidr, V>> entries;
    private final int[] parents;
    private final IpPoints starts;
    private final int[] owners;

    private IpTableHalf(List<Map.Entry<Cidr, V>> entries, int[] parents, IpPoints starts, int[] owners) {
        this.entries = entries;
        this.parents = parents;
        this.starts = starts;
        this.owners = owners;
    }

    static <V> IpTableHalf<V> of(IpFamily family, SortedMap<Cidr, V> sorted) {
        List<Map.Entry<Cidr, V>> entries = new ArrayList<>(sorted.size());
        int[] parents = new int[sorted.size()];
        Segments segments = new Segments(sorted.size());
        Deque<Integer> open = new ArrayDeque<>();
        for (Map.Entry<Cidr, V> entry : sorted.entrySet()) {
            Cidr block = entry.getKey();
            while (!open.isEmpty() && !entries.get(open.getLast()).getKey().contains(block)) {
                close(entries, parents, segments, open);
            }
            int id = entries.size();
            parents[id] = open.isEmpty() ? NONE : open.getLast();
            segments.start(block.high(), block.low(), id);
            entries.add(Map.entry(block, entry.getValue()));
            open.addLast(id);
        }
        while (!open.isEmpty()) {
            close(entries, parents, segments, open);
        }
        return new IpTableHalf<>(
                Collections.unmodifiableList(entries), parents, segments.points(family), segments.owners());
    }

    /** Ends the innermost open block: behind it its parent answers. */
    private static <V> void close(
            List<Map.Entry<Cidr, V>> entries, int[] parents, Segments segments, Deque<Integer> open) {
        int id = open.removeLast();
        Cidr block = entries.get(id).getKey();
        IpAddress last = block.last();
        if (!last.equals(Cidr.all(block.family()).last())) {
            IpAddress next = last.next();
            segments.start(next.high(), next.low(), parents[id]);
        }
    }

    List<Map.Entry<Cidr, V>> entries() {
        return entries;
    }

    private int owner(IpAddress address) {
        int count = starts.countUpTo(address);
        return count == 0 ? NONE : owners[count - 1];
    }

    Map.@Nullable Entry<Cidr, V> match(IpAddress address) {
        int owner = owner(address);
        return owner == NONE ? null : entries.get(owner);
    }

    List<Map.Entry<Cidr, V>> matches(IpAddress address) {
        List<Map.Entry<Cidr, V>> found = new ArrayList<>();
        for (int i = owner(address); i != NONE; i = parents[i]) {
            found.add(entries.get(i));
        }
        return Collections.unmodifiableList(found);
    }

    /** A block in the table is among those that contain its first address. */
    Optional<V> get(Cidr block) {
        for (int i = owner(block.first()); i != NONE; i = parents[i]) {
            Map.Entry<Cidr, V> entry = entries.get(i);
            if (entry.getKey().prefixLength() <= block.prefixLength()) {
                return entry.getKey().equals(block) ? Optional.of(entry.getValue()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    List<Map.Entry<Cidr, V>> under(Cidr block) {
        int from = firstNotBefore(block);
        int to = from;
        while (to < entries.size() && block.contains(entries.get(to).getKey())) {
            to++;
        }
        return entries.subList(from, to);
    }

    private int firstNotBefore(Cidr block) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).getKey().compareTo(block) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Gathers segments in ascending order. */
    private static final class Segments {
        private final long[] highs;
        private final long[] lows;
        private final int[] owners;
        private int count;

        Segments(int entries) {
            highs = new long[2 * entries];
            lows = new long[2 * entries];
            owners = new int[2 * entries];
        }

        /** Sets who answers from an address on; a later call for the same address replaces an earlier one. */
        void start(long high, long low, int owner) {
            if (count > 0 && highs[count - 1] == high && lows[count - 1] == low) {
                count--;
            }
            if ((count == 0 ? NONE : owners[count - 1]) != owner) {
                highs[count] = high;
                lows[count] = low;
                owners[count++] = owner;
            }
        }

        IpPoints points(IpFamily family) {
            return family == IpFamily.IPV4
                    ? IpPoints.ipv4(Arrays.copyOf(lows, count))
                    : IpPoints.ipv6(Arrays.copyOf(highs, count), Arrays.copyOf(lows, count));
        }

        int[] owners() {
            return Arrays.copyOf(owners, count);
        }
    }
}
