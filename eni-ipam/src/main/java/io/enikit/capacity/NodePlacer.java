package io.enikit.capacity;

import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.CreateEni;
import io.enikit.operations.Ec2;
import io.enikit.operations.LaunchInstance;
import io.enikit.operations.LaunchInterface;
import io.enikit.operations.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Launches nodes one by one, each where the fewest are, until there is no room left. */
final class NodePlacer {
    private final NodeRoom room;
    private final Ec2 ec2;
    private final List<Subnet> open;
    private final NavigableMap<SubnetId, Integer> bySubnet = new TreeMap<>();
    private final Map<String, Integer> byZone = new HashMap<>();
    private final List<Operation> launches = new ArrayList<>();
    private Optional<ApplyResult.Refused> refusal = Optional.empty();
    private NetworkPlan plan;
    private int lastName;

    NodePlacer(NodeRoom room, Ec2 ec2) {
        this.room = room;
        this.ec2 = ec2;
        this.plan = room.plan();
        this.open = new ArrayList<>(room.subnets());
    }

    NodePlacement place(int nodes) {
        int placed = 0;
        while (placed < nodes && launchOne()) {
            placed++;
        }
        return new NodePlacement(room, nodes, bySubnet, launches, plan, refusal);
    }

    private boolean launchOne() {
        InstanceId id = freeName();
        while (!open.isEmpty()) {
            Subnet subnet = open.stream().min(order()).orElseThrow();
            LaunchInstance launch = launch(id, subnet);
            ApplyResult result = ec2.apply(plan, launch);
            if (result instanceof ApplyResult.Accepted accepted) {
                plan = accepted.plan();
                launches.add(launch);
                bySubnet.merge(subnet.id(), 1, Integer::sum);
                byZone.merge(subnet.availabilityZone(), 1, Integer::sum);
                return true;
            }
            refusal = Optional.of((ApplyResult.Refused) result);
            open.remove(subnet);
        }
        return false;
    }

    private Comparator<Subnet> order() {
        return Comparator.comparingInt((Subnet subnet) -> byZone.getOrDefault(subnet.availabilityZone(), 0))
                .thenComparing(Comparator.comparingLong((Subnet subnet) -> plan.availableIpAddressCount(subnet.id()))
                        .reversed())
                .thenComparing(Subnet::id);
    }

    private InstanceId freeName() {
        InstanceId id;
        do {
            lastName++;
            id = InstanceId.of("new-node-" + lastName);
        } while (plan.instance(id).isPresent());
        return id;
    }

    private LaunchInstance launch(InstanceId id, Subnet subnet) {
        AddressNeeds needs = room.needs();
        int slots = room.limits().ipv4AddressesPerInterface() - 1;
        int addresses = needs.secondaryAddresses();
        int prefixes = needs.prefixes();
        LaunchInstance launch = LaunchInstance.of(id, room.limits().instanceType());
        for (int index = 0; index < needs.interfaces(); index++) {
            CreateEni eni = CreateEni.of(id + "/eth" + index, subnet.id().toString());
            int some = Math.min(addresses, slots);
            int blocks = Math.min(prefixes, slots - some);
            addresses -= some;
            prefixes -= blocks;
            eni = some > 0 ? eni.withSecondaryPrivateIpAddressCount(some) : eni;
            eni = blocks > 0 ? eni.withIpv4PrefixCount(blocks) : eni;
            launch = launch.plusInterface(LaunchInterface.creating(index, eni)
                    .withNetworkCardIndex(room.limits().defaultNetworkCardIndex()));
        }
        return launch;
    }
}
