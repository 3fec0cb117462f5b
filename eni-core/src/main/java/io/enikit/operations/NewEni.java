package io.enikit.operations;

import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates network interfaces, with what EC2 chooses where nothing is stated. */
final class NewEni {
    private NewEni() {}

    /** Puts the interface into the plan, and returns it. */
    static Eni create(CreateEni request, Editor editor) {
        NetworkPlan plan = editor.plan();
        Optional<Subnet> subnet = plan.subnet(request.subnetId());
        Eni.Builder eni = Eni.builder()
                .id(request.eni())
                .subnetId(request.subnetId())
                .interfaceType(request.interfaceType())
                .description(request.description())
                .associatePublicIpAddress(request.associatePublicIpAddress()
                        .orElse(subnet.filter(Subnet::mapPublicIpOnLaunch).isPresent()))
                .addAllSecurityGroups(groups(request, editor))
                .tags(request.tags());
        List<EniAddress> addresses = stated(request);
        addresses.addAll(picked(request, plan));
        for (EniAddress each : addresses) {
            eni.addPrivateIpAddress(each);
            editor.report(Outcome.Kind.ASSIGNED, request.eni(), each.address() + (each.primary() ? " (primary)" : ""));
        }
        Eni created = eni.build();
        editor.put(created);
        return created;
    }

    /** Returns how many addresses EC2 has to find for a request, beside those that are stated. */
    static int needed(CreateEni request, NetworkPlan plan) {
        return request.secondaryPrivateIpAddressCount().orElse(0) + (needsPrimary(request, plan) ? 1 : 0);
    }

    private static boolean needsPrimary(CreateEni request, NetworkPlan plan) {
        return stated(request).stream().noneMatch(EniAddress::primary)
                && !request.interfaceType().equals(InterfaceType.EFA_ONLY)
                && plan.subnet(request.subnetId())
                        .filter(subnet -> !subnet.ipv6Native())
                        .isPresent();
    }

    /** Returns what is free in the subnet of a request once its stated addresses are taken. */
    static Optional<FreeSpace> spaceFor(CreateEni request, NetworkPlan plan) {
        return plan.freeSpace(request.subnetId(), IpFamily.IPV4).map(space -> {
            FreeSpace left = space;
            for (EniAddress each : stated(request)) {
                Cidr address = Cidr.from(each.address());
                if (left.isFree(address)) {
                    left = left.take(address);
                }
            }
            return left;
        });
    }

    private static List<EniAddress> stated(CreateEni request) {
        List<EniAddress> stated = new ArrayList<>(request.privateIpAddresses());
        request.privateIpAddress().ifPresent(address -> stated.add(new EniAddress(address, true)));
        return stated;
    }

    /** Picks the lowest free addresses; where there are too few, as many as there are. */
    private static List<EniAddress> picked(CreateEni request, NetworkPlan plan) {
        List<EniAddress> picked = new ArrayList<>();
        Optional<FreeSpace> space = spaceFor(request, plan);
        boolean primary = needsPrimary(request, plan);
        for (int i = needed(request, plan); i > 0 && space.isPresent(); i--) {
            Optional<Cidr> lowest = space.get().lowest(IpFamily.IPV4.bits());
            if (lowest.isEmpty()) {
                break;
            }
            space = space.map(left -> left.take(lowest.get()));
            IpAddress address = lowest.get().first();
            picked.add(new EniAddress(address, primary && picked.isEmpty()));
        }
        return picked;
    }

    /** Returns the stated groups, or the default group of the VPC, which EC2 made with it. */
    private static Iterable<SecurityGroupId> groups(CreateEni request, Editor editor) {
        return request.securityGroups().isEmpty()
                ? editor.plan().subnet(request.subnetId()).stream()
                        .map(Subnet::vpcId)
                        .flatMap(vpc -> editor.plan().securityGroupsOf(vpc).stream())
                        .filter(SecurityGroup::isDefault)
                        .map(SecurityGroup::id)
                        .limit(1)
                        .toList()
                : request.securityGroups();
    }
}
