package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import io.enikit.internal.PlanAccess;
import io.enikit.internal.VisibleText;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Gives an interface secondary private IPv4 addresses, or IPv4 prefixes.
 *
 * <p>Ask in one and only one way: for given addresses, for a number of addresses, for given prefixes, or for a number
 * of prefixes. What the interface has already it keeps. An address that is a secondary one of another interface of the
 * subnet comes over, with its Elastic IP, if {@link #withAllowReassignment} says so.
 */
@Value.Immutable
public abstract class AssignPrivateIpAddresses extends Operation {
    AssignPrivateIpAddresses() {}

    /**
     * Makes the operation, with nothing asked for yet.
     *
     * @param eni the id of the interface
     * @return the operation
     */
    public static AssignPrivateIpAddresses of(EniId eni) {
        return ImmutableAssignPrivateIpAddresses.builder().eni(eni).build();
    }

    /**
     * Makes the operation, with nothing asked for yet.
     *
     * @param eni the id of the interface
     * @return the operation
     */
    public static AssignPrivateIpAddresses of(String eni) {
        return of(EniId.of(requireNonNull(eni, "eni")));
    }

    /** {@return the network interface} */
    public abstract EniId eni();

    /** {@return the given addresses} */
    public abstract List<IpAddress> privateIpAddresses();

    /**
     * Returns a copy that also asks for the given address.
     *
     * @param address such as {@code 10.0.0.20}
     * @return the operation
     */
    public AssignPrivateIpAddresses plusPrivateIpAddress(IpAddress address) {
        return ImmutableAssignPrivateIpAddresses.builder()
                .from(this)
                .addPrivateIpAddress(requireNonNull(address, "address"))
                .build();
    }

    /**
     * Returns a copy that also asks for the given address.
     *
     * @param address such as {@code 10.0.0.20}
     * @return the operation
     */
    public AssignPrivateIpAddresses plusPrivateIpAddress(String address) {
        return plusPrivateIpAddress(IpAddress.parse(requireNonNull(address, "address")));
    }

    /** {@return how many addresses EC2 picks, 1 or more} */
    public abstract OptionalInt secondaryPrivateIpAddressCount();

    /**
     * Returns a copy with what EC2 picks.
     *
     * @param secondaryPrivateIpAddressCount how many addresses EC2 picks, 1 or more
     * @return the operation
     */
    public abstract AssignPrivateIpAddresses withSecondaryPrivateIpAddressCount(int secondaryPrivateIpAddressCount);

    /** {@return the given prefixes, each a /28} */
    public abstract List<Cidr> ipv4Prefixes();

    /**
     * Returns a copy that also asks for the given prefix.
     *
     * @param prefix such as {@code 10.0.0.16/28}
     * @return the operation
     */
    public AssignPrivateIpAddresses plusIpv4Prefix(Cidr prefix) {
        return ImmutableAssignPrivateIpAddresses.builder()
                .from(this)
                .addIpv4Prefix(requireNonNull(prefix, "prefix"))
                .build();
    }

    /**
     * Returns a copy that also asks for the given prefix.
     *
     * @param prefix such as {@code 10.0.0.16/28}
     * @return the operation
     */
    public AssignPrivateIpAddresses plusIpv4Prefix(String prefix) {
        return plusIpv4Prefix(Cidr.parse(requireNonNull(prefix, "prefix")));
    }

    /** {@return how many prefixes EC2 picks, 1 or more} */
    public abstract OptionalInt ipv4PrefixCount();

    /**
     * Returns a copy with what EC2 picks.
     *
     * @param ipv4PrefixCount how many prefixes EC2 picks, 1 or more
     * @return the operation
     */
    public abstract AssignPrivateIpAddresses withIpv4PrefixCount(int ipv4PrefixCount);

    /** {@return whether addresses may be taken from other interfaces, false unless set} */
    @Value.Default
    public boolean allowReassignment() {
        return false;
    }

    /**
     * Returns a copy with or without leave to take addresses from other interfaces.
     *
     * @param allowReassignment whether addresses may be taken
     * @return the operation
     */
    public abstract AssignPrivateIpAddresses withAllowReassignment(boolean allowReassignment);

    /** Finds the other interface of the subnet that has an address as one of its own. */
    static Optional<Eni> holder(IpAddress address, Eni eni, NetworkPlan plan) {
        return PlanAccess.get().ownersOf(plan, eni.subnetId(), address).stream()
                .filter(other -> !other.equals(eni.id()))
                .flatMap(other -> plan.eni(other).stream())
                .filter(other -> other.privateIpAddresses().stream()
                        .anyMatch(own -> own.address().equals(address)))
                .findFirst();
    }

    /** Takes an address over from the interface that has it, if one does, and returns its Elastic IP. */
    private Optional<ElasticIp> takeOver(IpAddress address, Editor editor) {
        Optional<Eni> holder = holder(address, editor.eni(eni()), editor.plan());
        if (!allowReassignment() || holder.isEmpty()) {
            return Optional.empty();
        }
        EniId from = holder.get().id();
        editor.unassign(from, ImmutableSet.of(address), ImmutableSet.of());
        return editor.plan().elasticIpOf(new ElasticIpAssociation(from, address));
    }

    private AddressRequest request(Eni eni) {
        return new AddressRequest(
                eni.id(),
                eni.subnetId(),
                IpFamily.IPV4,
                ImmutableList.copyOf(Lists.transform(privateIpAddresses(), address -> new EniAddress(address, false))),
                false,
                secondaryPrivateIpAddressCount(),
                ipv4Prefixes(),
                ipv4PrefixCount());
    }

    @Override
    public String action() {
        return "AssignPrivateIpAddresses";
    }

    @Override
    Call call(NetworkPlan plan) {
        Call call = Call.of(this, plan).changes(eni());
        return plan.eni(eni()).map(this::request).map(call::assigns).orElse(call);
    }

    @Override
    void apply(Editor editor) {
        PickedAddresses.Share picked = editor.call().picked(eni(), IpFamily.IPV4);
        Map<IpAddress, ElasticIp> takenAlong = new LinkedHashMap<>(0);
        for (IpAddress address : privateIpAddresses()) {
            takeOver(address, editor).ifPresent(elasticIp -> takenAlong.put(address, elasticIp));
        }
        editor.assign(eni(), picked.addresses(), picked.prefixes());
        takenAlong.forEach(
                (address, elasticIp) -> editor.associate(elasticIp, new ElasticIpAssociation(eni(), address)));
        Set<EniId> withoutElasticIp = new LinkedHashSet<>(0);
        for (ElasticIp elasticIp : takenAlong.values()) {
            elasticIp.association().map(ElasticIpAssociation::eniId).ifPresent(withoutElasticIp::add);
        }
        withoutElasticIp.forEach(editor::renewPublicIpv4);
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "AssignPrivateIpAddresses",
                "eni",
                eni(),
                "privateIpAddresses",
                privateIpAddresses(),
                "secondaryPrivateIpAddressCount",
                secondaryPrivateIpAddressCount(),
                "ipv4Prefixes",
                ipv4Prefixes(),
                "ipv4PrefixCount",
                ipv4PrefixCount(),
                "allowReassignment",
                allowReassignment());
    }
}
