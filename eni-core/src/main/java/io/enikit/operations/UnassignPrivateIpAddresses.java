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
 * Takes secondary private IPv4 addresses and IPv4 prefixes from an interface.
 *
 * <p>Elastic IPs that are associated with them are disassociated, and stay allocated. The primary address stays for as
 * long as the interface exists.
 */
@Value.Immutable
public abstract class UnassignPrivateIpAddresses extends Operation {
    UnassignPrivateIpAddresses() {}

    /**
     * Makes the operation, with nothing asked for yet.
     *
     * @param eni the id of the interface
     * @return the operation
     */
    public static UnassignPrivateIpAddresses of(EniId eni) {
        return ImmutableUnassignPrivateIpAddresses.builder().eni(eni).build();
    }

    /**
     * Makes the operation, with nothing asked for yet.
     *
     * @param eni the id of the interface
     * @return the operation
     */
    public static UnassignPrivateIpAddresses of(String eni) {
        return of(EniId.of(requireNonNull(eni, "eni")));
    }

    /** {@return the network interface} */
    public abstract EniId eni();

    /** {@return the addresses to take} */
    public abstract List<IpAddress> privateIpAddresses();

    /**
     * Returns a copy that also has the given address.
     *
     * @param address such as {@code 10.0.0.20}
     * @return the operation
     */
    public UnassignPrivateIpAddresses plusPrivateIpAddress(IpAddress address) {
        return ImmutableUnassignPrivateIpAddresses.builder()
                .from(this)
                .addPrivateIpAddress(requireNonNull(address, "address"))
                .build();
    }

    /**
     * Returns a copy that also has the given address.
     *
     * @param address such as {@code 10.0.0.20}
     * @return the operation
     */
    public UnassignPrivateIpAddresses plusPrivateIpAddress(String address) {
        return plusPrivateIpAddress(IpAddress.parse(requireNonNull(address, "address")));
    }

    /** {@return the prefixes to take, each a /28} */
    public abstract List<Cidr> ipv4Prefixes();

    /**
     * Returns a copy that also has the given prefix.
     *
     * @param prefix such as {@code 10.0.0.16/28}
     * @return the operation
     */
    public UnassignPrivateIpAddresses plusIpv4Prefix(Cidr prefix) {
        return ImmutableUnassignPrivateIpAddresses.builder()
                .from(this)
                .addIpv4Prefix(requireNonNull(prefix, "prefix"))
                .build();
    }

    /**
     * Returns a copy that also has the given prefix.
     *
     * @param prefix such as {@code 10.0.0.16/28}
     * @return the operation
     */
    public UnassignPrivateIpAddresses plusIpv4Prefix(String prefix) {
        return plusIpv4Prefix(Cidr.parse(requireNonNull(prefix, "prefix")));
    }

    @Override
    public String action() {
        return "UnassignPrivateIpAddresses";
    }

    private Call.Unassigned unassigned() {
        return new Call.Unassigned(eni(), IpFamily.IPV4, privateIpAddresses(), ipv4Prefixes());
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
                "UnassignPrivateIpAddresses",
                "eni",
                eni(),
                "privateIpAddresses",
                privateIpAddresses(),
                "ipv4Prefixes",
                ipv4Prefixes());
    }
}
