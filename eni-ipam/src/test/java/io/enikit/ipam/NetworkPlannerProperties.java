package io.enikit.ipam;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Ec2Rules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Random networks, planned anew with more in them. */
class NetworkPlannerProperties {
    private static final List<String> ZONES = List.of("z1", "z2", "z3");

    /** A group of subnets, one a zone: IPv6-native ones, or of a length. */
    record Group(boolean ipv6Native, int prefixLength) {}

    /** An instance with one interface in a subnet, and how much it asks for. */
    record Node(String group, String zone, int secondaries, int prefixes, int ipv6Addresses, int ipv6Prefixes) {}

    /** All requests, by name. */
    record Network(List<String> zones, Map<String, Group> groups, Map<String, Node> nodes) {
        /** The requests of both, those of this one where they differ. */
        Network plus(Network other) {
            List<String> allZones = new ArrayList<>(zones);
            other.zones.stream().filter(zone -> !zones.contains(zone)).forEach(allZones::add);
            Map<String, Group> allGroups = new TreeMap<>(other.groups);
            allGroups.putAll(groups);
            Map<String, Node> allNodes = new TreeMap<>(other.nodes);
            allNodes.putAll(nodes);
            return new Network(allZones, allGroups, allNodes);
        }

        /** The plan, if each node has a subnet and there is room for all. */
        PlanningResult planFrom(NetworkPlan previous, Random order) {
            NetworkPlanner planner = NetworkPlanner.from(previous).vpc("main", "10.0.0.0/16", vpc -> {
                vpc.ipv6().availabilityZones(shuffled(zones, order).toArray(String[]::new));
                shuffled(groups.keySet(), order).forEach(name -> addGroup(vpc, name));
            });
            for (String name : shuffled(nodes.keySet(), order)) {
                Node node = requireNonNull(nodes.get(name));
                if (zones.contains(node.zone()) && groups.containsKey(node.group())) {
                    boolean ipv6Native =
                            requireNonNull(groups.get(node.group())).ipv6Native();
                    planner.instance(
                            name,
                            "m5.large",
                            i -> i.primaryEni(
                                    node.group() + "/" + node.zone(), eni -> addAddresses(eni, node, ipv6Native)));
                }
            }
            return planner.tryPlan();
        }

        private void addGroup(PlannedVpc vpc, String name) {
            Group group = requireNonNull(groups.get(name));
            if (group.ipv6Native()) {
                vpc.ipv6NativeSubnetPerZone(name);
            } else {
                vpc.subnetPerZone(name, group.prefixLength());
            }
        }

        private static void addAddresses(PlannedEni eni, Node node, boolean ipv6Native) {
            eni.ipv6AddressCount(node.ipv6Addresses()).ipv6PrefixCount(node.ipv6Prefixes());
            if (!ipv6Native) {
                eni.secondaryPrivateIpAddressCount(node.secondaries()).ipv4PrefixCount(node.prefixes());
            }
        }
    }

    private static <T> List<T> shuffled(Iterable<T> all, Random random) {
        List<T> shuffled = new ArrayList<>();
        all.forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    @Provide
    Arbitrary<Network> networks() {
        Arbitrary<String> groupNames = Arbitraries.of("app", "db", "ops", "web");
        Arbitrary<Group> groups = Combinators.combine(
                        Arbitraries.frequency(Tuple.of(1, true), Tuple.of(3, false)),
                        Arbitraries.integers().between(20, 26))
                .as(Group::new);
        Arbitrary<Integer> few = Arbitraries.integers().between(0, 2);
        Arbitrary<Node> nodes = Combinators.combine(groupNames, Arbitraries.of(ZONES), few, few, few, few)
                .as(Node::new);
        return Combinators.combine(
                        Arbitraries.of(ZONES).list().uniqueElements().ofMinSize(1),
                        Arbitraries.maps(groupNames, groups).ofMinSize(1),
                        Arbitraries.maps(Arbitraries.of("n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8"), nodes))
                .as(Network::new);
    }

    @Property(tries = 300)
    void plan_moreOfAnything_movesNothing(
            @ForAll("networks") Network first, @ForAll("networks") Network added, @ForAll Random order) {
        PlanningResult before = first.planFrom(NetworkPlan.builder().build(), order);
        Assume.that(before instanceof PlanningResult.Planned);
        NetworkPlan standing = withOtherMacs(before.orElseThrow());
        PlanningResult after = first.plus(added).planFrom(standing, order);
        Statistics.label("all found room").collect(after instanceof PlanningResult.Planned);
        Assume.that(after instanceof PlanningResult.Planned);
        NetworkPlan next = after.orElseThrow();
        standing.resources()
                .forEach(resource -> assertThat(next.find(resource.resourceId()))
                        .as(resource.resourceId().toString())
                        .contains(resource));
        assertThat(Ec2Rules.standard().check(next).hasErrors()).isFalse();
        assertThat(first.plus(added).planFrom(next, order).orElseThrow()).isEqualTo(next);
        assertThat(first.planFrom(next, order).orElseThrow()).isEqualTo(standing);
    }

    /** As EC2 would have it: MACs that nobody can derive. */
    private static NetworkPlan withOtherMacs(NetworkPlan plan) {
        NetworkPlan.Builder other = plan.toBuilder();
        int number = 0;
        for (Eni eni : plan.enis()) {
            other.put(eni.toBuilder()
                    .macAddress(String.format("02:00:00:00:00:%02x", number++))
                    .build());
        }
        return other.build();
    }

    @Property(tries = 300)
    void plan_sameSubnetsInAnyOrder_getTheSameBlocks(
            @ForAll("networks") Network network, @ForAll Random one, @ForAll Random other) {
        NetworkPlan nothing = NetworkPlan.builder().build();
        Network subnets = new Network(network.zones(), network.groups(), Map.of());
        assertThat(subnets.planFrom(nothing, one)).isEqualTo(subnets.planFrom(nothing, other));
    }
}
