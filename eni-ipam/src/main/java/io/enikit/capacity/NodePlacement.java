package io.enikit.capacity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.Operation;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where new nodes go, and what runs out first. Immutable. */
public final class NodePlacement {
    private final NodeRoom room;
    private final int requested;
    private final ImmutableSortedMap<SubnetId, Integer> nodes;
    private final ImmutableList<Operation> operations;
    private final NetworkPlan after;
    private final Optional<ApplyResult.Refused> refusal;

    NodePlacement(
            NodeRoom room,
            int requested,
            NavigableMap<SubnetId, Integer> nodes,
            List<Operation> operations,
            NetworkPlan after,
            Optional<ApplyResult.Refused> refusal) {
        this.room = room;
        this.requested = requested;
        this.nodes = ImmutableSortedMap.copyOf(nodes);
        this.operations = ImmutableList.copyOf(operations);
        this.after = after;
        this.refusal = refusal;
    }

    /** {@return how many nodes each subnet takes; those that take none are left out} */
    public NavigableMap<SubnetId, Integer> nodes() {
        return nodes;
    }

    /** {@return how many nodes find a place} */
    public int placed() {
        return operations.size();
    }

    /** {@return how many nodes find no place} */
    public int missing() {
        return requested - operations.size();
    }

    /** {@return the launches, in the order in which the nodes were placed} */
    public List<Operation> operations() {
        return operations;
    }

    /** {@return the plan with the nodes in it} */
    public NetworkPlan after() {
        return after;
    }

    /** {@return EC2's answer to the first launch that found no room; absent if no subnet is full} */
    public Optional<ApplyResult.Refused> firstRefusal() {
        return refusal;
    }

    /**
     * Returns how many of the requested nodes would find no place after the loss of a zone.
     *
     * @return by the name of each zone that has a subnet here, how many of all nodes the other zones have no room for
     */
    public NavigableMap<String, Integer> missingWithoutZone() {
        NavigableMap<String, Integer> missing = new TreeMap<>();
        for (Subnet subnet : room.subnets()) {
            missing.computeIfAbsent(
                    subnet.availabilityZone(),
                    zone -> room.withoutZone(zone).place(requested).missing());
        }
        return missing;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NodePlacement placement
                && room.equals(placement.room)
                && requested == placement.requested
                && operations.equals(placement.operations);
    }

    @Override
    public int hashCode() {
        return Objects.hash(requested, operations);
    }

    /** {@return such as {@code 12 of 15 nodes: a 6, b 6; then InsufficientFreeAddressesInSubnet: …}} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(placed()).append(" of ").append(requested).append(requested == 1 ? " node" : " nodes");
        String separator = ": ";
        for (var each : nodes.entrySet()) {
            text.append(separator).append(each.getKey()).append(' ').append(each.getValue());
            separator = ", ";
        }
        if (missing() > 0) {
            text.append(refusal.map(answer -> "; then " + answer).orElse("; there is no subnet"));
        }
        return text.toString();
    }
}
