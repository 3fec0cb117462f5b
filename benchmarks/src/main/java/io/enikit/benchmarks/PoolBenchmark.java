package io.enikit.benchmarks;

import inet.ipaddr.ipv4.IPv4Address;
import io.enikit.ipam.Allocation;
import io.enikit.ipam.AllocationResult;
import io.enikit.ipam.CidrPool;
import io.enikit.net.Cidr;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Pools with their ledger, against peers that keep none.
 *
 * <p>{@code pool…} is what {@code SpaceBenchmark} measures without a ledger. {@code next…} times one allocation of a /28
 * and its release while so many others are live, {@code holes…} the same with a free /28 behind each of them, and
 * {@code fragmented…} the only free /31 among so many live addresses with a free one behind each.
 */
@State(Scope.Benchmark)
public class PoolBenchmark {
    private static final int STEPS = 20_000;
    private static final int FIRST = 0x0a000000;
    private static final int MOST = 1 << 24;
    private static final Cidr BLOCK = Cidr.parse("10.0.0.0/16");
    private static final Cidr LARGE = Cidr.parse("10.0.0.0/8");

    private final int[] lengths = new int[STEPS];
    private final int[] choices = new int[STEPS];
    private final String[] owners = new String[4096];

    private final CidrPool next0 = CidrPool.of(LARGE);
    private final CidrPool next256 = live(256);
    private final CidrPool next4k = live(4096);
    private final CidrPool next64k = live(65536);
    private final CidrPool holes256 = holes(256);
    private final CidrPool holes4k = holes(4096);
    private final CidrPool holes64k = holes(65536);
    private final CidrPool fragmented256 = fragmented(256);
    private final CidrPool fragmented4k = fragmented(4096);
    private final CidrPool fragmented64k = fragmented(65536);

    private final GuavaSpace guavaNext0 = GuavaSpace.of(0, MOST);
    private final GuavaSpace guavaNext256 = GuavaSpace.of(256 * 16, MOST);
    private final GuavaSpace guavaNext4k = GuavaSpace.of(4096 * 16, MOST);
    private final GuavaSpace guavaNext64k = GuavaSpace.of(65536 * 16, MOST);
    private final GuavaSpace guavaHoles256 = guavaHoles(256);
    private final GuavaSpace guavaHoles4k = guavaHoles(4096);
    private final GuavaSpace guavaHoles64k = guavaHoles(65536);
    private final GuavaSpace guavaFragmented256 = GuavaSpace.fragmented(256);
    private final GuavaSpace guavaFragmented4k = GuavaSpace.fragmented(4096);
    private final GuavaSpace guavaFragmented64k = GuavaSpace.fragmented(65536);

    private final IpAddressSpace ipaddressNext0 = IpAddressSpace.of(0, MOST);
    private final IpAddressSpace ipaddressNext256 = IpAddressSpace.of(256 * 16, MOST);
    private final IpAddressSpace ipaddressNext4k = IpAddressSpace.of(4096 * 16, MOST);
    private final IpAddressSpace ipaddressNext64k = IpAddressSpace.of(65536 * 16, MOST);
    private final IpAddressSpace ipaddressHoles256 = ipaddressHoles(256);
    private final IpAddressSpace ipaddressHoles4k = ipaddressHoles(4096);
    private final IpAddressSpace ipaddressHoles64k = ipaddressHoles(65536);
    private final IpAddressSpace ipaddressFragmented256 = IpAddressSpace.fragmented(256);
    private final IpAddressSpace ipaddressFragmented4k = IpAddressSpace.fragmented(4096);
    private final IpAddressSpace ipaddressFragmented64k = IpAddressSpace.fragmented(65536);

    /** Draws the steps of the mixed use. */
    public PoolBenchmark() {
        Inputs.steps(lengths, choices);
        for (int i = 0; i < owners.length; i++) {
            owners[i] = "ip-10-0-0-" + i + ".eu-west-1.compute.internal/eth1";
        }
    }

    private static CidrPool fragmented(int count) {
        Cidr block = Cidr.containing(LARGE.first(), 31 - Integer.numberOfTrailingZeros(count));
        CidrPool pool = CidrPool.of(block);
        for (int i = 0; i < count; i++) {
            if (2 * i != count) {
                pool = pool.allocate(Cidr.from(block.nth(2L * i))).orElseThrow().pool();
            }
        }
        return pool;
    }

    private static CidrPool live(int count) {
        CidrPool pool = CidrPool.of(LARGE);
        for (int i = 0; i < count; i++) {
            pool = pool.allocate(28).orElseThrow().pool();
        }
        return pool;
    }

    private static CidrPool holes(int count) {
        CidrPool pool = live(2 * count);
        for (Allocation each : pool.allocations()) {
            if (each.sequence() % 2 == 0) {
                pool = pool.release(each);
            }
        }
        return pool;
    }

    private static GuavaSpace guavaHoles(int count) {
        GuavaSpace space = GuavaSpace.of(2 * count * 16, MOST);
        for (int i = 0; i < count; i++) {
            space.give((2 * i + 1) * 16, (2 * i + 2) * 16);
        }
        return space;
    }

