package io.enikit.operations;

import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A request creates interfaces of the types interface, efa, efa-only, trunk or branch, a launch of the first three. */
final class CreatableType extends Precondition<CreatesEnis> {
    CreatableType() {
        super(
                RuleInfo.documented(
                                "create.interface-type",
                                Phase.SHAPE,
                                "A request creates interfaces of the types interface, efa, efa-only, trunk or branch, a launch of the first three.",
                                "CreateNetworkInterface")
                        .withCatalogIds("ENI-TYPES-CREATE")
                        .withCode("InvalidParameterValue"),
                CreatesEnis.class);
    }

    @Override
    Optional<String> check(CreatesEnis operation, NetworkPlan plan) {
        boolean launch = operation instanceof LaunchInstance;
        return operation.createdEnis().stream()
                .map(CreateEni::interfaceType)
                .filter(type -> launch ? !isLaunchable(type) : !type.isCreatable())
                .findFirst()
                .map(type -> "value (" + type + ") for parameter interfaceType is invalid: expected "
                        + (launch ? "interface, efa or efa-only" : "interface, efa, efa-only, trunk or branch"));
    }

    private static boolean isLaunchable(InterfaceType type) {
        return type.equals(InterfaceType.INTERFACE) || type.isEfa();
    }
}
