package io.enikit.ipam;

import io.enikit.net.Cidr;
import io.enikit.net.IpSet;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of allocated, reserved and free addresses of a pool.
 *
 * <p>The three add up to the total.
 */
public final class AddressCounts {
    private final BigInteger total;
    private final BigInteger allocated;
    private final BigInteger reserved;
    private final BigInteger free;

    AddressCounts(BigInteger total, BigInteger allocated, BigInteger reserved, BigInteger free) {
        if (!allocated.add(reserved).add(free).equals(total)) {
            throw new IllegalArgumentException(
                    allocated + " allocated + " + reserved + " reserved + " + free + " free is not " + total);
        }
        this.total = total;
        this.allocated = allocated;
        this.reserved = reserved;
        this.free = free;
    }

    /** {@return all addresses of the pool's blocks} */
    public BigInteger total() {
        return total;
    }

    /** {@return those that are granted, including those that are reserved too} */
    public BigInteger allocated() {
        return allocated;
    }

    /** {@return those that are reserved and not granted} */
    public BigInteger reserved() {
        return reserved;
    }

    /** {@return those that can be granted} */
    public BigInteger free() {
        return free;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AddressCounts that
                && total.equals(that.total)
                && allocated.equals(that.allocated)
                && reserved.equals(that.reserved)
                && free.equals(that.free);
    }

    @Override
    public int hashCode() {
        return Objects.hash(total, allocated, reserved, free);
    }

    @Override
    public String toString() {
        return "AddressCounts[total=" + total + ", allocated=" + allocated + ", reserved=" + reserved + ", free=" + free
                + "]";
    }
}