    private static IpAddressSpace ipaddressHoles(int count) {
        List<IPv4Address> free = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            free.add(new IPv4Address(FIRST + (2 * i + 1) * 16)
                    .setPrefixLength(28)
                    .toPrefixBlock());
        }
        IPv4Address rest = new IPv4Address(FIRST + 2 * count * 16);
        free.addAll(List.of(rest.spanWithPrefixBlocks(new IPv4Address(FIRST + MOST - 1))));
        return IpAddressSpace.of(free);
    }

    private static Object pair(CidrPool pool, int prefixLength) {
        Allocation allocation = pool.allocate(prefixLength).orElseThrow();
        return allocation.pool().release(allocation);
    }

    @Benchmark
    @OperationsPerInvocation(4096)
    public Object pool28_eni() {
        CidrPool pool = CidrPool.of(BLOCK);
        AllocationResult next = pool.allocate(28);
        while (next instanceof Allocation allocation) {
            pool = allocation.pool();
            next = pool.allocate(28);
        }
        return pool;
    }

    @Benchmark
    @OperationsPerInvocation(4096)
    public Object pool28_guava() {
        return GuavaSpace.drain(16);
    }

    @Benchmark
    @OperationsPerInvocation(4096)
    public Object pool28_ipaddress() {
        return IpAddressSpace.drain(4);
    }

    @Benchmark
    @OperationsPerInvocation(4096)
    public Object poolOwned28_eni() {
        CidrPool pool = CidrPool.of(BLOCK);
        for (String owner : owners) {
            pool = pool.allocate(owner, 28).orElseThrow().pool();
        }
        return pool;
    }

    @Benchmark
    @OperationsPerInvocation(4096)
    public Object poolOwned28_guava() {
        return GuavaSpace.drain(16);
    }

    @Benchmark
    @OperationsPerInvocation(4096)
    public Object poolOwned28_ipaddress() {
        return IpAddressSpace.drain(4);
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Object poolMixed_eni() {
        CidrPool pool = CidrPool.of(BLOCK);
        Allocation[] taken = new Allocation[STEPS];
        int count = 0;
        for (int i = 0; i < STEPS; i++) {
            if (choices[i] < 0) {
                if (pool.allocate(lengths[i]) instanceof Allocation found) {
                    pool = found.pool();
                    taken[count++] = found;
                }
            } else if (count > 0) {
                int which = choices[i] % count;
                pool = pool.release(taken[which]);
                taken[which] = taken[--count];
            }
        }
        return pool;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Object poolMixed_guava() {
        return GuavaSpace.mixed(lengths, choices);
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Object poolMixed_ipaddress() {
        return IpAddressSpace.mixed(lengths, choices);
    }

    @Benchmark
    public Object fragmented256_eni() {
        return pair(fragmented256, 31);
    }

    @Benchmark
    public Object fragmented256_guava() {
        return guavaFragmented256.pair(2);
    }

    @Benchmark
    public Object fragmented256_ipaddress() {
        return ipaddressFragmented256.pair(1);
    }

    @Benchmark
    public Object fragmented4k_eni() {
        return pair(fragmented4k, 31);
    }

    @Benchmark
    public Object fragmented4k_guava() {
        return guavaFragmented4k.pair(2);
    }

    @Benchmark
    public Object fragmented4k_ipaddress() {
        return ipaddressFragmented4k.pair(1);
    }

    @Benchmark
    public Object fragmented64k_eni() {
        return pair(fragmented64k, 31);
    }

    @Benchmark
    public Object fragmented64k_guava() {
        return guavaFragmented64k.pair(2);
    }

    @Benchmark
    public Object fragmented64k_ipaddress() {
        return ipaddressFragmented64k.pair(1);
    }

    @Benchmark
    public Object next0_eni() {
        return pair(next0, 28);
    }

    @Benchmark
    public Object next0_guava() {
        return guavaNext0.pair(16);
    }

    @Benchmark
    public Object next0_ipaddress() {
        return ipaddressNext0.pair(4);
    }

    @Benchmark
    public Object next256_eni() {
        return pair(next256, 28);
    }

    @Benchmark
    public Object next256_guava() {
        return guavaNext256.pair(16);
    }

    @Benchmark
    public Object next256_ipaddress() {
        return ipaddressNext256.pair(4);
    }

    @Benchmark
    public Object next4k_eni() {
        return pair(next4k, 28);
    }

    @Benchmark
    public Object next4k_guava() {
        return guavaNext4k.pair(16);
    }

    @Benchmark
    public Object next4k_ipaddress() {
        return ipaddressNext4k.pair(4);
    }

    @Benchmark
    public Object next64k_eni() {
        return pair(next64k, 28);
    }

    @Benchmark
    public Object next64k_guava() {
        return guavaNext64k.pair(16);
    }

    @Benchmark
    public Object next64k_ipaddress() {
        return ipaddressNext64k.pair(4);
    }

    @Benchmark
    public Object holes256_eni() {
        return pair(holes256, 28);
    }

    @Benchmark
    public Object holes256_guava() {
        return guavaHoles256.pair(16);
    }

    @Benchmark
    public Object holes256_ipaddress() {
        return ipaddressHoles256.pair(4);
    }

    @Benchmark
    public Object holes4k_eni() {
        return pair(holes4k, 28);
    }

    @Benchmark
    public Object holes4k_guava() {
        return guavaHoles4k.pair(16);
    }

    @Benchmark
    public Object holes4k_ipaddress() {
        return ipaddressHoles4k.pair(4);
    }

    @Benchmark
    public Object holes64k_eni() {
        return pair(holes64k, 28);
    }

    @Benchmark
    public Object holes64k_guava() {
        return guavaHoles64k.pair(16);
    }

    @Benchmark
    public Object holes64k_ipaddress() {
        return ipaddressHoles64k.pair(4);
    }
}
