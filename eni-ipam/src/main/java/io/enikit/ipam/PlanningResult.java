package io.enikit.ipam;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.model.NetworkPlan;
import java.util.List;

/** The result of planning a network: a plan, or the requests that cannot be placed. */
public sealed interface PlanningResult {
    /**
     * Returns the plan.
     *
     * @return the plan
     * @throws PlanningRefusedException if requests cannot be placed
     */
    NetworkPlan orElseThrow();

    /**
     * A plan, in which all requests are placed.
     *
     * @param plan the plan
     */
    record Planned(NetworkPlan plan) implements PlanningResult {
        /**
         * Checks that nothing is null.
         *
         * @param plan the plan
         */
        public Planned {
            requireNonNull(plan, "plan");
        }

        @Override
        public NetworkPlan orElseThrow() {
            return plan;
        }
    }

    /**
     * A refusal: some requests cannot be placed, so there is no plan.
     *
     * @param reasons a sentence for each request, with the numbers, in the order of the requests
     */
    record Refused(List<String> reasons) implements PlanningResult {
        /**
         * Keeps a copy of the list.
         *
         * @param reasons a sentence for each request
         */
        public Refused(List<String> reasons) {
            this.reasons = ImmutableList.copyOf(requireNonNull(reasons, "reasons"));
        }

        @Override
        public NetworkPlan orElseThrow() {
            throw new PlanningRefusedException(this);
        }
    }
}
