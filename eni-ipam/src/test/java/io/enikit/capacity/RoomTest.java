package io.enikit.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.limits.InstanceLimits;
import io.enikit.limits.InstanceTypes;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.VpcId;
import io.enikit.operations.Ec2;
import io.enikit.rules.Ec2Rules;
import org.junit.jupiter.api.Test;

/** Where is room: nodes, load balancers, endpoints, and a further block. */
class RoomTest {
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard());
    private static final VpcId MAIN = VpcId.of("main");
    private static final InstanceLimits M5 = InstanceTypes.bundled().limits("m5.large");
    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16
            vpc bare cidrBlocks=10.1.0.0/16
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/26
            subnet b vpc=main availabilityZone=eu-west-1b cidrBlock=10.0.1.0/27
            subnet c vpc=main availabilityZone=eu-west-1c cidrBlock=10.0.2.0/28
            group default vpc=main
            end
            """);

    private static NodeRoom room(int pods) {
        return NodeRoom.of(PLAN, MAIN, M5, AddressNeeds.forPods(M5, pods).orElseThrow());
    }

    @Test
    void place_nodesThatFit_areSpreadOverTheZones() {
        NodePlacement placed = room(6).place(4);
        assertThat(placed).hasToString("4 of 4 nodes: a 2, b 1, c 1");
        assertThat(placed.missing()).isZero();
        assertThat(placed.missingWithoutZone()).hasToString("{eu-west-1a=0, eu-west-1b=0, eu-west-1c=0}");
        assertThat(EC2.apply(PLAN, placed.operations()).orElseThrow()).isEqualTo(placed.after());
    }

    @Test
    void place_moreThanFit_saysWhatRunsOut() {
        NodePlacement placed = room(6).place(30);
        assertThat(placed.placed()).isEqualTo(11 + 5 + 2);
        assertThat(placed.nodes()).hasToString("{a=11, b=5, c=2}");
        assertThat(placed.firstRefusal())
                .hasValueSatisfying(
                        refused -> assertThat(refused.code()).contains("InsufficientFreeAddressesInSubnet"));
        assertThat(placed.toString()).startsWith("18 of 30 nodes: a 11, b 5, c 2; then refused: ");
        assertThat(placed.missingWithoutZone()).hasToString("{eu-west-1a=23, eu-west-1b=17, eu-west-1c=14}");
    }

    @Test
    void of_moreThanTheTypeAllows_isRefused() {
        assertThatThrownBy(() -> NodeRoom.of(PLAN, MAIN, M5, new AddressNeeds(4, 0, 0)))
                .hasMessageStartingWith("m5.large allows less than 4 interfaces");
        assertThatThrownBy(() -> room(6).place(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(NodeRoom.of(PLAN, VpcId.of("bare"), M5, AddressNeeds.ofOneInterface())
                        .place(1))
                .hasToString("0 of 1 node; there is no subnet");
    }

    @Test
    void zones_loadBalancerAndEndpoint_needOtherSubnets() {
        ZoneRoom balancer = ZoneRoom.ofLoadBalancer(PLAN, MAIN);
        assertThat(balancer)
                .hasToString(
                        "eu-west-1a: a, eu-west-1b: b, eu-west-1c: no subnet of a /27 or larger with 8 free addresses");
        assertThat(balancer.isPossible()).isTrue();
        assertThat(balancer.isInEveryZone()).isFalse();
        assertThat(balancer.isPossibleWithoutAZone()).isFalse();
        assertThat(ZoneRoom.ofEndpoint(PLAN, MAIN).isInEveryZone()).isTrue();
        assertThat(ZoneRoom.ofEndpoint(PLAN, VpcId.of("bare")).isPossible()).isFalse();
    }

    @Test
    void secondaryBlock_forNodes_givesThemRoom() {
        AddressNeeds needs = AddressNeeds.forPods(M5, 29).orElseThrow();
        SecondaryBlock block = SecondaryBlock.forNodes(PLAN, MAIN, 50, needs).orElseThrow();
        assertThat(block)
                .hasToString("100.64.0.0/19: {main/eu-west-1a/nodes=100.64.0.0/21, main/eu-west-1b/nodes=100.64.8.0/21,"
                        + " main/eu-west-1c/nodes=100.64.16.0/21}");
        NetworkPlan after = EC2.apply(PLAN, block.operations()).orElseThrow();
        assertThat(NodeRoom.of(after, MAIN, M5, needs).place(150).missing()).isZero();
    }

    @Test
    void secondaryBlock_forPrefixes_hasReservations() {
        AddressNeeds needs = AddressNeeds.forPodsWithPrefixes(M5, 110).orElseThrow();
        SecondaryBlock block = SecondaryBlock.forNodes(PLAN, MAIN, 10, needs).orElseThrow();
        NetworkPlan after = EC2.apply(PLAN, block.operations()).orElseThrow();
        assertThat(after.subnet("main/eu-west-1a/nodes").orElseThrow().cidrReservations())
                .hasToString("[100.64.8.0/21;prefix]");
        assertThat(NodeRoom.of(after, MAIN, M5, needs).place(30).missing()).isZero();
    }

    @Test
    void secondaryBlock_noZoneOrTooMany_isNone() {
        assertThat(SecondaryBlock.forNodes(PLAN, VpcId.of("bare"), 1, AddressNeeds.ofOneInterface()))
                .isEmpty();
        assertThat(SecondaryBlock.forNodes(PLAN, MAIN, 100_000, AddressNeeds.ofOneInterface()))
                .isEmpty();
    }
}
