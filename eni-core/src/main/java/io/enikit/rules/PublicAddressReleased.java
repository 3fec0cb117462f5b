package io.enikit.rules;

import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;

/** An interface has no public IPv4 address of EC2 beside an Elastic IP of its primary address. */
final class PublicAddressReleased extends Rule<Eni> {
    PublicAddressReleased() {
        super(
                RuleInfo.builder()
                        .id("eni.public-ip.released")
                        .addCatalogId("PUB-RELEASE")
                        .summary(
                                "An interface whose primary address has an Elastic IP has no other public IPv4 address.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.STATE)
                        .ec2Code("InvalidParameterCombination")
                        .codeEvidence(Evidence.INFERRED)
                        .source("Amazon EC2 instance IP addressing")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        if (eni.publicIpv4().isEmpty()) {
            return;
        }
        for (ElasticIp elasticIp : plan.elasticIpsOf(eni.id())) {
            if (elasticIp
                    .association()
                    .map(ElasticIpAssociation::privateIpAddress)
                    .equals(eni.privateIpAddress())) {
                faults.add(
                        "",
                        "it has a public IPv4 address of EC2, and the Elastic IP " + elasticIp.id()
                                + " on its primary address",
                        "leave the public address out: EC2 takes it back when an Elastic IP is associated");
            }
        }
    }
}
