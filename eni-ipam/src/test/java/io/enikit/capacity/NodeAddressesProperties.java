package io.enikit.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.capacity.NodeAddresses.Planned;
import io.enikit.capacity.NodeAddresses.Refused;
import io.enikit.capacity.SubnetFit.Shortage;
import io.enikit.ipam.NetworkPlanner;
import io.enikit.limits.Hypervisor;
import io.enikit.limits.InstanceLimits;
import io.enikit.limits.InstanceTypes;
import io.enikit.limits.LimitRules;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Quotas;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.AttachEni;
import io.enikit.operations.CreateEni;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import io.enikit.rules.Ec2Rules;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Random nodes that have something already: EC2 accepts what is planned, and it is enough and no more. */
class NodeAddressesProperties {
    private static final InstanceTypes TYPES = InstanceTypes.bundled();
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard().and(LimitRules.of(TYPES)));

    @Provide
    Arbitrary<NetworkPlan> nodes() {
        return Combinators.combine(
                        Arbitraries.of(TYPES.stream().toList()),
                        Arbitraries.integers().between(22, 28),
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.randoms())
                .as(NodeAddressesProperties::node);
    }

    /** A node with random interfaces, as far as EC2 accepts them one by one. */
    private static NetworkPlan node(InstanceLimits limits, int prefixLength, int quota, Random random) {
        NetworkPlan plan = NetworkPlanner.create()
                .vpc(
                        "main",
                        "10.0.0.0/16",
                        vpc -> vpc.subnet("pods", "z", prefixLength).securityGroup("node"))
                .instance("node", limits.instanceType(), i -> i.primaryEni("pods", eni -> eni.securityGroups("node")))
                .quotas(Quotas.awsDefaults().withNetworkInterfaces(quota))
                .plan();
        for (int i = random.nextInt(4); i > 0; i--) {
            String id = "made-" + i;
            plan = tried(
                    plan,
                    CreateEni.of(id, "pods").withSecurityGroups("node"),
                    AttachEni.of(id, "node", 1 + random.nextInt(4)));
        }
        for (Eni eni : List.copyOf(plan.enisOf("node"))) {
            AssignPrivateIpAddresses assign = AssignPrivateIpAddresses.of(eni.id());
            plan = tried(plan, assign.withSecondaryPrivateIpAddressCount(1 + random.nextInt(9)));
            plan = tried(plan, assign.withIpv4PrefixCount(1 + random.nextInt(3)));
        }
        return plan;
    }

    private static NetworkPlan tried(NetworkPlan plan, Operation... operations) {
        return EC2.apply(plan, operations) instanceof ApplyResult.Accepted accepted ? accepted.plan() : plan;
    }

    private static NodeAddresses addresses(NetworkPlan plan) {
        return NodeAddresses.of(plan, "node", TYPES).orElseThrow();
    }

    private static InstanceLimits limits(NetworkPlan plan) {
        return TYPES.limits(plan.instance("node").orElseThrow().instanceType());
    }

    private static int slotsLeft(NetworkPlan plan) {
        return plan.enisOf("node").stream()
                .mapToInt(eni -> limits(plan).ipv4AddressesPerInterface()
                        - eni.privateIpAddresses().size()
                        - eni.ipv4Prefixes().size())
                .sum();
    }

    /** How few interfaces would do, found by trying: with none, with one more, ... */
    private static OptionalInt fewestInterfaces(NetworkPlan plan, int missing) {
        InstanceLimits limits = limits(plan);
        int card = limits.defaultNetworkCard().maximumNetworkInterfaces();
        int most = Math.min(
                card - plan.enisOf("node").size(),
                plan.quotas().networkInterfaces() - plan.enis().size());
        long free = addressesFree(plan);
        return IntStream.rangeClosed(0, Math.max(0, most))
                .filter(more ->
                        missing == 0 || slotsLeft(plan) + more * (limits.ipv4AddressesPerInterface() - 1) >= missing)
                .filter(more -> missing == 0 || free >= missing + more)
                .findFirst();
    }

    private static long addressesFree(NetworkPlan plan) {
        return plan.availableIpAddressCount("pods");
    }

    @Property(tries = 200)
    void forAddresses_isAcceptedAndEnough_withTheFewestInterfaces_orCannotBeDone(
            @ForAll("nodes") NetworkPlan plan, @ForAll @IntRange(max = 120) int wanted) {
        int missing = Math.max(0, wanted - addresses(plan).count());
        OptionalInt fewest = fewestInterfaces(plan, missing);
        NodeAddresses.Change change = addresses(plan).forAddresses(wanted);
        assertThat(change instanceof Planned).as(change.toString()).isEqualTo(fewest.isPresent());
        if (change instanceof Planned planned) {
            NetworkPlan after = EC2.apply(plan, planned.operations()).orElseThrow();
            assertThat(addresses(after).count()).isEqualTo(addresses(plan).count() + missing);
            assertThat(after.enis().size() - plan.enis().size()).isEqualTo(fewest.getAsInt());
            assertThat(addresses(after).forAddresses(wanted)).isEqualTo(new Planned(List.of()));
        }
    }

    @Property(tries = 200)
    void forAddressesWithPrefixes_isAcceptedAndEnough_orOneMoreIsRefused(
            @ForAll("nodes") NetworkPlan plan, @ForAll @IntRange(max = 700) int wanted) {
        NodeAddresses.Change change = addresses(plan).forAddressesWithPrefixes(wanted);
        int reached = change instanceof Refused refused ? refused.possible() : wanted;
        assertThat(reached)
                .isGreaterThanOrEqualTo(
                        change instanceof Refused ? addresses(plan).count() : wanted);
        if (change instanceof Refused refused && refused.shortage() == Shortage.INSTANCE_TYPE) {
            assertThat(wanted).isGreaterThan(reached);
            return;
        }
        NetworkPlan after = EC2.apply(
                        plan, addresses(plan).forAddressesWithPrefixes(reached).orElseThrow())
                .orElseThrow();
        assertThat(addresses(after).count()).isGreaterThanOrEqualTo(reached);
        assertThat(addresses(after).forAddressesWithPrefixes(reached)).isEqualTo(new Planned(List.of()));
        if (change instanceof Refused refused) {
            assertThat(addresses(after).count()).isEqualTo(refused.possible()).isLessThan(wanted);
            after.enisOf("node")
                    .forEach(eni ->
                            assertThat(EC2.apply(after, oneMore(after, eni))).isInstanceOf(ApplyResult.Refused.class));
        }
    }

    private static Operation oneMore(NetworkPlan plan, Eni eni) {
        AssignPrivateIpAddresses assign = AssignPrivateIpAddresses.of(eni.id());
        boolean isXen = limits(plan).hypervisor().filter(Hypervisor.XEN::equals).isPresent();
        return isXen ? assign.withSecondaryPrivateIpAddressCount(1) : assign.withIpv4PrefixCount(1);
    }

    @Property(tries = 200)
    void surplusBeyond_isAcceptedAndKeepsEnough_andNothingIsLeftToGiveBack(
            @ForAll("nodes") NetworkPlan plan, @ForAll @IntRange(max = 120) int kept, @ForAll Random random) {
        Set<IpAddress> inUse = new HashSet<>();
        for (Eni eni : plan.enisOf("node")) {
            eni.privateIpAddresses().stream()
                    .filter(each -> random.nextInt(4) == 0)
                    .map(EniAddress::address)
                    .forEach(inUse::add);
            eni.ipv4Prefixes().stream()
                    .filter(each -> random.nextInt(4) == 0)
                    .map(Cidr::last)
                    .forEach(inUse::add);
        }
        List<Operation> operations = addresses(plan).surplusBeyond(kept, inUse);
        NetworkPlan after = EC2.apply(plan, operations).orElseThrow();
        int before = addresses(plan).count();
        int count = addresses(after).count();
        assertThat(count).isBetween(Math.min(before, kept), before);
        assertThat(addresses(after).surplusBeyond(kept, inUse)).isEmpty();
        assertThat(inUse)
                .allSatisfy(address -> assertThat(after.ownerOf(address).map(Eni::id))
                        .isEqualTo(plan.ownerOf(address).map(Eni::id)));
        if (inUse.isEmpty() && before >= kept) {
            assertThat(count - kept).isLessThan(16);
        }
    }
}
