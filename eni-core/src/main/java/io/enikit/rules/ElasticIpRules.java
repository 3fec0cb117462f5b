package io.enikit.rules;

import com.google.common.collect.ImmutableList;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.NetworkPlan;
import io.enikit.net.IpFamily;

/** The rules on Elastic IPs. */
final class ElasticIpRules {
    static final ImmutableList<Rule<?>> ALL = ImmutableList.of(
            Rule.of(
                    RuleInfo.documented(
                                    "eip.interface.exists",
                                    Phase.IDS,
                                    "The interface that an Elastic IP is associated with exists.",
                                    "Error codes for the Amazon EC2 API")
                            .withCatalogIds("ENI-404")
                            .withCode("InvalidNetworkInterfaceID.NotFound", Evidence.SEEN)
                            .withNeeds(Fact.EXISTENCE),
                    ElasticIp.class,
                    ElasticIpRules::interfaceExists),
            Rule.of(
                    RuleInfo.documented(
                                    "eip.address.on-interface",
                                    Phase.ADDRESSES,
                                    "An Elastic IP stands for a private IPv4 address that its interface has, be it inside of a delegated prefix.",
                                    "AssociateAddress")
                            .withCatalogIds("EIP-IP-NOT-ON-ENI", "IP6-NO-EIP", "PFX-EIP")
                            .withCode("InvalidParameterValue", Evidence.INFERRED)
                            .withSilentBehind("eip.interface.exists")
                            .withNeeds(Fact.ENI_ADDRESSES),
                    ElasticIp.class,
                    ElasticIpRules::addressOfInterface),
            Rule.of(
                    RuleInfo.documented(
                                    "eip.address.one-to-one",
                                    Phase.ADDRESSES,
                                    "A private IPv4 address has one Elastic IP.",
                                    "Elastic IP addresses")
                            .withCatalogIds("EIP-ONE-TO-ONE")
                            .withCode("Resource.AlreadyAssociated", Evidence.INFERRED),
                    ElasticIp.class,
                    ElasticIpRules::oneToOne),
            Rule.of(
                    RuleInfo.documented(
                                    "eip.internet-gateway",
                                    Phase.STATE,
                                    "An Elastic IP is used in a VPC with an internet gateway.",
                                    "Error codes for the Amazon EC2 API")
                            .withCatalogIds("EIP-IGW")
                            .withCode("Gateway.NotAttached", Evidence.SEEN)
                            .withNeeds(Fact.INTERNET_GATEWAY),
                    ElasticIp.class,
                    ElasticIpRules::internetGateway));

    private ElasticIpRules() {}

    private static void interfaceExists(ElasticIp elasticIp, NetworkPlan plan, Faults faults) {
        elasticIp
                .association()
                .map(ElasticIpAssociation::networkInterfaceId)
                .filter(eni -> plan.eni(eni).isEmpty())
                .ifPresent(eni -> faults.add(
                        "the network interface \"" + eni + "\" does not exist",
                        "add the interface, or associate the address with one that exists"));
    }

    private static void addressOfInterface(ElasticIp elasticIp, NetworkPlan plan, Faults faults) {
        elasticIp
                .association()
                .ifPresent(association -> plan.eni(association.networkInterfaceId())
                        .filter(eni -> association.privateIpAddress().family() != IpFamily.IPV4
                                || !eni.owns(association.privateIpAddress()))
                        .ifPresent(eni -> faults.add(
                                association.privateIpAddress() + " is not a private IPv4 address of " + eni.id(),
                                "associate it with an address that the interface has")));
    }

    private static void oneToOne(ElasticIp elasticIp, NetworkPlan plan, Faults faults) {
        elasticIp
                .association()
                .ifPresent(association -> plan.elasticIpsOf(association.networkInterfaceId()).stream()
                        .filter(other -> other.association().equals(elasticIp.association()))
                        .findFirst()
                        .filter(first -> !first.id().equals(elasticIp.id()))
                        .ifPresent(first -> faults.add(Fault.of(
                                        association.privateIpAddress() + " of " + association.networkInterfaceId()
                                                + " has the Elastic IP " + first.id() + " already",
                                        "associate it with another address of the interface")
                                .withOther(
                                        first.id(),
                                        association.privateIpAddress() + " of " + association.networkInterfaceId()
                                                + " has the Elastic IP " + elasticIp.id() + " already"))));
    }

    private static void internetGateway(ElasticIp elasticIp, NetworkPlan plan, Faults faults) {
        elasticIp
                .association()
                .map(ElasticIpAssociation::networkInterfaceId)
                .flatMap(plan::eni)
                .flatMap(plan::vpcOf)
                .filter(vpc -> !vpc.internetGatewayAttached())
                .ifPresent(vpc -> faults.add(
                        "the VPC \"" + vpc.id() + "\" has no internet gateway",
                        "attach an internet gateway to the VPC"));
    }
}
