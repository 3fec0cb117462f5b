package io.enikit.ipam;

import io.enikit.net.Cidr;
import io.enikit.net.IpSet;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How many addresses of a pool are in which state; the three parts add up to the total. */
public final class AddressCounts {
    private final BigInteger allocated;
    private final BigInteger reserved;
    private final BigInteger free;

    private AddressCounts(BigInteger allocated, BigInteger reserved, BigInteger free) {
        this.allocated = allocated;
        this.reserved = reserved;
        this.free = free;
    }

    static AddressCounts of(CidrPool pool) {
        BigInteger total = pool.blocks().stream().map(Cidr::size).reduce(BigInteger.ZERO, BigInteger::add);
        IpSet reserved = pool.reserved();
        for (Cidr part : reserved.cidrs()) {
            reserved = reserved.subtract(pool.ledger().around(part));
        }
        BigInteger free = pool.space().size();
        return new AddressCounts(total.subtract(free).subtract(reserved.size()), reserved.size(), free);
    }

    /** {@return all addresses of the pool's blocks} */
    public BigInteger total() {
        return allocated.add(reserved).add(free);
    }

    /** {@return the addresses that are granted, whether reserved as well or not} */
    public BigInteger allocated() {
        return allocated;
    }

    /** {@return the addresses that are reserved and not granted} */
    public BigInteger reserved() {
        return reserved;
    }

    /** {@return the addresses that can be granted} */
    public BigInteger free() {
        return free;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AddressCounts that
                && allocated.equals(that.allocated)
                && reserved.equals(that.reserved)
                && free.equals(that.free);
    }

    @Override
    public int hashCode() {
        return Objects.hash(allocated, reserved, free);
    }

    /**
     * Returns the counts.
     *
     * @return for example {@code 512 allocated, 5 reserved, 65019 free of 65536}
     */
    @Override
    public String toString() {
        return allocated + " allocated, " + reserved + " reserved, " + free + " free of " + total();
    }
}
