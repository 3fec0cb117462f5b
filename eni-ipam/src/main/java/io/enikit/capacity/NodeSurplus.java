package io.enikit.capacity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.operations.DeleteEni;
import io.enikit.operations.DetachEni;
import io.enikit.operations.Operation;
import io.enikit.operations.UnassignPrivateIpAddresses;
import java.util.List;
import java.util.Set;

/** Finds the operations that release surplus addresses of a node; use it once. */
final class NodeSurplus {
    private final PodNode node;
    private final Set<IpAddress> inUse;
    private final ImmutableList.Builder<Operation> operations = ImmutableList.builder();
    private int surplus;

    NodeSurplus(PodNode node, Set<IpAddress> inUse) {
        this.node = node;
        this.inUse = ImmutableSet.copyOf(inUse);
    }

    List<Operation> beyond(int addresses) {
        surplus = node.count() - addresses;
        if (surplus < 0) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<Eni> stay = ImmutableList.builder();
        for (Eni eni : ImmutableList.copyOf(node.interfaces()).reverse()) {
            if (PodNode.count(eni) <= surplus && isIdle(eni)) {
                operations.add(DetachEni.of(eni.id()), DeleteEni.of(eni.id()));
                surplus -= PodNode.count(eni);
            } else {
                stay.add(eni);
            }
        }
        stay.build().forEach(this::trim);
        return operations.build();
    }

    /** Returns true if the whole interface can be deleted. */
    private boolean isIdle(Eni eni) {
        return !PodNode.isPrimary(eni)
                && node.plan().elasticIpsOf(eni.id()).isEmpty()
                && eni.privateIpAddresses().stream().noneMatch(each -> inUse.contains(each.address()))
                && eni.ipv4Prefixes().stream().noneMatch(this::isInUse);
    }

    private boolean isInUse(Cidr prefix) {
        return inUse.stream().anyMatch(prefix::contains);
    }

    private boolean isInUse(Eni eni, EniAddress each) {
        return inUse.contains(each.address())
                || node.plan()
                        .elasticIpOf(new ElasticIpAssociation(eni.id(), each.address()))
                        .isPresent();
    }

    /** Releases addresses and prefixes of an interface that stays. */
    private void trim(Eni eni) {
        UnassignPrivateIpAddresses unassign = UnassignPrivateIpAddresses.of(eni.id());
        for (Cidr prefix : ImmutableList.copyOf(eni.ipv4Prefixes()).reverse()) {
            if (surplus >= VpcCniWarmPool.ADDRESSES_PER_PREFIX && !isInUse(prefix)) {
                unassign = unassign.plusIpv4Prefix(prefix);
                surplus -= VpcCniWarmPool.ADDRESSES_PER_PREFIX;
            }
        }
        for (EniAddress each : ImmutableList.copyOf(eni.privateIpAddresses()).reverse()) {
            if (surplus > 0 && !each.primary() && !isInUse(eni, each)) {
                unassign = unassign.plusPrivateIpAddress(each.address());
                surplus--;
            }
        }
        if (!unassign.privateIpAddresses().isEmpty() || !unassign.ipv4Prefixes().isEmpty()) {
            operations.add(unassign);
        }
    }
}
