package io.enikit.fake;

import static io.enikit.fake.Requests.address;
import static io.enikit.fake.Requests.prefix;

import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.operations.AssignIpv6Addresses;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.UnassignIpv6Addresses;
import io.enikit.operations.UnassignPrivateIpAddresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Gives addresses and prefixes to interfaces, and takes them away. */
final class EniAddressActions {
    private static final String ENI = "NetworkInterfaceId";
    private static final String IPV4_PREFIXES = "Ipv4Prefixes";
    private static final String IPV6_PREFIXES = "Ipv6Prefixes";
    private static final String IPV6_ADDRESSES = "Ipv6Addresses";
    private static final String ADDRESSES = "PrivateIpAddresses";

    private EniAddressActions() {}

    static void register(Map<String, Action> actions) {
        actions.put("AssignPrivateIpAddresses", EniAddressActions::assignIpv4);
        actions.put("UnassignPrivateIpAddresses", EniAddressActions::unassignIpv4);
        actions.put("AssignIpv6Addresses", EniAddressActions::assignIpv6);
        actions.put("UnassignIpv6Addresses", EniAddressActions::unassignIpv6);
    }

    private static void assignIpv4(Call call) {
        Item in = call.in();
        String id = in.text(ENI);
        AssignPrivateIpAddresses assign =
                AssignPrivateIpAddresses.of(id).withAllowReassignment(in.isTrue("AllowReassignment"));
        for (String each : in.texts(ADDRESSES)) {
            assign = assign.plusPrivateIpAddress(address(each, "PrivateIpAddress"));
        }
        for (String each : in.texts(IPV4_PREFIXES)) {
            assign = assign.plusIpv4Prefix(prefix(each, "Ipv4Prefix"));
        }
        OptionalInt count = in.number("SecondaryPrivateIpAddressCount");
        assign = count.isPresent() ? assign.withSecondaryPrivateIpAddressCount(count.getAsInt()) : assign;
        OptionalInt prefixes = in.number("Ipv4PrefixCount");
        assign = prefixes.isPresent() ? assign.withIpv4PrefixCount(prefixes.getAsInt()) : assign;
        Optional<Eni> before = call.plan().eni(id);
        call.apply(assign);
        Eni after = EniActions.find(call, id);
        call.out().put(ENI, id).put("AssignedPrivateIpAddresses", List.of());
        for (IpAddress each : added(before, after, IpFamily.IPV4)) {
            call.out().append("AssignedPrivateIpAddresses").put("PrivateIpAddress", each);
        }
        for (Cidr each : addedPrefixes(before, after, IpFamily.IPV4)) {
            call.out().append("AssignedIpv4Prefixes").put("Ipv4Prefix", each);
        }
    }

    private static void unassignIpv4(Call call) {
        UnassignPrivateIpAddresses unassign =
                UnassignPrivateIpAddresses.of(call.in().text(ENI));
        for (String each : call.in().texts(ADDRESSES)) {
            unassign = unassign.plusPrivateIpAddress(address(each, "PrivateIpAddress"));
        }
        for (String each : call.in().texts(IPV4_PREFIXES)) {
            unassign = unassign.plusIpv4Prefix(prefix(each, "Ipv4Prefix"));
        }
        call.apply(unassign);
    }

    private static void assignIpv6(Call call) {
        Item in = call.in();
        String id = in.text(ENI);
        AssignIpv6Addresses assign = AssignIpv6Addresses.of(id);
        for (String each : in.texts(IPV6_ADDRESSES)) {
            assign = assign.plusIpv6Address(address(each, "Ipv6Address"));
        }
        for (String each : in.texts(IPV6_PREFIXES)) {
            assign = assign.plusIpv6Prefix(prefix(each, "Ipv6Prefix"));
        }
        OptionalInt count = in.number("Ipv6AddressCount");
        assign = count.isPresent() ? assign.withIpv6AddressCount(count.getAsInt()) : assign;
        OptionalInt prefixes = in.number("Ipv6PrefixCount");
        assign = prefixes.isPresent() ? assign.withIpv6PrefixCount(prefixes.getAsInt()) : assign;
        Optional<Eni> before = call.plan().eni(id);
        call.apply(assign);
        Eni after = EniActions.find(call, id);
        call.out()
                .put(ENI, id)
                .put("AssignedIpv6Addresses", added(before, after, IpFamily.IPV6))
                .put("AssignedIpv6Prefixes", addedPrefixes(before, after, IpFamily.IPV6));
    }

    private static void unassignIpv6(Call call) {
        Item in = call.in();
        UnassignIpv6Addresses unassign = UnassignIpv6Addresses.of(in.text(ENI));
        for (String each : in.texts(IPV6_ADDRESSES)) {
            unassign = unassign.plusIpv6Address(address(each, "Ipv6Address"));
        }
        for (String each : in.texts(IPV6_PREFIXES)) {
            unassign = unassign.plusIpv6Prefix(prefix(each, "Ipv6Prefix"));
        }
        call.apply(unassign);
        call.out()
                .put(ENI, in.text(ENI))
                .put("UnassignedIpv6Addresses", in.texts(IPV6_ADDRESSES))
                .put("UnassignedIpv6Prefixes", in.texts(IPV6_PREFIXES));
    }

    private static List<IpAddress> added(Optional<Eni> before, Eni after, IpFamily family) {
        List<IpAddress> added = new ArrayList<>();
        after.addresses(family).forEach(each -> added.add(each.address()));
        before.ifPresent(eni -> added.removeAll(
                eni.addresses(family).stream().map(EniAddress::address).toList()));
        return added;
    }

    private static List<Cidr> addedPrefixes(Optional<Eni> before, Eni after, IpFamily family) {
        List<Cidr> added = new ArrayList<>(after.prefixes(family));
        before.ifPresent(eni -> added.removeAll(eni.prefixes(family)));
        return added;
    }
}
