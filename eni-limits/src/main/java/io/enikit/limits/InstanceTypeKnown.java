package io.enikit.limits;

import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Faults;
import io.enikit.rules.Phase;
import io.enikit.rules.Rule;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.List;

/** An instance type is in the catalogue: EC2 adds types faster than tables grow, so this is a warning. */
final class InstanceTypeKnown extends Rule<Instance> {
    private final InstanceTypes types;

    InstanceTypeKnown(InstanceTypes types) {
        super(
                RuleInfo.builder()
                        .id("limits.instance-type")
                        .addCatalogId("TYPE-UNKNOWN")
                        .summary("An instance is of a type whose limits are known.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.WARNING)
                        .phase(Phase.IDS)
                        .source("DescribeInstanceTypes")
                        .build(),
                Instance.class);
        this.types = types;
    }

    @Override
    protected void check(Instance instance, NetworkPlan plan, Faults faults) {
        String type = instance.instanceType();
        if (types.find(type).isEmpty()) {
            List<String> near = types.nearMatches(type);
            faults.add(
                    "",
                    "the instance type \"" + type + "\" is not in the catalogue, its limits are not checked"
                            + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?"),
                    "correct the type, or use a catalogue that has it");
        }
    }
}
