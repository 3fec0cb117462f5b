package io.enikit.ipam;

import io.enikit.net.Cidr;
import io.enikit.net.IpSet;
import java.math.BigInteger;

/**
 * The numbers of allocated, reserved and free addresses of a pool.
 *
 * <p>The three add up to the total.
 *
 * @param total all addresses of the pool's blocks
 * @param allocated those that are granted, including those that are reserved too
 * @param reserved those that are reserved and not granted
 * @param free those that can be granted
 */
public record AddressCounts(BigInteger total, BigInteger allocated, BigInteger reserved, BigInteger free) {
    /**
     * Checks that the parts add up to the total.
     *
     * @param total all addresses
     * @param allocated those that are granted
     * @param reserved those that are reserved and not granted
     * @param free those that can be granted
     * @throws IllegalArgumentException if the parts do not add up to the total
     */
    public AddressCounts {
        if (!allocated.add(reserved).add(free).equals(total)) {
            throw new IllegalArgumentException(
                    allocated + " allocated + " + reserved + " reserved + " + free + " free is not " + total);
        }
    }

    static AddressCounts of(CidrPool pool) {
        BigInteger total = pool.blocks().stream().map(Cidr::size).reduce(BigInteger.ZERO, BigInteger::add);
        IpSet reserved = pool.reserved();
        for (Cidr part : reserved.cidrs()) {
            reserved = reserved.subtract(pool.ledger().around(part));
        }
        BigInteger free = pool.space().size();
        return new AddressCounts(total, total.subtract(free).subtract(reserved.size()), reserved.size(), free);
    }
}
