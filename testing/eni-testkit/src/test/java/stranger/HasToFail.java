package stranger;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.model.NetworkPlan;
import io.enikit.testkit.OperationSequence;
import java.util.List;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Turns a property that finds its bug, and shrinks it to three resources at most, into one that passes. */
public final class HasToFail implements AroundPropertyHook {
    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        PropertyExecutionResult result = property.execute();
        assertThat(result.status()).isEqualTo(PropertyExecutionResult.Status.FAILED);
        assertThat(result.countTries()).isLessThanOrEqualTo(1_000);
        List<Object> shrunk = result.falsifiedParameters().orElseThrow();
        assertThat(resources(shrunk.get(0))).as("resources of " + shrunk).isBetween(1L, 3L);
        return result.mapToSuccessful();
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    private static long resources(Object sample) {
        if (sample instanceof NetworkPlan plan) {
            return resources(plan);
        } else if (sample instanceof OperationSequence calls) {
            return resources(calls.start());
        } else if (sample instanceof CidrPool pool) {
            return (long) pool.allocations().size() + pool.reservations().size();
        }
        return ((CidrLayout) sample).cidrs().size();
    }

    /** Counts what stands on its own: not what an interface has to have, which is its VPC, subnet and group. */
    private static long resources(NetworkPlan plan) {
        boolean interfaces = !plan.enis().isEmpty();
        return plan.resources().count()
                - (interfaces
                        ? plan.vpcs().size()
                                + plan.subnets().size()
                                + plan.securityGroups().size()
                        : 0);
    }
}
