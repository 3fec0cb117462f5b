package io.enikit.capacity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.limits.InstanceLimits;
import io.enikit.limits.InstanceTypes;
import io.enikit.limits.LimitRules;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.VpcId;
import io.enikit.operations.Ec2;
import io.enikit.rules.Ec2Rules;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Room for nodes of one type in the subnets of a VPC. Immutable.
 *
 * <pre>{@code
 * NodeRoom room = NodeRoom.of(plan, VpcId.of("main"), m5, AddressNeeds.forPods(m5, 20).orElseThrow());
 * NodePlacement placed = room.place(15);
 * placed.nodes();                              // {web=12}
 * placed.missing();                            // 3
 * placed.missingWithoutZone();                 // {eu-west-1a=15}
 * }</pre>
 *
 * <p>The answer is that of {@link Ec2}: each node is launched, in the zone with the fewest new nodes, there in the subnet with
 * the most free addresses.
 */
public final class NodeRoom {
    private final NetworkPlan plan;
    private final ImmutableList<Subnet> subnets;
    private final InstanceLimits limits;
    private final AddressNeeds needs;

    private NodeRoom(NetworkPlan plan, ImmutableList<Subnet> subnets, InstanceLimits limits, AddressNeeds needs) {
        this.plan = plan;
        this.subnets = subnets;
        this.limits = limits;
        this.needs = needs;
    }

    /**
     * Returns the room in all subnets of a VPC that have an IPv4 block.
     *
     * @param plan the plan
     * @param vpc the VPC
     * @param limits the limits of the nodes' type
     * @param needs what each node needs, all of it in one subnet
     * @return the room
     * @throws IllegalArgumentException if the type does not allow what a node needs
     */
    public static NodeRoom of(NetworkPlan plan, VpcId vpc, InstanceLimits limits, AddressNeeds needs) {
        requireNonNull(plan, "plan");
        requireNonNull(vpc, "vpc");
        requireNonNull(limits, "limits");
        requireNonNull(needs, "needs");
        int slots = limits.ipv4AddressesPerInterface() - 1;
        checkArgument(
                needs.interfaces() <= limits.defaultNetworkCard().maximumNetworkInterfaces()
                        && needs.secondaryAddresses() + needs.prefixes() <= needs.interfaces() * (long) slots,
                "%s allows less than %s on its default network card",
                limits.instanceType(),
                needs);
        return new NodeRoom(
                plan,
                plan.subnetsOf(vpc).stream()
                        .filter(subnet -> subnet.cidrBlock().isPresent())
                        .collect(ImmutableList.toImmutableList()),
                limits,
                needs);
    }

    /**
     * Returns the room without the subnets of a zone.
     *
     * @param availabilityZone the name of the zone
     * @return the room in the other zones
     */
    public NodeRoom withoutZone(String availabilityZone) {
        requireNonNull(availabilityZone, "availabilityZone");
        return new NodeRoom(
                plan,
                subnets.stream()
                        .filter(subnet -> !subnet.availabilityZone().equals(availabilityZone))
                        .collect(ImmutableList.toImmutableList()),
                limits,
                needs);
    }

    /**
     * Places nodes.
     *
     * @param nodes how many, 0 or more
     * @return where they go, and how many find no place
     * @throws IllegalArgumentException if the number is negative
     */
    public NodePlacement place(int nodes) {
        checkArgument(nodes >= 0, "%s nodes: expected 0 or more", nodes);
        return new NodePlacer(this, ec2()).place(nodes);
    }

    private Ec2 ec2() {
        return Ec2.enforcing(Ec2Rules.standard().and(LimitRules.of(InstanceTypes.of(limits))));
    }

    NetworkPlan plan() {
        return plan;
    }

    /** {@return the subnets that nodes may go to, by id} */
    public List<Subnet> subnets() {
        return subnets;
    }

    InstanceLimits limits() {
        return limits;
    }

    AddressNeeds needs() {
        return needs;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NodeRoom room
                && plan.equals(room.plan)
                && subnets.equals(room.subnets)
                && limits.equals(room.limits)
                && needs.equals(room.needs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(plan, subnets, limits, needs);
    }

    /** {@return such as {@code room for m5.large with 2 interfaces, … in [a, b]}} */
    @Override
    public String toString() {
        return "room for " + limits.instanceType() + " with " + needs + " in "
                + subnets.stream().map(Subnet::id).toList();
    }
}
