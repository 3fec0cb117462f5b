package io.enikit.model;

import com.google.common.hash.Hashing;
import io.enikit.net.MacAddress;
import java.nio.charset.StandardCharsets;

/**
 * The MAC address of an interface that was given none.
 *
 * <p>The addresses EC2 gives out are unicast and locally administered: the two low bits of the first octet are 10. The
 * other 46 bits are taken from a hash of the id, so one id has one address on every machine.
 */
final class DerivedMac {
    private static final long LOCALLY_ADMINISTERED = 0x02_00_00_00_00_00L;
    private static final long FREE_BITS = 0xfc_ff_ff_ff_ff_ffL;

    private DerivedMac() {}

    static MacAddress of(EniId id) {
        long hash = Hashing.murmur3_128()
                .hashString(id.toString(), StandardCharsets.UTF_8)
                .asLong();
        return MacAddress.of((hash & FREE_BITS) | LOCALLY_ADMINISTERED);
    }
}
