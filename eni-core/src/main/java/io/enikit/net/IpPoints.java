package io.enikit.net;

import org.jspecify.annotations.Nullable;

/** Sorted, distinct addresses of one family, with an index. */
abstract class IpPoints {
    /** How many points are not above an address of the family. */
    abstract int countUpTo(IpAddress address);

    static IpPoints ipv4(long[] addresses) {
        int[] keys = new int[addresses.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Ipv4Index.key((int) addresses[i]);
        }
        return new Ipv4(keys.length == 0 ? null : new Ipv4Index(keys));
    }

    static IpPoints ipv6(long[] highs, long[] lows) {
        long[] keys = new long[2 * highs.length];
        for (int i = 0; i < highs.length; i++) {
            keys[2 * i] = Ipv6Bounds.key(highs[i]);
            keys[2 * i + 1] = Ipv6Bounds.key(lows[i]);
        }
        return new Ipv6(keys.length == 0 ? null : new Ipv6Index(keys));
    }

    private static final class Ipv4 extends IpPoints {
        private final @Nullable Ipv4Index index;

        Ipv4(@Nullable Ipv4Index index) {
            this.index = index;
        }

        @Override
        int countUpTo(IpAddress address) {
            return index == null ? 0 : index.countUpTo(Ipv4Index.key((int) address.low()));
        }
    }

    private static final class Ipv6 extends IpPoints {
        private final @Nullable Ipv6Index index;

        Ipv6(@Nullable Ipv6Index index) {
            this.index = index;
        }

        @Override
        int countUpTo(IpAddress address) {
            return index == null ? 0 : index.countUpTo(Ipv6Bounds.key(address.high()), Ipv6Bounds.key(address.low()));
        }
    }
}
