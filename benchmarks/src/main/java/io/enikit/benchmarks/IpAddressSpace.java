package io.enikit.benchmarks;

import inet.ipaddr.PrefixBlockAllocator;
import inet.ipaddr.ipv4.IPv4Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The allocator of IPAddress, which keeps no ledger; sizes are numbers of bits, 4 for a /28. */
final class IpAddressSpace {
    private static final int FIRST = 0x0a000000;

    private final PrefixBlockAllocator<IPv4Address> allocator = new PrefixBlockAllocator<>();

    private IpAddressSpace() {}

    /** All addresses from one to another, the latter excluded, counted from 10.0.0.0. */
    static IpAddressSpace of(int from, int to) {
        IpAddressSpace space = new IpAddressSpace();
        space.allocator.addAvailable(
                new IPv4Address(FIRST + from).spanWithPrefixBlocks(new IPv4Address(FIRST + to - 1)));
        return space;
    }

    static IpAddressSpace of(List<IPv4Address> free) {
        IpAddressSpace space = new IpAddressSpace();
        space.allocator.addAvailable(free.toArray(IPv4Address[]::new));
        return space;
    }

    /** So many odd addresses, and one even one in the middle, so that there is one free /31. */
    static IpAddressSpace fragmented(int count) {
        IPv4Address[] free = new IPv4Address[count + 1];
        for (int i = 0; i < count; i++) {
            free[i] = new IPv4Address(FIRST + 2 * i + 1);
        }
        free[count] = new IPv4Address(FIRST + count);
        return of(List.of(free));
    }

    private @Nullable IPv4Address take(int bits) {
        return allocator.allocateBitLength(bits);
    }

    /** Takes a block and gives it back. */
    Object pair(int bits) {
        IPv4Address found = allocator.allocateBitLength(bits);
        allocator.addAvailable(found);
        return found;
    }

    static Object drain(int bits) {
        IpAddressSpace space = of(0, 1 << 16);
        IPv4Address found = space.take(bits);
        while (found != null) {
            found = space.take(bits);
        }
        return space.allocator;
    }

    static Object mixed(int[] lengths, int[] choices) {
        IpAddressSpace space = of(0, 1 << 16);
        IPv4Address[] taken = new IPv4Address[lengths.length];
        int count = 0;
        for (int i = 0; i < lengths.length; i++) {
            if (choices[i] < 0) {
                IPv4Address found = space.take(32 - lengths[i]);
                if (found != null) {
                    taken[count++] = found;
                }
            } else if (count > 0) {
                int which = choices[i] % count;
                space.allocator.addAvailable(taken[which]);
                taken[which] = taken[--count];
            }
        }
        return space.allocator;
    }
}
