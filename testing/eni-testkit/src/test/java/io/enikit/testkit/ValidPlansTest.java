package io.enikit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.limits.UnknownInstanceTypeException;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.Quotas;
import io.enikit.model.Subnet;
import io.enikit.rules.Phase;
import io.enikit.rules.Rule;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.RuleSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ValidPlansTest {
    /** A hundredth part of what {@code .ci/slow} does. */
    private static final int PLANS = Integer.getInteger("io.enikit.testkit.plans", 1_000);

    /** So many plans at a time have their share of each corner. */
    private static final int LOT = 10_000;

    @Test
    void plan_anySeed_breaksNoRuleAndNoInvariant() {
        for (int seed = 0; seed < PLANS; seed++) {
            NetworkPlan plan = ValidPlans.standard().plan(seed);
            assertThat(ValidPlans.RULES.check(plan).violations())
                    .as("seed " + seed + "\n" + PlanText.write(plan))
                    .isEmpty();
            Invariants.check(plan);
        }
    }

    @Test
    void plan_sameSeed_givesTheSamePlan() {
        assertThat(ValidPlans.standard().plan(42))
                .isEqualTo(ValidPlans.standard().plan(42));
        assertThat(ValidPlans.standard().plan(42))
                .isNotEqualTo(ValidPlans.standard().plan(43));
        NetworkPlan plan = ValidPlans.standard().plan(42);
        assertThat(PlanText.read(PlanText.write(plan))).isEqualTo(plan);
    }

    @Test
    void plans_ofAllSeeds_reachIntoCorners() {
        Map<String, Predicate<NetworkPlan>> corners = new TreeMap<>(Corners.ALL);
        corners.put("quota met", ValidPlansTest::meetsQuota);
        for (int from = 0; from < PLANS; from += LOT) {
            checkShares(corners, from, Math.min(PLANS, from + LOT));
        }
    }

    private static void checkShares(Map<String, Predicate<NetworkPlan>> corners, int from, int to) {
        Map<String, Integer> percent = new TreeMap<>();
        List<Integer> instances = new ArrayList<>();
        for (int seed = from; seed < to; seed++) {
            NetworkPlan plan = ValidPlans.standard().plan(seed);
            instances.add(plan.instances().size());
            corners.forEach((name, corner) -> percent.merge(name, corner.test(plan) ? 1 : 0, Integer::sum));
        }
        percent.replaceAll((name, count) -> count * 100 / (to - from));
        Collections.sort(instances);
        assertThat(percent.get("IPv4 prefix")).isGreaterThanOrEqualTo(10);
        assertThat(percent)
                .allSatisfy((name, share) -> assertThat(share).as(name).isGreaterThanOrEqualTo(5));
        assertThat(instances.get(instances.size() / 2)).isGreaterThanOrEqualTo(3);
    }

    /** One who takes addresses to be global says of a valid plan that it is broken. */
    @Test
    void plans_withOverlappingVpcs_findOutWhoTakesAddressesToBeGlobal() {
        Rule<Eni> global = RuleInfo.of("test.address.global", Phase.ADDRESSES)
                .withSummary("An address belongs to one interface, wherever it is.")
                .rule(Eni.class, (eni, plan, faults) -> {
                    if (eni.privateIpAddresses().stream()
                            .anyMatch(each -> plan.ownersOf(each.address()).size() > 1)) {
                        faults.add("an address of it belongs to another one as well", "");
                    }
                });
        int overlapping = 0;
        int foundOut = 0;
        for (int seed = 0; seed < 3_000; seed++) {
            NetworkPlan plan = ValidPlans.standard().plan(seed);
            if (Corners.hasOverlappingVpcs(plan)) {
                overlapping++;
                foundOut +=
                        RuleSet.of(global).check(plan).of("test.address.global").isEmpty() ? 0 : 1;
                assertThat(ValidPlans.RULES.check(plan).violations()).isEmpty();
            }
        }
        assertThat(overlapping).isGreaterThanOrEqualTo(100);
        assertThat(foundOut).isGreaterThanOrEqualTo(50);
    }

    /** Not counted: quotas that are 0 because nothing is there. */
    private static boolean meetsQuota(NetworkPlan plan) {
        Quotas used = Usage.of(plan);
        Quotas quotas = plan.quotas();
        return used.vpcs() == quotas.vpcs()
                || isMet(used.networkInterfaces(), quotas.networkInterfaces())
                || isMet(used.elasticIps(), quotas.elasticIps());
    }

    private static boolean isMet(int used, int quota) {
        return used > 0 && used == quota;
    }

    @Test
    void plan_sizeZonesAndType_areKept() {
        ValidPlans small = ValidPlans.ofInstances(1, 2).withZones(2).withInstanceType("t3.small");
        for (int seed = 0; seed < 100; seed++) {
            NetworkPlan plan = small.plan(seed);
            assertThat(plan.instances())
                    .hasSizeBetween(1, 2)
                    .allMatch(each -> each.instanceType().equals("t3.small"));
            assertThat(plan.subnets().stream().map(Subnet::availabilityZone).distinct())
                    .hasSize(2);
            assertThat(small.allows(plan)).isTrue();
            assertThat(ValidPlans.ofInstances(3, 4).allows(plan)).isFalse();
            assertThat(small.withZones(3).allows(plan)).isFalse();
            assertThat(small.withInstanceType("m5.large").allows(plan)).isFalse();
        }
    }

    @Test
    void of_sizeThatCannotBe_isRefused() {
        assertThatThrownBy(() -> ValidPlans.ofInstances(2, 1))
                .hasMessage("2 to 1 instances: expected 0 or more, the fewest first");
        assertThatThrownBy(() -> ValidPlans.standard().withZones(7)).hasMessage("7 zones: expected 1 to 6");
        assertThatThrownBy(() -> ValidPlans.standard().withInstanceType("m5.lrage"))
                .isInstanceOf(UnknownInstanceTypeException.class);
    }
}
