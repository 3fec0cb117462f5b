package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** A number of addresses to pick is 1 or more. */
final class CountPositive extends Precondition<CreatesEnis> {
    CountPositive() {
        super(
                RuleInfo.builder()
                        .id("create.count-positive")
                        .addCatalogId("IP4-COUNT-POS")
                        .summary("A number of addresses to pick is 1 or more.")
                        .evidence(Evidence.SEEN)
                        .severity(Severity.ERROR)
                        .phase(Phase.SHAPE)
                        .ec2Code("InvalidParameterValue")
                        .source("answers of EC2")
                        .build(),
                CreatesEnis.class);
    }

    @Override
    Optional<String> check(CreatesEnis operation, NetworkPlan plan) {
        return operation.createdEnis().stream()
                .flatMapToInt(request -> request.secondaryPrivateIpAddressCount().stream())
                .filter(count -> count < 1)
                .mapToObj(count -> "value (" + count
                        + ") for parameter secondaryPrivateIpAddressCount is invalid: expected a positive number")
                .findFirst();
    }
}
