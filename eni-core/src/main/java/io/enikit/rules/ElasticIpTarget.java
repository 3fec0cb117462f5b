package io.enikit.rules;

import io.enikit.model.ElasticIp;
import io.enikit.model.NetworkPlan;

/** An Elastic IP stands for an address of its interface. */
final class ElasticIpTarget extends Rule<ElasticIp> {
    ElasticIpTarget() {
        super(
                RuleInfo.builder()
                        .id("eip.address.on-interface")
                        .addCatalogId("EIP-IP-NOT-ON-ENI")
                        .summary("An Elastic IP stands for an address of its interface.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.ADDRESSES)
                        .ec2Code("InvalidParameterValue")
                        .codeEvidence(Evidence.INFERRED)
                        .addSilentBehind("eip.interface.exists")
                        .source("AssociateAddress")
                        .build(),
                ElasticIp.class);
    }

    @Override
    protected void check(ElasticIp elasticIp, NetworkPlan plan, Faults faults) {
        elasticIp
                .association()
                .ifPresent(association -> plan.eni(association.networkInterfaceId())
                        .filter(eni -> !eni.owns(association.privateIpAddress()))
                        .ifPresent(eni -> faults.add(
                                "",
                                association.privateIpAddress() + " is not an address of " + eni.id(),
                                "associate it with an address that the interface has")));
    }
}
