package io.enikit.rules;

import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.ADDRESSES;
import static io.enikit.rules.Phase.IDS;
import static io.enikit.rules.Phase.STATE;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.PlanAccess;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.ElasticIpId;
import io.enikit.model.NetworkPlan;
import io.enikit.net.IpFamily;

/** The rules on Elastic IPs. */
final class ElasticIpRules {
    static final ImmutableList<Rule<?>> ALL = ImmutableList.of(
            RuleInfo.of("eip.interface.exists", IDS)
                    .withSummary("The interface that an Elastic IP is associated with exists.")
                    .documented("Error codes for the Amazon EC2 API")
                    .withMessage("The networkInterface ID '{eni}' does not exist")
                    .withCatalogIds("ENI-404")
                    .withCode("InvalidNetworkInterfaceID.NotFound", SEEN)
                    .withNeeds(Fact.EXISTENCE)
                    .rule(ElasticIp.class, ElasticIpRules::interfaceExists),
            RuleInfo.of("eip.address.on-interface", ADDRESSES)
                    .withSummary(
                            "An Elastic IP stands for a private IPv4 address that its interface has, be it inside of a delegated prefix.")
                    .documented("AssociateAddress")
                    .withCatalogIds("EIP-IP-NOT-ON-ENI", "IP6-NO-EIP", "PFX-EIP")
                    .withCode("InvalidParameterValue", INFERRED)
                    .withSilentBehind("eip.interface.exists")
                    .withNeeds(Fact.ENI_ADDRESSES)
                    .rule(ElasticIp.class, ElasticIpRules::addressOfInterface),
            RuleInfo.of("eip.address.one-to-one", ADDRESSES)
                    .withSummary("A private IPv4 address has one Elastic IP.")
                    .documented("Elastic IP addresses")
                    .withMessage(
                            "resource {eni} and {address} is already associated with public address {publicAddress}")
                    .withCatalogIds("EIP-ONE-TO-ONE")
                    .withCode("Resource.AlreadyAssociated", INFERRED)
                    .rule(ElasticIp.class, ElasticIpRules::oneToOne),
            RuleInfo.of("eip.internet-gateway", STATE)
                    .withSummary("An Elastic IP is used in a VPC with an internet gateway.")
                    .documented("Error codes for the Amazon EC2 API")
                    .withMessage("Network {vpc} is not attached to any internet gateway")
                    .withCatalogIds("EIP-IGW")
                    .withCode("Gateway.NotAttached", SEEN)
                    .withNeeds(Fact.INTERNET_GATEWAY)
                    .rule(ElasticIp.class, ElasticIpRules::internetGateway));

    private ElasticIpRules() {}

    private static void interfaceExists(ElasticIp elasticIp, NetworkPlan plan, Faults faults) {
        elasticIp
                .association()
                .map(ElasticIpAssociation::eniId)
                .filter(eni -> plan.eni(eni).isEmpty())
                .ifPresent(eni -> faults.add(Fault.of(
                                "the network interface \"" + eni + "\" does not exist",
                                "add the interface, or associate the address with one that exists")
                        .withValue("eni", eni)));
    }

    private static void addressOfInterface(ElasticIp elasticIp, NetworkPlan plan, Faults faults) {
        elasticIp
                .association()
                .ifPresent(association -> plan.eni(association.eniId())
                        .filter(eni -> association.privateIpAddress().family() != IpFamily.IPV4
                                || !eni.owns(association.privateIpAddress()))
                        .ifPresent(eni -> faults.add(
                                association.privateIpAddress() + " is not a private IPv4 address of " + eni.id(),
                                "associate it with an address that the interface has")));
    }

    private static void oneToOne(ElasticIp elasticIp, NetworkPlan plan, Faults faults) {
        elasticIp.association().ifPresent(association -> {
            ElasticIpId first = PlanAccess.get().elasticIpsOf(plan, association).first();
            if (!first.equals(elasticIp.id())) {
                String place = association.privateIpAddress() + " of " + association.eniId();
                faults.add(Fault.of(
                                place + " has the Elastic IP " + first + " already",
                                "associate it with another address of the interface")
                        .withValue("address", association.privateIpAddress())
                        .withOther(first, place + " has the Elastic IP " + elasticIp.id() + " already"));
            }
        });
    }

    private static void internetGateway(ElasticIp elasticIp, NetworkPlan plan, Faults faults) {
        elasticIp
                .association()
                .map(ElasticIpAssociation::eniId)
                .flatMap(plan::eni)
                .flatMap(plan::vpcOf)
                .filter(vpc -> !vpc.internetGatewayAttached())
                .ifPresent(vpc -> faults.add(
                        "the VPC \"" + vpc.id() + "\" has no internet gateway",
                        "attach an internet gateway to the VPC"));
    }
}
