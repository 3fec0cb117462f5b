package io.enikit.net;

import org.jspecify.annotations.Nullable;

/** An IPv4 address in 32 bits. */
final class Ipv4Address extends IpAddress {
    final int bits;

    Ipv4Address(int bits) {
        this.bits = bits;
    }

    @Override
    long high() {
        return 0;
    }

    @Override
    long low() {
        return bits & 0xffff_ffffL;
    }

    @Override
    public IpFamily family() {
        return IpFamily.IPV4;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ipv4Address that && bits == that.bits;
    }

    @Override
    public int hashCode() {
        return HashBits.of(bits);
    }

    @Override
    String text() {
        return IpAddressFormat.ipv4(bits);
    }
}
