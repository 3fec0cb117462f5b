package io.enikit.benchmarks;

import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpAddress;
import java.util.Optional;
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
    private final GuavaSpace guavaFragmented = GuavaSpace.fragmented(1 << 15);
    private final IpAddressSpace ipaddressFragmented = IpAddressSpace.fragmented(1 << 15);

    /** Draws the steps of the mixed use. */
    public SpaceBenchmark() {
        Inputs.steps(lengths, choices);
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

    private static FreeSpace drain(int length) {
        FreeSpace space = FreeSpace.of(BLOCK);
        for (Optional<Cidr> next = space.lowest(length); next.isPresent(); next = space.lowest(length)) {
            space = space.take(next.get());
        }
        return space;
    }

    @Benchmark
    @OperationsPerInvocation(4096)
    public Object drain28_eni() {
        return drain(28);
    }

    @Benchmark
    @OperationsPerInvocation(4096)
    public Object drain28_guava() {
        return GuavaSpace.drain(16);
    }

    @Benchmark
    @OperationsPerInvocation(4096)
    public Object drain28_ipaddress() {
        return IpAddressSpace.drain(4);
    }

    @Benchmark
    @OperationsPerInvocation(65536)
    public Object drain32_eni() {
        return drain(32);
    }

    @Benchmark
    @OperationsPerInvocation(65536)
    public Object drain32_guava() {
        return GuavaSpace.drain(1);
    }

    @Benchmark
    @OperationsPerInvocation(65536)
    public Object drain32_ipaddress() {
        return IpAddressSpace.drain(0);
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
    public Object mixed_guava() {
        return GuavaSpace.mixed(lengths, choices);
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Object mixed_ipaddress() {
        return IpAddressSpace.mixed(lengths, choices);
    }

    @Benchmark
    public Object onlyPair_eni() {
        Cidr pair = fragmented.lowest(31).orElseThrow();
        return fragmented.take(pair).give(pair);
    }

    @Benchmark
    public Object onlyPair_guava() {
        return guavaFragmented.pair(2);
    }

    @Benchmark
    public Object onlyPair_ipaddress() {
        return ipaddressFragmented.pair(1);
    }
}
