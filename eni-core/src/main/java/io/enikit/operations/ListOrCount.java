package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** A request states secondary addresses or how many of them, not both. */
final class ListOrCount extends Precondition<CreatesEnis> {
    ListOrCount() {
        super(
                RuleInfo.builder()
                        .id("create.list-or-count")
                        .addCatalogId("IP4-XOR-CREATE")
                        .summary("A request states secondary addresses or how many of them, not both.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.SHAPE)
                        .ec2Code("InvalidParameterCombination")
                        .codeEvidence(Evidence.INFERRED)
                        .source("CreateNetworkInterface")
                        .build(),
                CreatesEnis.class);
    }

    @Override
    Optional<String> check(CreatesEnis operation, NetworkPlan plan) {
        return operation.createdEnis().stream()
                .filter(request -> request.secondaryPrivateIpAddressCount().isPresent()
                        && request.privateIpAddresses().stream().anyMatch(address -> !address.primary()))
                .findFirst()
                .map(request -> "secondary privateIpAddresses and secondaryPrivateIpAddressCount of " + request.eni()
                        + " may not be specified on the same request");
    }
}
