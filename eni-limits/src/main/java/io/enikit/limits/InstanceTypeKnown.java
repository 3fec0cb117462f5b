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
import org.jspecify.annotations.Nullable;

/** An instance type is in the catalogue: EC2 adds types faster than tables grow, so this is a warning. */
final class InstanceTypeKnown extends Rule<Instance> {
    private final InstanceTypes types;

    /** The last type that was looked for in vain; a misspelt type is as a rule that of many instances. */
    private @Nullable Unknown last;

    private record Unknown(String instanceType, List<String> nearMatches) {}

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
            List<String> near = nearMatches(type);
            faults.add(
                    "",
                    "the instance type \"" + type + "\" is not in the catalogue, its limits are not checked"
                            + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?"),
                    "correct the type, or use a catalogue that has it");
        }
    }

    private List<String> nearMatches(String type) {
        @Nullable Unknown unknown = last;
        if (unknown == null || !unknown.instanceType.equals(type)) {
            unknown = new Unknown(type, types.nearMatches(type));
            last = unknown;
        }
        return unknown.nearMatches;
    }
}
