package io.enikit.rules;

import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.NetworkPlan;

/** The interface that an Elastic IP is associated with exists. */
final class ElasticIpTargetExists extends Rule<ElasticIp> {
    ElasticIpTargetExists() {
        super(
                RuleInfo.builder()
                        .id("eip.interface.exists")
                        .addCatalogId("ENI-404")
                        .summary("The interface that an Elastic IP is associated with exists.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.IDS)
                        .ec2Code("InvalidNetworkInterfaceID.NotFound")
                        .codeEvidence(Evidence.SEEN)
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
                ElasticIp.class);
    }

    @Override
    protected void check(ElasticIp elasticIp, NetworkPlan plan, Faults faults) {
        elasticIp
                .association()
                .map(ElasticIpAssociation::networkInterfaceId)
                .filter(eni -> plan.eni(eni).isEmpty())
                .ifPresent(eni -> faults.add(
                        "",
                        "the network interface \"" + eni + "\" does not exist",
                        "add the interface, or associate the address with one that exists"));
    }
}
