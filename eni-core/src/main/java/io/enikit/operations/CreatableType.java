package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** A request creates interfaces of the types interface, efa, efa-only, trunk or branch. */
final class CreatableType extends Precondition<CreatesEnis> {
    CreatableType() {
        super(
                RuleInfo.builder()
                        .id("create.interface-type")
                        .addCatalogId("ENI-TYPES-CREATE")
                        .summary("A request creates interfaces of the types interface, efa, efa-only, trunk or branch.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.SHAPE)
                        .ec2Code("InvalidParameterValue")
                        .source("CreateNetworkInterface")
                        .build(),
                CreatesEnis.class);
    }

    @Override
    Optional<String> check(CreatesEnis operation, NetworkPlan plan) {
        return operation.createdEnis().stream()
                .map(CreateEni::interfaceType)
                .filter(type -> !type.isCreatable())
                .findFirst()
                .map(type -> "value (" + type + ") for parameter interfaceType is invalid: expected interface, efa,"
                        + " efa-only, trunk or branch");
    }
}
