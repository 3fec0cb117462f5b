package io.enikit.rules;

import static io.enikit.model.ResourceKind.ELASTIC_IP;
import static io.enikit.model.ResourceKind.ENI;
import static io.enikit.model.ResourceKind.SUBNET;
import static io.enikit.model.ResourceKind.VPC;
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
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.util.Optional;

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
                    .rule(ElasticIp.class, ElasticIpRules::interfaceExists)
                    .lookingAt(ENI),
            RuleInfo.of("eip.address.on-interface", ADDRESSES)
                    .withSummary(
                            "An Elastic IP stands for a private IPv4 address that its interface has, be it inside of a delegated prefix.")
                    .documented("AssociateAddress")
                    .withCatalogIds("EIP-IP-NOT-ON-ENI", "IP6-NO-EIP", "PFX-EIP")
                    .withCode("InvalidParameterValue", INFERRED)
                    .withSilentBehind("eip.interface.exists")
                    .withNeeds(Fact.ENI_ADDRESSES)
                    .rule(ElasticIp.class, ElasticIpRules::addressOfInterface)
                    .lookingAt(ENI),
            RuleInfo.of("eip.address.one-to-one", ADDRESSES)
                    .withSummary("A private IPv4 address has one Elastic IP.")
                    .documented("Elastic IP addresses")
                    .withMessage(
                            "resource {eni} and {address} is already associated with public address {publicAddress}")
                    .withCatalogIds("EIP-ONE-TO-ONE")
                    .withCode("Resource.AlreadyAssociated", INFERRED)
                    .rule(ElasticIp.class, ElasticIpRules::oneToOne)
                    .lookingAt(ELASTIC_IP),
            RuleInfo.of("eip.internet-gateway", STATE)
                    .withSummary("An Elastic IP is used in a VPC with an internet gateway.")
                    .documented("Error codes for the Amazon EC2 API")
                    .withMessage("Network {vpc} is not attached to any internet gateway")
                    .withCatalogIds("EIP-IGW")
                    .withCode("Gateway.NotAttached", SEEN)
                    .withNeeds(Fact.INTERNET_GATEWAY)
                    .rule(ElasticIp.class, ElasticIpRules::internetGateway)
                    .lookingAt(VPC, SUBNET, ENI));

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
                .ifPresent(association -> association
                        .privateIpAddress()
                        .ifPresent(address -> plan.eni(association.eniId())
                                .filter(eni -> address.family() != IpFamily.IPV4 || !eni.owns(address))
                                .ifPresent(eni -> faults.add(
                                        address + " is not a private IPv4 address of " + eni.id(),
                                        "associate it with an address that the interface has"))));
    }

    private static void oneToOne(ElasticIp elasticIp, NetworkPlan plan, Faults faults) {
        Optional<ElasticIpAssociation> association = elasticIp.association().filter(ElasticIpRules::isCertain);
        if (association.isPresent()) {
            ElasticIpId first =
                    PlanAccess.get().elasticIpsOf(plan, association.get()).first();
            if (!first.equals(elasticIp.id())) {
                faults.add(alreadyAssociated(elasticIp, association.get(), first));
            }
        }
    }

    /** Two with an address that EC2 has yet to choose may have one each, unless it is the primary one for both. */
    private static boolean isCertain(ElasticIpAssociation association) {
        return association.privateIpAddress().isPresent() || association.awaitsPrimary();
    }

    private static Fault alreadyAssociated(ElasticIp elasticIp, ElasticIpAssociation association, ElasticIpId first) {
        String address = association.privateIpAddress().map(IpAddress::toString).orElse("the primary address") + " of "
                + association.eniId() + " has the Elastic IP ";
        Fault fault = Fault.of(address + first + " already", "associate it with another address of the interface")
                .withOther(first, address + elasticIp.id() + " already");
        return association.privateIpAddress().isPresent()
                ? fault.withValue("address", association.privateIpAddress().get())
                : fault;
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
