package io.enikit.ipam;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The address functions of Terraform, to predict what a plan will contain.
 *
 * <pre>{@code
 * TerraformFunctions.cidrsubnet("172.16.0.0/12", 4, 2);      // 172.18.0.0/16
 * TerraformFunctions.cidrsubnets("10.0.0.0/8", 8, 8, 4);     // [10.0.0.0/16, 10.1.0.0/16, 10.16.0.0/12]
 * TerraformFunctions.cidrhost("192.168.1.0/24", -5);         // 192.168.1.251
 * TerraformFunctions.cidrnetmask("172.16.0.0/12");           // 255.240.0.0
 * }</pre>
 *
 * <p>They answer what Terraform 1.11 answers, and throw where it has no answer. So they clear the host bits of the prefix,
 * take leading zeros, and write blocks of IPv4 in IPv6, such as {@code ::ffff:10.0.0.0/104}, as IPv4. They also repeat
 * answers that are of no use: for negative new bits and subnet numbers, and for host numbers past the end of a long block.
 * Where Terraform's answer is not a block, such as {@code 10.0.0.0/0}, they throw.
 *
 * <p>Source: Terraform's "IP Network Functions", and the answers of its console.
 */
public final class TerraformFunctions {
    private static final int MOST_NEW_BITS = 32;
    private static final BigInteger LOW_64_BITS = TerraformPrefix.ones(Long.SIZE);

    private TerraformFunctions() {}

    /**
     * Returns the subnet of a prefix with a number.
     *
     * @param prefix a block, whose host bits are cleared
     * @param newBits by how many bits the prefix is extended
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
     * @param newBits by how many bits the prefix is extended
     * @param number the number of the subnet, 0 for the first
     * @return the subnet
     * @throws IllegalArgumentException if the prefix is not a block, cannot be extended that far, or has no such subnet
     */
    public static Cidr cidrsubnet(String prefix, int newBits, BigInteger number) {
        requireNonNull(prefix, "prefix");
        requireNonNull(number, "number");
        TerraformPrefix base = TerraformPrefix.parse(prefix);
        int length = base.extended(newBits);
        if (length > base.bits() || length < 0) {
            throw new IllegalArgumentException(
                    "insufficient address space to extend prefix of " + base.length() + " by " + newBits);
        }
        // Terraform looks at the lowest 64 bits of the amount only, and at none where more of them are free
        boolean counted = newBits >= 0 && newBits < Long.SIZE;
        if (counted && number.abs().and(LOW_64_BITS).bitLength() > newBits) {
            throw new IllegalArgumentException(
                    "prefix extension of " + newBits + " does not accommodate a subnet numbered " + number);
        }
        return TerraformPrefix.block(base.family(), base.with(number, base.bits() - length), length);
    }

    /**
     * Returns consecutive subnets of a prefix, one after the other.
     *
     * <p>Each subnet begins at the first address after the previous one that its length allows. A gap before it is never
     * used. Terraform has no answer for a prefix that begins at address 0, nor for blocks of IPv4 in IPv6.
     *
     * @param prefix a block, whose host bits are cleared
     * @param newBits by how many bits the prefix is extended for each subnet, 1 to 32
     * @return the subnets, in the order asked for
     * @throws IllegalArgumentException if the prefix is not a block, or the subnets do not fit into it
     */
    public static List<Cidr> cidrsubnets(String prefix, int... newBits) {
        requireNonNull(prefix, "prefix");
        requireNonNull(newBits, "newBits");
        TerraformPrefix base = TerraformPrefix.parse(prefix);
        ImmutableList.Builder<Cidr> subnets = ImmutableList.builder();
        BigInteger all = TerraformPrefix.ones(base.bits());
        Optional<TerraformPrefix> previous = Optional.empty();
        for (int bits : newBits) {
            int length = extended(base, bits);
            TerraformPrefix current = previous.orElseGet(() -> TerraformPrefix.of(
                    base.family(), base.first().subtract(BigInteger.ONE).and(all), length));
            BigInteger next = TerraformPrefix.of(base.family(), current.last(), length)
                    .last()
                    .add(BigInteger.ONE)
                    .and(all);
            TerraformPrefix subnet = new TerraformPrefix(base.family(), next, length);
            if (next.signum() == 0 || !base.contains(next) || subnet.isMapped()) {
                throw new IllegalArgumentException("not enough remaining address space for a subnet with a prefix of "
                        + length + " bits after " + current);
            }
            subnets.add(TerraformPrefix.block(base.family(), next, length));
            previous = Optional.of(subnet);
        }
        return subnets.build();
    }

    private static int extended(TerraformPrefix base, int newBits) {
        if (newBits < 1) {
            throw new IllegalArgumentException("must extend prefix by at least one bit");
        }
        if (newBits > MOST_NEW_BITS) {
            throw new IllegalArgumentException("may not extend prefix by more than " + MOST_NEW_BITS + " bits");
        }
        int length = base.extended(newBits);
        if (length > base.bits()) {
            throw new IllegalArgumentException("would extend prefix to " + length + " bits, which is too long for an "
                    + base.family().label() + " address");
        }
        return length;
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
        TerraformPrefix base = TerraformPrefix.parse(prefix);
        BigInteger most = TerraformPrefix.ones(base.bits() - base.length());
        // Terraform looks at the lowest 64 bits of a positive number only
        BigInteger counted = number.signum() < 0 ? number.not() : BigInteger.valueOf(number.longValue());
        if (counted.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "prefix of " + base.length() + " does not accommodate a host numbered " + number);
        }
        BigInteger host = number.signum() < 0 ? most.subtract(counted) : number;
        // and takes the last 32 bits of a block of IPv4 in IPv6 for the first ones
        int shift = base.isMapped() ? base.bits() - IpFamily.IPV4.bits() : 0;
        return TerraformPrefix.address(base.family(), base.with(host, shift));
    }

    /**
     * Returns the netmask of an IPv4 prefix, such as {@code 255.240.0.0}.
     *
     * @param prefix a block, whose host bits are cleared
     * @return the netmask; an IPv6 address for a block of IPv4 in IPv6
     * @throws IllegalArgumentException if the prefix is not a block, or of IPv6
     */
    public static IpAddress cidrnetmask(String prefix) {
        requireNonNull(prefix, "prefix");
        TerraformPrefix base = TerraformPrefix.parse(prefix);
        if (base.family() == IpFamily.IPV6 && !base.isMapped()) {
            throw new IllegalArgumentException("IPv6 addresses cannot have a netmask: " + prefix);
        }
        BigInteger mask = TerraformPrefix.ones(base.bits()).subtract(TerraformPrefix.ones(base.bits() - base.length()));
        return TerraformPrefix.address(base.family(), mask);
    }
}
