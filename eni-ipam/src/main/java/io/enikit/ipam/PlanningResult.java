package io.enikit.ipam;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of planning a network: a plan, or the requests that cannot be placed. */
public sealed interface PlanningResult {
    /**
     * Returns the plan.
     *
     * @return the plan
     * @throws PlanningRefusedException if requests cannot be placed
     */
    NetworkPlan orElseThrow();

    /** A plan, in which all requests are placed. */
    static final class Planned implements PlanningResult {
        private final NetworkPlan plan;

        Planned(NetworkPlan plan) {
            this.plan = requireNonNull(plan, "plan");
        }

        /** {@return the plan} */
        public NetworkPlan plan() {
            return plan;
        }

        @Override
        public NetworkPlan orElseThrow() {
            return plan;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Planned that && plan.equals(that.plan);
        }

        @Override
        public int hashCode() {
            return plan.hashCode();
        }

        @Override
        public String toString() {
            return "Planned[plan=" + plan + "]";
        }
    }

    /** A refusal: some requests cannot be placed, so there is no plan. */
    static final class Refused implements PlanningResult {
        private final List<String> reasons;

        Refused(List<String> reasons) {
            this.reasons = ImmutableList.copyOf(requireNonNull(reasons, "reasons"));
        }

        /** {@return a sentence for each request, with the numbers, in the order of the requests} */
        public List<String> reasons() {
            return reasons;
        }

        @Override
        public NetworkPlan orElseThrow() {
            throw new PlanningRefusedException(reasons);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Refused that && reasons.equals(that.reasons);
        }

        @Override
        public int hashCode() {
            return reasons.hashCode();
        }

        @Override
        public String toString() {
            return VisibleText.of("Refused[reasons=" + reasons + "]");
        }
    }
}
