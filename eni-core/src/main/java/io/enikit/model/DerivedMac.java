package io.enikit.model;

import com.google.common.hash.Hashing;
import io.enikit.net.MacAddress;
import java.nio.charset.StandardCharsets;

/**
 * The MAC address of an interface that was given none.
 *
 * <p>The addresses EC2 gives out are unicast and locally administered, and the first octet was one of six in each of 167
 * that accounts have published. It and the other 40 bits are taken from a hash of the id, so one id has one address on
 * every machine.
 */
final class DerivedMac {
    private static final long[] FIRST_OCTETS = {0x02, 0x06, 0x0a, 0x0e, 0x12, 0x16};
    private static final int BITS_BEHIND = 40;
    private static final long MASK_BEHIND = (1L << BITS_BEHIND) - 1;

    private DerivedMac() {}

    static MacAddress of(EniId id) {
        long hash = Hashing.murmur3_128()
                .hashString(id.toString(), StandardCharsets.UTF_8)
                .asLong();
        long firstOctet = FIRST_OCTETS[(int) ((hash >>> BITS_BEHIND) % FIRST_OCTETS.length)];
        return MacAddress.of((firstOctet << BITS_BEHIND) | (hash & MASK_BEHIND));
    }
}
