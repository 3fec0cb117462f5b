package io.enikit.json.gathered;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.net.IpFamily;
import java.util.Map;
import java.util.TreeMap;

/** How many IPv4 addresses interfaces hold and await in subnets: all of them, and those of each service. */
final class SubnetUses {
    private final Map<String, Long> awaited = new TreeMap<>();
    private final Map<String, Long> awaitedByService = new TreeMap<>();
    private final Map<String, Long> heldByService = new TreeMap<>();

    private SubnetUses() {}

    /** Counts once what many services ask for. */
    static SubnetUses of(NetworkPlan plan) {
        SubnetUses uses = new SubnetUses();
        for (Subnet subnet : plan.subnets()) {
            SubnetId id = subnet.id();
            for (Eni eni : plan.enisAwaitingAddressesIn(id)) {
                long addresses = eni.addressDemand().ipv4Addresses()
                        + (eni.addressDemand().ipv4Prefixes() << (IpFamily.IPV4.bits() - Eni.IPV4_PREFIX_LENGTH));
                uses.awaited.merge(id.toString(), addresses, Long::sum);
                uses.awaitedByService.merge(key(service(eni), id), addresses, Long::sum);
            }
            for (Eni eni : plan.enisIn(id)) {
                uses.heldByService.merge(
                        key(service(eni), id), (long) eni.privateIpAddresses().size(), Long::sum);
            }
        }
        plan.subnetDemands().stream()
                .filter(each -> each.name().equals(Existing.NOT_SHOWN))
                .forEach(each -> each.subnets()
                        .forEach(subnet -> uses.awaited.merge(
                                subnet.toString(), each.addresses().ipv4Addresses(), Long::sum)));
        return uses;
    }

    /** Returns how many addresses the interfaces of others await in a subnet. */
    long awaitedByOthers(SubnetId subnet, Declared service) {
        return awaited.getOrDefault(subnet.toString(), 0L)
                - awaitedByService.getOrDefault(key(service.name(), subnet), 0L);
    }

    /** Returns how many addresses the interfaces of a service have in a subnet. */
    long held(SubnetId subnet, Declared service) {
        return heldByService.getOrDefault(key(service.name(), subnet), 0L);
    }

    /** Returns the name of what an interface is a part of, if it is one. */
    private static String service(Eni eni) {
        String id = eni.id().toString();
        return id.substring(0, Math.max(0, id.lastIndexOf('/')));
    }

    private static String key(String service, SubnetId subnet) {
        return subnet + "\n" + service;
    }
}
