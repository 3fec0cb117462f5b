package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.enikit.internal.VisibleText;
import io.enikit.model.ConnectionTracking;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SubnetId;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import org.immutables.value.Value;

/**
 * Creates a network interface in a subnet.
 *
 * <p>EC2 chooses what is not given: the lowest free address of the subnet outside of its CIDR reservations, the default
 * group of its VPC, a MAC address that is derived from the id, and the subnet's settings for public IPv4 and for IPv6
 * addresses. Of each family at most one way to ask for secondary addresses or prefixes may be used: a list of
 * addresses, how many, a list of prefixes, or how many. Text that is no address or block is refused when the operation
 * is applied, as EC2 does it.
 */
@Value.Immutable
public abstract class CreateEni extends Operation {
    CreateEni() {}

    /**
     * Creates an interface with nothing given but its subnet.
     *
     * @param eni the id of the interface
     * @param subnetId the id of the subnet
     * @return the operation
     */
    public static CreateEni of(EniId eni, SubnetId subnetId) {
        return ImmutableCreateEni.builder().eni(eni).subnetId(subnetId).build();
    }

    /**
     * Creates an interface with nothing given but its subnet.
     *
     * @param eni the id of the interface
     * @param subnetId the id of the subnet
     * @return the operation
     */
    public static CreateEni of(String eni, String subnetId) {
        return of(EniId.of(requireNonNull(eni, "eni")), SubnetId.of(requireNonNull(subnetId, "subnetId")));
    }

    /** {@return the id of the interface} */
    public abstract EniId eni();

    /** {@return the id of the subnet} */
    public abstract SubnetId subnetId();

    /** {@return the primary private IPv4 address} */
    public abstract Optional<IpAddress> privateIpAddress();

    /**
     * Returns a copy that asks for the given primary private IPv4 address.
     *
     * @param privateIpAddress the primary private IPv4 address
     * @return the operation
     */
    public abstract CreateEni withPrivateIpAddress(IpAddress privateIpAddress);

    /** {@return how many secondary private IPv4 addresses EC2 picks, 1 or more} */
    public abstract OptionalInt secondaryPrivateIpAddressCount();

    /**
     * Returns a copy with secondary private IPv4 addresses that EC2 picks.
     *
     * @param secondaryPrivateIpAddressCount how many secondary private IPv4 addresses EC2 picks, 1 or more
     * @return the operation
     */
    public abstract CreateEni withSecondaryPrivateIpAddressCount(int secondaryPrivateIpAddressCount);

    /** {@return the description, at most 255 characters in EC2} */
    @Value.Default
    public String description() {
        return "";
    }

    /**
     * Returns a copy with a description.
     *
     * @param description the description, at most 255 characters in EC2
     * @return the operation
     */
    public abstract CreateEni withDescription(String description);

    /** {@return the type} */
    @Value.Default
    public InterfaceType interfaceType() {
        return InterfaceType.INTERFACE;
    }

    /**
     * Returns this operation of another type.
     *
     * @param interfaceType the type
     * @return the operation
     */
    public abstract CreateEni withInterfaceType(InterfaceType interfaceType);

    /** {@return whether it gets a public IPv4 address as a primary interface} */
    public abstract Optional<Boolean> associatePublicIpAddress();

    /**
     * Returns a copy with a setting of its own for public IPv4 addresses.
     *
     * @param associatePublicIpAddress whether it gets a public IPv4 address as a primary interface
     * @return the operation
     */
    public abstract CreateEni withAssociatePublicIpAddress(boolean associatePublicIpAddress);

    /** {@return the private IPv4 addresses asked for, one of which may be flagged as the primary one} */
    public abstract List<EniAddress> privateIpAddresses();

    abstract CreateEni withPrivateIpAddresses(Iterable<? extends EniAddress> addresses);

    /**
     * Returns a copy that also asks for the given secondary private IPv4 address.
     *
     * @param address the address
     * @return the operation
     */
    public CreateEni plusSecondaryPrivateIpAddress(String address) {
        return plusSecondaryPrivateIpAddress(IpAddress.parse(requireNonNull(address, "address")));
    }

    /**
     * Returns a copy that also asks for the given secondary private IPv4 address.
     *
     * @param address the address
     * @return the operation
     */
    public CreateEni plusSecondaryPrivateIpAddress(IpAddress address) {
        return plusPrivateIpAddress(new EniAddress(requireNonNull(address, "address"), false));
    }

