package io.enikit.operations;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import io.enikit.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Creates network interfaces, with what EC2 chooses where nothing is stated. */
final class NewEni {
    private NewEni() {}

    /** Puts the interface into the plan, and returns it. */
    static Eni create(CreateEni request, Editor editor) {
        NetworkPlan plan = editor.plan();
        Optional<Subnet> subnet = plan.subnet(request.subnetId());
        PickedAddresses.Share ipv4 = editor.call().picked(request.eni(), IpFamily.IPV4);
        PickedAddresses.Share ipv6 = editor.call().picked(request.eni(), IpFamily.IPV6);
        editor.put(Eni.builder()
                .id(request.eni())
                .subnetId(request.subnetId())
                .interfaceType(request.interfaceType())
                .description(request.description())
                .associatePublicIpAddress(request.associatePublicIpAddress()
                        .orElse(subnet.filter(Subnet::mapPublicIpOnLaunch).isPresent()))
                .addAllSecurityGroups(groups(request, editor))
                .connectionTracking(request.connectionTracking())
                .ownerId(editor.caller().ownerIn(request.subnetId(), plan))
                .tags(request.tags())
                .build());
        editor.assign(request.eni(), ipv4.addresses(), ipv4.prefixes());
        editor.assign(
                request.eni(),
                request.enablePrimaryIpv6() ? firstAsPrimary(ipv6.addresses()) : ipv6.addresses(),
                ipv6.prefixes());
        return editor.eni(request.eni());
    }

    /** Returns what a request asks for of each family. */
    static List<AddressRequest> addressRequests(CreateEni request, NetworkPlan plan) {
        Optional<Subnet> subnet = plan.subnet(request.subnetId());
        return ImmutableList.of(ipv4(request, subnet), ipv6(request, subnet));
    }

    private static AddressRequest ipv4(CreateEni request, Optional<Subnet> subnet) {
        List<EniAddress> stated = new ArrayList<>(request.privateIpAddresses());
        request.privateIpAddress().ifPresent(address -> stated.add(new EniAddress(address, true)));
        boolean picksPrimary = !hasPrimary(stated)
                && !request.interfaceType().equals(InterfaceType.EFA_ONLY)
                && subnet.filter(each -> !each.ipv6Native()).isPresent();
        return new AddressRequest(
                request.eni(),
                request.subnetId(),
                IpFamily.IPV4,
                stated,
                picksPrimary,
                request.secondaryPrivateIpAddressCount(),
                request.ipv4Prefixes(),
                request.ipv4PrefixCount());
    }

    private static boolean hasPrimary(List<EniAddress> addresses) {
        for (EniAddress each : addresses) {
            if (each.primary()) {
                return true;
            }
        }
        return false;
    }

    private static AddressRequest ipv6(CreateEni request, Optional<Subnet> subnet) {
        AddressRequest asked = new AddressRequest(
                request.eni(),
                request.subnetId(),
                IpFamily.IPV6,
                ImmutableList.copyOf(
                        Lists.transform(request.ipv6Addresses(), address -> new EniAddress(address, false))),
                false,
                request.ipv6AddressCount(),
                request.ipv6Prefixes(),
                request.ipv6PrefixCount());
        boolean assignsOne = asked.parameters().isEmpty()
                && !request.interfaceType().equals(InterfaceType.EFA_ONLY)
                && subnet.filter(Subnet::assignIpv6AddressOnCreation).isPresent();
        return assignsOne
                ? new AddressRequest(
                        asked.eni(),
                        asked.subnet(),
                        IpFamily.IPV6,
                        ImmutableList.of(),
                        false,
                        OptionalInt.of(1),
                        ImmutableList.of(),
                        OptionalInt.empty())
                : asked;
    }

    /** Flags the first address as the primary one. */
    static List<EniAddress> firstAsPrimary(List<EniAddress> addresses) {
        ImmutableList.Builder<EniAddress> flagged = ImmutableList.builder();
        for (int i = 0; i < addresses.size(); i++) {
            flagged.add(i == 0 ? new EniAddress(addresses.get(i).address(), true) : addresses.get(i));
        }
        return flagged.build();
    }

    /** Returns the given groups, or the default group of the VPC, which EC2 made with it. */
    private static Set<SecurityGroupId> groups(CreateEni request, Editor editor) {
        return request.securityGroups().isEmpty()
                ? editor.plan()
                        .subnet(request.subnetId())
                        .flatMap(subnet -> DefaultGroup.made(subnet.vpcId(), editor))
                        .map(ImmutableSet::of)
                        .orElse(ImmutableSet.of())
                : request.securityGroups();
    }
}
