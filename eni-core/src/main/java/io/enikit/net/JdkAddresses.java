package io.enikit.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Makes JDK addresses from bytes of a proper length. */
final class JdkAddresses {
    private JdkAddresses() {}

    static InetAddress of(byte[] bytes) {
        try {
            // InetAddress.getByAddress turns IPv4-mapped bytes into an Inet4Address; this one does not.
            return bytes.length == 16 ? Inet6Address.getByAddress(null, bytes, -1) : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new AssertionError("4 and 16 bytes are addresses", e);
        }
    }
}
