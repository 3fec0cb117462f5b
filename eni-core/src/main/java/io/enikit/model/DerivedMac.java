package io.enikit.model;

import com.google.common.hash.Hashing;
import io.enikit.net.MacAddress;
import java.nio.charset.StandardCharsets;

/**
 * The MAC address of an interface that was given none.
 *
 * <p>The first octet is one that EC2 gives out: unicast and locally administered, and in all 167 addresses that were
 * recorded of real accounts one of six. It and the other five octets are taken from a hash of the id, so one id has one
 * address on every machine.
 */
final class DerivedMac {
    /** The first octets that EC2 was seen to give out. */
    private static final long[] FIRST_OCTETS = {0x02, 0x06, 0x0a, 0x0e, 0x12, 0x16};

    private static final int BITS_AFTER_FIRST = 40;
    private static final long AFTER_FIRST = (1L << BITS_AFTER_FIRST) - 1;

    private DerivedMac() {}

    static MacAddress of(EniId id) {
        long hash = Hashing.murmur3_128()
                .hashString(id.toString(), StandardCharsets.UTF_8)
                .asLong();
        int octet = (int) Long.remainderUnsigned(hash >>> BITS_AFTER_FIRST, FIRST_OCTETS.length);
        return MacAddress.of(FIRST_OCTETS[octet] << BITS_AFTER_FIRST | (hash & AFTER_FIRST));
    }
}
