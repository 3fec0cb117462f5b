package io.enikit.testkit;

import static java.util.Objects.requireNonNull;

import io.enikit.limits.InstanceTypes;
import io.enikit.limits.LimitRules;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.net.Cidr;
import io.enikit.rules.Report;
import io.enikit.rules.RuleSet;
import io.enikit.rules.Violation;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on plans; where one fails, the message shows what is wrong, the picture and the text of the plan. */
public final class NetworkPlanAssert extends AbstractAssert<NetworkPlanAssert, NetworkPlan> {
    NetworkPlanAssert(@Nullable NetworkPlan actual) {
        super(actual, NetworkPlanAssert.class);
    }

    /**
     * Checks that EC2 would accept the plan, by all rules and the bundled instance types; warnings are let through.
     *
     * @return this
     */
    public NetworkPlanAssert isValid() {
        return isValidBy(ValidPlans.RULES);
    }

    /**
     * Checks that EC2 would accept the plan by some rules; warnings are let through.
     *
     * @param rules the rules
     * @return this
     */
    public NetworkPlanAssert isValidBy(RuleSet rules) {
        requireNonNull(rules, "rules");
        isNotNull();
        Report report = rules.check(actual);
        if (report.hasErrors()) {
            fail("Expected a valid plan, but", report.violations());
        }
        return this;
    }

    /**
     * Checks that the plan breaks a rule; it may break others as well.
     *
     * @param rule the id of the rule, or the first parts of the ids of several such as {@code eni.attach}
     * @return this
     */
    public NetworkPlanAssert violates(String rule) {
        requireNonNull(rule, "rule");
        isNotNull();
        Report report = ValidPlans.RULES.check(actual);
        if (report.of(rule).isEmpty()) {
            fail("Expected a violation of " + rule + ", but the report is", report.violations());
        }
        return this;
    }

    /**
     * Checks that neither subnets of a VPC overlap nor what interfaces hold, by arithmetic instead of rules.
     *
     * @return this
     */
    public NetworkPlanAssert hasNoOverlaps() {
        isNotNull();
        List<String> overlaps = new ArrayList<>();
        for (Subnet subnet : actual.subnets()) {
            for (Subnet other : actual.subnets()) {
                if (isBefore(subnet.id(), other.id()) && subnet.vpcId().equals(other.vpcId())) {
                    addOverlaps(subnet, other, overlaps);
                }
            }
        }
        Invariants.brokenIn(actual).stream()
                .filter(fault -> fault.startsWith("(a)"))
                .forEach(overlaps::add);
        if (!overlaps.isEmpty()) {
            fail("Expected no overlaps, but", overlaps);
        }
        return this;
    }

    private static boolean isBefore(SubnetId one, SubnetId other) {
        return one.compareTo(other) < 0;
    }

    private static void addOverlaps(Subnet subnet, Subnet other, List<String> overlaps) {
        for (Cidr block : blocksOf(subnet)) {
            blocksOf(other).stream()
                    .filter(block::overlaps)
                    .forEach(each ->
                            overlaps.add(block + " of " + subnet.id() + " overlaps " + each + " of " + other.id()));
        }
    }

    private static List<Cidr> blocksOf(Subnet subnet) {
        List<Cidr> blocks = new ArrayList<>();
        subnet.cidrBlock().ifPresent(blocks::add);
        subnet.ipv6CidrBlock().ifPresent(blocks::add);
        return blocks;
    }

    /**
     * Checks that every instance has no more than its type allows, and is of a known type.
     *
     * @param limits the instance types
     * @return this
     */
    public NetworkPlanAssert fits(InstanceTypes limits) {
        requireNonNull(limits, "limits");
        isNotNull();
        List<Violation> violations = LimitRules.of(limits).check(actual).violations();
        if (!violations.isEmpty()) {
            fail("Expected a plan that fits the instance types, but", violations);
        }
        return this;
    }

    /**
     * Checks that the plan keeps all {@link Invariants}, which are coded without the rules.
     *
     * @return this
     */
    public NetworkPlanAssert keepsInvariants() {
        isNotNull();
        List<String> broken = Invariants.brokenIn(actual);
        if (!broken.isEmpty()) {
            fail("Expected a plan that keeps the invariants, but", broken);
        }
        return this;
    }

    private void fail(String expectation, List<?> faults) {
        failWithMessage("%s", expectation + "\n" + Pictures.of(faults, actual));
    }
}
