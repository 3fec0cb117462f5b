package io.enikit.testkit;

import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanDiff;
import io.enikit.operations.ApplyResult;
import io.enikit.rules.Report;
import org.jspecify.annotations.Nullable;

/**
 * Assertions in the words of the domain, for AssertJ.
 *
 * <pre>{@code
 * import static io.enikit.testkit.EniAssertions.assertThat;
 *
 * assertThat(plan).isValid();
 * assertThat(broken).violates("eni.attach.zone");
 * assertThat(ec2.apply(after, create)).isRefusedBy("create.id-free");
 * assertThat(PlanDiff.between(before, after)).addsOnly("app/eth1");
 * assertThat(layout).movedNothingSince(previous);
 * }</pre>
 */
public final class EniAssertions {
    private EniAssertions() {}

    /**
     * Starts assertions on a plan.
     *
     * @param actual the plan
     * @return the assertions
     */
    public static NetworkPlanAssert assertThat(@Nullable NetworkPlan actual) {
        return new NetworkPlanAssert(actual);
    }

    /**
     * Starts assertions on a layout.
     *
     * @param actual the layout
     * @return the assertions
     */
    public static CidrLayoutAssert assertThat(@Nullable CidrLayout actual) {
        return new CidrLayoutAssert(actual);
    }

    /**
     * Starts assertions on a pool.
     *
     * @param actual the pool
     * @return the assertions
     */
    public static CidrPoolAssert assertThat(@Nullable CidrPool actual) {
        return new CidrPoolAssert(actual);
    }

    /**
     * Starts assertions on what became of operations.
     *
     * @param actual the result
     * @return the assertions
     */
    public static ApplyResultAssert assertThat(@Nullable ApplyResult actual) {
        return new ApplyResultAssert(actual);
    }

    /**
     * Starts assertions on a report.
     *
     * @param actual the report
     * @return the assertions
     */
    public static ReportAssert assertThat(@Nullable Report actual) {
        return new ReportAssert(actual);
    }

    /**
     * Starts assertions on what two plans differ in.
     *
     * @param actual the difference
     * @return the assertions
     */
    public static PlanDiffAssert assertThat(@Nullable PlanDiff actual) {
        return new PlanDiffAssert(actual);
    }
}
