package io.enikit.benchmarks;

import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeSet;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.PrefixBlockAllocator;
import inet.ipaddr.ipv4.IPv4Address;
import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpAddress;
import java.util.Optional;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Free space of a /16: taking all of it, mixed use, and the worst fragmentation. */
@State(Scope.Benchmark)
public class SpaceBenchmark {
    private static final int STEPS = 20_000;
    private static final Cidr BLOCK = Cidr.parse("10.0.0.0/16");
    private static final int FIRST = 0x0a000000;

    /** Lengths for taking, and whether and what to give back: the same for all. */
    private final int[] lengths = new int[STEPS];

    private final int[] choices = new int[STEPS];
    private final FreeSpace fragmented = fragmented();
    private final TreeRangeSet<Integer> guavaFragmented = guavaFragmented();
    private final PrefixBlockAllocator<IPv4Address> ipaddressFragmented = ipaddressFragmented();

    /** Draws the steps of the mixed use. */
    public SpaceBenchmark() {
        Random random = new Random(41);
        for (int i = 0; i < STEPS; i++) {
            lengths[i] = 24 + random.nextInt(9);
            choices[i] = random.nextInt(100) < 55 ? -1 : random.nextInt(Integer.MAX_VALUE);
        }
    }

    private static FreeSpace fragmented() {
        FreeSpace space = FreeSpace.of(BLOCK);
        for (int i = 0; i < 1 << 16; i += 2) {
            if (i != 1 << 15) {
                space = space.take(Cidr.from(IpAddress.of(FIRST | i)));
            }
        }
        return space;
    }

    private static TreeRangeSet<Integer> guavaFragmented() {
        TreeRangeSet<Integer> free = TreeRangeSet.create();
        for (int i = 1; i < 1 << 16; i += 2) {
            free.add(Range.closedOpen(FIRST + i, FIRST + i + 1));
        }
        free.add(Range.closedOpen(FIRST + (1 << 15), FIRST + (1 << 15) + 1));
        return free;
    }

    private static PrefixBlockAllocator<IPv4Address> ipaddressFragmented() {
        IPv4Address[] free = new IPv4Address[(1 << 15) + 1];
        for (int i = 0; i < 1 << 15; i++) {
            free[i] = new IPv4Address(FIRST + 2 * i + 1);
        }
        free[1 << 15] = new IPv4Address(FIRST + (1 << 15));
        PrefixBlockAllocator<IPv4Address> allocator = new PrefixBlockAllocator<>();
        allocator.addAvailable(free);
        return allocator;
    }

    private static PrefixBlockAllocator<IPv4Address> allocator() {
        PrefixBlockAllocator<IPv4Address> allocator = new PrefixBlockAllocator<>();
        allocator.addAvailable(
                new IPAddressString(BLOCK.toString()).getAddress().toIPv4());
        return allocator;
    }

    /** The lowest aligned block of some addresses in a plain range set, taken; or null. */
    private static @org.jspecify.annotations.Nullable Range<Integer> firstFit(TreeRangeSet<Integer> free, int size) {
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

    private static TreeRangeSet<Integer> guava() {
        TreeRangeSet<Integer> free = TreeRangeSet.create();
        free.add(Range.closedOpen(FIRST, FIRST + (1 << 16)));
        return free;
    }

    private static FreeSpace drain(int length) {
        FreeSpace space = FreeSpace.of(BLOCK);
        for (Optional<Cidr> next = space.lowest(length); next.isPresent(); next = space.lowest(length)) {
            space = space.take(next.get());
        }
        return space;
    }

    private static Object guavaDrain(int size) {
        TreeRangeSet<Integer> free = guava();
        Range<Integer> found = firstFit(free, size);
        while (found != null) {
            found = firstFit(free, size);
        }
        return free;
    }

    private static Object ipaddressDrain(int order) {
        PrefixBlockAllocator<IPv4Address> allocator = allocator();
        IPv4Address found = allocator.allocateBitLength(order);
        while (found != null) {
            found = allocator.allocateBitLength(order);
        }
        return allocator;
    }

    @Benchmark
    @OperationsPerInvocation(4096)
    public Object drain28_eni() {
        return drain(28);
    }

    @Benchmark
    @OperationsPerInvocation(4096)
    public Object drain28_guava() {
        return guavaDrain(16);
    }

    @Benchmark
    @OperationsPerInvocation(4096)
    public Object drain28_ipaddress() {
        return ipaddressDrain(4);
    }

    @Benchmark
    @OperationsPerInvocation(65536)
    public Object drain32_eni() {
        return drain(32);
    }

    @Benchmark
    @OperationsPerInvocation(65536)
    public Object drain32_guava() {
        return guavaDrain(1);
    }

    @Benchmark
    @OperationsPerInvocation(65536)
    public Object drain32_ipaddress() {
        return ipaddressDrain(0);
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Object mixed_eni() {
        FreeSpace space = FreeSpace.of(BLOCK);
        Cidr[] taken = new Cidr[STEPS];
        int count = 0;
        for (int i = 0; i < STEPS; i++) {
            if (choices[i] < 0) {
                Optional<Cidr> found = space.lowest(lengths[i]);
                if (found.isPresent()) {
                    space = space.take(found.get());
                    taken[count++] = found.get();
                }
            } else if (count > 0) {
                int which = choices[i] % count;
                space = space.give(taken[which]);
                taken[which] = taken[--count];
            }
        }
        return space;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Object mixed_guava() {
        TreeRangeSet<Integer> free = guava();
        Range<Integer>[] taken = new Range[STEPS];
        int count = 0;
        for (int i = 0; i < STEPS; i++) {
            if (choices[i] < 0) {
                Range<Integer> found = firstFit(free, 1 << (32 - lengths[i]));
                if (found != null) {
                    taken[count++] = found;
                }
            } else if (count > 0) {
                int which = choices[i] % count;
                free.add(taken[which]);
                taken[which] = taken[--count];
            }
        }
        return free;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Object mixed_ipaddress() {
        PrefixBlockAllocator<IPv4Address> allocator = allocator();
        IPv4Address[] taken = new IPv4Address[STEPS];
        int count = 0;
        for (int i = 0; i < STEPS; i++) {
            if (choices[i] < 0) {
                IPv4Address found = allocator.allocateBitLength(32 - lengths[i]);
                if (found != null) {
                    taken[count++] = found;
                }
            } else if (count > 0) {
                int which = choices[i] % count;
                allocator.addAvailable(taken[which]);
                taken[which] = taken[--count];
            }
        }
        return allocator;
    }

    @Benchmark
    public Object onlyPair_eni() {
        Cidr pair = fragmented.lowest(31).orElseThrow();
        return fragmented.take(pair).give(pair);
    }

    @Benchmark
    public Object onlyPair_guava() {
        Range<Integer> pair = firstFit(guavaFragmented, 2);
        guavaFragmented.add(java.util.Objects.requireNonNull(pair));
        return pair;
    }

    @Benchmark
    public Object onlyPair_ipaddress() {
        IPv4Address pair = ipaddressFragmented.allocateBitLength(1);
        ipaddressFragmented.addAvailable(pair);
        return pair;
    }
}
