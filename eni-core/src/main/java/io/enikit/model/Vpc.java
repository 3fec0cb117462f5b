package io.enikit.model;

import static java.util.Objects.requireNonNull;

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
        return new Builder();
    }

    /** {@return a builder set to this VPC} */
    public final Builder toBuilder() {
        return builder().from(this);
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

    /** {@return whether an internet gateway is attached, false unless set} */
    @Value.Default
    public boolean internetGatewayAttached() {
        return false;
    }

    /** {@return whether this is the default VPC of its Region, false unless set} */
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
        requireNonNull(cidr, "cidr");
        return cidrBlocks(cidr.family()).stream()
                .filter(block -> block.contains(cidr))
                .findFirst();
    }

    /** Builds VPCs. */
    public static final class Builder extends ImmutableVpc.Builder {
        Builder() {}

        /**
         * Sets the id.
         *
         * @param id a name, or {@code vpc-…}
         * @return this builder
         */
        public Builder id(String id) {
            return id(VpcId.of(id));
        }

        /**
         * Adds an IPv4 block; the first one is the primary one.
         *
         * @param cidr such as {@code 10.0.0.0/16}
         * @return this builder
         */
        public Builder addCidrBlock(String cidr) {
            return addCidrBlock(Cidr.parse(cidr));
        }

        /**
         * Adds an IPv6 block.
         *
         * @param cidr such as {@code 2001:db8::/56}
         * @return this builder
         */
        public Builder addIpv6CidrBlock(String cidr) {
            return addIpv6CidrBlock(Cidr.parse(cidr));
        }
    }
}
