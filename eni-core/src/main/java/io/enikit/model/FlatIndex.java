package io.enikit.model;

import com.google.common.collect.ImmutableList;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.MacAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers of a plan by hash, for a look at all of it: quicker than the persistent indexes, which it is made from at once
 * and which it leaves to answer where several interfaces share an address or a MAC.
 */
final class FlatIndex {
    private final Map<ResourceId, Optional<Resource>> resources = new HashMap<>();
    private final Map<InstanceId, List<Eni>> enisByInstance = new HashMap<>();
    private final Map<IpAddress, ImmutableList<Eni>> ownerByAddress = new HashMap<>();
    private final Map<MacAddress, ImmutableList<Eni>> eniByMac = new HashMap<>();
    private final Set<IpAddress> sharedAddresses = new HashSet<>();
    private final Set<MacAddress> sharedMacs = new HashSet<>();
    private final Set<Cidr> prefixes = new HashSet<>();

    FlatIndex(PlanContent content, Comparator<Eni> byPlace) {
        content.resources()
                .values()
                .forEach(ofKind -> ofKind.forEach((id, resource) -> {
                    resources.put(id, Optional.of(resource));
                    if (resource instanceof Eni eni) {
                        add(eni);
                    }
                }));
        enisByInstance.replaceAll((id, enis) -> ImmutableList.sortedCopyOf(byPlace, enis));
    }

    private void add(Eni eni) {
        ImmutableList<Eni> alone = ImmutableList.of(eni);
        eni.instanceId()
                .ifPresent(id -> enisByInstance
                        .computeIfAbsent(id, unseen -> new ArrayList<>())
                        .add(eni));
        for (EniAddress each : eni.privateIpAddresses()) {
            add(each.address(), alone);
        }
        for (EniAddress each : eni.ipv6Addresses()) {
            add(each.address(), alone);
        }
        prefixes.addAll(eni.ipv4Prefixes());
        prefixes.addAll(eni.ipv6Prefixes());
        if (eniByMac.put(eni.macAddress(), alone) != null) {
            sharedMacs.add(eni.macAddress());
        }
    }

    private void add(IpAddress address, ImmutableList<Eni> owner) {
        if (ownerByAddress.put(address, owner) != null) {
            sharedAddresses.add(address);
        }
    }

    Optional<Resource> find(ResourceId id) {
        return resources.getOrDefault(id, Optional.empty());
    }

    List<Eni> enisOf(InstanceId id) {
        return enisByInstance.getOrDefault(id, ImmutableList.of());
    }

    /** Returns the one interface with an address as its own, or null where the other indexes have to tell. */
    @Nullable
    ImmutableList<Eni> ownersOf(IpAddress address) {
        return sharedAddresses.contains(address) || !prefixes.isEmpty() ? null : ownerByAddress.get(address);
    }

    /** Returns the one interface with a MAC address, or null where the other indexes have to tell. */
    @Nullable
    ImmutableList<Eni> enisWith(MacAddress mac) {
        return sharedMacs.contains(mac) ? null : eniByMac.get(mac);
    }
}
