package io.enikit.rules;

import io.enikit.model.NetworkPlan;

/** No two resources of a kind have the same id. */
final class DuplicateIds extends Rule<NetworkPlan> {
    DuplicateIds() {
        super(
                RuleInfo.builder()
                        .id("plan.id.unique")
                        .summary("No two resources of a kind have the same id.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.IDS)
                        .source("Amazon EC2 API Reference")
                        .build(),
                NetworkPlan.class);
    }

    @Override
    protected void check(NetworkPlan whole, NetworkPlan plan, Faults faults) {
        plan.duplicates()
                .forEach(resource -> faults.about(resource.resourceId())
                        .add(
                                resource.toString(),
                                "another " + resource.resourceId().kind().word() + " has the id \""
                                        + resource.resourceId() + "\"",
                                "give it an id of its own"));
    }
}
