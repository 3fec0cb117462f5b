package io.enikit.ipam;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.InstanceId;
import io.enikit.model.SecurityGroupId;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.MacAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request for a network interface, made to a {@link NetworkPlanner}.
 *
 * <p>Requests are builders, so they are compared by identity.
 */
public final class PlannedEni {
    private final Eni.Builder eni = Eni.builder();
    private final List<ElasticIpRequest> elasticIps = new ArrayList<>();
    private Optional<InstanceId> instance = Optional.empty();
    private int deviceIndex;
    private int networkCardIndex;
    private boolean deleteOnTermination;
    private int secondaryCount;
    private int ipv6AddressCount;
    private int ipv4PrefixCount;
    private int ipv6PrefixCount;
    private boolean statesMac;

    /** An Elastic IP for a private address; for the primary one if it is absent. */
    record ElasticIpRequest(String name, Optional<IpAddress> privateIpAddress) {}

    PlannedEni(String name, String subnet) {
        eni.id(requireNonNull(name, "name")).subnetId(requireNonNull(subnet, "subnet"));
    }

    PlannedEni attachedTo(InstanceId id, int index) {
        instance = Optional.of(id);
        deviceIndex = index;
        return this;
    }

    /**
     * Sets the name; by default it is made of the instance and device index.
     *
     * @param name the name, which is its id
     * @return this interface
     */
    public PlannedEni name(String name) {
        requireNonNull(name, "name");
        eni.id(name);
        return this;
    }

    /**
     * Adds security groups; without any, it has the default group of its VPC.
     *
     * @param names the names of the groups
     * @return this interface
     */
    public PlannedEni securityGroups(String... names) {
        requireNonNull(names, "names");
        for (String name : names) {
            eni.addSecurityGroup(SecurityGroupId.of(name));
        }
        return this;
    }

    /**
     * Uses the given primary private IPv4 address.
     *
     * @param address such as {@code 10.0.0.10}
     * @return this interface
     */
    public PlannedEni privateIpAddress(String address) {
        requireNonNull(address, "address");
        eni.addPrivateIpAddress(new EniAddress(IpAddress.parse(address), true));
        return this;
    }

    /**
     * Adds the given secondary private IPv4 address.
     *
     * @param address such as {@code 10.0.0.11}
     * @return this interface
     */
    public PlannedEni secondaryPrivateIpAddress(String address) {
        requireNonNull(address, "address");
        eni.addPrivateIpAddress(new EniAddress(IpAddress.parse(address), false));
        return this;
    }

    /**
     * Asks for more secondary private IPv4 addresses, beside the given ones.
     *
     * @param count how many, 0 or more
     * @return this interface
     * @throws IllegalArgumentException if the number is negative
     */
    public PlannedEni secondaryPrivateIpAddressCount(int count) {
        secondaryCount = checkCount("secondaryPrivateIpAddressCount", count);
        return this;
    }

    private static int checkCount(String what, int count) {
        checkArgument(count >= 0, "%s is %s: expected 0 or more", what, count);
        return count;
    }

    /**
     * Adds the given delegated IPv4 prefix.
     *
     * @param prefix a /28, such as {@code 10.0.0.16/28}
     * @return this interface
     */
    public PlannedEni ipv4Prefix(String prefix) {
        requireNonNull(prefix, "prefix");
        eni.addIpv4Prefix(Cidr.parse(prefix));
        return this;
    }

    /**
     * Asks for more delegated IPv4 prefixes (/28), beside the given ones.
     *
     * @param count how many, 0 or more
     * @return this interface
     * @throws IllegalArgumentException if the number is negative
     */
    public PlannedEni ipv4PrefixCount(int count) {
        ipv4PrefixCount = checkCount("ipv4PrefixCount", count);
        return this;
    }

    /**
     * Adds the given IPv6 address.
     *
     * @param address such as {@code 2001:db8::10}
     * @return this interface
     */
    public PlannedEni ipv6Address(String address) {
        requireNonNull(address, "address");
        eni.addIpv6Address(address);
        return this;
    }

    /**
     * Asks for more IPv6 addresses, beside the given ones.
     *
     * <p>Without this, an interface in an IPv6-native subnet gets one.
     *
     * @param count how many, 0 or more
     * @return this interface
     * @throws IllegalArgumentException if the number is negative
     */
    public PlannedEni ipv6AddressCount(int count) {
        ipv6AddressCount = checkCount("ipv6AddressCount", count);
        return this;
    }

