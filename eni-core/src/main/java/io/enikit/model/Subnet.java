package io.enikit.model;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
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
        return ImmutableSubnet.builder();
    }

    /** {@return a builder set to this subnet} */
    public final Builder toBuilder() {
        return ImmutableSubnet.builder().from(this);
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

    /**
     * Returns the id of the availability zone, where it is known.
     *
     * @return such as {@code euw1-az2}; names of zones differ from account to account, ids do not
     */
    public abstract Optional<String> zoneId();

    /** {@return the availability zone, by its name and its id} */
    public final Zone zone() {
        return Zone.of(availabilityZone(), zoneId(), ownerId());
    }

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
        Optional<Cidr> block = cidrBlock(family);
        if (block.isPresent()) {
            reserved.add(startOf(block.get())).add(block.get().last());
        }
        return reserved.build();
    }

    private static Cidr startOf(Cidr block) {
        int lengthOfFour = block.family().bits() - 2;
        return Cidr.containing(block.first(), Math.max(block.prefixLength(), lengthOfFour));
    }

    /** Builds subnets. The id, the VPC and the availability zone must be set. */
    public abstract static class Builder extends ResourceBuilder<Builder> {
        Builder() {}

        /**
         * Sets the id.
         *
         * @param id the id
         * @return this builder
         */
        public abstract Builder id(SubnetId id);

        /**
         * Sets the id.
         *
         * @param id a name, or {@code subnet-…}
         * @return this builder
         * @throws IllegalArgumentException if the text is blank
         */
        public final Builder id(String id) {
            return id(SubnetId.of(requireNonNull(id, "id")));
        }

        /**
         * Sets the VPC.
         *
         * @param vpcId the id of the VPC
         * @return this builder
         */
        public abstract Builder vpcId(VpcId vpcId);

        /**
         * Sets the VPC.
         *
         * @param vpcId the id of the VPC
         * @return this builder
         * @throws IllegalArgumentException if the text is blank
         */
        public final Builder vpcId(String vpcId) {
            return vpcId(VpcId.of(requireNonNull(vpcId, "vpcId")));
        }

        /**
         * Sets the availability zone.
         *
         * @param availabilityZone the name, such as {@code eu-west-1a}
         * @return this builder
         */
        public abstract Builder availabilityZone(String availabilityZone);

        /**
         * Sets the id of the availability zone.
         *
         * @param zoneId such as {@code euw1-az2}
         * @return this builder
         */
        public abstract Builder zoneId(String zoneId);

        /**
         * Sets the id of the availability zone, or leaves it open.
         *
         * @param zoneId such as {@code euw1-az2}; empty by default
         * @return this builder
         */
        public abstract Builder zoneId(Optional<String> zoneId);

        /**
         * Sets the IPv4 block.
         *
         * @param cidrBlock the block
         * @return this builder
         */
        public abstract Builder cidrBlock(Cidr cidrBlock);

        /**
         * Sets the IPv4 block.
         *
         * @param cidrBlock such as {@code 10.0.0.0/24}
         * @return this builder
         * @throws IllegalArgumentException if the text is not a block
         */
        public final Builder cidrBlock(String cidrBlock) {
            return cidrBlock(Cidr.parse(requireNonNull(cidrBlock, "cidrBlock")));
        }

        /**
         * Sets the IPv4 block, or removes it.
         *
         * @param cidrBlock the block; empty in an IPv6-native subnet
         * @return this builder
         */
        public abstract Builder cidrBlock(Optional<? extends Cidr> cidrBlock);

        /**
         * Sets the IPv6 block.
         *
         * @param ipv6CidrBlock the block
         * @return this builder
         */
        public abstract Builder ipv6CidrBlock(Cidr ipv6CidrBlock);

        /**
         * Sets the IPv6 block.
         *
         * @param ipv6CidrBlock such as {@code 2001:db8::/64}
         * @return this builder
         * @throws IllegalArgumentException if the text is not a block
         */
        public final Builder ipv6CidrBlock(String ipv6CidrBlock) {
            return ipv6CidrBlock(Cidr.parse(requireNonNull(ipv6CidrBlock, "ipv6CidrBlock")));
        }

        /**
         * Sets the IPv6 block, or removes it.
         *
         * @param ipv6CidrBlock the block; empty by default
         * @return this builder
         */
        public abstract Builder ipv6CidrBlock(Optional<? extends Cidr> ipv6CidrBlock);

        /**
         * Sets whether interfaces here have no private IPv4 address.
         *
         * @param ipv6Native whether they have none, false by default
         * @return this builder
         */
        public abstract Builder ipv6Native(boolean ipv6Native);

        /**
         * Sets whether new interfaces get a public IPv4 address.
         *
         * @param mapPublicIpOnLaunch whether they get one, false by default
         * @return this builder
         */
        public abstract Builder mapPublicIpOnLaunch(boolean mapPublicIpOnLaunch);

        /**
         * Sets whether new interfaces get an IPv6 address.
         *
         * @param assignIpv6AddressOnCreation whether they get one, false by default
         * @return this builder
         */
        public abstract Builder assignIpv6AddressOnCreation(boolean assignIpv6AddressOnCreation);

        /**
         * Sets the CIDR reservations, replacing those set before.
         *
         * @param cidrReservations the reservations
         * @return this builder
         */
        public abstract Builder cidrReservations(Iterable<? extends CidrReservation> cidrReservations);

        /**
         * Adds a CIDR reservation.
         *
         * @param cidrReservation the reservation
         * @return this builder
         */
        public abstract Builder addCidrReservation(CidrReservation cidrReservation);

        /**
         * Adds CIDR reservations after those set before.
         *
         * @param cidrReservations the reservations
         * @return this builder
         */
        public abstract Builder addCidrReservations(CidrReservation... cidrReservations);

        /**
         * Adds CIDR reservations after those set before.
         *
         * @param cidrReservations the reservations
         * @return this builder
         */
        public abstract Builder addAllCidrReservations(Iterable<? extends CidrReservation> cidrReservations);

        /**
         * Builds the subnet.
         *
         * @return the subnet
         * @throws IllegalStateException if the id, the VPC or the availability zone is not set
         * @throws IllegalArgumentException if two tags have the same key
         */
        public abstract Subnet build();
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "Subnet",
                "ownerId",
                ownerId(),
                "id",
                id(),
                "vpcId",
                vpcId(),
                "availabilityZone",
                availabilityZone(),
                "zoneId",
                zoneId(),
                "cidrBlock",
                cidrBlock(),
                "ipv6CidrBlock",
                ipv6CidrBlock(),
                "ipv6Native",
                ipv6Native(),
                "mapPublicIpOnLaunch",
                mapPublicIpOnLaunch(),
                "assignIpv6AddressOnCreation",
                assignIpv6AddressOnCreation(),
                "cidrReservations",
                cidrReservations(),
                "tags",
                tags());
    }
}
