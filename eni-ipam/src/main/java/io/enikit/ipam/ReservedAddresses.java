package io.enikit.ipam;

import static java.util.Objects.requireNonNull;

import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import io.enikit.net.IpRange;
import io.enikit.net.IpSet;
import java.math.BigInteger;

/**
 * Which addresses at the ends of each block are never allocated.
 *
 * <p>They belong to the block, not to the ledger: they can be neither allocated nor released.
 *
 * <p>Later versions may add constants.
 */
public enum ReservedAddresses {
    /** No address is reserved: for pools that blocks are allocated from, such as a VPC. */
    NONE("none"),

    /**
     * The network address and, in IPv4, the broadcast address.
     *
     * <p>A block of one or two addresses (/31 and /32, /127 and /128) has neither (RFC 3021, RFC 6164), so all of its
     * addresses can be used. The first IPv6 address of a larger block is the Subnet-Router anycast address (RFC 4291
     * section 2.6.1); IPv6 has no broadcast.
     */
    CLASSIC("classic"),

    /** The first address and the last one of both families, so that a block of one or two addresses has none left. */
    FIRST_AND_LAST("first-and-last"),

    /** The first four addresses and the last one, as in every subnet of EC2 ("Subnet CIDR blocks", both families). */
    AWS("aws");

    private final String text;

    ReservedAddresses(String text) {
        this.text = text;
    }

    /**
     * Returns the addresses of a block that are never allocated.
     *
     * @param block the block
     * @return the reserved addresses, all of them if the block is too small to have others
     */
    public IpSet of(Cidr block) {
        requireNonNull(block, "block");
        return switch (this) {
            case NONE -> IpSet.empty();
            case CLASSIC ->
                block.size().bitLength() <= 2 ? IpSet.empty() : ends(block, 1, block.family() == IpFamily.IPV4 ? 1 : 0);
            case FIRST_AND_LAST -> ends(block, 1, 1);
            case AWS -> ends(block, 4, 1);
        };
    }

    private static IpSet ends(Cidr block, int first, int last) {
        if (block.size().compareTo(BigInteger.valueOf((long) first + last)) <= 0) {
            return IpSet.of(block);
        }
        IpSet.Builder ends = IpSet.builder().add(IpRange.of(block.first(), block.nth(first - 1)));
        return last == 0
                ? ends.build()
                : ends.add(IpRange.of(block.nth(-last), block.last())).build();
    }

    /**
     * Returns the word used in a pool's text.
     *
     * @return for example {@code aws}
     */
    @Override
    public String toString() {
        return text;
    }
}
