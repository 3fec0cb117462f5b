package io.enikit.rules;

import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of a list so far, to tell which one a further block overlaps first.
 *
 * <p>A few are gone through one by one. Many stand in a tree with a branch for each bit, which knows for each place the
 * first block there and the first block below:
 *
 * <pre>
 * 10.0.0.0/8 -> 0 or 1 -> ... -> 10.0.0.0/16: is number 7, and below are numbers 2 and 9
 * </pre>
 *
 * <p>What overlaps a block stands on the way to it, or below it.
 */
final class EarlierBlocks {
    private static final int FEW = 16;

    private final List<Cidr> blocks = new ArrayList<>();
    private final boolean few;
    private final Map<IpFamily, Place> trees = new EnumMap<>(IpFamily.class);

    private static final class Place {
        private int here = Integer.MAX_VALUE;
        private int below = Integer.MAX_VALUE;
        private final @Nullable Place[] next = new Place[2];
    }

    /** Starts with none, given how many there will be. */
    EarlierBlocks(int most) {
        few = most <= FEW;
    }

    /** Returns the first of those added so far that overlaps a block. */
    Optional<Cidr> firstOverlapping(Cidr block) {
        if (!few) {
            int first = firstInTree(block);
            return first == Integer.MAX_VALUE ? Optional.empty() : Optional.of(blocks.get(first));
        }
        for (Cidr each : blocks) {
            if (each.overlaps(block)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private int firstInTree(Cidr block) {
        @Nullable Place place = trees.get(block.family());
        int first = Integer.MAX_VALUE;
        byte[] bits = block.first().toBytes();
        for (int depth = 0; place != null; depth++) {
            first = Math.min(first, depth == block.prefixLength() ? place.below : place.here);
            place = depth == block.prefixLength() ? null : place.next[bit(bits, depth)];
        }
        return first;
    }

    void add(Cidr block) {
        int number = blocks.size();
        blocks.add(block);
        if (few) {
            return;
        }
        byte[] bits = block.first().toBytes();
        Place place = trees.computeIfAbsent(block.family(), unseen -> new Place());
        place.below = Math.min(place.below, number);
        for (int depth = 0; depth < block.prefixLength(); depth++) {
            int bit = bit(bits, depth);
            @Nullable Place next = place.next[bit];
            if (next == null) {
                next = new Place();
                place.next[bit] = next;
            }
            next.below = Math.min(next.below, number);
            place = next;
        }
        place.here = Math.min(place.here, number);
    }

    private static int bit(byte[] bits, int depth) {
        return bits[depth >> 3] >> (7 - (depth & 7)) & 1;
    }
}
