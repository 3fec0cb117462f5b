package io.enikit.net;

import org.jspecify.annotations.Nullable;

/** An IPv6 address in 128 bits. */
final class Ipv6Address extends IpAddress {
    final long high;
    final long low;

    Ipv6Address(long high, long low) {
        this.high = high;
        this.low = low;
    }

    @Override
    long high() {
        return high;
    }

    @Override
    long low() {
        return low;
    }

    @Override
    public IpFamily family() {
        return IpFamily.IPV6;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ipv6Address that && low == that.low && high == that.high;
    }

    @Override
    public int hashCode() {
        return HashBits.of(high, low);
    }

    @Override
    String text() {
        return IpAddressFormat.ipv6(high, low);
    }
}
