package io.enikit.operations;

import com.google.common.collect.ImmutableList;
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
 * <p>What is not stated EC2 chooses: the lowest free address of the subnet outside of its CIDR reservations, the default
 * group of its VPC, a MAC address that is derived from the id, and the subnet's settings for public IPv4 and for IPv6
 * addresses. Of each family at most one way to ask for secondary addresses or prefixes may be used: a list of
 * addresses, how many, a list of prefixes, or how many. Text that is no address or block is refused when the operation
 * is applied, as EC2 does it.
 */
@Value.Immutable
public abstract class CreateEni extends Operation {
    CreateEni() {}

    /**
     * Creates an interface with nothing stated but its subnet.
     *
     * @param eni the id of the interface
     * @param subnetId the id of the subnet
     * @return the operation
     */
    public static CreateEni of(EniId eni, SubnetId subnetId) {
        return ImmutableCreateEni.builder().eni(eni).subnetId(subnetId).build();
    }

    /**
     * Creates an interface with nothing stated but its subnet.
     *
     * @param eni the id of the interface
     * @param subnetId the id of the subnet
     * @return the operation
     */
    public static CreateEni of(String eni, String subnetId) {
        return of(EniId.of(eni), SubnetId.of(subnetId));
    }

    /** {@return the id of the interface} */
    public abstract EniId eni();

    /** {@return the id of the subnet} */
    public abstract SubnetId subnetId();

    /** {@return the primary private IPv4 address} */
    public abstract Optional<IpAddress> privateIpAddress();

    /**
     * Returns this operation with a stated primary private IPv4 address.
     *
     * @param privateIpAddress the primary private IPv4 address
     * @return the operation
     */
    public abstract CreateEni withPrivateIpAddress(IpAddress privateIpAddress);

    /** {@return how many secondary private IPv4 addresses EC2 picks, 1 or more} */
    public abstract OptionalInt secondaryPrivateIpAddressCount();

    /**
     * Returns this operation with secondary private IPv4 addresses that EC2 picks.
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
     * Returns this operation with a description.
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
     * Returns this operation with a setting of its own for public IPv4 addresses.
     *
     * @param associatePublicIpAddress whether it gets a public IPv4 address as a primary interface
     * @return the operation
     */
    public abstract CreateEni withAssociatePublicIpAddress(boolean associatePublicIpAddress);

    /** {@return stated private IPv4 addresses, one of which may be flagged as the primary one} */
    public abstract List<EniAddress> privateIpAddresses();

    abstract CreateEni withPrivateIpAddresses(Iterable<? extends EniAddress> addresses);

    /**
     * Returns this operation with a stated secondary private IPv4 address more.
     *
     * @param address the address
     * @return the operation
     */
    public CreateEni withSecondaryPrivateIpAddress(String address) {
        return TakesText.read(
                "address",
                address,
                IpAddress::parse,
                parsed -> withAddress(new EniAddress(parsed, false)),
                this::withUnreadable);
    }

    /**
     * Returns this operation with a stated private IPv4 address more.
     *
     * @param address the address, and whether it is the primary one
     * @return the operation
     */
    public CreateEni withAddress(EniAddress address) {
        return withPrivateIpAddresses(ImmutableList.<EniAddress>builder()
                .addAll(privateIpAddresses())
                .add(address)
                .build());
    }

    /**
     * Returns this operation with a stated primary private IPv4 address.
     *
     * @param address such as {@code 10.0.0.10}
     * @return the operation
     */
    public CreateEni withPrivateIpAddress(String address) {
        return TakesText.read("address", address, IpAddress::parse, this::withPrivateIpAddress, this::withUnreadable);
    }

    /** {@return stated IPv4 prefixes to delegate, each a /28} */
    public abstract List<Cidr> ipv4Prefixes();

    /**
     * Returns this operation with a stated IPv4 prefix more.
     *
     * @param prefix such as {@code 10.0.0.16/28}
     * @return the operation
     */
    public CreateEni withIpv4Prefix(Cidr prefix) {
        return ImmutableCreateEni.builder().from(this).addIpv4Prefix(prefix).build();
    }

    /**
     * Returns this operation with a stated IPv4 prefix more.
     *
     * @param prefix such as {@code 10.0.0.16/28}
     * @return the operation
     */
    public CreateEni withIpv4Prefix(String prefix) {
        return TakesText.read("ipv4Prefixes", prefix, Cidr::parse, this::withIpv4Prefix, this::withUnreadable);
    }

