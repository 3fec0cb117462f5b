package io.enikit.operations;

import static io.enikit.operations.AddressScenarios.EC2;
import static io.enikit.operations.AddressScenarios.VALUE;
import static io.enikit.operations.AddressScenarios.addresses;
import static io.enikit.operations.AddressScenarios.after;
import static io.enikit.operations.AddressScenarios.assign;
import static io.enikit.operations.AddressScenarios.at;
import static io.enikit.operations.AddressScenarios.eni;
import static io.enikit.operations.AddressScenarios.plan;
import static io.enikit.operations.AddressScenarios.unassign;
import static io.enikit.operations.AddressScenarios.whereIs;
import static io.enikit.operations.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.net.Cidr;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What EC2 answers to calls about delegated prefixes: what it refuses, with which code, and does. */
class PrefixScenarioTest {
    static Stream<Refusal> refusals() {
        return Stream.of(
                refusal(
                        56,
                        "assign an address of its own prefix",
                        "InvalidIPAddress.InUse",
                        "eni.ipv4.prefix-in-use",
                        assign("second").plusPrivateIpAddress("10.0.0.65")),
                refusal(
                        61,
                        "unassign a prefix not held",
                        VALUE,
                        "unassign.held",
                        unassign("first").plusIpv4Prefix("10.0.0.64/28")),
                refusal(
                        65,
                        "assign a prefix of another length",
                        VALUE,
                        "eni.ipv4.prefix-length",
                        assign("first").plusIpv4Prefix("10.0.0.96/27")),
                refusal(
                        65,
                        "assign a prefix outside of the subnet",
                        VALUE,
                        "eni.ipv4.prefix-in-subnet",
                        assign("first").plusIpv4Prefix("10.0.1.16/28")),
                refusal(
                        65,
                        "assign the last prefix of the subnet",
                        VALUE,
                        "eni.ipv4.prefix-reserved",
                        assign("first").plusIpv4Prefix("10.0.0.240/28")),
                refusal(
                        65,
                        "assign another's prefix",
                        "InvalidIPAddress.InUse",
                        "eni.ipv4.prefix-in-use",
                        assign("zero").plusIpv4Prefix("10.0.0.64/28")),
                refusal(
                        66,
                        "assign a prefix where none fits",
                        "InvalidParameterValue",
                        "addresses.enough-for-prefixes",
                        assign("tight").withIpv4PrefixCount(1)),
                refusal(
                        66,
                        "assign more prefixes than are reserved",
                        "InsufficientCidrBlocks",
                        "addresses.room-for-prefixes",
                        assign("wide").withIpv4PrefixCount(3)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void apply_whatEc2Refuses_isRefusedWithItsCodeAndChangesNothing(Refusal refusal) {
        refusal.assertIn(plan());
    }

    @Test
    void prefixes_assignedByNumber_areTheLowestAlignedFreeBlocks() {
        NetworkPlan delegated = after(assign("first").withIpv4PrefixCount(3));
        assertThat(eni(delegated, "first").ipv4Prefixes())
                .extracting(Cidr::toString)
                .containsExactly("10.0.0.48/28", "10.0.0.80/28", "10.0.0.112/28");
        assertThat(delegated.availableIpAddressCount("a")).isEqualTo(plan().availableIpAddressCount("a") - 48);
        assertThat(addresses(delegated, "first")).containsExactly("10.0.0.20*", "10.0.0.21", "10.0.0.22");
    }

    @Test
    void prefixes_ofAFreshSubnet_leaveOutTheFirstAndTheLast() {
        NetworkPlan fresh = PlanText.read("""
                eni-plan 1
                vpc v cidrBlocks=10.0.0.0/16
                subnet s24 vpc=v availabilityZone=z cidrBlock=10.0.0.0/24
                subnet s26 vpc=v availabilityZone=z cidrBlock=10.0.1.0/26
                subnet s27 vpc=v availabilityZone=z cidrBlock=10.0.1.64/27
                group g vpc=v
                eni e24 subnet=s24 privateIpAddresses=10.0.0.4* groups=g
                eni e26 subnet=s26 privateIpAddresses=10.0.1.4* groups=g
                eni e27 subnet=s27 privateIpAddresses=10.0.1.68* groups=g
                end
                """);
        assertThat(EC2.apply(fresh, assign("e24").withIpv4PrefixCount(14)).isAccepted())
                .isTrue();
        assertThat(EC2.apply(fresh, assign("e24").withIpv4PrefixCount(15)).isAccepted())
                .isFalse();
        assertThat(EC2.apply(fresh, assign("e26").withIpv4PrefixCount(2)).isAccepted())
                .isTrue();
        assertThat(EC2.apply(fresh, assign("e27").withIpv4PrefixCount(1)).isAccepted())
                .isFalse();
    }

    @Test
    void prefixes_oneAddressUsedInEveryBlock_areInsufficientThoughMostIsFree() {
        Operation[] scattered = IntStream.range(1, 15)
                .mapToObj(i -> CreateEni.of("e" + i, "auto")
                        .withSecurityGroups("web")
                        .withPrivateIpAddress("10.0.3." + (16 * i + 7)))
                .toArray(Operation[]::new);
        NetworkPlan fragmented = after(scattered);
        assertThat(fragmented.availableIpAddressCount("auto")).isEqualTo(251 - 16);
        ApplyResult.Refused refused =
                (ApplyResult.Refused) EC2.apply(fragmented, assign("six1").withIpv4PrefixCount(1));
        assertThat(refused.code()).contains("InsufficientCidrBlocks");
        assertThat(refused.message())
                .isEqualTo("the subnet auto has not enough free cidr blocks: 0 of the 1 prefixes for six1 found; of 235"
                        + " addresses left the largest block is 10.0.3.8/29");
    }

    @Test
    void prefixes_unassigned_areFreeAgain() {
        assertThat(eni(after(unassign("second").plusIpv4Prefix("10.0.0.64/28")), "second")
                        .ipv4Prefixes())
                .isEmpty();
    }

    @Test
    void prefixes_addressInside_canHaveAnElasticIpAndLosesItWithThePrefix() {
        NetworkPlan mapped = after(AssociateElasticIp.of("free", "second").withPrivateIpAddress("10.0.0.70"));
        assertThat(whereIs(mapped, "free")).isEqualTo(at("second", "10.0.0.70"));
        NetworkPlan freed = after(mapped, unassign("second").plusIpv4Prefix("10.0.0.64/28"));
        assertThat(whereIs(freed, "free")).isEmpty();
    }

    @Test
    void createEni_prefixesAndAddresses_areAsAsked() {
        NetworkPlan created = after(
                CreateEni.of("x", "auto")
                        .withSecurityGroups("web")
                        .withIpv4PrefixCount(1)
                        .plusIpv6Prefix("2001:db8:0:3:5::/80"),
                CreateEni.of("y", "auto")
                        .withSecurityGroups("web")
                        .plusIpv4Prefix("10.0.3.64/28")
                        .withIpv6PrefixCount(2));
        assertThat(addresses(created, "x")).containsExactly("10.0.3.4*");
        assertThat(eni(created, "x").ipv4Prefixes()).extracting(Cidr::toString).containsExactly("10.0.3.32/28");
        assertThat(eni(created, "x").ipv6Prefixes()).extracting(Cidr::toString).containsExactly("2001:db8:0:3:5::/80");
        assertThat(eni(created, "y").ipv4Prefixes()).extracting(Cidr::toString).containsExactly("10.0.3.64/28");
        assertThat(eni(created, "y").ipv6Prefixes())
                .extracting(Cidr::toString)
                .containsExactly("2001:db8:0:3:1::/80", "2001:db8:0:3:2::/80");
    }

    @Test
    void createEni_subnetWithReservations_picksOutsideOfThemAndPrefixesInside() {
        NetworkPlan created = after(
                CreateEni.of("x", "kept").withSecurityGroups("web").withSecondaryPrivateIpAddressCount(1),
                CreateEni.of("y", "kept").withSecurityGroups("web").withIpv4PrefixCount(1),
                CreateEni.of("z", "kept").withSecurityGroups("web").withPrivateIpAddress("10.0.5.6"));
        assertThat(addresses(created, "x")).containsExactly("10.0.5.96*", "10.0.5.97");
        assertThat(eni(created, "y").ipv4Prefixes()).extracting(Cidr::toString).containsExactly("10.0.5.64/28");
        assertThat(addresses(created, "z")).containsExactly("10.0.5.6*");
    }
}
