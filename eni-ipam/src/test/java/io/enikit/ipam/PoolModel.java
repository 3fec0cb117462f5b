package io.enikit.ipam;

import io.enikit.net.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A pool of 10.0.0.0/24, perhaps in several blocks, as plain arrays with one entry an address. */
final class PoolModel {
    static final int SIZE = 256;
    private static final Cidr ALL = Cidr.parse("10.0.0.0/24");

    final List<Cidr> blocks;
    final boolean[] inside = new boolean[SIZE];
    final boolean[] reserved = new boolean[SIZE];
    final boolean[] allocated = new boolean[SIZE];

    PoolModel(List<Cidr> blocks, ReservedAddresses policy) {
        this.blocks = blocks;
        for (Cidr block : blocks) {
            mark(inside, block, true);
            policy.of(block).cidrs().forEach(end -> mark(reserved, end, true));
        }
    }

    static int index(Cidr cidr) {
        return ALL.indexOf(cidr.first()).intValueExact();
    }

    static int length(Cidr cidr) {
        return 1 << (32 - cidr.prefixLength());
    }

    static void mark(boolean[] marks, Cidr cidr, boolean value) {
        for (int i = index(cidr); i < index(cidr) + length(cidr); i++) {
            marks[i] = value;
        }
    }

    boolean isFree(int i) {
        return inside[i] && !reserved[i] && !allocated[i];
    }

    boolean isFree(Cidr cidr) {
        for (int i = index(cidr); i < index(cidr) + length(cidr); i++) {
            if (!isFree(i)) {
                return false;
            }
        }
        return blocks.stream().anyMatch(block -> block.contains(cidr));
    }

    long count(boolean free) {
        long count = 0;
        for (int i = 0; i < SIZE; i++) {
            count += (free ? isFree(i) : allocated[i]) ? 1 : 0;
        }
        return count;
    }

    /** All aligned blocks of a length which are free, in ascending order. */
    List<Cidr> free(int prefixLength) {
        return prefixLength < 24
                ? List.of()
                : ALL.split(prefixLength).filter(this::isFree).toList();
    }

    /** The free blocks which are part of no larger one. */
    List<Cidr> largestFree() {
        List<Cidr> largest = new ArrayList<>();
        for (int length = 24; length <= 32; length++) {
            for (Cidr cidr : free(length)) {
                if (largest.stream().noneMatch(other -> other.contains(cidr))) {
                    largest.add(cidr);
                }
            }
        }
        largest.sort(Cidr::compareTo);
        return largest;
    }

    /** Where a block must be placed, or null. */
    @Nullable
    Cidr place(Placement placement, int prefixLength) {
        List<Cidr> free = free(prefixLength);
        if (free.isEmpty()) {
            return null;
        }
        return switch (placement) {
            case LOWEST -> free.get(0);
            case HIGHEST -> free.get(free.size() - 1);
            case BEST_FIT -> {
                int smallest = largestFree().stream()
                        .mapToInt(Cidr::prefixLength)
                        .filter(length -> length <= prefixLength)
                        .max()
                        .orElseThrow();
                Cidr hole = largestFree().stream()
                        .filter(cidr -> cidr.prefixLength() == smallest)
                        .findFirst()
                        .orElseThrow();
                yield free.stream().filter(hole::contains).findFirst().orElseThrow();
            }
        };
    }

    static Cidr cidr(int at, int prefixLength) {
        return Cidr.containing(Objects.requireNonNull(ALL).nth(at & 0xff), prefixLength);
    }
}