    /**
     * Adds the given delegated IPv6 prefix.
     *
     * @param prefix a /80, such as {@code 2001:db8:0:0:1::/80}
     * @return this interface
     */
    public PlannedEni ipv6Prefix(String prefix) {
        requireNonNull(prefix, "prefix");
        eni.addIpv6Prefix(Cidr.parse(prefix));
        return this;
    }

    /**
     * Asks for more delegated IPv6 prefixes (/80), beside the given ones.
     *
     * @param count how many, 0 or more
     * @return this interface
     * @throws IllegalArgumentException if the number is negative
     */
    public PlannedEni ipv6PrefixCount(int count) {
        ipv6PrefixCount = checkCount("ipv6PrefixCount", count);
        return this;
    }

    /**
     * Asks for an Elastic IP on the primary private IPv4 address.
     *
     * @param name the name of the Elastic IP
     * @return this interface
     */
    public PlannedEni elasticIp(String name) {
        elasticIps.add(new ElasticIpRequest(requireNonNull(name, "name"), Optional.empty()));
        return this;
    }

    /**
     * Asks for an Elastic IP on the given private IPv4 address.
     *
     * @param name the name of the Elastic IP
     * @param privateIpAddress one of the addresses of this interface
     * @return this interface
     */
    public PlannedEni elasticIp(String name, String privateIpAddress) {
        requireNonNull(privateIpAddress, "privateIpAddress");
        elasticIps.add(
                new ElasticIpRequest(requireNonNull(name, "name"), Optional.of(IpAddress.parse(privateIpAddress))));
        return this;
    }

    /**
     * Sets the MAC address; by default it is derived from the name.
     *
     * @param macAddress such as {@code 02:1a:80:41:52:9c}
     * @return this interface
     */
    public PlannedEni macAddress(String macAddress) {
        requireNonNull(macAddress, "macAddress");
        eni.macAddress(MacAddress.parse(macAddress));
        statesMac = true;
        return this;
    }

    /**
     * Sets whether EC2 drops traffic of addresses other than its own.
     *
     * @param sourceDestCheck false for an appliance that passes traffic on
     * @return this interface
     */
    public PlannedEni sourceDestCheck(boolean sourceDestCheck) {
        eni.sourceDestCheck(sourceDestCheck);
        return this;
    }

    /**
     * Sets the description.
     *
     * @param description at most 255 characters in EC2
     * @return this interface
     */
    public PlannedEni description(String description) {
        eni.description(description);
        return this;
    }

    /**
     * Adds a tag.
     *
     * @param key the key
     * @param value the value
     * @return this interface
     */
    public PlannedEni tag(String key, String value) {
        requireNonNull(key, "key");
        requireNonNull(value, "value");
        eni.putTag(key, value);
        return this;
    }

    /**
     * Sets the device index; by default it is the next one.
     *
     * @param deviceIndex the index on its network card
     * @return this interface
     */
    public PlannedEni deviceIndex(int deviceIndex) {
        this.deviceIndex = deviceIndex;
        return this;
    }

    /**
     * Sets the network card.
     *
     * @param networkCardIndex the index of the card, 0 on most instance types
     * @return this interface
     */
    public PlannedEni networkCardIndex(int networkCardIndex) {
        this.networkCardIndex = networkCardIndex;
        return this;
    }

    /**
     * Sets whether it is deleted when its instance is terminated.
     *
     * @param deleteOnTermination by default true for primary interfaces and false for secondary ones
     * @return this interface
     */
    public PlannedEni deleteOnTermination(boolean deleteOnTermination) {
        this.deleteOnTermination = deleteOnTermination;
        return this;
    }

    /** Returns the interface with the given values only, without what has to be placed. */
    Eni stated() {
        instance.ifPresent(id -> eni.attachment(Attachment.builder()
                .instanceId(id)
                .deviceIndex(deviceIndex)
                .networkCardIndex(networkCardIndex)
                .deleteOnTermination(deleteOnTermination)
                .build()));
        return eni.build();
    }

    boolean statesMac() {
        return statesMac;
    }

    /** Returns how many addresses it asks for beside the given ones, not counting a primary IPv4 address. */
    int addressCount(IpFamily family) {
        return family == IpFamily.IPV4 ? secondaryCount : ipv6AddressCount;
    }

    /** Returns how many prefixes it asks for beside the given ones. */
    int prefixCount(IpFamily family) {
        return family == IpFamily.IPV4 ? ipv4PrefixCount : ipv6PrefixCount;
    }

    List<ElasticIpRequest> elasticIps() {
        return elasticIps;
    }
}
