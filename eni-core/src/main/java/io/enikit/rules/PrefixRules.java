package io.enikit.rules;

import static io.enikit.model.ResourceKind.ENI;
import static io.enikit.model.ResourceKind.SUBNET;
import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Phase.ADDRESSES;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.PlanAccess;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import io.enikit.net.IpSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The rules on the prefixes that are delegated to interfaces. */
final class PrefixRules {
    static final ImmutableList<Rule<?>> ALL = ImmutableList.of(
            RuleInfo.of("eni.ipv4.prefix-length", ADDRESSES)
                    .withSummary("A delegated IPv4 prefix is a /28.")
                    .documented("Assign prefixes to network interfaces")
                    .withCatalogIds("PFX-V4-LEN")
                    .withCode("InvalidParameterValue", INFERRED)
                    .rule(Eni.class, (eni, plan, faults) -> length(IpFamily.IPV4, eni, faults))
                    .lookingAt(),
            RuleInfo.of("eni.ipv6.prefix-length", ADDRESSES)
                    .withSummary("A delegated IPv6 prefix is a /80.")
                    .documented("Assign prefixes to network interfaces")
                    .withCatalogIds("PFX-V6-LEN")
                    .withCode("InvalidParameterValue", INFERRED)
                    .rule(Eni.class, (eni, plan, faults) -> length(IpFamily.IPV6, eni, faults))
                    .lookingAt(),
            RuleInfo.of("eni.ipv4.prefix-in-subnet", ADDRESSES)
                    .withSummary("The delegated IPv4 prefixes of an interface are in its subnet.")
                    .documented("Assign prefixes to network interfaces")
                    .withCatalogIds("PFX-IN-SUBNET")
                    .withCode("InvalidParameterValue", INFERRED)
                    .withSilentBehind("eni.subnet.exists")
                    .withSilentBehindSame("eni.ipv4.prefix-length")
                    .withNeeds(Fact.SUBNET_IPV4_BLOCK)
                    .rule(Eni.class, (eni, plan, faults) -> inSubnet(IpFamily.IPV4, eni, plan, faults))
                    .lookingAt(SUBNET),
            RuleInfo.of("eni.ipv6.prefix-in-subnet", ADDRESSES)
                    .withSummary("The delegated IPv6 prefixes of an interface are in its subnet.")
                    .documented("Assign prefixes to network interfaces")
                    .withCatalogIds("PFX-IN-SUBNET")
                    .withCode("InvalidParameterValue", INFERRED)
                    .withSilentBehind("eni.subnet.exists")
                    .withSilentBehindSame("eni.ipv6.prefix-length")
                    .withNeeds(Fact.SUBNET_IPV6_BLOCK)
                    .rule(Eni.class, (eni, plan, faults) -> inSubnet(IpFamily.IPV6, eni, plan, faults))
                    .lookingAt(SUBNET),
            RuleInfo.of("eni.ipv4.prefix-reserved", ADDRESSES)
                    .withSummary(
                            "A delegated IPv4 prefix holds none of the five addresses that EC2 keeps in each subnet: it is neither the first nor the last /28 there.")
                    .documented("Subnet CIDR blocks")
                    .withCatalogIds("PFX-BROADCAST-BLOCKS")
                    .withCode("InvalidParameterValue", INFERRED)
                    .withSilentBehind("eni.subnet.exists")
                    .withSilentBehindSame("eni.ipv4.prefix-length")
                    .withNeeds(Fact.SUBNET_IPV4_BLOCK)
                    .rule(Eni.class, (eni, plan, faults) -> reserved(IpFamily.IPV4, eni, plan, faults))
                    .lookingAt(SUBNET),
            RuleInfo.of("eni.ipv6.prefix-reserved", ADDRESSES)
                    .withSummary(
                            "A delegated IPv6 prefix holds none of the five addresses that EC2 keeps in each subnet: it is neither the first nor the last /80 there.")
                    .documented("Subnet CIDR blocks")
                    .withCatalogIds("PFX-BROADCAST-BLOCKS")
                    .withCode("InvalidParameterValue", INFERRED)
                    .withSilentBehind("eni.subnet.exists")
                    .withSilentBehindSame("eni.ipv6.prefix-length")
                    .withNeeds(Fact.SUBNET_IPV6_BLOCK)
                    .rule(Eni.class, (eni, plan, faults) -> reserved(IpFamily.IPV6, eni, plan, faults))
                    .lookingAt(SUBNET),
            RuleInfo.of("eni.ipv4.prefix-in-use", ADDRESSES)
                    .withSummary("The addresses of a delegated IPv4 prefix belong to it alone.")
                    .documented("Assign prefixes to network interfaces")
                    .withCatalogIds("PFX-IN-SUBNET")
                    .withCode("InvalidIPAddress.InUse", INFERRED)
                    .withSilentBehindSame("eni.ipv4.prefix-length")
                    .rule(Eni.class, (eni, plan, faults) -> inUse(IpFamily.IPV4, eni, plan, faults))
                    .lookingAt(ENI),
            RuleInfo.of("eni.ipv6.prefix-in-use", ADDRESSES)
                    .withSummary("The addresses of a delegated IPv6 prefix belong to it alone.")
                    .documented("Assign prefixes to network interfaces")
                    .withCatalogIds("PFX-IN-SUBNET")
                    .withCode("InvalidIPAddress.InUse", INFERRED)
                    .withSilentBehindSame("eni.ipv6.prefix-length")
                    .rule(Eni.class, (eni, plan, faults) -> inUse(IpFamily.IPV6, eni, plan, faults))
                    .lookingAt(ENI));

