package io.enikit.fake;

import static io.enikit.fake.Requests.address;
import static io.enikit.fake.Requests.prefix;

import io.enikit.model.ConnectionTracking;
import io.enikit.model.EniAddress;
import io.enikit.model.InterfaceType;
import io.enikit.model.SecurityGroupId;
import io.enikit.operations.CreateEni;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what a request asks of an interface that is to be created: by itself, or in the launch of an instance. */
final class NewEnis {
    private NewEnis() {}

    static CreateEni common(CreateEni started, Item in) {
        CreateEni create = started.withSecurityGroups(
                in.texts("Groups").stream().map(SecurityGroupId::of).toList());
        Optional<String> description = in.find("Description");
        if (description.isPresent()) {
            create = create.withDescription(description.get());
        }
        Optional<String> type = in.find("InterfaceType");
        if (type.isPresent()) {
            create = create.withInterfaceType(InterfaceType.of(type.get()));
        }
        Optional<Item> tracking = in.item("ConnectionTrackingSpecification");
        if (tracking.isPresent()) {
            create = create.withConnectionTracking(tracking(tracking.get()));
        }
        return ipv6(ipv4(create, in), in);
    }

    /** Reads what a launch that states no interface asks of its only one. */
    static CreateEni ofLaunch(CreateEni started, Item in) {
        CreateEni create = started;
        Optional<String> primary = in.find("PrivateIpAddress");
        create = primary.isPresent() ? create.withPrivateIpAddress(address(primary.get(), "PrivateIpAddress")) : create;
        for (Item each : in.items("Ipv6Addresses")) {
            create = create.plusIpv6Address(address(each.text("Ipv6Address"), "Ipv6Address"));
        }
        OptionalInt addresses = in.number("Ipv6AddressCount");
        create = addresses.isPresent() ? create.withIpv6AddressCount(addresses.getAsInt()) : create;
        return in.isTrue("EnablePrimaryIpv6") ? create.withEnablePrimaryIpv6(true) : create;
    }

    private static CreateEni ipv4(CreateEni started, Item in) {
        CreateEni create = started;
        Optional<String> primary = in.find("PrivateIpAddress");
        if (primary.isPresent()) {
            create = create.withPrivateIpAddress(address(primary.get(), "PrivateIpAddress"));
        }
        for (EniAddress each : Requests.addresses(in, "PrivateIpAddresses")) {
            create = create.plusPrivateIpAddress(each);
        }
        for (Item each : in.items("Ipv4Prefixes")) {
            create = create.plusIpv4Prefix(prefix(each.text("Ipv4Prefix"), "Ipv4Prefix"));
        }
        OptionalInt secondary = in.number("SecondaryPrivateIpAddressCount");
        if (secondary.isPresent()) {
            create = create.withSecondaryPrivateIpAddressCount(secondary.getAsInt());
        }
        OptionalInt prefixes = in.number("Ipv4PrefixCount");
        return prefixes.isPresent() ? create.withIpv4PrefixCount(prefixes.getAsInt()) : create;
    }

    private static CreateEni ipv6(CreateEni started, Item in) {
        CreateEni create = started;
        for (Item each : in.items("Ipv6Addresses")) {
            create = create.plusIpv6Address(address(each.text("Ipv6Address"), "Ipv6Address"));
            if (each.isTrue("IsPrimaryIpv6")) {
                create = create.withEnablePrimaryIpv6(true);
            }
        }
        for (Item each : in.items("Ipv6Prefixes")) {
            create = create.plusIpv6Prefix(prefix(each.text("Ipv6Prefix"), "Ipv6Prefix"));
        }
        OptionalInt addresses = in.number("Ipv6AddressCount");
        if (addresses.isPresent()) {
            create = create.withIpv6AddressCount(addresses.getAsInt());
        }
        OptionalInt prefixes = in.number("Ipv6PrefixCount");
        return prefixes.isPresent() ? create.withIpv6PrefixCount(prefixes.getAsInt()) : create;
    }

    static ConnectionTracking tracking(Item in) {
        ConnectionTracking tracking = ConnectionTracking.defaults();
        OptionalInt tcp = in.number("TcpEstablishedTimeout");
        tracking = tcp.isPresent() ? tracking.withTcpEstablishedTimeout(tcp.getAsInt()) : tracking;
        OptionalInt stream = in.number("UdpStreamTimeout");
        tracking = stream.isPresent() ? tracking.withUdpStreamTimeout(stream.getAsInt()) : tracking;
        OptionalInt udp = in.number("UdpTimeout");
        return udp.isPresent() ? tracking.withUdpTimeout(udp.getAsInt()) : tracking;
    }
}
