package io.enikit.model;

import static java.util.Objects.requireNonNull;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;

/**
 * The part of {@link Eni.Builder} that is about addresses and prefixes.
 *
 * <p>The interface keeps addresses in the order in which they are given, but for the primary one, which it puts first.
 * Prefixes can be given in any order; it keeps them ascending.
 */
public abstract class EniAddressBuilder extends ResourceBuilder<Eni.Builder> {
    EniAddressBuilder() {}

    /**
     * Sets the private IPv4 addresses, replacing those set before.
     *
     * @param privateIpAddresses the addresses in the order in which they were assigned, the primary one with its flag
     * @return this builder
     */
    public abstract Eni.Builder privateIpAddresses(Iterable<? extends EniAddress> privateIpAddresses);

    /**
     * Adds a private IPv4 address.
     *
     * @param privateIpAddress the address, with or without the flag of the primary one
     * @return this builder
     */
    public abstract Eni.Builder addPrivateIpAddress(EniAddress privateIpAddress);

    /**
     * Adds private IPv4 addresses to those set before.
     *
     * @param privateIpAddresses the addresses in the order in which they were assigned, the primary one with its flag
     * @return this builder
     */
    public abstract Eni.Builder addAllPrivateIpAddresses(Iterable<? extends EniAddress> privateIpAddresses);

    /**
     * Adds the primary private IPv4 address.
     *
     * @param address such as {@code 10.0.0.10}
     * @return this builder
     * @throws IllegalArgumentException if the text is not an address
     */
    public final Eni.Builder primaryPrivateIpAddress(String address) {
        return addPrivateIpAddress(new EniAddress(IpAddress.parse(requireNonNull(address, "address")), true));
    }

    /**
     * Adds a secondary private IPv4 address.
     *
     * @param address such as {@code 10.0.0.11}
     * @return this builder
     * @throws IllegalArgumentException if the text is not an address
     */
    public final Eni.Builder secondaryPrivateIpAddress(String address) {
        return addPrivateIpAddress(new EniAddress(IpAddress.parse(requireNonNull(address, "address")), false));
    }

    /**
     * Sets the delegated IPv4 prefixes, replacing those set before.
     *
     * @param ipv4Prefixes the prefixes, each a /28 of 16 addresses
     * @return this builder
     */
    public abstract Eni.Builder ipv4Prefixes(Iterable<? extends Cidr> ipv4Prefixes);

    /**
     * Adds a delegated IPv4 prefix.
     *
     * @param ipv4Prefix the prefix, a /28 of 16 addresses
     * @return this builder
     */
    public abstract Eni.Builder addIpv4Prefix(Cidr ipv4Prefix);

    /**
     * Adds delegated IPv4 prefixes to those set before.
     *
     * @param ipv4Prefixes the prefixes, each a /28 of 16 addresses
     * @return this builder
     */
    public abstract Eni.Builder addAllIpv4Prefixes(Iterable<? extends Cidr> ipv4Prefixes);

    /**
     * Sets the IPv6 addresses, replacing those set before.
     *
     * @param ipv6Addresses the addresses in the order in which they were assigned, a primary one with its flag
     * @return this builder
     */
    public abstract Eni.Builder ipv6Addresses(Iterable<? extends EniAddress> ipv6Addresses);

    /**
     * Adds an IPv6 address.
     *
     * @param ipv6Address the address, with or without the flag of the primary one
     * @return this builder
     */
    public abstract Eni.Builder addIpv6Address(EniAddress ipv6Address);

    /**
     * Adds an IPv6 address that is not the primary one.
     *
     * @param address such as {@code 2001:db8::10}
     * @return this builder
     * @throws IllegalArgumentException if the text is not an address
     */
    public final Eni.Builder addIpv6Address(String address) {
        return addIpv6Address(new EniAddress(IpAddress.parse(requireNonNull(address, "address")), false));
    }

    /**
     * Adds IPv6 addresses to those set before.
     *
     * @param ipv6Addresses the addresses in the order in which they were assigned, a primary one with its flag
     * @return this builder
     */
    public abstract Eni.Builder addAllIpv6Addresses(Iterable<? extends EniAddress> ipv6Addresses);

    /**
     * Sets the delegated IPv6 prefixes, replacing those set before.
     *
     * @param ipv6Prefixes the prefixes, each a /80
     * @return this builder
     */
    public abstract Eni.Builder ipv6Prefixes(Iterable<? extends Cidr> ipv6Prefixes);

    /**
     * Adds a delegated IPv6 prefix.
     *
     * @param ipv6Prefix the prefix, a /80
     * @return this builder
     */
    public abstract Eni.Builder addIpv6Prefix(Cidr ipv6Prefix);

    /**
     * Adds delegated IPv6 prefixes to those set before.
     *
     * @param ipv6Prefixes the prefixes, each a /80
     * @return this builder
     */
    public abstract Eni.Builder addAllIpv6Prefixes(Iterable<? extends Cidr> ipv6Prefixes);
}
