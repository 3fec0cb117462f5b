package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.VisibleText;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.util.List;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Gives an interface IPv6 addresses, or IPv6 prefixes.
 *
 * <p>Ask in one and only one way: for given addresses, for a number of addresses, for given prefixes, or for a number
 * of prefixes. What the interface has already it keeps. Unlike private IPv4 addresses these are never taken from another
 * interface: unassign them there first.
 */
@Value.Immutable
public abstract class AssignIpv6Addresses extends Operation {
    AssignIpv6Addresses() {}

    /**
     * Makes the operation, with nothing asked for yet.
     *
     * @param eni the id of the interface
     * @return the operation
     */
    public static AssignIpv6Addresses of(EniId eni) {
        return ImmutableAssignIpv6Addresses.builder().eni(eni).build();
    }

    /**
     * Makes the operation, with nothing asked for yet.
     *
     * @param eni the id of the interface
     * @return the operation
     */
    public static AssignIpv6Addresses of(String eni) {
        return of(EniId.of(requireNonNull(eni, "eni")));
    }

    /** {@return the network interface} */
    public abstract EniId eni();

    /** {@return the given addresses} */
    public abstract List<IpAddress> ipv6Addresses();

    /**
     * Returns a copy that also asks for the given address.
     *
     * @param address such as {@code 2001:db8::10}
     * @return the operation
     */
    public AssignIpv6Addresses plusIpv6Address(IpAddress address) {
        return ImmutableAssignIpv6Addresses.builder()
                .from(this)
                .addIpv6Address(requireNonNull(address, "address"))
                .build();
    }

    /**
     * Returns a copy that also asks for the given address.
     *
     * @param address such as {@code 2001:db8::10}
     * @return the operation
     */
    public AssignIpv6Addresses plusIpv6Address(String address) {
        return plusIpv6Address(IpAddress.parse(requireNonNull(address, "address")));
    }

    /** {@return how many addresses more EC2 picks, 1 or more} */
    public abstract OptionalInt ipv6AddressCount();

    /**
     * Returns a copy with what EC2 picks.
     *
     * @param ipv6AddressCount how many addresses more EC2 picks, 1 or more
     * @return the operation
     */
    public abstract AssignIpv6Addresses withIpv6AddressCount(int ipv6AddressCount);

    /** {@return the given prefixes, each a /80} */
    public abstract List<Cidr> ipv6Prefixes();

    /**
     * Returns a copy that also asks for the given prefix.
     *
     * @param prefix such as {@code 2001:db8:0:0:1::/80}
     * @return the operation
     */
    public AssignIpv6Addresses plusIpv6Prefix(Cidr prefix) {
        return ImmutableAssignIpv6Addresses.builder()
                .from(this)
                .addIpv6Prefix(requireNonNull(prefix, "prefix"))
                .build();
    }

    /**
     * Returns a copy that also asks for the given prefix.
     *
     * @param prefix such as {@code 2001:db8:0:0:1::/80}
     * @return the operation
     */
    public AssignIpv6Addresses plusIpv6Prefix(String prefix) {
        return plusIpv6Prefix(Cidr.parse(requireNonNull(prefix, "prefix")));
    }

    /** {@return how many prefixes EC2 picks, 1 or more} */
    public abstract OptionalInt ipv6PrefixCount();

    /**
     * Returns a copy with what EC2 picks.
     *
     * @param ipv6PrefixCount how many prefixes EC2 picks, 1 or more
     * @return the operation
     */
    public abstract AssignIpv6Addresses withIpv6PrefixCount(int ipv6PrefixCount);

    private AddressRequest request(Eni eni) {
        return new AddressRequest(
                eni.id(),
                eni.subnetId(),
                IpFamily.IPV6,
                ipv6Addresses().stream()
                        .map(address -> new EniAddress(address, false))
                        .collect(ImmutableList.toImmutableList()),
                false,
                ipv6AddressCount(),
                ipv6Prefixes(),
                ipv6PrefixCount());
    }

    @Override
    public String action() {
        return "AssignIpv6Addresses";
    }

    @Override
    Call call(NetworkPlan plan) {
        Call call = Call.of(this, plan).changes(eni());
        return plan.eni(eni()).map(this::request).map(call::assigns).orElse(call);
    }

    @Override
    void apply(Editor editor) {
        PickedAddresses.Share picked = editor.call().picked(eni(), IpFamily.IPV6);
        editor.assign(eni(), picked.addresses(), picked.prefixes());
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "AssignIpv6Addresses",
                "eni",
                eni(),
                "ipv6Addresses",
                ipv6Addresses(),
                "ipv6AddressCount",
                ipv6AddressCount(),
                "ipv6Prefixes",
                ipv6Prefixes(),
                "ipv6PrefixCount",
                ipv6PrefixCount());
    }
}
