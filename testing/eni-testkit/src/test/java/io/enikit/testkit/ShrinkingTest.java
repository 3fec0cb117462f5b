package io.enikit.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import io.enikit.operations.DeleteVpc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What plans shrink to: the fewest resources and the plainest addresses that still are what was asked for. */
class ShrinkingTest {
    /** Where none of so many plans fails, none does: the test fails then, and does not go on for ever. */
    private static final int MOST_PLANS = 10_000;

    private static final int RESOURCES_OF_A_RULE = 40;

    static Iterable<String> rules() {
        return BrokenPlans.rules();
    }

    private static <T> T shrunk(Shrinkable<T> from, Predicate<T> stillFails) {
        Shrinkable<T> smallest = from;
        for (Optional<Shrinkable<T>> next = Optional.of(from); next.isPresent(); ) {
            smallest = next.get();
            next = smallest.shrink()
                    .filter(each -> stillFails.test(each.value()))
                    .findFirst();
        }
        return smallest.value();
    }

    private static NetworkPlan shrunk(Arbitrary<NetworkPlan> plans, Predicate<NetworkPlan> stillFails) {
        return shrunk(
                plans.generator(1000).stream(new Random(5))
                        .limit(MOST_PLANS)
                        .filter(each -> stillFails.test(each.value()))
                        .findFirst()
                        .orElseThrow(),
                stillFails);
    }

    @Test
    void validPlan_anyFails_isEmpty() {
        assertThat(PlanText.write(shrunk(EniArbitraries.validPlans(), plan -> true)))
                .isEqualTo("eni-plan 1\nend\n");
    }

    @Test
    void validPlan_instanceNeeded_hasOneOfEachAndPlainNumbers() {
        NetworkPlan plan = shrunk(
                EniArbitraries.validPlans(),
                each -> each.instances().stream()
                        .anyMatch(instance -> !each.enisOf(instance.id()).isEmpty()));
        assertThat(PlanText.write(plan))
                .contains(" cidrBlocks=10.0.0.0/16\n")
                .contains(" cidrBlock=10.0.0.0/24\n")
                .contains(" privateIpAddresses=10.0.0.4* ");
        assertThat(plan.resources()).hasSize(5);
    }

    static Iterable<String> corners() {
        return new TreeSet<>(Corners.ALL.keySet());
    }

