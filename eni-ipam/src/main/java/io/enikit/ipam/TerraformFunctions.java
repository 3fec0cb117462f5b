package io.enikit.ipam;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import java.math.BigInteger;
import java.util.List;

/**
 * The address functions of Terraform, to predict what a plan will contain.
 *
 * <pre>{@code
 * TerraformFunctions.cidrsubnet("172.16.0.0/12", 4, 2);      // 172.18.0.0/16
 * TerraformFunctions.cidrsubnets("10.0.0.0/8", 8, 8, 4);     // [10.0.0.0/16, 10.1.0.0/16, 10.16.0.0/12]
 * TerraformFunctions.cidrhost("192.168.1.0/24", -5);         // 192.168.1.251
 * }</pre>
 *
 * <p>They do what Terraform's "IP Network Functions" do; like these they clear the host bits of the prefix. They differ
 * from Terraform 1.11 where it refuses what is possible (more than 32 new bits, {@code cidrsubnets} of a prefix that begins
 * at address 0): these functions return the result. And where it returns nonsense (for negative new bits or subnet numbers,
 * for host numbers beyond the end of a long block) these functions throw. An IPv4-mapped prefix such as {@code ::ffff:10.0.0.0/104} stays
 * IPv6; Terraform reads it as IPv4.
 */
public final class TerraformFunctions {
    private TerraformFunctions() {}

    /**
     * Returns the subnet of a prefix with a number.
     *
     * @param prefix a block, whose host bits are cleared
     * @param newBits by how many bits the prefix is extended, 0 or more
     * @param number the number of the subnet, 0 for the first
     * @return the subnet
     * @throws IllegalArgumentException if the prefix is not a block, cannot be extended that far, or has no such subnet
     */
    public static Cidr cidrsubnet(String prefix, int newBits, long number) {
        requireNonNull(prefix, "prefix");
        return cidrsubnet(prefix, newBits, BigInteger.valueOf(number));
    }

    /**
     * Returns the subnet of a prefix with a number.
     *
     * @param prefix a block, whose host bits are cleared
     * @param newBits by how many bits the prefix is extended, 0 or more
     * @param number the number of the subnet, 0 for the first
     * @return the subnet
     * @throws IllegalArgumentException if the prefix is not a block, cannot be extended that far, or has no such subnet
     */
    public static Cidr cidrsubnet(String prefix, int newBits, BigInteger number) {
        requireNonNull(prefix, "prefix");
        requireNonNull(number, "number");
        Cidr block = parse(prefix);
        if (newBits < 0) {
            throw new IllegalArgumentException("must not extend prefix by a negative number of bits: " + newBits);
        }
        int prefixLength = extended(block, newBits);
        if (number.signum() < 0 || number.bitLength() > newBits) {
            throw new IllegalArgumentException(
                    "prefix extension of " + newBits + " does not accommodate a subnet numbered " + number);
        }
        return block.child(prefixLength, number);
    }

    /**
     * Returns consecutive subnets of a prefix, one after the other.
     *
     * <p>Each subnet begins at the first address after the previous one that its length allows. A gap before it is never
     * used.
     *
     * @param prefix a block, whose host bits are cleared
     * @param newBits by how many bits the prefix is extended for each subnet, 1 or more
     * @return the subnets, in the order asked for
     * @throws IllegalArgumentException if the prefix is not a block, or the subnets do not fit into it
     */
    public static List<Cidr> cidrsubnets(String prefix, int... newBits) {
        requireNonNull(prefix, "prefix");
        requireNonNull(newBits, "newBits");
        Cidr block = parse(prefix);
        ImmutableList.Builder<Cidr> subnets = ImmutableList.builder();
        Cidr previous = null;
        for (int bits : newBits) {
            if (bits < 1) {
                throw new IllegalArgumentException("must extend prefix by at least one bit");
            }
            int prefixLength = extended(block, bits);
            Cidr reached = Cidr.containing(previous == null ? block.first() : previous.last(), prefixLength);
            if (previous != null) {
                if (reached.last().equals(block.last())) {
                    throw new IllegalArgumentException(
                            "not enough remaining address space for a subnet with a prefix of " + prefixLength
                                    + " bits after " + previous);
                }
                reached = Cidr.of(reached.last().next(), prefixLength);
            }
            subnets.add(reached);
            previous = reached;
        }
        return subnets.build();
    }

    /**
     * Returns the address of a host with a number.
     *
     * @param prefix a block, whose host bits are cleared
     * @param number the number of the host, 0 for the first address, -1 for the last
     * @return the address
     * @throws IllegalArgumentException if the prefix is not a block or has no such host
     */
    public static IpAddress cidrhost(String prefix, long number) {
        requireNonNull(prefix, "prefix");
        return cidrhost(prefix, BigInteger.valueOf(number));
    }

    /**
     * Returns the address of a host with a number.
     *
     * @param prefix a block, whose host bits are cleared
     * @param number the number of the host, 0 for the first address, -1 for the last
     * @return the address
     * @throws IllegalArgumentException if the prefix is not a block or has no such host
     */
    public static IpAddress cidrhost(String prefix, BigInteger number) {
        requireNonNull(prefix, "prefix");
        requireNonNull(number, "number");
        Cidr block = parse(prefix);
        BigInteger fromEnd = number.signum() < 0 ? number.not() : number;
        if (fromEnd.compareTo(block.size()) >= 0) {
            throw new IllegalArgumentException(
                    "prefix of " + block.prefixLength() + " does not accommodate a host numbered " + number);
        }
        return block.nth(number);
    }

    private static Cidr parse(String prefix) {
        int slash = prefix.lastIndexOf('/');
        if (slash < 0) {
            return Cidr.parse(prefix);
        }
        IpAddress address = IpAddress.parse(prefix.substring(0, slash));
        String length = prefix.substring(slash + 1);
        if (!length.matches("0|[1-9][0-9]{0,2}")
                || Integer.parseInt(length) > address.family().bits()) {
            return Cidr.parse(prefix);
        }
        return Cidr.containing(address, Integer.parseInt(length));
    }

    private static int extended(Cidr block, int newBits) {
        long length = (long) block.prefixLength() + newBits;
        if (length > block.family().bits()) {
            throw new IllegalArgumentException("would extend prefix to " + length + " bits, which is too long for an "
                    + block.family().label() + " address");
        }
        return (int) length;
    }
}
