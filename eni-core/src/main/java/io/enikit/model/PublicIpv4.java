package io.enikit.model;

import static java.util.Objects.requireNonNull;

import io.enikit.net.IpAddress;
import java.util.Optional;

/**
 * A public IPv4 address that EC2 gave to a primary interface, for as long as its instance runs.
 *
 * @param address the address, absent where EC2 has yet to choose it
 */
public record PublicIpv4(Optional<IpAddress> address) {
    private static final PublicIpv4 CHOSEN_BY_EC2 = new PublicIpv4(Optional.empty());

    /**
     * Checks that nothing is null.
     *
     * @param address the address, absent where EC2 has yet to choose it
     */
    public PublicIpv4 {
        requireNonNull(address, "address");
    }

    /**
     * Returns a known address.
     *
     * @param address the address
     * @return the public address
     */
    public static PublicIpv4 of(IpAddress address) {
        requireNonNull(address, "address");
        return new PublicIpv4(Optional.of(address));
    }

    /** {@return an address that is there, but that only EC2 knows} */
    public static PublicIpv4 chosenByEc2() {
        return CHOSEN_BY_EC2;
    }
}
