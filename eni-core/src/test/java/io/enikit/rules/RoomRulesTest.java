package io.enikit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.AddressDemand;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.SubnetDemand;
import io.enikit.model.SubnetId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomRulesTest {
    private static final AddressDemand ONE = AddressDemand.ofPrimary();

    private static NetworkPlan plan(String... lines) {
        return PlanText.read("eni-plan 1\nvpc v cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56\n"
                + "subnet a vpc=v availabilityZone=z-a cidrBlock=10.0.0.0/27\n"
                + "subnet b vpc=v availabilityZone=z-b cidrBlock=10.0.1.0/27\n"
                + "subnet c vpc=v availabilityZone=z-c cidrBlock=10.0.2.0/27\n" + String.join("\n", lines) + "\nend\n");
    }

    private static NetworkPlan with(NetworkPlan plan, SubnetDemand... demands) {
        return plan.toBuilder().subnetDemands(List.of(demands)).build();
    }

    private static SubnetDemand group(String name, long size, String... subnets) {
        return SubnetDemand.of(name, Stream.of(subnets).map(SubnetId::of).toList(), size, ONE);
    }

    private static List<String> room(NetworkPlan plan) {
        return Ec2Rules.standard().check(plan).of("subnet.room").stream()
                .map(Violation::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"27, 0", "28, 1", "40000000, 39999973"})
    void groupInOneSubnet_fitsAsLongAsThereAreAddresses(long size, long lacking) {
        List<String> found = room(with(plan(), group("Workers", size, "a")));
        assertThat(found)
                .hasSize(lacking == 0 ? 0 : 1)
                .allMatch(line -> line.contains("no room for " + lacking + " of"));
    }

    @Test
    void groupInTwoSubnets_mayUseAllOfBoth() {
        assertThat(room(with(plan(), group("Workers", 54, "a", "b")))).isEmpty();
        assertThat(room(with(plan(), group("Workers", 55, "a", "b"))))
                .containsExactly("[ERROR] a: Workers: 55 IPv4 addresses are to be chosen in [a, b], which have 54 left"
                        + " | subnet.room | InsufficientFreeAddressesInSubnet");
    }

    @Test
    void prefixesOfAGroupInTwoSubnets_countSixteenAddressesEach() {
        List<SubnetId> both = List.of(SubnetId.of("a"), SubnetId.of("b"));
        AddressDemand prefix = AddressDemand.none().withIpv4Prefixes(1);
        assertThat(room(with(plan(), SubnetDemand.of("Pods", both, 3, prefix)))).isEmpty();
        assertThat(room(with(plan(), SubnetDemand.of("Pods", both, 4, prefix))))
                .singleElement()
                .asString()
                .contains("Pods: 64 IPv4 addresses are to be chosen in [a, b], which have 54 left");
    }

    @Test
    void groupsThatShareSubnets_areLookedAtTogether() {
        SubnetDemand one = group("One", 40, "a", "b");
        assertThat(room(with(plan(), one, group("Two", 41, "b", "c")))).isEmpty();
        assertThat(room(with(plan(), one, group("Two", 42, "b", "c"))))
                .singleElement()
                .asString()
                .contains("[a, b, c]");
        assertThat(room(with(plan(), one, group("Two", 27, "c"), group("Three", 20, "b"))))
                .singleElement()
                .asString()
                .contains("One: 40 IPv4 addresses are to be chosen in [a, b], which have 34 left");
    }

    @Test
    void groupInASubnetThatIsNotKnown_isNotJudged() {
        assertThat(room(with(plan(), group("Workers", 1000, "a", "elsewhere")))).isEmpty();
        assertThat(room(with(plan(), group("Workers", 1000, "elsewhere")))).isEmpty();
    }

    @Test
    void prefixes_takeAlignedBlocksFromTheAddresses() {
        assertThat(room(plan("eni e subnet=a addressDemand=ipv4Addresses:1,ipv4Prefixes:1")))
                .hasSize(1);
        assertThat(room(plan(
                        "subnet d vpc=v availabilityZone=z-a cidrBlock=10.0.3.0/26",
                        "eni e subnet=d addressDemand=ipv4Addresses:27,ipv4Prefixes:2")))
                .isEmpty();
        assertThat(room(plan(
                        "subnet d vpc=v availabilityZone=z-a cidrBlock=10.0.3.0/26",
                        "eni e subnet=d addressDemand=ipv4Addresses:28,ipv4Prefixes:2")))
                .hasSize(1);
    }

    @Test
    void addressOfAFamilyThatTheSubnetLacks_isAFault() {
        assertThat(Ec2Rules.standard()
                        .check(plan("eni e subnet=a addressDemand=ipv4Addresses:1,ipv6Addresses:2"))
                        .of("eni.ipv6"))
                .singleElement()
                .asString()
                .contains("EC2 is to choose 2 IPv6 addresses in subnet \"a\", which has no IPv6 block");
    }

    @Test
    void elasticIps_onAddressesToBeChosen_clashOnlyOnThePrimaryOne() {
        String eni = "eni e subnet=a addressDemand=ipv4Addresses:3";
        assertThat(oneToOne(plan(
                        eni,
                        "eip x networkInterface=e privateIpAddress=chosen-by-ec2",
                        "eip y networkInterface=e privateIpAddress=chosen-by-ec2",
                        "eip z networkInterface=e privateIpAddress=primary-chosen-by-ec2")))
                .isEmpty();
        assertThat(oneToOne(plan(
                        eni,
                        "eip y networkInterface=e privateIpAddress=primary-chosen-by-ec2",
                        "eip z networkInterface=e privateIpAddress=primary-chosen-by-ec2")))
                .containsExactly("the primary address of e has the Elastic IP y already");
    }

    private static List<String> oneToOne(NetworkPlan plan) {
        return Ec2Rules.standard().check(plan).of("eip.address").stream()
                .map(Violation::message)
                .toList();
    }

    @Test
    void availableAddresses_areThoseLeftOnceEc2HasChosen() {
        NetworkPlan plan = with(
                plan("eni e subnet=a addressDemand=ipv4Addresses:2"),
                group("Workers", 5, "a", "b"),
                group("One", 3, "a"));
        assertThat(plan.availableIpAddressCount("a")).isEqualTo(27 - 2 - 3 - 3);
        assertThat(plan.availableIpAddressCount("b")).isEqualTo(27 - 2);
        assertThat(plan.freeSpace(SubnetId.of("a"), io.enikit.net.IpFamily.IPV4)
                        .orElseThrow()
                        .size())
                .isEqualTo(27);
        assertThat(plan.addressDemandOn(SubnetId.of("a"))).hasToString("8 IPv4 addresses");
    }
}
