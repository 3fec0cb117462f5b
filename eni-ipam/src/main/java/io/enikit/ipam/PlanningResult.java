package io.enikit.ipam;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.model.NetworkPlan;
import java.util.List;

/** What came of planning a network: a plan, or the requests that found no place. */
public sealed interface PlanningResult {
    /**
     * Returns the plan.
     *
     * @return the plan
     * @throws PlanningRefusedException if requests found no place
     */
    NetworkPlan orElseThrow();

    /**
     * All requests found their place.
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
     * Some requests found no place, and so there is no plan.
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