    /**
     * Returns a copy that also asks for the given private IPv4 address.
     *
     * @param address the address, and whether it is the primary one
     * @return the operation
     */
    public CreateEni plusPrivateIpAddress(EniAddress address) {
        return withPrivateIpAddresses(ImmutableList.<EniAddress>builder()
                .addAll(privateIpAddresses())
                .add(requireNonNull(address, "address"))
                .build());
    }

    /**
     * Returns a copy that asks for the given primary private IPv4 address.
     *
     * @param address such as {@code 10.0.0.10}
     * @return the operation
     */
    public CreateEni withPrivateIpAddress(String address) {
        return withPrivateIpAddress(IpAddress.parse(requireNonNull(address, "address")));
    }

    /** {@return the given IPv4 prefixes to delegate, each a /28} */
    public abstract List<Cidr> ipv4Prefixes();

    /**
     * Returns a copy that also asks for the given IPv4 prefix.
     *
     * @param prefix such as {@code 10.0.0.16/28}
     * @return the operation
     */
    public CreateEni plusIpv4Prefix(Cidr prefix) {
        return ImmutableCreateEni.builder()
                .from(this)
                .addIpv4Prefix(requireNonNull(prefix, "prefix"))
                .build();
    }

    /**
     * Returns a copy that also asks for the given IPv4 prefix.
     *
     * @param prefix such as {@code 10.0.0.16/28}
     * @return the operation
     */
    public CreateEni plusIpv4Prefix(String prefix) {
        return plusIpv4Prefix(Cidr.parse(requireNonNull(prefix, "prefix")));
    }

    /** {@return how many IPv4 prefixes EC2 picks, 1 or more} */
    public abstract OptionalInt ipv4PrefixCount();

    /**
     * Returns a copy with what EC2 picks.
     *
     * @param ipv4PrefixCount how many IPv4 prefixes EC2 picks, 1 or more
     * @return the operation
     */
    public abstract CreateEni withIpv4PrefixCount(int ipv4PrefixCount);

    /** {@return the given IPv6 addresses} */
    public abstract List<IpAddress> ipv6Addresses();

    /**
     * Returns a copy that also asks for the given IPv6 address.
     *
     * @param address such as {@code 2001:db8::10}
     * @return the operation
     */
    public CreateEni plusIpv6Address(IpAddress address) {
        return ImmutableCreateEni.builder()
                .from(this)
                .addIpv6Address(requireNonNull(address, "address"))
                .build();
    }

    /**
     * Returns a copy that also asks for the given IPv6 address.
     *
     * @param address such as {@code 2001:db8::10}
     * @return the operation
     */
    public CreateEni plusIpv6Address(String address) {
        return plusIpv6Address(IpAddress.parse(requireNonNull(address, "address")));
    }

    /** {@return how many IPv6 addresses EC2 picks; 0 for none where the subnet assigns one} */
    public abstract OptionalInt ipv6AddressCount();

    /**
     * Returns a copy with what EC2 picks.
     *
     * @param ipv6AddressCount how many IPv6 addresses EC2 picks; 0 for none where the subnet assigns one
     * @return the operation
     */
    public abstract CreateEni withIpv6AddressCount(int ipv6AddressCount);

    /** {@return the given IPv6 prefixes to delegate, each a /80} */
    public abstract List<Cidr> ipv6Prefixes();

    /**
     * Returns a copy that also asks for the given IPv6 prefix.
     *
     * @param prefix such as {@code 2001:db8:0:0:1::/80}
     * @return the operation
     */
    public CreateEni plusIpv6Prefix(Cidr prefix) {
        return ImmutableCreateEni.builder()
                .from(this)
                .addIpv6Prefix(requireNonNull(prefix, "prefix"))
                .build();
    }

    /**
     * Returns a copy that also asks for the given IPv6 prefix.
     *
     * @param prefix such as {@code 2001:db8:0:0:1::/80}
     * @return the operation
     */
    public CreateEni plusIpv6Prefix(String prefix) {
        return plusIpv6Prefix(Cidr.parse(requireNonNull(prefix, "prefix")));
    }

