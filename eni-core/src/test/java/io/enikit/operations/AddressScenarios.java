package io.enikit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.net.IpAddress;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A plan of addresses, prefixes and Elastic IPs that scenarios start from. */
final class AddressScenarios {
    static final RuleSet RULES = Ec2Rules.standard().without("limits.unchecked");
    static final Ec2 EC2 = Ec2.enforcing(RULES);
    static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            quotas elasticIps=6
            vpc dark cidrBlocks=10.1.0.0/16
            vpc main cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56 internetGatewayAttached=true
            subnet a vpc=main availabilityZone=z1 cidrBlock=10.0.0.0/24
            subnet auto vpc=main availabilityZone=z1 cidrBlock=10.0.3.0/24 ipv6CidrBlock=2001:db8:0:3::/64 assignIpv6AddressOnCreation=true
            subnet dark vpc=dark availabilityZone=z1 cidrBlock=10.1.0.0/24
            subnet full vpc=main availabilityZone=z1 cidrBlock=10.0.4.0/28
            subnet kept vpc=main availabilityZone=z1 cidrBlock=10.0.5.0/24 cidrReservations=10.0.5.0/26;explicit,10.0.5.64/27;prefix
            subnet six vpc=main availabilityZone=z1 ipv6CidrBlock=2001:db8:0:6::/64 ipv6Native=true assignIpv6AddressOnCreation=true
            group dark vpc=dark
            group web vpc=main
            instance born instanceType=m5.large state=pending
            instance one instanceType=m5.large
            instance two instanceType=m5.large
            eni born/eth0 subnet=a privateIpAddresses=10.0.0.9* groups=web instance=born deviceIndex=0
            eni first subnet=a privateIpAddresses=10.0.0.20*,10.0.0.21,10.0.0.22 groups=web
            eni hidden subnet=dark privateIpAddresses=10.1.0.20* groups=dark
            eni nat subnet=a interfaceType=nat_gateway privateIpAddresses=10.0.0.40*,10.0.0.41 requesterManaged=true
            eni native subnet=six ipv6Addresses=2001:db8:0:6::20* groups=web
            eni one/eth0 subnet=a privateIpAddresses=10.0.0.10* associatePublicIpAddress=true publicIpv4=198.51.100.7 groups=web instance=one deviceIndex=0
            eni second subnet=a privateIpAddresses=10.0.0.30* ipv4Prefixes=10.0.0.64/28 groups=web
            eni six1 subnet=auto privateIpAddresses=10.0.3.20* ipv6Addresses=2001:db8:0:3::20,2001:db8:0:3::21 groups=web
            eni six2 subnet=auto privateIpAddresses=10.0.3.30* groups=web
            eni tight subnet=full privateIpAddresses=10.0.4.4* groups=web
            eni two/eth0 subnet=a privateIpAddresses=10.0.0.11* associatePublicIpAddress=true groups=web instance=two deviceIndex=0
            eni two/eth1 subnet=a privateIpAddresses=10.0.0.12* groups=web instance=two deviceIndex=1
            eni wide subnet=kept privateIpAddresses=10.0.5.5* groups=web
            eip free
            eip taken networkInterface=first privateIpAddress=10.0.0.21
            eip third
            end
            """);

    static final String VALUE = "InvalidParameterValue";
    static final String COMBINATION = "InvalidParameterCombination";

    private AddressScenarios() {}

    static AssignPrivateIpAddresses assign(String eni) {
        return AssignPrivateIpAddresses.of(eni);
    }

    static UnassignPrivateIpAddresses unassign(String eni) {
        return UnassignPrivateIpAddresses.of(eni);
    }

    static CreateEni createEni() {
        return CreateEni.of("new", "a").withSecurityGroups("web");
    }

    static NetworkPlan plan() {
        return EC2.apply(
                        PLAN,
                        CreateEni.of("zero", "a").withSecurityGroups("web").withPrivateIpAddress("10.0.0.100"))
                .orElseThrow();
    }

    static NetworkPlan after(Operation... operations) {
        return after(plan(), operations);
    }

    static NetworkPlan after(NetworkPlan before, Operation... operations) {
        NetworkPlan after = EC2.apply(before, operations).orElseThrow();
        assertThat(RULES.check(after).hasErrors())
                .as(RULES.check(after).toString())
                .isFalse();
        return after;
    }

    static Eni eni(NetworkPlan plan, String id) {
        return plan.eni(id).orElseThrow();
    }

    static List<String> addresses(NetworkPlan plan, String id) {
        return Stream.concat(eni(plan, id).privateIpAddresses().stream(), eni(plan, id).ipv6Addresses().stream())
                .map(EniAddress::toString)
                .toList();
    }

    static Optional<ElasticIpAssociation> whereIs(NetworkPlan plan, String elasticIp) {
        return plan.elasticIp(elasticIp).flatMap(ElasticIp::association);
    }

    static Optional<ElasticIpAssociation> at(String eni, String address) {
        return Optional.of(new ElasticIpAssociation(EniId.of(eni), IpAddress.parse(address)));
    }

    static List<String> outcomes(Operation operation) {
        return ((ApplyResult.Accepted) EC2.apply(plan(), operation))
                .outcomes().stream().map(Outcome::toString).toList();
    }
}
