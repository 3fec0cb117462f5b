package io.enikit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.insight.Deletion;
import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Vpc;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.Ec2;
import io.enikit.operations.OperationRefusedException;
import net.jqwik.api.Example;

/** Deleting in the order that is given succeeds, for everything in any valid plan. */
class DeletionProperties {
    /** {@code .ci/slow} takes a thousand. */
    private static final int PLANS = Integer.getInteger("io.enikit.testkit.deletions", 60);

    private static final Ec2 EC2 = Ec2.enforcing(ValidPlans.RULES);

    @Example
    void operations_ofAnythingInAValidPlan_areAcceptedInOrder() {
        for (int seed = 0; seed < PLANS; seed++) {
            NetworkPlan valid = ValidPlans.standard().plan(seed);
            NetworkPlan plan = seed % 2 == 0 ? valid : OddParts.addedTo(valid, new Choice(seed));
            NetworkPlan own = withoutManaged(plan);
            for (Resource resource : own.resources().toList()) {
                check(own, resource.resourceId(), seed);
            }
            for (Vpc vpc : own.vpcs()) {
                Deletion deletion = Deletion.ofInternetGateway(own, vpc.id());
                NetworkPlan after = apply(own, deletion, "gateway of " + vpc.id() + ", seed " + seed);
                assertThat(after.vpc(vpc.id()).orElseThrow().internetGatewayAttached())
                        .isFalse();
            }
        }
    }

    /** What services made, their owners delete: then it is gone from the plan. */
    private static NetworkPlan withoutManaged(NetworkPlan plan) {
        NetworkPlan.Builder own = plan.toBuilder();
        for (Eni eni : plan.enis()) {
            if (eni.isServiceManaged()) {
                own.remove(eni.id());
            }
        }
        return own.build();
    }

    private static void check(NetworkPlan plan, ResourceId id, int seed) {
        Deletion deletion = Deletion.of(plan, id);
        String as = id.kind() + " " + id + ", seed " + seed + "\n" + deletion + "\n" + PlanText.write(plan);
        if (plan.find(id).orElseThrow() instanceof SecurityGroup group && group.isDefault()) {
            assertThat(deletion.isFree()).as(as).isFalse();
            return;
        }
        assertThat(deletion.isFree()).as(as).isTrue();
        NetworkPlan after = apply(plan, deletion, as);
        assertThat(after).as(as).isEqualTo(deletion.after());
        if (plan.find(id).orElseThrow() instanceof Instance) {
            assertThat(after.find(id))
                    .as(as)
                    .hasValueSatisfying(
                            left -> assertThat(((Instance) left).state()).isEqualTo(InstanceState.TERMINATED));
        } else {
            assertThat(after.find(id)).as(as).isEmpty();
        }
    }

    private static NetworkPlan apply(NetworkPlan plan, Deletion deletion, String as) {
        ApplyResult result = EC2.apply(plan, deletion.operations());
        try {
            return result.orElseThrow();
        } catch (OperationRefusedException e) {
            throw new AssertionError(e.getMessage() + "\n" + as, e);
        }
    }
}