    /** {@return how many IPv6 prefixes EC2 picks, 1 or more} */
    public abstract OptionalInt ipv6PrefixCount();

    /**
     * Returns a copy with what EC2 picks.
     *
     * @param ipv6PrefixCount how many IPv6 prefixes EC2 picks, 1 or more
     * @return the operation
     */
    public abstract CreateEni withIpv6PrefixCount(int ipv6PrefixCount);

    /** {@return whether its first IPv6 address is its primary one, for as long as it is attached} */
    @Value.Default
    public boolean enablePrimaryIpv6() {
        return false;
    }

    /**
     * Returns a copy with a primary IPv6 address or without.
     *
     * @param enablePrimaryIpv6 whether its first IPv6 address is its primary one
     * @return the operation
     */
    public abstract CreateEni withEnablePrimaryIpv6(boolean enablePrimaryIpv6);

    /** {@return the security groups; none for the default group of the VPC, which is added where the plan lacks it} */
    @Value.NaturalOrder
    public abstract SortedSet<SecurityGroupId> securityGroups();

    /**
     * Returns a copy with these security groups in place of those it had.
     *
     * @param groups the groups, in any order
     * @return the operation
     */
    public abstract CreateEni withSecurityGroups(Iterable<? extends SecurityGroupId> groups);

    /**
     * Returns a copy with security groups.
     *
     * @param groups the ids of the groups
     * @return the operation
     */
    public CreateEni withSecurityGroups(String... groups) {
        return withSecurityGroups(Lists.transform(List.of(requireNonNull(groups, "groups")), SecurityGroupId::of));
    }

    /**
     * Returns a copy with these security groups in place of those it had.
     *
     * @param groups the groups
     * @return the operation
     */
    public CreateEni withSecurityGroups(SecurityGroupId... groups) {
        return withSecurityGroups(List.of(requireNonNull(groups, "groups")));
    }

    /** {@return the tags by key} */
    public abstract Map<String, String> tags();

    /**
     * Returns a copy with these tags.
     *
     * @param tags the tags by key
     * @return the operation
     */
    public abstract CreateEni withTags(Map<String, ? extends String> tags);

    /** {@return how long its groups remember idle connections} */
    @Value.Default
    public ConnectionTracking connectionTracking() {
        return ConnectionTracking.defaults();
    }

    /**
     * Returns a copy with timeouts of its own for idle connections.
     *
     * @param connectionTracking how long its groups remember idle connections
     * @return the operation
     */
    public abstract CreateEni withConnectionTracking(ConnectionTracking connectionTracking);

    /** Returns the same request under a name made from this one's and an instance's. */
    CreateEni forInstance(InstanceId instance) {
        return ImmutableCreateEni.builder()
                .from(this)
                .eni(EniId.of(instance + "/" + eni()))
                .build();
    }

    @Override
    public String action() {
        return "CreateNetworkInterface";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan)
                .creates(ImmutableList.of(eni()), tags().keySet())
                .createsEnis(ImmutableList.of(this));
    }

    @Override
    void apply(Editor editor) {
        editor.report(Outcome.Kind.CREATED, eni(), "in " + subnetId());
        editor.report(Outcome.Kind.STATUS, eni(), "pending → available");
        NewEni.create(this, editor);
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "CreateEni",
                "eni",
                eni(),
                "subnetId",
                subnetId(),
                "privateIpAddress",
                privateIpAddress(),
                "secondaryPrivateIpAddressCount",
                secondaryPrivateIpAddressCount(),
                "description",
                description(),
                "interfaceType",
                interfaceType(),
                "associatePublicIpAddress",
                associatePublicIpAddress(),
                "privateIpAddresses",
                privateIpAddresses(),
                "ipv4Prefixes",
                ipv4Prefixes(),
                "ipv4PrefixCount",
                ipv4PrefixCount(),
                "ipv6Addresses",
                ipv6Addresses(),
                "ipv6AddressCount",
                ipv6AddressCount(),
                "ipv6Prefixes",
                ipv6Prefixes(),
                "ipv6PrefixCount",
                ipv6PrefixCount(),
                "enablePrimaryIpv6",
                enablePrimaryIpv6(),
                "securityGroups",
                securityGroups(),
                "tags",
                tags(),
                "connectionTracking",
                connectionTracking());
    }
}
