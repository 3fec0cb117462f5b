package io.enikit.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import io.enikit.internal.VisibleText;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.immutables.value.Value;

/**
 * An elastic network interface: a virtual network card in a VPC, bound to one availability zone by its subnet.
 *
 * <p>What it has it takes along when it moves to another instance: addresses, groups, MAC, tags, settings.
 *
 * <p>Addresses keep the order in which they were assigned, behind the primary one: two interfaces with the same addresses
 * in another order are not equal, and EC2 describes them in this order. Prefixes and groups are kept in ascending order.
 */
@Value.Immutable
public abstract non-sealed class Eni implements Resource {
    /** The length of the IPv4 prefixes that EC2 delegates: /28 = 16 addresses. */
    public static final int IPV4_PREFIX_LENGTH = 28;

    /** The length of the IPv6 prefixes that EC2 delegates: /80 = 2^48 addresses. */
    public static final int IPV6_PREFIX_LENGTH = 80;

    private static final Ordering<EniAddress> PRIMARY_FIRST =
            Ordering.natural().reverse().onResultOf(EniAddress::primary);

    Eni() {}

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return ImmutableEni.builder();
    }

    /** {@return a builder set to this interface} */
    public final Builder toBuilder() {
        return ImmutableEni.builder().from(this);
    }

    /** {@return the id} */
    public abstract EniId id();

    @Override
    public final ResourceId resourceId() {
        return id();
    }

    /** {@return the subnet, for life} */
    public abstract SubnetId subnetId();

    /** {@return the type, an ordinary interface unless set} */
    @Value.Default
    public InterfaceType interfaceType() {
        return InterfaceType.INTERFACE;
    }

    /** {@return the description, empty unless set} */
    @Value.Default
    public String description() {
        return "";
    }

    /** {@return the MAC address, for life; derived from the id unless set} */
    @Value.Default
    public MacAddress macAddress() {
        return Derived.mac(id());
    }

    /**
     * {@return whether its MAC address is known, true unless set; one that is not known, as where a file gives none, is
     * {@link #macAddress derived} all the same, but nobody shows it}
     */
    @Value.Default
    public boolean macAddressKnown() {
        return true;
    }

    /** {@return the private IPv4 addresses, the primary one first, then as they were assigned} */
    public abstract List<EniAddress> privateIpAddresses();

    /** {@return the delegated IPv4 prefixes, each a /28 of 16 addresses} */
    public abstract List<Cidr> ipv4Prefixes();

    /** {@return the IPv6 addresses, the primary one first if one is, then as they were assigned} */
    public abstract List<EniAddress> ipv6Addresses();

    /** {@return the delegated IPv6 prefixes, each a /80} */
    public abstract List<Cidr> ipv6Prefixes();

    /** {@return what EC2 has yet to choose for it beside these, nothing unless set} */
    @Value.Default
    public AddressDemand addressDemand() {
        return AddressDemand.none();
    }

    /** {@return whether a primary interface gets a public IPv4 address, false unless set} */
    @Value.Default
    public boolean associatePublicIpAddress() {
        return false;
    }

    /** {@return the public IPv4 address that EC2 gave it, if it has one now; Elastic IPs are kept apart} */
    public abstract Optional<PublicIpv4> publicIpv4();

    /** {@return the security groups} */
    @Value.NaturalOrder
    public abstract SortedSet<SecurityGroupId> securityGroups();

    /** {@return whether EC2 drops traffic that is neither from nor to its addresses, true unless set} */
    @Value.Default
    public boolean sourceDestCheck() {
        return true;
    }

    /** {@return whether a service made it and manages it, false unless set} */
    @Value.Default
    public boolean requesterManaged() {
        return false;
    }

    /** {@return who asked for it, such as {@code amazon-elb}; absent unless it is known} */
    public abstract Optional<String> requesterId();

    /** {@return how long its groups remember idle connections, EC2's defaults unless set} */
    @Value.Default
    public ConnectionTracking connectionTracking() {
        return ConnectionTracking.defaults();
    }

    /** {@return how it is attached, if it is} */
    public abstract Optional<Attachment> attachment();

    /** {@return the trunk that carries it, if it is a branch} */
    public abstract Optional<TrunkAssociation> trunkAssociation();

    /** {@return the tags by key} */
    @Override
    @Value.NaturalOrder
    public abstract SortedMap<String, String> tags();

    /**
     * Returns the addresses of a family, those inside of prefixes left out.
     *
     * @param family the family
     * @return {@link #privateIpAddresses} or {@link #ipv6Addresses}
     */
    public final List<EniAddress> addresses(IpFamily family) {
        requireNonNull(family, "family");
        return switch (family) {
            case IPV4 -> privateIpAddresses();
            case IPV6 -> ipv6Addresses();
        };
    }

    /**
     * Returns the delegated prefixes of a family.
     *
     * @param family the family
     * @return {@link #ipv4Prefixes} or {@link #ipv6Prefixes}
     */
    public final List<Cidr> prefixes(IpFamily family) {
        requireNonNull(family, "family");
        return switch (family) {
            case IPV4 -> ipv4Prefixes();
            case IPV6 -> ipv6Prefixes();
        };
    }

    /**
     * Returns the length of the prefixes that EC2 delegates.
     *
     * @param family the family
     * @return {@link #IPV4_PREFIX_LENGTH} or {@link #IPV6_PREFIX_LENGTH}
     */
    public static int prefixLength(IpFamily family) {
        requireNonNull(family, "family");
        return switch (family) {
            case IPV4 -> IPV4_PREFIX_LENGTH;
            case IPV6 -> IPV6_PREFIX_LENGTH;
        };
    }

    /** {@return the status: in use from the moment that there is an attachment, or a trunk that carries it} */
    public final EniStatus status() {
        EniStatus detached = trunkAssociation().isPresent() ? EniStatus.IN_USE : EniStatus.AVAILABLE;
        return attachment().map(Eni::statusOf).orElse(detached);
    }

    /**
     * Checks whether a service made the interface and manages it: then you cannot attach, detach or change it.
     *
     * <p>Interfaces of Lambda functions and transit gateways are not {@linkplain #requesterManaged requester-managed} in
     * EC2's answers, so their types count, and attachments of the form {@code ela-attach-…}.
     *
     * @return true if a service manages it
     */
    public final boolean isServiceManaged() {
        return requesterManaged()
                || !interfaceType().isCreatable()
                || attachment()
                        .flatMap(Attachment::attachmentId)
                        .filter(id -> id.startsWith("ela-attach-"))
                        .isPresent();
    }

    private static EniStatus statusOf(Attachment attachment) {
        return switch (attachment.status()) {
            case ATTACHING, ATTACHED -> EniStatus.IN_USE;
            case DETACHING -> EniStatus.DETACHING;
            case DETACHED -> EniStatus.AVAILABLE;
        };
    }

    /** {@return the primary private IPv4 address; absent on an IPv6-native or EFA-only interface} */
    public final Optional<IpAddress> privateIpAddress() {
        return primaryOf(privateIpAddresses());
    }

    /** {@return whether EC2 has yet to choose its primary private IPv4 address: it has none, and takes one at least} */
    public final boolean awaitsPrimary() {
        return privateIpAddress().isEmpty() && addressDemand().ipv4Addresses() > 0;
    }

    /** {@return whether its attachment has an id that is not given, but derived: EC2 has another one} */
    public final boolean isAttachmentIdDerived() {
        return attachment()
                .filter(place -> place.instanceId()
                        .map(instance -> Derived.attachmentId(id(), instance, place))
                        .equals(place.attachmentId()))
                .isPresent();
    }

    /** {@return the primary IPv6 address, if there is one} */
    public final Optional<IpAddress> primaryIpv6Address() {
        return primaryOf(ipv6Addresses());
    }

    private static Optional<IpAddress> primaryOf(List<EniAddress> addresses) {
        return addresses.isEmpty() || !addresses.get(0).primary()
                ? Optional.empty()
                : Optional.of(addresses.get(0).address());
    }

    /** {@return the instance it is attached to, if it is} */
    public final Optional<InstanceId> instanceId() {
        Optional<Attachment> place = attachment();
        return place.isPresent() ? place.get().instanceId() : Optional.empty();
    }

    /**
     * Checks whether an address is its own, be it one of its addresses or inside one of its prefixes.
     *
     * @param address an address of either family
     * @return true if it is
     */
    public final boolean owns(IpAddress address) {
        return has(privateIpAddresses(), ipv4Prefixes(), address) || has(ipv6Addresses(), ipv6Prefixes(), address);
    }

    private static boolean has(List<EniAddress> addresses, List<Cidr> prefixes, IpAddress address) {
        return addresses.stream().anyMatch(each -> each.address().equals(address))
                || prefixes.stream().anyMatch(prefix -> prefix.contains(address));
    }

    /** Puts the lists in order and the attachment under an id, so that equal content means equal values. */
    @Value.Check
    Eni normalized() {
        return attachment().isPresent() && isUnnamed(attachment().get())
                ? withAttachment(named(id(), attachment().get()))
                : inOrder();
    }

    abstract Eni withAttachment(Attachment attachment);

    private static boolean isUnnamed(Attachment place) {
        return place.attachmentId().isEmpty() && place.instanceId().isPresent();
    }

    /** Returns an attachment under the id that it has on an interface; one to an unknown instance has none. */
    static Attachment named(EniId id, Attachment place) {
        return isUnnamed(place)
                ? place.withAttachmentId(
                        Derived.attachmentId(id, place.instanceId().orElseThrow(), place))
                : place;
    }

    private Eni inOrder() {
        boolean ordered = PRIMARY_FIRST.isOrdered(privateIpAddresses())
                && PRIMARY_FIRST.isOrdered(ipv6Addresses())
                && Ordering.<Cidr>natural().isOrdered(ipv4Prefixes())
                && Ordering.<Cidr>natural().isOrdered(ipv6Prefixes());
        return ordered
                ? this
                : toBuilder()
                        .privateIpAddresses(PRIMARY_FIRST.immutableSortedCopy(privateIpAddresses()))
                        .ipv6Addresses(PRIMARY_FIRST.immutableSortedCopy(ipv6Addresses()))
                        .ipv4Prefixes(ImmutableList.sortedCopyOf(ipv4Prefixes()))
                        .ipv6Prefixes(ImmutableList.sortedCopyOf(ipv6Prefixes()))
                        .build();
    }

    /** Builds network interfaces. The id and the subnet must be set. */
    public abstract static class Builder extends EniAddressBuilder {
        Builder() {}

        /**
         * Sets the id.
         *
         * @param id the id
         * @return this builder
         */
        public abstract Builder id(EniId id);

        /**
         * Sets the id.
         *
         * @param id a name, or {@code eni-…}
         * @return this builder
         * @throws IllegalArgumentException if the text is blank
         */
        public final Builder id(String id) {
            return id(EniId.of(requireNonNull(id, "id")));
        }

        /**
         * Sets the subnet.
         *
         * @param subnetId the id of the subnet
         * @return this builder
         */
        public abstract Builder subnetId(SubnetId subnetId);

        /**
         * Sets the subnet.
         *
         * @param subnetId the id of the subnet
         * @return this builder
         * @throws IllegalArgumentException if the text is blank
         */
        public final Builder subnetId(String subnetId) {
            return subnetId(SubnetId.of(requireNonNull(subnetId, "subnetId")));
        }

        /**
         * Sets the type of the interface.
         *
         * @param interfaceType the type, an ordinary interface by default
         * @return this builder
         */
        public abstract Builder interfaceType(InterfaceType interfaceType);

        /**
         * Sets the description.
         *
         * @param description the description, empty by default
         * @return this builder
         */
        public abstract Builder description(String description);

        /**
         * Sets the MAC address.
         *
         * @param macAddress the MAC address, derived from the id by default
         * @return this builder
         */
        public abstract Builder macAddress(MacAddress macAddress);

        /**
         * Sets the MAC address.
         *
         * @param macAddress such as {@code 02:1a:80:41:52:9c}
         * @return this builder
         * @throws IllegalArgumentException if the text is not a MAC address
         */
        public final Builder macAddress(String macAddress) {
            return macAddress(MacAddress.parse(requireNonNull(macAddress, "macAddress")));
        }

        /**
         * Sets what EC2 has yet to choose for it beside the addresses and prefixes that are given.
         *
         * @param addressDemand how many addresses and prefixes, none by default
         * @return this builder
         */
        public abstract Builder addressDemand(AddressDemand addressDemand);

        /**
         * Sets whether the MAC address is known.
         *
         * @param macAddressKnown false where none is given and EC2 has another one than that which is derived, true by
         *     default
         * @return this builder
         */
        public abstract Builder macAddressKnown(boolean macAddressKnown);

        /**
         * Sets whether a primary interface gets a public IPv4 address.
         *
         * @param associatePublicIpAddress whether it gets one, false by default
         * @return this builder
         */
        public abstract Builder associatePublicIpAddress(boolean associatePublicIpAddress);

        /**
         * Sets the public IPv4 address that EC2 gave it.
         *
         * @param publicIpv4 the address, no Elastic IP
         * @return this builder
         */
        public abstract Builder publicIpv4(PublicIpv4 publicIpv4);

        /**
         * Sets the public IPv4 address that EC2 gave it, or removes it.
         *
         * @param publicIpv4 the address, no Elastic IP; empty by default
         * @return this builder
         */
        public abstract Builder publicIpv4(Optional<? extends PublicIpv4> publicIpv4);

        /**
         * Sets the security groups, replacing those set before.
         *
         * @param securityGroups the ids of the groups
         * @return this builder
         */
        public abstract Builder securityGroups(Iterable<? extends SecurityGroupId> securityGroups);

        /**
         * Adds a security group.
         *
         * @param securityGroup the id of the group
         * @return this builder
         */
        public abstract Builder addSecurityGroup(SecurityGroupId securityGroup);

        /**
         * Adds security groups to those set before.
         *
         * @param securityGroups the ids of the groups
         * @return this builder
         * @throws IllegalArgumentException if a text is blank
         */
        public final Builder addSecurityGroups(String... securityGroups) {
            for (String id : requireNonNull(securityGroups, "securityGroups")) {
                addSecurityGroup(SecurityGroupId.of(id));
            }
            return this;
        }

        /**
         * Adds security groups to those set before.
         *
         * @param securityGroups the ids of the groups
         * @return this builder
         */
        public abstract Builder addAllSecurityGroups(Iterable<? extends SecurityGroupId> securityGroups);

        /**
         * Sets whether EC2 drops traffic of other addresses.
         *
         * @param sourceDestCheck whether traffic that is neither from nor to its addresses is dropped, true by default
         * @return this builder
         */
        public abstract Builder sourceDestCheck(boolean sourceDestCheck);

        /**
         * Sets whether a service made it and manages it.
         *
         * @param requesterManaged whether one does, false by default
         * @return this builder
         */
        public abstract Builder requesterManaged(boolean requesterManaged);

        /**
         * Sets who asked for it.
         *
         * @param requesterId such as {@code amazon-elb}; empty, which is the default, if it is not known
         * @return this builder
         */
        public abstract Builder requesterId(Optional<String> requesterId);

        /**
         * Sets how long its groups remember idle connections.
         *
         * @param connectionTracking the timeouts, EC2's own by default
         * @return this builder
         */
        public abstract Builder connectionTracking(ConnectionTracking connectionTracking);

        /**
         * Sets how it is attached.
         *
         * @param attachment where it is attached
         * @return this builder
         */
        public abstract Builder attachment(Attachment attachment);

        /**
         * Attaches it to an instance, on network card 0.
         *
         * @param instanceId the id of the instance
         * @param deviceIndex the device index, from 0; 0 is the primary interface
         * @return this builder
         * @throws IllegalArgumentException if the text is blank
         */
        public final Builder attachment(String instanceId, int deviceIndex) {
            return attachment(Attachment.builder()
                    .instanceId(requireNonNull(instanceId, "instanceId"))
                    .deviceIndex(deviceIndex)
                    .build());
        }

        /**
         * Sets how it is attached, or detaches it.
         *
         * @param attachment where it is attached; empty, which is the default, if it is attached to nothing
         * @return this builder
         */
        public abstract Builder attachment(Optional<? extends Attachment> attachment);

        /**
         * Makes it a branch of a trunk.
         *
         * @param trunkAssociation the trunk, and how it carries the branch
         * @return this builder
         */
        public abstract Builder trunkAssociation(TrunkAssociation trunkAssociation);

        /**
         * Makes it a branch of a trunk, or of none.
         *
         * @param trunkAssociation the trunk, and how it carries the branch; empty, which is the default, if it is no
         * branch
         * @return this builder
         */
        public abstract Builder trunkAssociation(Optional<? extends TrunkAssociation> trunkAssociation);

        /**
         * Builds the network interface.
         *
         * @return the network interface
         * @throws IllegalStateException if the id or the subnet is not set
         * @throws IllegalArgumentException if two tags have the same key
         */
        public abstract Eni build();
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "Eni",
                "ownerId",
                ownerId(),
                "id",
                id(),
                "subnetId",
                subnetId(),
                "interfaceType",
                interfaceType(),
                "description",
                description(),
                "macAddress",
                macAddress(),
                "macAddressKnown",
                macAddressKnown(),
                "privateIpAddresses",
                privateIpAddresses(),
                "ipv4Prefixes",
                ipv4Prefixes(),
                "ipv6Addresses",
                ipv6Addresses(),
                "ipv6Prefixes",
                ipv6Prefixes(),
                "addressDemand",
                addressDemand(),
                "associatePublicIpAddress",
                associatePublicIpAddress(),
                "publicIpv4",
                publicIpv4(),
                "securityGroups",
                securityGroups(),
                "sourceDestCheck",
                sourceDestCheck(),
                "requesterManaged",
                requesterManaged(),
                "requesterId",
                requesterId(),
                "connectionTracking",
                connectionTracking(),
                "attachment",
                attachment(),
                "trunkAssociation",
                trunkAssociation(),
                "tags",
                tags());
    }
}
