package io.enikit.operations;

import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A request states the primary address once. */
final class OnePrimaryStated extends Precondition<CreatesEnis> {
    OnePrimaryStated() {
        super(
                RuleInfo.documented(
                                "create.one-primary",
                                Phase.SHAPE,
                                "A request states the primary address once.",
                                "CreateNetworkInterface")
                        .withCatalogIds("IP4-PRIMARY-VS-LIST")
                        .withCode("InvalidParameterCombination", Evidence.INFERRED),
                CreatesEnis.class);
    }

    @Override
    Optional<String> check(CreatesEnis operation, NetworkPlan plan) {
        return operation.createdEnis().stream()
                .filter(request -> request.privateIpAddress().isPresent()
                        && request.privateIpAddresses().stream().anyMatch(EniAddress::primary))
                .findFirst()
                .map(request -> "privateIpAddress and a primary one of privateIpAddresses of " + request.eni()
                        + " may not be specified on the same request");
    }
}
