package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.model.SubnetId;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A subnet has enough free addresses for those that EC2 is to pick. */
final class RoomInSubnet extends Precondition<CreatesEnis> {
    RoomInSubnet() {
        super(
                RuleInfo.builder()
                        .id("create.room")
                        .addCatalogId("SUBNET-FULL")
                        .summary("A subnet has enough free addresses for those that EC2 is to pick.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.CAPACITY)
                        .ec2Code("InsufficientFreeAddressesInSubnet")
                        .codeEvidence(Evidence.SEEN)
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
                CreatesEnis.class);
    }

    @Override
    Optional<String> check(CreatesEnis operation, NetworkPlan plan) {
        Map<SubnetId, Integer> needed = new TreeMap<>();
        for (CreateEni request : operation.createdEnis()) {
            int free = NewEni.spaceFor(request, plan)
                    .map(space -> space.size()
                            .min(BigInteger.valueOf(Integer.MAX_VALUE))
                            .intValue())
                    .orElse(Integer.MAX_VALUE);
            int all = needed.merge(request.subnetId(), NewEni.needed(request, plan), Integer::sum);
            if (all > free) {
                return Optional.of("the subnet " + request.subnetId() + " has " + free + " free addresses, " + all
                        + " are needed");
            }
        }
        return Optional.empty();
    }
}
