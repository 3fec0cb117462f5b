package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** An IPv6 block is taken off a subnet once no interface has addresses of it and none are given out. */
final class SubnetBlockUnused extends Precondition<DisassociateSubnetCidrBlock> {
    SubnetBlockUnused() {
        super(
                RuleInfo.builder()
                        .id("disassociate.subnet-block-unused")
                        .addCatalogId("SUBNET-V6-DISASSOC")
                        .summary(
                                "An IPv6 block is taken off a subnet once no interface has addresses of it and none are given out.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.STATE)
                        .ec2Code("InvalidCidrBlock.InUse")
                        .codeEvidence(Evidence.SEEN)
                        .source("DisassociateSubnetCidrBlock")
                        .build(),
                DisassociateSubnetCidrBlock.class);
    }

    @Override
    Optional<String> check(DisassociateSubnetCidrBlock operation, NetworkPlan plan) {
        return plan.subnet(operation.subnet())
                .flatMap(subnet -> reason(subnet, plan))
                .map(reason -> operation.block() + " may not be disassociated, because " + reason);
    }

    private static Optional<String> reason(Subnet subnet, NetworkPlan plan) {
        if (subnet.assignIpv6AddressOnCreation()) {
            return Optional.of("its subnet has assign-ipv6-address-on-creation set to true");
        }
        return plan.enisIn(subnet.id()).stream()
                .filter(eni ->
                        !eni.ipv6Addresses().isEmpty() || !eni.ipv6Prefixes().isEmpty())
                .findFirst()
                .map(eni -> eni.id() + " has addresses of it");
    }
}
