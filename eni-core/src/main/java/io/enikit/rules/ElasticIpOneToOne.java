package io.enikit.rules;

import io.enikit.model.ElasticIp;
import io.enikit.model.NetworkPlan;

/** A private IPv4 address has one Elastic IP. */
final class ElasticIpOneToOne extends Rule<ElasticIp> {
    ElasticIpOneToOne() {
        super(
                RuleInfo.builder()
                        .id("eip.address.one-to-one")
                        .addCatalogId("EIP-ONE-TO-ONE")
                        .summary("A private IPv4 address has one Elastic IP.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.ADDRESSES)
                        .ec2Code("Resource.AlreadyAssociated")
                        .codeEvidence(Evidence.INFERRED)
                        .source("Elastic IP addresses")
                        .build(),
                ElasticIp.class);
    }

    @Override
    protected void check(ElasticIp elasticIp, NetworkPlan plan, Faults faults) {
        elasticIp
                .association()
                .ifPresent(association -> plan.elasticIpsOf(association.networkInterfaceId()).stream()
                        .filter(other -> other.association().equals(elasticIp.association()))
                        .findFirst()
                        .filter(first -> !first.id().equals(elasticIp.id()))
                        .ifPresent(first -> faults.add(
                                "",
                                association.privateIpAddress() + " of " + association.networkInterfaceId()
                                        + " has the Elastic IP " + first.id() + " already",
                                "associate it with another address of the interface")));
    }
}
