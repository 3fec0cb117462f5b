package io.enikit.rules;

import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.NetworkPlan;

/** An Elastic IP is used in a VPC with an internet gateway. */
final class ElasticIpGateway extends Rule<ElasticIp> {
    ElasticIpGateway() {
        super(
                RuleInfo.builder()
                        .id("eip.internet-gateway")
                        .addCatalogId("EIP-IGW")
                        .summary("An Elastic IP is used in a VPC with an internet gateway.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.STATE)
                        .ec2Code("Gateway.NotAttached")
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
                .flatMap(plan::eni)
                .flatMap(plan::vpcOf)
                .filter(vpc -> !vpc.internetGatewayAttached())
                .ifPresent(vpc -> faults.add(
                        "",
                        "the VPC \"" + vpc.id() + "\" has no internet gateway",
                        "attach an internet gateway to the VPC"));
    }
}
