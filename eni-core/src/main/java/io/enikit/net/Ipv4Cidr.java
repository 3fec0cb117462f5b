package io.enikit.net;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An IPv4 block: 32 bits and a length. */
final class Ipv4Cidr extends Cidr {
    private final int network;
    private final int prefixLength;

    Ipv4Cidr(int network, int prefixLength) {
        this.network = network;
        this.prefixLength = prefixLength;
    }

    /** The netmask of a prefix length; a shift by 32 would be a shift by 0. */
    static int mask(int prefixLength) {
        return (int) (0xffff_ffff_0000_0000L >> prefixLength);
    }

    @Override
    long high() {
        return 0;
    }

    @Override
    long low() {
        return network & 0xffff_ffffL;
    }

    @Override
    public IpFamily family() {
        return IpFamily.IPV4;
    }

    @Override
    public int prefixLength() {
        return prefixLength;
    }

    @Override
    public boolean contains(IpAddress address) {
        return Objects.requireNonNull(address, "address") instanceof Ipv4Address that
                && ((that.bits ^ network) & mask(prefixLength)) == 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ipv4Cidr that && network == that.network && prefixLength == that.prefixLength;
    }

    @Override
    public int hashCode() {
        return HashBits.of(network, prefixLength);
    }

    @Override
    String text() {
        return IpAddressFormat.ipv4(network, prefixLength);
    }
}
