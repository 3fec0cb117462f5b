package io.enikit.ipam;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * A prefix as Terraform reads it: a number of 32 or 128 bits, whose host bits are cleared, and a length.
 *
 * <p>Terraform takes leading zeros, which mean nothing. It reads an IPv4 address in IPv6, such as {@code ::ffff:10.0.0.0},
 * as 128 bits, and writes it as IPv4.
 *
 * @param family the family, which says how many bits there are
 * @param first the first address
 * @param length the length of the prefix, in bits
 */
record TerraformPrefix(IpFamily family, BigInteger first, int length) {
    private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![0-9A-Fa-f])0+(?=[0-9A-Fa-f])");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,3}");
    private static final BigInteger MAPPED = BigInteger.valueOf(0xffff);

    static TerraformPrefix parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("\"" + text + "\": expected an address, a slash and a prefix length");
        }
        IpAddress address =
                IpAddress.parse(LEADING_ZEROS.matcher(text.substring(0, slash)).replaceAll(""));
        String length = LEADING_ZEROS.matcher(text.substring(slash + 1)).replaceAll("");
        if (!LENGTH.matcher(length).matches()
                || Integer.parseInt(length) > address.family().bits()) {
            throw new IllegalArgumentException("\"" + text + "\": prefix length must be 0.."
                    + address.family().bits());
        }
        return of(address.family(), address.toBigInteger(), Integer.parseInt(length));
    }

    /** Returns the prefix of a length that an address is in. */
    static TerraformPrefix of(IpFamily family, BigInteger address, int length) {
        int host = family.bits() - length;
        return new TerraformPrefix(family, address.shiftRight(host).shiftLeft(host), length);
    }

    int bits() {
        return family.bits();
    }

    /** Returns the length that a number of new bits makes of this one's. */
    int extended(int newBits) {
        return Math.toIntExact((long) length + newBits);
    }

    BigInteger last() {
        return first.or(ones(bits() - length));
    }

    /** Returns a number of which so many of the lowest bits are 1. */
    static BigInteger ones(int bits) {
        return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    }

    /** Returns whether this is a block of IPv4 in IPv6. */
    boolean isMapped() {
        return isMapped(family, first);
    }

    private static boolean isMapped(IpFamily family, BigInteger address) {
        return family == IpFamily.IPV6
                && address.shiftRight(IpFamily.IPV4.bits()).equals(MAPPED);
    }

    boolean contains(BigInteger address) {
        return of(family, address, length).first.equals(first);
    }

    /**
     * Puts a number into an address, shifted to its place. Bits that are set in both stay set, and of a negative result
     * Terraform takes the amount.
     */
    BigInteger with(BigInteger number, int shift) {
        BigInteger address = first.or(number.shiftLeft(shift)).abs();
        if (address.bitLength() > bits()) {
            throw new IllegalArgumentException(
                    "the number " + number + " does not fit into an address of " + family.label());
        }
        return address;
    }

    /** Returns an address as Terraform writes it. */
    static IpAddress address(IpFamily family, BigInteger address) {
        return isMapped(family, address)
                ? IpAddress.of(IpFamily.IPV4, address.and(ones(IpFamily.IPV4.bits())))
                : IpAddress.of(family, address);
    }

    /** Returns a block as Terraform writes it. */
    static Cidr block(IpFamily family, BigInteger address, int length) {
        return isMapped(family, address)
                ? Cidr.of(address(family, address), Math.max(0, length - (family.bits() - IpFamily.IPV4.bits())))
                : Cidr.of(address(family, address), length);
    }

    /** {@return the block as Terraform writes it} */
    @Override
    public String toString() {
        return block(family, first, length).toString();
    }
}
