package io.enikit.model;

import static java.util.Objects.requireNonNull;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.IpSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.immutables.value.Value;

/** A part of a VPC's address space that lies wholly in one availability zone. */
@Value.Immutable
public abstract non-sealed class Subnet implements Resource {
    Subnet() {}

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder set to this subnet} */
    public final Builder toBuilder() {
        return builder().from(this);
    }

    /** {@return the id} */
    public abstract SubnetId id();

    @Override
    public final ResourceId resourceId() {
        return id();
    }

    /** {@return the VPC it is part of} */
    public abstract VpcId vpcId();

    /** {@return the availability zone, such as {@code eu-west-1a}} */
    public abstract String availabilityZone();

    /** {@return the IPv4 block, absent in an IPv6-native subnet} */
    public abstract Optional<Cidr> cidrBlock();

    /** {@return the IPv6 block, if it has one} */
    public abstract Optional<Cidr> ipv6CidrBlock();

    /** {@return whether interfaces here have no private IPv4, false unless set} */
    @Value.Default
    public boolean ipv6Native() {
        return false;
    }

    /** {@return whether a new interface's setting for a public IPv4 is on, false unless set} */
    @Value.Default
    public boolean mapPublicIpOnLaunch() {
        return false;
    }

    /** {@return whether a new interface gets an IPv6 address, false unless set} */
    @Value.Default
    public boolean assignIpv6AddressOnCreation() {
        return false;
    }

    /** {@return the ranges that EC2 does not pick single addresses from} */
    public abstract List<CidrReservation> cidrReservations();

    /** {@return the tags by key} */
    @Override
    @Value.NaturalOrder
    public abstract SortedMap<String, String> tags();

    /**
     * Returns the block of a family.
     *
     * @param family the family
     * @return the block, or empty if the subnet has none
     */
    public final Optional<Cidr> cidrBlock(IpFamily family) {
        requireNonNull(family, "family");
        return switch (family) {
            case IPV4 -> cidrBlock();
            case IPV6 -> ipv6CidrBlock();
        };
    }

    /**
     * Checks whether EC2 keeps an address of this subnet for itself.
     *
     * @param address an address of either family
     * @return true if it is one of {@link #reservedAddresses}
     */
    public final boolean isReserved(IpAddress address) {
        requireNonNull(address, "address");
        Optional<Cidr> block = cidrBlock(address.family());
        return block.isPresent()
                && (startOf(block.get()).contains(address) || block.get().last().equals(address));
    }

    /**
     * Returns the addresses that EC2 keeps for itself.
     *
     * <p>Those are the first four and the last address of the block (VPC User Guide, "Subnet CIDR blocks"): network,
     * router, DNS, future use, and broadcast.
     *
     * @param family the family
     * @return five addresses, or none if the subnet has no block of this family
     */
    public final IpSet reservedAddresses(IpFamily family) {
        requireNonNull(family, "family");
        IpSet.Builder reserved = IpSet.builder();
        cidrBlock(family).ifPresent(block -> reserved.add(startOf(block)).add(block.last()));
        return reserved.build();
    }

    private static Cidr startOf(Cidr block) {
        int lengthOfFour = block.family().bits() - 2;
        return Cidr.containing(block.first(), Math.max(block.prefixLength(), lengthOfFour));
    }

    /** Builds subnets. */
    public static final class Builder extends ImmutableSubnet.Builder {
        Builder() {}

        /**
         * Sets the id.
         *
         * @param id a name, or {@code subnet-…}
         * @return this builder
         */
        public Builder id(String id) {
            return id(SubnetId.of(id));
        }

        /**
         * Sets the VPC.
         *
         * @param id the id of the VPC
         * @return this builder
         */
        public Builder vpcId(String id) {
            return vpcId(VpcId.of(id));
        }

        /**
         * Sets the IPv4 block.
         *
         * @param cidr such as {@code 10.0.0.0/24}
         * @return this builder
         */
        public Builder cidrBlock(String cidr) {
            return cidrBlock(Cidr.parse(cidr));
        }

        /**
         * Sets the IPv6 block.
         *
         * @param cidr such as {@code 2001:db8::/64}
         * @return this builder
         */
        public Builder ipv6CidrBlock(String cidr) {
            return ipv6CidrBlock(Cidr.parse(cidr));
        }
    }
}
