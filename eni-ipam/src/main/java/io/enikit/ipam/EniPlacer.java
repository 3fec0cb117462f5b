package io.enikit.ipam;

import io.enikit.model.AddressSpace;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpFamily;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Assigns addresses and prefixes to planned interfaces: first those they had before, then the lowest free ones. */
final class EniPlacer {
    private final NetworkPlan.Builder plan;
    private final NetworkPlan previous;
    private final List<String> refused;

    EniPlacer(NetworkPlan.Builder plan, NetworkPlan previous, List<String> refused) {
        this.plan = plan;
        this.previous = previous;
        this.refused = refused;
    }

    private Optional<Subnet> subnet(PlannedEni request) {
        return plan.build().subnet(request.stated().subnetId());
    }

    private Eni now(PlannedEni request) {
        return plan.build().eni(request.stated().id()).orElseThrow();
    }

    /** Gives an interface its earlier MAC address, addresses and prefixes, as far as it still asks for them. */
    void keep(PlannedEni request) {
        Eni stated = request.stated();
        Optional<Eni> before =
                previous.eni(stated.id()).filter(eni -> eni.subnetId().equals(stated.subnetId()));
        if (before.isEmpty()) {
            return;
        }
        if (!request.statesMac()) {
            plan.put(now(request).toBuilder()
                    .macAddress(before.get().macAddress())
                    .build());
        }
        for (IpFamily family : IpFamily.values()) {
            keepAddresses(request, before.get(), family);
            keepPrefixes(request, before.get(), family);
        }
    }

    private void keepAddresses(PlannedEni request, Eni before, IpFamily family) {
        for (EniAddress each : before.addresses(family)) {
            boolean isPrimaryIpv4 = each.primary() && family == IpFamily.IPV4;
            boolean wanted = isPrimaryIpv4 ? primaryMissing(request) : othersMissing(request, family) > 0;
            if (wanted && isFree(request, Cidr.from(each.address()))) {
                add(request, each);
            }
        }
    }

    private void keepPrefixes(PlannedEni request, Eni before, IpFamily family) {
        for (Cidr each : before.prefixes(family)) {
            if (prefixesMissing(request, family) > 0 && isFree(request, each)) {
                addPrefix(request, each);
            }
        }
    }

    private boolean isFree(PlannedEni request, Cidr cidr) {
        return plan.build()
                .freeSpace(request.stated().subnetId(), cidr.family())
                .filter(space -> space.isFree(cidr))
                .isPresent();
    }

    /** Gives an interface the lowest free addresses and prefixes until it has as many as it asks for. */
    void pick(PlannedEni request) {
        for (IpFamily family : IpFamily.values()) {
            boolean primary = family == IpFamily.IPV4 && primaryMissing(request);
            int others = othersMissing(request, family);
            List<Cidr> picked = take(request, family, family.bits(), others + (primary ? 1 : 0));
            for (int i = 0; i < picked.size(); i++) {
                add(request, new EniAddress(picked.get(i).first(), primary && i == 0));
            }
            take(request, family, prefixLength(family), prefixesMissing(request, family))
                    .forEach(prefix -> addPrefix(request, prefix));
        }
    }

    /** Returns the lowest blocks of a length that EC2 would pick; none, and a refusal is added, if there are too few. */
    private List<Cidr> take(PlannedEni request, IpFamily family, int length, int count) {
        List<Cidr> picked = new ArrayList<>();
        Optional<FreeSpace> space = space(request, family, length);
        FreeSpace left = space.orElse(null);
        while (picked.size() < count) {
            Optional<Cidr> lowest =
                    left == null || length < left.block().prefixLength() ? Optional.empty() : left.lowest(length);
            if (left == null || lowest.isEmpty()) {
                refuse(request, family, length, count, space);
                return List.of();
            }
            left = left.take(lowest.get());
            picked.add(lowest.get());
        }
        return picked;
    }

    /** Returns where EC2 picks blocks of a length: single addresses outside of CIDR reservations. */
    private Optional<FreeSpace> space(PlannedEni request, IpFamily family, int length) {
        return plan.build()
                .addressSpace(request.stated().subnetId(), family)
                .map(length == family.bits() ? AddressSpace::forAddresses : AddressSpace::forPrefixes);
    }

    private void refuse(PlannedEni request, IpFamily family, int length, int count, Optional<FreeSpace> space) {
        Eni stated = request.stated();
        String what = length < family.bits() ? "/" + length + " prefix" : family.label() + " address";
        String why = space.map(free -> "where " + free(free, length) + " are free")
                .orElse(
                        subnet(request).isPresent()
                                ? "which has no " + family.label() + " block"
                                : "which does not exist");
        refused.add("interface \"" + stated.id() + "\" needs " + count + " " + what + (count == 1 ? "" : "es")
                + " of subnet \"" + stated.subnetId() + "\", " + why);
    }

    private static BigInteger free(FreeSpace space, int length) {
        return length < space.block().prefixLength() ? BigInteger.ZERO : space.countOf(length);
    }

    /** Returns true if an interface needs a primary IPv4 address and has none. */
    private boolean primaryMissing(PlannedEni request) {
        return now(request).privateIpAddress().isEmpty()
                && subnet(request).filter(Subnet::ipv6Native).isEmpty();
    }

    /** Returns how many addresses an interface still needs, not counting a primary IPv4 address. */
    private int othersMissing(PlannedEni request, IpFamily family) {
        long wanted = request.addressCount(family) + others(request.stated(), family);
        if (family == IpFamily.IPV6 && wanted == 0 && getsIpv6Address(request)) {
            wanted = 1;
        }
        return (int) Math.max(0, wanted - others(now(request), family));
    }

    private boolean getsIpv6Address(PlannedEni request) {
        return request.prefixCount(IpFamily.IPV6) == 0
                && request.stated().ipv6Prefixes().isEmpty()
                && subnet(request).filter(Subnet::assignIpv6AddressOnCreation).isPresent();
    }

    private static long others(Eni eni, IpFamily family) {
        return eni.addresses(family).stream()
                .filter(each -> family == IpFamily.IPV6 || !each.primary())
                .count();
    }

    private int prefixesMissing(PlannedEni request, IpFamily family) {
        int wanted =
                request.prefixCount(family) + request.stated().prefixes(family).size();
        return Math.max(0, wanted - now(request).prefixes(family).size());
    }

    private static int prefixLength(IpFamily family) {
        return family == IpFamily.IPV4 ? Eni.IPV4_PREFIX_LENGTH : Eni.IPV6_PREFIX_LENGTH;
    }

    private void add(PlannedEni request, EniAddress address) {
        Eni.Builder more = now(request).toBuilder();
        plan.put((address.address().family() == IpFamily.IPV4
                        ? more.addPrivateIpAddress(address)
                        : more.addIpv6Address(address))
                .build());
    }

    private void addPrefix(PlannedEni request, Cidr prefix) {
        Eni.Builder more = now(request).toBuilder();
        plan.put((prefix.family() == IpFamily.IPV4 ? more.addIpv4Prefix(prefix) : more.addIpv6Prefix(prefix)).build());
    }
}
