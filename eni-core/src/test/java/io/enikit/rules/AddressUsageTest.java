package io.enikit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.AddressDemand;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.SubnetDemand;
import io.enikit.model.SubnetId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts towards the network address usage of a VPC, and towards the interfaces of an account. */
class AddressUsageTest {
    private static final String NETWORK = """
            vpc v cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56
            vpc w cidrBlocks=10.1.0.0/16
            subnet a vpc=v availabilityZone=z cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64
            subnet b vpc=v availabilityZone=z cidrBlock=10.0.1.0/24
            subnet far vpc=w availabilityZone=z cidrBlock=10.1.0.0/24
            group g vpc=v
            group h vpc=w
            instance i instanceType=m5.large
            eni far1 subnet=far privateIpAddresses=10.1.0.4* groups=h
            """;

    private static NetworkPlan plan(String quotas, String lines) {
        return PlanText.read("eni-plan 1\nquotas " + quotas + "\n" + NETWORK + lines + "\nend\n");
    }

    private static List<String> found(String rule, NetworkPlan plan) {
        return Ec2Rules.standard().check(plan).of(rule).stream()
                .map(violation -> violation.subject() + ": " + violation.message())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "eni e subnet=a privateIpAddresses=10.0.0.4* groups=g, 1",
        "'eni e subnet=a privateIpAddresses=10.0.0.4*,10.0.0.5 groups=g', 2",
        "eni e subnet=a privateIpAddresses=10.0.0.4* ipv4Prefixes=10.0.0.32/28 groups=g, 2",
        "'eni e subnet=a privateIpAddresses=10.0.0.4* ipv6Addresses=2001:db8::4,2001:db8::5 groups=g', 3",
        "eni e subnet=a privateIpAddresses=10.0.0.4* ipv6Prefixes=2001:db8:0:0:1::/80 groups=g, 2",
        "eni e subnet=a privateIpAddresses=10.0.0.4* groups=g instance=i deviceIndex=0, 1",
        "'eni e subnet=a addressDemand=ipv4Addresses:1,ipv4Prefixes:2,ipv6Addresses:3,ipv6Prefixes:4 groups=g', 10",
        "eni e subnet=a privateIpAddresses=10.0.0.4* groups=g instance=i deviceIndex=1, 2",
    })
    void interface_countsItsAddressesAndPrefixes_andItselfIfItIsAFurtherOne(String line, int units) {
        assertThat(found("quota.address-usage", plan("addressUsagePerVpc=" + units, line)))
                .isEmpty();
        assertThat(found("quota.address-usage", plan("addressUsagePerVpc=" + (units - 1), line)))
                .contains("v: " + units + " units of network address usage, the quota is " + (units - 1));
    }

    @Test
    void demand_countsInItsVpc_withWhatIsThere() {
        AddressDemand each = AddressDemand.ofPrimary()
                .withIpv4Prefixes(1)
                .withIpv6Addresses(2)
                .withIpv6Prefixes(1);
        String line = "eni e subnet=b privateIpAddresses=10.0.1.4* groups=g";
        SubnetDemand demand = SubnetDemand.of("Workers", List.of(SubnetId.of("a")), 3, each);
        assertThat(found(
                        "quota.address-usage",
                        plan("addressUsagePerVpc=16", line).toBuilder()
                                .addSubnetDemand(demand)
                                .build()))
                .isEmpty();
        assertThat(found(
                        "quota.address-usage",
                        plan("addressUsagePerVpc=15", line).toBuilder()
                                .addSubnetDemand(demand)
                                .build()))
                .containsExactly("v: 16 units of network address usage, the quota is 15");
    }

    @Test
    void interfacesOfADemand_countTowardsTheQuota() {
        SubnetDemand demand =
                SubnetDemand.of("Workers", List.of(SubnetId.of("a"), SubnetId.of("b")), 3, AddressDemand.ofPrimary());
        assertThat(found(
                        "quota.network-interfaces",
                        plan("networkInterfaces=4", "").toBuilder()
                                .addSubnetDemand(demand)
                                .build()))
                .isEmpty();
        assertThat(found(
                        "quota.network-interfaces",
                        plan("networkInterfaces=3", "").toBuilder()
                                .addSubnetDemand(demand)
                                .build()))
                .containsExactly("plan: 4 network interfaces, the quota is 3");
    }

    @ParameterizedTest
    @CsvSource({
        "privateIpAddresses=10.0.0.5* deviceIndex=1, true",
        "ipv6Addresses=2001:db8::5 deviceIndex=1, true",
        "privateIpAddresses=10.0.0.5* deviceIndex=1 networkCardIndex=1, false",
        "privateIpAddresses=10.0.0.5* deviceIndex=1 interfaceType=efa, false",
        "deviceIndex=1 interfaceType=efa-only, false",
        "deviceIndex=1, false",
        "addressDemand=ipv4Addresses:1 deviceIndex=1, true",
        "privateIpAddresses=10.0.0.5* deviceIndex=1 description=aws-K8S-i-1, false",
        "privateIpAddresses=10.0.0.5* deviceIndex=1 tag:node.k8s.amazonaws.com/instance_id=x-i-1, false",
        "privateIpAddresses=10.0.0.5* deviceIndex=1 tag:Name=x-web, true",
    })
    void twoInterfacesInASubnet_areWorthAdviceWhereTheSystemRoutesThem(String second, boolean advised) {
        String lines = "eni e subnet=a privateIpAddresses=10.0.0.4* groups=g instance=i deviceIndex=0\n"
                + "eni f subnet=a groups=g instance=i " + second;
        assertThat(found("instance.same-subnet", plan("vpcs=5", lines))).hasSize(advised ? 1 : 0);
    }
}
