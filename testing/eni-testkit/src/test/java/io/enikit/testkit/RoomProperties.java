package io.enikit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.capacity.AddressNeeds;
import io.enikit.capacity.NodePlacement;
import io.enikit.capacity.NodeRoom;
import io.enikit.capacity.SubnetBlocks;
import io.enikit.limits.InstanceLimits;
import io.enikit.limits.InstanceTypes;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.operations.CreateEni;
import io.enikit.operations.Ec2;
import io.enikit.operations.LaunchInstance;
import io.enikit.operations.LaunchInterface;
import java.util.List;
import net.jqwik.api.Example;

/** Room for nodes is what the engine says when they are launched, and one more is refused. */
class RoomProperties {
    /** {@code .ci/slow} takes a thousand. */
    private static final int PLANS = Integer.getInteger("io.enikit.testkit.rooms", 200);

    private static final int MOST_NODES = 25;
    private static final Ec2 EC2 = Ec2.enforcing(ValidPlans.RULES);

    @Example
    void place_nodesInAnyValidPlan_areAsManyAsCanBeLaunched() {
        int full = 0;
        for (int seed = 0; seed < PLANS; seed++) {
            Choice choice = new Choice(seed);
            NetworkPlan plan = ValidPlans.standard().plan(seed);
            List<Vpc> vpcs = List.copyOf(plan.vpcs());
            if (vpcs.isEmpty()) {
                continue;
            }
            InstanceLimits limits =
                    InstanceTypes.bundled().limits(choice.of("m5.large", "t3.medium", "c5.4xlarge", "t3.nano"));
            int pods = choice.between(0, 2 + (limits.ipv4AddressesPerInterface() - 1) * 2);
            AddressNeeds needs = choice.percent(60)
                    ? AddressNeeds.forPods(limits, pods).orElseThrow()
                    : AddressNeeds.forPodsWithPrefixes(limits, pods).orElseThrow();
            NodeRoom room = NodeRoom.of(plan, choice.of(vpcs).id(), limits, needs);
            NodePlacement placed = room.place(choice.between(1, MOST_NODES));
            check(
                    room,
                    placed,
                    limits,
                    needs,
                    "seed " + seed + ", " + room + "\n" + placed + "\n" + PlanText.write(plan));
            full += placed.missing() > 0 ? 1 : 0;
        }
        assertThat(full).isGreaterThan(PLANS / 20);
    }

    private static void check(
            NodeRoom room, NodePlacement placed, InstanceLimits limits, AddressNeeds needs, String as) {
        NetworkPlan before = planOf(placed);
        assertThat(EC2.apply(before, placed.operations()).orElseThrow()).as(as).isEqualTo(placed.after());
        if (placed.missing() > 0) {
            for (Subnet subnet : room.subnets()) {
                assertThat(EC2.apply(placed.after(), another(subnet, limits, needs))
                                .isAccepted())
                        .as(as)
                        .isFalse();
            }
        }
        if (needs.prefixes() == 0) {
            for (Subnet subnet : room.subnets()) {
                long fits = SubnetBlocks.of(before, subnet.id())
                        .orElseThrow()
                        .instances(needs)
                        .count();
                assertThat((long) placed.nodes().getOrDefault(subnet.id(), 0))
                        .as(as)
                        .isLessThanOrEqualTo(fits);
            }
        }
    }

    private static NetworkPlan planOf(NodePlacement placed) {
        NetworkPlan.Builder before = placed.after().toBuilder();
        placed.operations().forEach(launch -> {
            LaunchInstance node = (LaunchInstance) launch;
            placed.after().enisOf(node.instance()).forEach(eni -> before.remove(eni.id()));
            before.remove(node.instance());
        });
        return before.build();
    }

    private static LaunchInstance another(Subnet subnet, InstanceLimits limits, AddressNeeds needs) {
        int addresses = needs.secondaryAddresses();
        int prefixes = needs.prefixes();
        int slots = limits.ipv4AddressesPerInterface() - 1;
        LaunchInstance launch = LaunchInstance.of("one-more", limits.instanceType());
        for (int index = 0; index < needs.interfaces(); index++) {
            CreateEni eni = CreateEni.of("one-more/eth" + index, subnet.id().toString());
            int some = Math.min(addresses, slots);
            int blocks = Math.min(prefixes, slots - some);
            addresses -= some;
            prefixes -= blocks;
            eni = some > 0 ? eni.withSecondaryPrivateIpAddressCount(some) : eni;
            eni = blocks > 0 ? eni.withIpv4PrefixCount(blocks) : eni;
            launch = launch.plusInterface(LaunchInterface.creating(index, eni));
        }
        return launch;
    }
}
