package io.enikit.net;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An IPv6 block: 128 bits and a length. */
final class Ipv6Cidr extends Cidr {
    private final long high;
    private final long low;
    private final int prefixLength;

    Ipv6Cidr(long high, long low, int prefixLength) {
        this.high = high;
        this.low = low;
        this.prefixLength = prefixLength;
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
    public int prefixLength() {
        return prefixLength;
    }

    @Override
    public boolean contains(IpAddress address) {
        if (!(Objects.requireNonNull(address, "address") instanceof Ipv6Address that)) {
            return false;
        }
        int rest = 128 - prefixLength;
        return (((that.high ^ high) & ~Uint128.maskHigh(rest)) | ((that.low ^ low) & ~Uint128.maskLow(rest))) == 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ipv6Cidr that
                && low == that.low
                && high == that.high
                && prefixLength == that.prefixLength;
    }

    @Override
    public int hashCode() {
        return HashBits.of(high, low) * 31 + prefixLength;
    }

    @Override
    String text() {
        return IpAddressFormat.ipv6(high, low, prefixLength);
    }
}
