package io.enikit.ipam;

import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The free addresses in each block of a pool.
 *
 * <p>The blocks are kept apart although neighbours could be merged, because a granted block has to lie in one of them.
 */
final class PoolSpace {
    private final FreeSpace[] parts;

    private PoolSpace(FreeSpace[] parts) {
        this.parts = parts;
    }

    /** Returns the space of disjoint blocks in ascending order. */
    static PoolSpace of(List<Cidr> blocks, IpSet free) {
        FreeSpace[] parts = new FreeSpace[blocks.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = FreeSpace.of(blocks.get(i), free);
        }
        return new PoolSpace(parts);
    }

    /** Returns why sorted blocks cannot be the blocks of a pool, or null if they can. */
    static @Nullable String faultOf(List<Cidr> sorted) {
        if (sorted.isEmpty()) {
            return "at least one block is needed";
        }
        for (int i = 1; i < sorted.size(); i++) {
            Cidr before = sorted.get(i - 1);
            Cidr block = sorted.get(i);
            if (before.family() != block.family()) {
                return "blocks must be of one family: " + before + ", " + block;
            }
            if (before.overlaps(block)) {
                return "blocks must not overlap: " + before + ", " + block;
            }
        }
        return null;
    }

    /** Returns one of the disjoint blocks that overlaps the given one. */
    static Optional<Cidr> overlapping(NavigableSet<Cidr> disjoint, Cidr cidr) {
        Cidr below = disjoint.floor(cidr);
        if (below != null && below.overlaps(cidr)) {
            return Optional.of(below);
        }
        return Optional.ofNullable(disjoint.ceiling(cidr)).filter(cidr::overlaps);
    }

    /** Returns all of some disjoint blocks that share an address with another one. */
    static Collection<Cidr> allOverlapping(NavigableSet<Cidr> disjoint, Cidr cidr) {
        Cidr below = disjoint.lower(cidr);
        return below != null && below.contains(cidr)
                ? List.of(below)
                : disjoint.subSet(cidr, true, Cidr.from(cidr.last()), true);
    }

    static String join(List<Cidr> blocks) {
        return blocks.stream().map(Cidr::toString).collect(Collectors.joining(", "));
    }

    /** Returns the index of the block that contains the given one, or -1. */
    private int indexOf(Cidr cidr) {
        int from = 0;
        int to = parts.length - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            Cidr block = parts[middle].block();
            if (block.contains(cidr)) {
                return middle;
            }
            if (block.compareTo(cidr) < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -1;
    }

    /** Returns the block of the pool that contains the given one, or null. */
    @Nullable
    Cidr blockAround(Cidr cidr) {
        int index = indexOf(cidr);
        return index < 0 ? null : parts[index].block();
    }

    /** Returns a length, if blocks of the family can have it. */
    int checkLength(int prefixLength) {
        int bits = parts[0].block().family().bits();
        if (prefixLength < 0 || prefixLength > bits) {
            throw new IllegalArgumentException("prefix length must be 0.." + bits + ": " + prefixLength);
        }
        return prefixLength;
    }

    boolean isFree(Cidr cidr) {
        int index = indexOf(cidr);
        return index >= 0 && parts[index].isFree(cidr);
    }

    PoolSpace take(Cidr cidr) {
        int index = indexOf(cidr);
        return with(index, parts[index].take(cidr));
    }

    PoolSpace give(Cidr cidr) {
        int index = indexOf(cidr);
        return with(index, parts[index].give(cidr));
    }

    private PoolSpace with(int index, FreeSpace part) {
        FreeSpace[] copy = parts.clone();
        copy[index] = part;
        return new PoolSpace(copy);
    }

    /** Returns the free block of a length that the placement prefers, or null. */
    @Nullable
    Cidr find(Placement placement, int prefixLength) {
        return switch (placement) {
            case LOWEST -> lowest(prefixLength);
            case HIGHEST -> highest(prefixLength);
            case BEST_FIT -> bestFit(prefixLength);
        };
    }

    private @Nullable Cidr lowest(int prefixLength) {
        for (FreeSpace part : parts) {
            Optional<Cidr> found = fits(part, prefixLength) ? part.lowest(prefixLength) : Optional.empty();
            if (found.isPresent()) {
                return found.get();
            }
        }
        return null;
    }

    private @Nullable Cidr highest(int prefixLength) {
        for (int i = parts.length - 1; i >= 0; i--) {
            Optional<Cidr> found = fits(parts[i], prefixLength) ? parts[i].highest(prefixLength) : Optional.empty();
            if (found.isPresent()) {
                return found.get();
            }
        }
        return null;
    }

    private @Nullable Cidr bestFit(int prefixLength) {
        Cidr best = null;
        int bestLength = -1;
        for (FreeSpace part : parts) {
            Cidr found = fits(part, prefixLength) ? part.bestFit(prefixLength).orElse(null) : null;
            if (found != null) {
                int length = parts.length == 1 ? 0 : freeAround(part, found).prefixLength();
                if (length > bestLength) {
                    best = found;
                    bestLength = length;
                }
            }
        }
        return best;
    }

    /** Returns the largest free aligned block around a free one. */
    private static Cidr freeAround(FreeSpace part, Cidr free) {
        Cidr around = free;
        while (around.prefixLength() > part.block().prefixLength()) {
            Cidr parent = around.parent().orElseThrow();
            if (!part.isFree(parent)) {
                break;
            }
            around = parent;
        }
        return around;
    }

    private static boolean fits(FreeSpace part, int prefixLength) {
        return prefixLength >= part.block().prefixLength();
    }

    BigInteger size() {
        return sum(FreeSpace::size);
    }

    BigInteger countOf(int prefixLength) {
        return sum(part -> fits(part, prefixLength) ? part.countOf(prefixLength) : BigInteger.ZERO);
    }

    private BigInteger sum(Function<FreeSpace, BigInteger> count) {
        BigInteger sum = BigInteger.ZERO;
        for (FreeSpace part : parts) {
            sum = sum.add(count.apply(part));
        }
        return sum;
    }

    Optional<Cidr> largest() {
        Cidr largest = null;
        for (FreeSpace part : parts) {
            Cidr candidate = part.largest().orElse(null);
            if (candidate != null && (largest == null || candidate.prefixLength() < largest.prefixLength())) {
                largest = candidate;
            }
        }
        return Optional.ofNullable(largest);
    }

    IpSet toIpSet() {
        if (parts.length == 1) {
            return parts[0].toIpSet();
        }
        IpSet.Builder all = IpSet.builder();
        for (FreeSpace part : parts) {
            all.add(part.toIpSet());
        }
        return all.build();
    }

    /** Returns the free aligned blocks, each as large as possible within its block of the pool. */
    List<Cidr> cidrs() {
        List<Cidr> cidrs = new ArrayList<>();
        for (FreeSpace part : parts) {
            cidrs.addAll(part.toIpSet().cidrs());
        }
        return cidrs;
    }
}
