package io.enikit.rules;

import io.enikit.model.ElasticIp;
import io.enikit.model.NetworkPlan;
import io.enikit.net.IpFamily;

/** An Elastic IP stands for a private IPv4 address of its interface. */
final class ElasticIpTarget extends Rule<ElasticIp> {
    ElasticIpTarget() {
        super(
                RuleInfo.builder()
                        .id("eip.address.on-interface")
                        .addCatalogId("EIP-IP-NOT-ON-ENI")
                        .addCatalogId("IP6-NO-EIP")
                        .addCatalogId("PFX-EIP")
                        .summary(
                                "An Elastic IP stands for a private IPv4 address that its interface has, be it inside of a delegated prefix.")
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
                        .filter(eni -> association.privateIpAddress().family() != IpFamily.IPV4
                                || !eni.owns(association.privateIpAddress()))
                        .ifPresent(eni -> faults.add(
                                "",
                                association.privateIpAddress() + " is not a private IPv4 address of " + eni.id(),
                                "associate it with an address that the interface has")));
    }
}
