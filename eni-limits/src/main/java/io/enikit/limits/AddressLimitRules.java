package io.enikit.limits;

import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.LIMITS;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.rules.Fault;
import io.enikit.rules.Rule;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules on the addresses and prefixes that an instance type allows its interfaces. */
final class AddressLimitRules {
    private static final int MOST_WITH_DNS = 31;
    private static final Set<String> LIMITED_DNS =
            Set.of("f1.16xlarge", "g3.16xlarge", "h1.16xlarge", "i3.16xlarge", "r4.16xlarge");

    private AddressLimitRules() {}

    static List<Rule<?>> of(InstanceTypes types) {
        InstanceRules rules = new InstanceRules(types);
        return List.of(
                rules.aboutInterfaces(
                        RuleInfo.of("limits.ipv4-addresses", LIMITS)
                                .withSummary(
                                        "An interface has no more private IPv4 addresses and prefixes than its type allows.")
                                .documented("Maximum IP addresses per network interface")
                                .withMessageOf(
                                        "AssignPrivateIpAddresses", "Number of private addresses will exceed limit.")
                                .withMessageOf(
                                        "AttachNetworkInterface",
                                        "Address count {count} on interface-{eniHex} exceeds the limit for {type}")
                                .withCodeOf("AttachNetworkInterface", "InvalidInterface.IpAddressLimitExceeded")
                                .withCatalogIds("IP4-LIMIT", "PFX-COUNT-AS-ONE")
                                .withCode("PrivateIpAddressLimitExceeded", SEEN)
                                .withCodeOf("RunInstances", "InvalidInterface.IpAddressLimitExceeded"),
                        AddressLimitRules::ipv4Addresses),
                rules.aboutInterfaces(
                        RuleInfo.of("limits.ipv6-addresses", LIMITS)
                                .withSummary(
                                        "An interface has no more IPv6 addresses and prefixes than its type allows.")
                                .documented("Maximum IP addresses per network interface")
                                .withCatalogIds("IP6-LIMIT", "IP6-TYPES", "PFX-V6-LIMIT"),
                        AddressLimitRules::ipv6Addresses),
                rules.aboutInterfaces(
                        RuleInfo.of("limits.prefixes", LIMITS)
                                .withSummary("Prefixes are delegated to instances on Nitro or bare metal only.")
                                .documented("Prefix delegation for Amazon EC2 network interfaces")
                                .withCatalogIds("PFX-NITRO"),
                        AddressLimitRules::prefixes),
                rules.aboutInterfaces(
                        RuleInfo.of("limits.ipv6-native", LIMITS)
                                .withSummary("Instances in an IPv6-native subnet are built on Nitro.")
                                .documented("Subnets for your VPC")
                                .withCatalogIds("SUBNET-V6NATIVE-ATTRS"),
                        AddressLimitRules::ipv6Native),
                rules.aboutInterfaces(
                        RuleInfo.of("limits.dns-31", LIMITS)
                                .withSummary("Interfaces of some large types have at most 31 addresses that reach DNS.")
                                .seen("header of the VPC CNI's max-pods list")
                                .withCatalogIds("LIM-DNS-31")
                                .withSeverity(Severity.WARNING),
                        AddressLimitRules::addressesWithDns));
    }

    private static Optional<Fault> ipv4Addresses(Eni eni, InstanceLimits limits, NetworkPlan plan) {
        int addresses = InstanceUsage.ipv4AddressesUsed(eni);
        int most = limits.ipv4AddressesPerInterface();
        if (addresses > most) {
            return Optional.of(Fault.of(
                            addresses + " private IPv4 addresses and prefixes, " + limits.instanceType() + " allows "
                                    + most,
                            "use another interface, or a larger type")
                    .withValue("count", addresses)
                    .withValue("eniHex", eni.id().toString().replaceFirst("^eni-", ""))
                    .withExcess(addresses - most));
        }
        return Optional.empty();
    }

    private static Optional<Fault> ipv6Addresses(Eni eni, InstanceLimits limits, NetworkPlan plan) {
        int addresses = InstanceUsage.ipv6AddressesUsed(eni);
        int most = limits.ipv6AddressesPerInterface().orElse(addresses);
        if (addresses > most) {
            return Optional.of(Fault.of(
                            addresses + " IPv6 addresses and prefixes, " + limits.instanceType() + " allows " + most,
                            most == 0 ? "use a type that supports IPv6" : "use another interface, or a larger type")
                    .withExcess(addresses - most));
        }
        return Optional.empty();
    }

    private static Optional<Fault> prefixes(Eni eni, InstanceLimits limits, NetworkPlan plan) {
        long prefixes = eni.ipv4Prefixes().size()
                + eni.ipv6Prefixes().size()
                + eni.addressDemand().ipv4Prefixes()
                + eni.addressDemand().ipv6Prefixes();
        if (prefixes > 0 && isXen(limits)) {
            return Optional.of(Fault.of(
                            prefixes + " delegated prefixes on an instance of type " + limits.instanceType()
                                    + ", which is not built on Nitro",
                            "use secondary addresses, or a Nitro type")
                    .withExcess(prefixes));
        }
        return Optional.empty();
    }

    private static Optional<Fault> ipv6Native(Eni eni, InstanceLimits limits, NetworkPlan plan) {
        if (eni.privateIpAddresses().isEmpty()
                && isXen(limits)
                && plan.subnet(eni.subnetId()).filter(Subnet::ipv6Native).isPresent()) {
            return Optional.of(Fault.of(
                    "it is in the IPv6-native subnet \"" + eni.subnetId() + "\", on an instance of type "
                            + limits.instanceType() + ", which is not built on Nitro",
                    "use a Nitro type, or a subnet with an IPv4 block"));
        }
        return Optional.empty();
    }

    private static boolean isXen(InstanceLimits limits) {
        return limits.hypervisor().filter(Hypervisor.XEN::equals).isPresent();
    }

    private static Optional<Fault> addressesWithDns(Eni eni, InstanceLimits limits, NetworkPlan plan) {
        long addresses = eni.privateIpAddresses().size() + eni.addressDemand().ipv4Addresses();
        if (addresses > MOST_WITH_DNS && LIMITED_DNS.contains(limits.instanceType())) {
            return Optional.of(Fault.of(
                            addresses + " private IPv4 addresses, those beyond the " + MOST_WITH_DNS
                                    + "st of an interface of " + limits.instanceType()
                                    + " reach neither instance metadata nor VPC DNS nor time sync",
                            "spread the addresses over more interfaces")
                    .withExcess(addresses - MOST_WITH_DNS));
        }
        return Optional.empty();
    }
}