    private PrefixRules() {}

    private static void length(IpFamily family, Eni eni, Faults faults) {
        for (Cidr prefix : eni.prefixes(family)) {
            if (prefix.prefixLength() != Eni.prefixLength(family)) {
                faults.add(Fault.of(
                                prefix + " is no prefix that EC2 delegates: expected a /" + Eni.prefixLength(family),
                                "use blocks of that length, or leave it to EC2 to pick them")
                        .withDetail(hasOwnLength(prefix) ? family.label() + " " + prefix : prefix));
            }
        }
    }

    /** A prefix in the list of the other family may be one that EC2 delegates: then other rules look at it as well. */
    private static boolean hasOwnLength(Cidr prefix) {
        return prefix.prefixLength() == Eni.prefixLength(prefix.family());
    }

    private static void inSubnet(IpFamily family, Eni eni, NetworkPlan plan, Faults faults) {
        if (eni.prefixes(family).isEmpty()) {
            return;
        }
        Optional<Subnet> subnet = plan.subnet(eni.subnetId());
        if (subnet.isEmpty()) {
            return;
        }
        Optional<Cidr> block = subnet.get().cidrBlock(family);
        for (Cidr prefix : eni.prefixes(family)) {
            if (block.isEmpty() || !block.get().contains(prefix)) {
                faults.add(Fault.of(
                                AddressRules.outside(prefix, subnet.get(), family),
                                "use a prefix of the subnet, or leave it to EC2 to pick one")
                        .withDetail(prefix));
            }
        }
    }

    private static void reserved(IpFamily family, Eni eni, NetworkPlan plan, Faults faults) {
        if (eni.prefixes(family).isEmpty()) {
            return;
        }
        IpSet reserved = plan.subnet(eni.subnetId())
                .map(subnet -> subnet.reservedAddresses(family))
                .orElse(IpSet.empty());
        for (Cidr prefix : eni.prefixes(family)) {
            if (reserved.overlaps(IpSet.of(prefix))) {
                faults.add(Fault.of(
                                prefix + " has addresses inside that EC2 reserves in the subnet \"" + eni.subnetId()
                                        + "\"",
                                "use any but the first and the last /" + Eni.prefixLength(family) + " of the subnet")
                        .withDetail(prefix));
            }
        }
    }

    private static void inUse(IpFamily family, Eni eni, NetworkPlan plan, Faults faults) {
        if (eni.prefixes(family).isEmpty()) {
            return;
        }
        Set<Cidr> seen = new HashSet<>();
        for (Cidr prefix : eni.prefixes(family)) {
            Optional<EniId> owner = seen.add(prefix) ? otherOwner(prefix, eni, plan) : Optional.of(eni.id());
            owner.ifPresent(other -> faults.add(Fault.of(
                            "addresses of " + prefix + " belong to " + other + " as well",
                            "use another prefix, or leave it to EC2 to pick one")
                    .withDetail(prefix)
                    .withOther(other, "addresses of " + prefix + " belong to " + eni.id() + " as well")));
        }
    }

    /** Finds whose addresses are in a prefix: its interface's own, or those of one with a smaller id. */
    private static Optional<EniId> otherOwner(Cidr prefix, Eni eni, NetworkPlan plan) {
        for (EniAddress own : eni.addresses(prefix.family())) {
            if (prefix.contains(own.address())) {
                return Optional.of(eni.id());
            }
        }
        return Optional.ofNullable(PlanAccess.get().firstOwnerIn(plan, eni.subnetId(), prefix))
                .filter(first -> first.compareTo(eni.id()) < 0);
    }
}