    @ParameterizedTest
    @MethodSource("corners")
    void validPlan_inACorner_hasLittleElse(String corner) {
        NetworkPlan plan = shrunk(EniArbitraries.validPlans(), requireNonNull(Corners.ALL.get(corner)));
        assertThat(ValidPlans.RULES.check(plan).isEmpty()).isTrue();
        assertThat(plan.resources().count()).as(PlanText.write(plan)).isLessThanOrEqualTo(8);
        assertThat(PlanText.write(plan))
                .contains(" cidrBlocks=10.0.0.0/16")
                .doesNotContain("=100.64.", ":100::", "eu-west-1b", "eu-west-1c");
        boolean twoVpcs = corner.equals("two accounts"); // each of which has one
        assertThat(PlanText.write(plan).contains("=10.1.")).isEqualTo(twoVpcs);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void brokenPlan_ofEachRule_isSmallAndStillBreaksItAlone(String rule) {
        NetworkPlan plan = shrunk(EniArbitraries.plansThatBreak(rule), each -> true);
        assertThat(BrokenPlans.of(rule).allows(plan)).isTrue();
        assertThat(plan.resources().count())
                .as(PlanText.write(plan))
                .isLessThanOrEqualTo(rule.startsWith("limits.") ? RESOURCES_OF_A_RULE : 7);
    }

    @Test
    void sequence_anyFails_isOneOperationOnAnEmptyPlan() {
        OperationSequence calls =
                shrunk(EniArbitraries.operationSequences().generator(1000).next(new Random(5)), each -> true);
        assertThat(calls.operations()).hasSize(1);
        assertThat(calls.start().resources()).isEmpty();
    }

    @Test
    void sequence_ofASize_staysOfThatSize() {
        OperationSequences asked = OperationSequences.all().ofLength(3, 5).startingWith(ValidPlans.ofInstances(2, 2));
        OperationSequence calls =
                shrunk(EniArbitraries.operationSequences(asked).generator(1000).next(new Random(5)), each -> true);
        assertThat(calls.operations()).hasSize(3);
        assertThat(calls.start().instances()).hasSize(2);
    }

    @Test
    void poolAndLayout_ofIpv6_shrinkToIpv4UnlessTheyMayNot() {
        Random random = new Random(5);
        assertThat(shrunk(
                                pickIpv6(EniArbitraries.pools(), random),
                                pool -> !pool.allocations().isEmpty())
                        .allocations())
                .singleElement()
                .satisfies(each -> assertThat(each.cidr()).hasToString("10.0.0.0/24"));
        assertThat(shrunk(EniArbitraries.pools(IpFamily.IPV6).generator(1000).next(random), pool -> true)
                        .write())
                .contains("2001:db8::/56");
        assertThat(shrunk(EniArbitraries.layouts(IpFamily.IPV6).generator(1000).next(random), layout -> true))
                .isEqualTo(CidrLayout.empty(Cidr.parse("2001:db8::/56")));
    }

    private static Shrinkable<CidrPool> pickIpv6(Arbitrary<CidrPool> pools, Random random) {
        return pools.generator(1000).stream(random)
                .filter(each -> each.value().family() == IpFamily.IPV6)
                .filter(each -> !each.value().allocations().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void distance_usualLengthsAndFirstBlocks_areNearer() {
        String far = """
                eni-plan 1
                vpc main cidrBlocks=10.1.0.0/16
                subnet net1 vpc=main availabilityZone=eu-west-1a cidrBlock=10.1.0.0/20
                end
                """;
        Shrinkers.ForPlans plans = new Shrinkers.ForPlans(plan -> true);
        assertThat(plans.distance(PlanText.read(far.replace("10.1.", "10.0."))))
                .isLessThan(plans.distance(PlanText.read(far)));
        assertThat(plans.distance(PlanText.read(far.replace("/20", "/24"))))
                .isLessThan(plans.distance(PlanText.read(far)));
        assertThat(plans.distance(PlanText.read(far.replace("10.1.", "10.0.").replace("/20", "/24"))))
                .isLessThan(plans.distance(PlanText.read(far.replace("/20", "/24"))));
    }

    @Test
    void distance_fewerThings_areNearerThoughTheirTextIsLonger() {
        String name = "a-name-that-takes-more-room-than-two-others-do".repeat(9);
        Shrinkers.ForPlans plans = new Shrinkers.ForPlans(plan -> true);
        assertThat(plans.distance(vpcs(name))).isLessThan(plans.distance(vpcs("a", "b")));
        Shrinkers.ForPools pools = new Shrinkers.ForPools(pool -> true);
        CidrPool pool = CidrPool.of(Cidr.parse("10.0.0.0/16"));
        CidrPool one = pool.allocate(name, 24).orElseThrow().pool();
        CidrPool two = pool.allocate("a", 24).orElseThrow().pool();
        assertThat(pools.distance(one))
                .isLessThan(pools.distance(two.allocate("b", 24).orElseThrow().pool()));
        Shrinkers.ForLayouts layouts = new Shrinkers.ForLayouts(layout -> true);
        CidrLayout layout = CidrLayout.empty(Cidr.parse("10.0.0.0/16"));
        assertThat(layouts.distance(layout.plan(Map.of(name, 24))))
                .isLessThan(layouts.distance(layout.plan(Map.of("a", 24, "b", 24))));
        Shrinkers.ForSequences sequences = new Shrinkers.ForSequences(calls -> true);
        assertThat(sequences.distance(OperationSequence.of(vpcs("a"), List.of(DeleteVpc.of("a")))))
                .isLessThan(sequences.distance(
                        OperationSequence.of(vpcs("a"), List.of(DeleteVpc.of("a"), DeleteVpc.of("b")))));
    }

    @Test
    void distance_shorterText_isNearerThoughItsLettersAreGreater() {
        Shrinkers.ForPlans plans = new Shrinkers.ForPlans(plan -> true);
        assertThat(plans.distance(vpcs("zz"))).isLessThan(plans.distance(vpcs("000")));
    }

    private static NetworkPlan vpcs(String... names) {
        NetworkPlan.Builder plan = NetworkPlan.builder();
        for (String name : names) {
            plan.add(Vpc.builder().id(name).addCidrBlock("10.0.0.0/16").build());
        }
        return plan.build();
    }

    @Test
    void layout_withAGap_hasOneOfTheUsualLengthOnly() {
        Predicate<CidrLayout> hasGap = layout -> layout.cidrs().values().stream()
                .anyMatch(cidr -> !cidr.first().equals(layout.blocks().get(0).first()));
        CidrLayout layout = shrunk(
                EniArbitraries.layouts().generator(1000).stream(new Random(5))
                        .filter(each -> hasGap.test(each.value()))
                        .findFirst()
                        .orElseThrow(),
                hasGap);
        assertThat(layout.cidrs().values()).containsExactly(Cidr.parse("10.0.1.0/24"));
    }
}