    /** {@return how many IPv4 prefixes EC2 picks, 1 or more} */
    public abstract OptionalInt ipv4PrefixCount();

    /**
     * Returns this operation with what EC2 picks.
     *
     * @param ipv4PrefixCount how many IPv4 prefixes EC2 picks, 1 or more
     * @return the operation
     */
    public abstract CreateEni withIpv4PrefixCount(int ipv4PrefixCount);

    /** {@return stated IPv6 addresses} */
    public abstract List<IpAddress> ipv6Addresses();

    /**
     * Returns this operation with a stated IPv6 address more.
     *
     * @param address such as {@code 2001:db8::10}
     * @return the operation
     */
    public CreateEni withIpv6Address(IpAddress address) {
        return ImmutableCreateEni.builder().from(this).addIpv6Address(address).build();
    }

    /**
     * Returns this operation with a stated IPv6 address more.
     *
     * @param address such as {@code 2001:db8::10}
     * @return the operation
     */
    public CreateEni withIpv6Address(String address) {
        return TakesText.read("address", address, IpAddress::parse, this::withIpv6Address, this::withUnreadable);
    }

    /** {@return how many IPv6 addresses EC2 picks; 0 for none where the subnet assigns one} */
    public abstract OptionalInt ipv6AddressCount();

    /**
     * Returns this operation with what EC2 picks.
     *
     * @param ipv6AddressCount how many IPv6 addresses EC2 picks; 0 for none where the subnet assigns one
     * @return the operation
     */
    public abstract CreateEni withIpv6AddressCount(int ipv6AddressCount);

    /** {@return stated IPv6 prefixes to delegate, each a /80} */
    public abstract List<Cidr> ipv6Prefixes();

    /**
     * Returns this operation with a stated IPv6 prefix more.
     *
     * @param prefix such as {@code 2001:db8:0:0:1::/80}
     * @return the operation
     */
    public CreateEni withIpv6Prefix(Cidr prefix) {
        return ImmutableCreateEni.builder().from(this).addIpv6Prefix(prefix).build();
    }

    /**
     * Returns this operation with a stated IPv6 prefix more.
     *
     * @param prefix such as {@code 2001:db8:0:0:1::/80}
     * @return the operation
     */
    public CreateEni withIpv6Prefix(String prefix) {
        return TakesText.read("ipv6Prefixes", prefix, Cidr::parse, this::withIpv6Prefix, this::withUnreadable);
    }

    /** {@return how many IPv6 prefixes EC2 picks, 1 or more} */
    public abstract OptionalInt ipv6PrefixCount();

    /**
     * Returns this operation with what EC2 picks.
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
     * Returns this operation with a primary IPv6 address or without.
     *
     * @param enablePrimaryIpv6 whether its first IPv6 address is its primary one
     * @return the operation
     */
    public abstract CreateEni withEnablePrimaryIpv6(boolean enablePrimaryIpv6);

    abstract List<String> unreadable();

    private CreateEni withUnreadable(String text) {
        return ImmutableCreateEni.builder().from(this).addUnreadable(text).build();
    }

    /** {@return the security groups; none for the default group of the VPC, which is added where the plan lacks it} */
    @Value.NaturalOrder
    public abstract SortedSet<SecurityGroupId> securityGroups();

    abstract CreateEni withSecurityGroups(Iterable<? extends SecurityGroupId> groups);

    /**
     * Returns this operation with security groups.
     *
     * @param groups the ids of the groups
     * @return the operation
     */
    public CreateEni withSecurityGroups(String... groups) {
        ImmutableList.Builder<SecurityGroupId> ids = ImmutableList.builder();
        for (String group : groups) {
            ids.add(SecurityGroupId.of(group));
        }
        return withSecurityGroups(ids.build());
    }

    /** {@return the tags by key} */
    public abstract Map<String, String> tags();

    /**
     * Returns this operation with these tags.
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
     * Returns this operation with timeouts of its own for idle connections.
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
                .createsEnis(ImmutableList.of(this))
                .unreadable(unreadable());
    }

    @Override
    void apply(Editor editor) {
        editor.report(Outcome.Kind.CREATED, eni(), "in " + subnetId());
        editor.report(Outcome.Kind.STATUS, eni(), "pending → available");
        NewEni.create(this, editor);
    }
}
