package io.enikit.model;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.immutables.value.Value;

/** A virtual private cloud: an address space of its own in one Region. */
@Value.Immutable
public abstract non-sealed class Vpc implements Resource {
    Vpc() {}

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return ImmutableVpc.builder();
    }

    /** {@return a builder set to this VPC} */
    public final Builder toBuilder() {
        return ImmutableVpc.builder().from(this);
    }

    /** {@return the id} */
    public abstract VpcId id();

    @Override
    public final ResourceId resourceId() {
        return id();
    }

    /** {@return the IPv4 blocks, the primary one first} */
    public abstract List<Cidr> cidrBlocks();

    /** {@return the IPv6 blocks} */
    public abstract List<Cidr> ipv6CidrBlocks();

    /**
     * Returns the blocks of a family.
     *
     * @param family the family
     * @return {@link #cidrBlocks} or {@link #ipv6CidrBlocks}
     */
    public final List<Cidr> cidrBlocks(IpFamily family) {
        requireNonNull(family, "family");
        return switch (family) {
            case IPV4 -> cidrBlocks();
            case IPV6 -> ipv6CidrBlocks();
        };
    }

    /**
     * Returns the Region, where it is given.
     *
     * @return such as {@code eu-west-1}; absent means that of the zones of its subnets, see {@link NetworkPlan#regionOf}
     */
    public abstract Optional<String> region();

    /** {@return whether an internet gateway is attached, false unless set} */
    @Value.Default
    public boolean internetGatewayAttached() {
        return false;
    }

    /** {@return whether this is the default VPC of its account in its Region, false unless set} */
    @Value.Default
    public boolean defaultVpc() {
        return false;
    }

    /** {@return the tags by key} */
    @Override
    @Value.NaturalOrder
    public abstract SortedMap<String, String> tags();

    /** {@return the primary IPv4 block, the one given at creation} */
    public final Optional<Cidr> primaryCidrBlock() {
        return cidrBlocks().stream().findFirst();
    }

    /**
     * Checks whether an address is in one of the blocks.
     *
     * @param address an address of either family
     * @return true if it is
     */
    public final boolean contains(IpAddress address) {
        requireNonNull(address, "address");
        return blockAround(Cidr.of(address, address.family().bits())).isPresent();
    }

    /**
     * Finds the block of this VPC that holds another block as a whole.
     *
     * @param cidr a block of either family
     * @return the block, or empty if none holds all of it
     */
    public final Optional<Cidr> blockAround(Cidr cidr) {
        for (Cidr block : cidrBlocks(requireNonNull(cidr, "cidr").family())) {
            if (block.contains(cidr)) {
                return Optional.of(block);
            }
        }
        return Optional.empty();
    }

    /** Builds VPCs. The id must be set. */
    public abstract static class Builder extends ResourceBuilder<Builder> {
        Builder() {}

        /**
         * Sets the id.
         *
         * @param id the id
         * @return this builder
         */
        public abstract Builder id(VpcId id);

        /**
         * Sets the id.
         *
         * @param id a name, or {@code vpc-…}
         * @return this builder
         * @throws IllegalArgumentException if the text is blank
         */
        public final Builder id(String id) {
            return id(VpcId.of(requireNonNull(id, "id")));
        }

        /**
         * Sets the IPv4 blocks, replacing those set before.
         *
         * @param cidrBlocks the blocks, the primary one first
         * @return this builder
         */
        public abstract Builder cidrBlocks(Iterable<? extends Cidr> cidrBlocks);

        /**
         * Adds an IPv4 block; the first one is the primary one.
         *
         * @param cidrBlock the block
         * @return this builder
         */
        public abstract Builder addCidrBlock(Cidr cidrBlock);

        /**
         * Adds an IPv4 block; the first one is the primary one.
         *
         * @param cidrBlock such as {@code 10.0.0.0/16}
         * @return this builder
         * @throws IllegalArgumentException if the text is not a block
         */
        public final Builder addCidrBlock(String cidrBlock) {
            return addCidrBlock(Cidr.parse(requireNonNull(cidrBlock, "cidrBlock")));
        }

        /**
         * Adds IPv4 blocks after those set before.
         *
         * @param cidrBlocks the blocks, the primary one first
         * @return this builder
         */
        public abstract Builder addAllCidrBlocks(Iterable<? extends Cidr> cidrBlocks);

        /**
         * Sets the IPv6 blocks, replacing those set before.
         *
         * @param ipv6CidrBlocks the blocks
         * @return this builder
         */
        public abstract Builder ipv6CidrBlocks(Iterable<? extends Cidr> ipv6CidrBlocks);

        /**
         * Adds an IPv6 block.
         *
         * @param ipv6CidrBlock the block
         * @return this builder
         */
        public abstract Builder addIpv6CidrBlock(Cidr ipv6CidrBlock);

        /**
         * Adds an IPv6 block.
         *
         * @param ipv6CidrBlock such as {@code 2001:db8::/56}
         * @return this builder
         * @throws IllegalArgumentException if the text is not a block
         */
        public final Builder addIpv6CidrBlock(String ipv6CidrBlock) {
            return addIpv6CidrBlock(Cidr.parse(requireNonNull(ipv6CidrBlock, "ipv6CidrBlock")));
        }

        /**
         * Adds IPv6 blocks after those set before.
         *
         * @param ipv6CidrBlocks the blocks
         * @return this builder
         */
        public abstract Builder addAllIpv6CidrBlocks(Iterable<? extends Cidr> ipv6CidrBlocks);

        /**
         * Sets the Region.
         *
         * @param region such as {@code eu-west-1}
         * @return this builder
         */
        public abstract Builder region(String region);

        /**
         * Sets the Region, or leaves it open.
         *
         * @param region such as {@code eu-west-1}; empty by default
         * @return this builder
         */
        public abstract Builder region(Optional<String> region);

        /**
         * Sets whether an internet gateway is attached.
         *
         * @param internetGatewayAttached whether one is, false by default
         * @return this builder
         */
        public abstract Builder internetGatewayAttached(boolean internetGatewayAttached);

        /**
         * Sets whether this is the default VPC of its account in its Region.
         *
         * @param defaultVpc whether it is, false by default
         * @return this builder
         */
        public abstract Builder defaultVpc(boolean defaultVpc);

        /**
         * Builds the VPC.
         *
         * @return the VPC
         * @throws IllegalStateException if no id is set
         * @throws IllegalArgumentException if two tags have the same key
         */
        public abstract Vpc build();
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "Vpc",
                "ownerId",
                ownerId(),
                "id",
                id(),
                "cidrBlocks",
                cidrBlocks(),
                "ipv6CidrBlocks",
                ipv6CidrBlocks(),
                "region",
                region(),
                "internetGatewayAttached",
                internetGatewayAttached(),
                "defaultVpc",
                defaultVpc(),
                "tags",
                tags());
    }
}
