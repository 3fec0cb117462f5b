package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.util.List;
import org.immutables.value.Value;

/**
 * Takes IPv6 addresses and IPv6 prefixes from an interface.
 *
 * <p>The outcomes list what was taken. A primary IPv6 address stays until the interface is detached.
 */
@Value.Immutable
public abstract class UnassignIpv6Addresses extends Operation {
    UnassignIpv6Addresses() {}

    /**
     * Makes the operation, with nothing asked for yet.
     *
     * @param eni the id of the interface
     * @return the operation
     */
    public static UnassignIpv6Addresses of(EniId eni) {
        return ImmutableUnassignIpv6Addresses.builder().eni(eni).build();
    }

    /**
     * Makes the operation, with nothing asked for yet.
     *
     * @param eni the id of the interface
     * @return the operation
     */
    public static UnassignIpv6Addresses of(String eni) {
        return of(EniId.of(requireNonNull(eni, "eni")));
    }

    /** {@return the network interface} */
    public abstract EniId eni();

    /** {@return the addresses to take} */
    public abstract List<IpAddress> ipv6Addresses();

    /**
     * Returns a copy that also has the given address.
     *
     * @param address such as {@code 2001:db8::10}
     * @return the operation
     */
    public UnassignIpv6Addresses plusIpv6Address(IpAddress address) {
        return ImmutableUnassignIpv6Addresses.builder()
                .from(this)
                .addIpv6Address(requireNonNull(address, "address"))
                .build();
    }

    /**
     * Returns a copy that also has the given address.
     *
     * @param address such as {@code 2001:db8::10}
     * @return the operation
     */
    public UnassignIpv6Addresses plusIpv6Address(String address) {
        return plusIpv6Address(IpAddress.parse(requireNonNull(address, "address")));
    }

    /** {@return the prefixes to take, each a /80} */
    public abstract List<Cidr> ipv6Prefixes();

    /**
     * Returns a copy that also has the given prefix.
     *
     * @param prefix such as {@code 2001:db8:0:0:1::/80}
     * @return the operation
     */
    public UnassignIpv6Addresses plusIpv6Prefix(Cidr prefix) {
        return ImmutableUnassignIpv6Addresses.builder()
                .from(this)
                .addIpv6Prefix(requireNonNull(prefix, "prefix"))
                .build();
    }

    /**
     * Returns a copy that also has the given prefix.
     *
     * @param prefix such as {@code 2001:db8:0:0:1::/80}
     * @return the operation
     */
    public UnassignIpv6Addresses plusIpv6Prefix(String prefix) {
        return plusIpv6Prefix(Cidr.parse(requireNonNull(prefix, "prefix")));
    }

    @Override
    public String action() {
        return "UnassignIpv6Addresses";
    }

    private Call.Unassigned unassigned() {
        return new Call.Unassigned(eni(), IpFamily.IPV6, ipv6Addresses(), ipv6Prefixes());
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).changes(eni()).unassigns(unassigned());
    }

    @Override
    void apply(Editor editor) {
        editor.unassign(unassigned());
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "UnassignIpv6Addresses",
                "eni",
                eni(),
                "ipv6Addresses",
                ipv6Addresses(),
                "ipv6Prefixes",
                ipv6Prefixes());
    }
}
