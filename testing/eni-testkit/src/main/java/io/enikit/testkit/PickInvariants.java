package io.enikit.testkit;

import io.enikit.model.CidrReservation;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import io.enikit.operations.AssignIpv6Addresses;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.CreateEni;
import io.enikit.operations.LaunchInstance;
import io.enikit.operations.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What holds of the addresses and prefixes that an operation left to EC2: they keep to the reservations, (f). */
final class PickInvariants {
    private final Set<Cidr> stated = new HashSet<>();
    private final NetworkPlan before;
    private final Consumer<String> broken;

    PickInvariants(NetworkPlan before, Operation operation, Consumer<String> broken) {
        this.before = before;
        this.broken = broken;
        state(operation);
    }

    private void state(Operation operation) {
        if (operation instanceof CreateEni create) {
            state(create);
        } else if (operation instanceof LaunchInstance launch) {
            launch.privateIpAddress().map(Cidr::from).ifPresent(stated::add);
            launch.interfaces().forEach(each -> each.created().ifPresent(this::state));
        } else if (operation instanceof AssignPrivateIpAddresses assign) {
            assign.privateIpAddresses().forEach(address -> stated.add(Cidr.from(address)));
            stated.addAll(assign.ipv4Prefixes());
        } else if (operation instanceof AssignIpv6Addresses assign) {
            assign.ipv6Addresses().forEach(address -> stated.add(Cidr.from(address)));
            stated.addAll(assign.ipv6Prefixes());
        }
    }

    private void state(CreateEni create) {
        create.privateIpAddress().map(Cidr::from).ifPresent(stated::add);
        create.privateIpAddresses().forEach(each -> stated.add(Cidr.from(each.address())));
        create.ipv6Addresses().forEach(address -> stated.add(Cidr.from(address)));
        stated.addAll(create.ipv4Prefixes());
        stated.addAll(create.ipv6Prefixes());
    }

    void check(NetworkPlan after) {
        for (Eni eni : after.enis()) {
            Optional<Subnet> subnet = before.subnet(eni.subnetId());
            Optional<Eni> then = before.eni(eni.id());
            for (IpFamily family : IpFamily.values()) {
                List<Cidr> addresses = singles(eni.addresses(family));
                then.ifPresent(old -> addresses.removeAll(singles(old.addresses(family))));
                List<Cidr> prefixes = new ArrayList<>(eni.prefixes(family));
                then.ifPresent(old -> prefixes.removeAll(old.prefixes(family)));
                subnet.ifPresent(of -> {
                    addresses.forEach(each -> checkAddress(each, of, eni));
                    prefixes.forEach(each -> checkPrefix(each, of, eni));
                });
            }
        }
    }

    private static List<Cidr> singles(List<EniAddress> addresses) {
        List<Cidr> singles = new ArrayList<>();
        addresses.forEach(each -> singles.add(Cidr.from(each.address())));
        return singles;
    }

    private void checkAddress(Cidr address, Subnet subnet, Eni eni) {
        subnet.cidrReservations().stream()
                .filter(each -> !stated.contains(address) && each.cidr().overlaps(address))
                .forEach(each -> broken.accept(
                        "(f) EC2 picked " + address + " for " + eni.id() + " from the reservation " + each));
    }

    private void checkPrefix(Cidr prefix, Subnet subnet, Eni eni) {
        List<CidrReservation> reservations = subnet.cidrReservations().stream()
                .filter(each -> each.cidr().family() == prefix.family())
                .toList();
        List<CidrReservation> forPrefixes = reservations.stream()
                .filter(each -> each.type() == CidrReservation.Type.PREFIX)
                .toList();
        boolean kept = forPrefixes.isEmpty()
                ? reservations.stream().noneMatch(each -> each.cidr().overlaps(prefix))
                : forPrefixes.stream().anyMatch(each -> each.cidr().contains(prefix));
        if (!stated.contains(prefix) && !kept) {
            broken.accept("(f) EC2 picked " + prefix + " for " + eni.id() + " although there are the reservations "
                    + reservations);
        }
    }
}
