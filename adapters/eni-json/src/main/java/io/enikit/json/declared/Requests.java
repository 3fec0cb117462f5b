package io.enikit.json.declared;

import io.enikit.json.gathered.Collector;
import io.enikit.json.gathered.Declared;
import io.enikit.json.gathered.RequestRules;
import io.enikit.json.text.Node;
import io.enikit.model.InstanceId;
import io.enikit.model.ResourceId;
import java.util.ArrayList;
import java.util.List;

/** What EC2 refuses about the request by which a declared resource is made, whatever comes of it. */
public final class Requests {
    private static final List<String> OF_THE_ONLY_INTERFACE = List.of(
            "SubnetId", "SecurityGroupIds", "SecurityGroups", "PrivateIpAddress", "Ipv6AddressCount", "Ipv6Addresses");

    private static final List<String> COUNTS =
            List.of("SecondaryPrivateIpAddressCount", "Ipv4PrefixCount", "Ipv6AddressCount", "Ipv6PrefixCount");

    private Requests() {}

    /** Checks that an interface is asked for addresses, or for prefixes, of each family in one way only. */
    static void oneWay(ResourceId id, Properties properties, Collector collector) {
        if (!asksByNumber(properties)) {
            return;
        }
        List<String> ipv4 = asked(
                properties, List.of("SecondaryPrivateIpAddressCount", "Ipv4PrefixCount"), List.of("Ipv4Prefixes"));
        if (properties.objects("PrivateIpAddresses").stream()
                .anyMatch(each ->
                        each.has("PrivateIpAddress") && !each.flag("Primary").orElse(false))) {
            ipv4.add("PrivateIpAddresses");
        }
        List<String> ipv6 = asked(
                properties, List.of("Ipv6AddressCount", "Ipv6PrefixCount"), List.of("Ipv6Addresses", "Ipv6Prefixes"));
        for (List<String> family : List.of(ipv4, ipv6)) {
            boolean counts = family.stream().anyMatch(each -> each.endsWith("Count"));
            if (family.size() > 1 && counts) {
                collector.report(
                        RequestRules.get(RequestRules.ONE_WAY),
                        id,
                        "it asks for " + String.join(" and for ", family) + " at once",
                        "use one of them",
                        properties.origin());
            }
        }
    }

    /** Returns whether a number of any kind is given: two lists may be what an interface has been given since. */
    private static boolean asksByNumber(Properties properties) {
        boolean asks = false;
        for (String each : COUNTS) {
            asks |= properties.addresses(each) > 0; // each of them is looked at, as one may be malformed
        }
        return asks;
    }

    private static List<String> asked(Properties properties, List<String> counts, List<String> lists) {
        List<String> asked = new ArrayList<>();
        for (String each : counts) {
            if (properties.addresses(each) > 0) {
                asked.add(each);
            }
        }
        for (String each : lists) {
            if (!properties.items(each).isEmpty()) {
                asked.add(each);
            }
        }
        return asked;
    }

    /** Returns whether a property says anything: an empty list does not. */
    private static boolean states(Properties properties, String key) {
        return properties
                .raw(key)
                .filter(node -> !node.is(Node.Kind.LIST) || !node.items().isEmpty())
                .isPresent();
    }

    /** Checks that an instance states its interfaces, or the subnet, groups and addresses of the only one. */
    public static void interfacesOrSubnet(Declared instance, Collector collector) {
        InstanceId id = InstanceId.of(instance.name());
        Properties properties = Properties.of(instance, id, collector);
        List<String> both = OF_THE_ONLY_INTERFACE.stream()
                .filter(key -> states(properties, key))
                .toList();
        if (!both.isEmpty() && states(properties, "NetworkInterfaces")) {
            collector.report(
                    RequestRules.get(RequestRules.INTERFACES_OR_SUBNET),
                    id,
                    "it has NetworkInterfaces and " + String.join(", ", both),
                    "move what the interface needs into NetworkInterfaces",
                    properties.origin());
        }
    }
}
