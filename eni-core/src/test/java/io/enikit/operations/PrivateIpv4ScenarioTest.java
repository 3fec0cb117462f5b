package io.enikit.operations;

import static io.enikit.operations.AddressScenarios.COMBINATION;
import static io.enikit.operations.AddressScenarios.EC2;
import static io.enikit.operations.AddressScenarios.RULES;
import static io.enikit.operations.AddressScenarios.VALUE;
import static io.enikit.operations.AddressScenarios.addresses;
import static io.enikit.operations.AddressScenarios.after;
import static io.enikit.operations.AddressScenarios.assign;
import static io.enikit.operations.AddressScenarios.at;
import static io.enikit.operations.AddressScenarios.createEni;
import static io.enikit.operations.AddressScenarios.outcomes;
import static io.enikit.operations.AddressScenarios.plan;
import static io.enikit.operations.AddressScenarios.unassign;
import static io.enikit.operations.AddressScenarios.whereIs;
import static io.enikit.operations.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.net.IpAddress;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What EC2 answers to calls about private IPv4 addresses: what it refuses, with which code, and does. */
class PrivateIpv4ScenarioTest {
    static Stream<Refusal> refusals() {
        return Stream.of(
                refusal(
                        56,
                        "assign another's address",
                        VALUE,
                        "assign.move-allowed",
                        assign("second").plusPrivateIpAddress("10.0.0.22")),
                refusal(
                        58,
                        "assign another's primary address",
                        VALUE,
                        "assign.move-secondary",
                        assign("second").plusPrivateIpAddress("10.0.0.20").withAllowReassignment(true)),
                refusal(
                        56,
                        "assign an address of another's prefix",
                        "InvalidIPAddress.InUse",
                        "eni.ipv4.in-use",
                        assign("zero").plusPrivateIpAddress("10.0.0.65").withAllowReassignment(true)),
                refusal(
                        26,
                        "assign outside of the subnet",
                        VALUE,
                        "eni.ipv4.in-subnet",
                        assign("first").plusPrivateIpAddress("10.0.1.5")),
                refusal(
                        27,
                        "assign a reserved address",
                        VALUE,
                        "eni.ipv4.reserved",
                        assign("first").plusPrivateIpAddress("10.0.0.255")),
                refusal(
                        31,
                        "assign an address twice",
                        VALUE,
                        "eni.ipv4.duplicate",
                        assign("first").plusPrivateIpAddress("10.0.0.50").plusPrivateIpAddress("10.0.0.50")),
                refusal(
                        61,
                        "unassign the primary address",
                        VALUE,
                        "unassign.secondary",
                        unassign("first").plusPrivateIpAddress("10.0.0.20")),
                refusal(
                        61,
                        "unassign an address not held",
                        VALUE,
                        "unassign.held",
                        unassign("first").plusPrivateIpAddress("10.0.0.77")),
                refusal(
                        61,
                        "unassign an address of a prefix",
                        VALUE,
                        "unassign.held",
                        unassign("second").plusPrivateIpAddress("10.0.0.65")),
                refusal(61, "unassign nothing", "MissingParameter", "unassign.something", unassign("first")),
                refusal(63, "assign nothing", "InvalidParameter", "assign.something", assign("first")),
                refusal(
                        63,
                        "assign addresses and a number",
                        COMBINATION,
                        "addresses.one-way",
                        assign("first").plusPrivateIpAddress("10.0.0.50").withSecondaryPrivateIpAddressCount(1)),
                refusal(
                        63,
                        "assign a number and prefixes",
                        COMBINATION,
                        "addresses.one-way",
                        assign("first").withSecondaryPrivateIpAddressCount(1).withIpv4PrefixCount(1)),
                refusal(
                        63,
                        "assign prefixes and a number of them",
                        COMBINATION,
                        "addresses.one-way",
                        assign("first").plusIpv4Prefix("10.0.0.96/28").withIpv4PrefixCount(1)),
                refusal(
                        63,
                        "assign no address",
                        VALUE,
                        "addresses.count",
                        assign("first").withSecondaryPrivateIpAddressCount(0)),
                refusal(
                        63,
                        "assign no prefix",
                        VALUE,
                        "addresses.count",
                        assign("first").withIpv4PrefixCount(0)),
                refusal(
                        63,
                        "assign more than any subnet has",
                        VALUE,
                        "addresses.count",
                        AssignIpv6Addresses.of("six1").withIpv6AddressCount(65_537)),
                refusal(
                        63,
                        "assign no IPv6 address",
                        VALUE,
                        "addresses.count",
                        AssignIpv6Addresses.of("six1").withIpv6AddressCount(0)),
                refusal(
                        32,
                        "create with prefixes and a number of addresses",
                        COMBINATION,
                        "addresses.one-way",
                        createEni().plusIpv4Prefix("10.0.0.96/28").withSecondaryPrivateIpAddressCount(1)),
                refusal(
                        32,
                        "create with IPv6 addresses and a number of them",
                        COMBINATION,
                        "addresses.one-way",
                        createEni().plusIpv6Address("2001:db8::5").withIpv6AddressCount(1)),
                refusal(
                        33,
                        "assign more addresses than are free",
                        "InsufficientFreeAddressesInSubnet",
                        "addresses.room",
                        assign("tight").withSecondaryPrivateIpAddressCount(11)),
                refusal(
                        33,
                        "create more than is free",
                        "InsufficientFreeAddressesInSubnet",
                        "addresses.room",
                        CreateEni.of("new", "full").withSecurityGroups("web").withSecondaryPrivateIpAddressCount(10)),
                refusal(
                        23,
                        "assign more addresses than are not reserved",
                        "InsufficientFreeAddressesInSubnet",
                        "addresses.room",
                        assign("wide").withSecondaryPrivateIpAddressCount(160)),
                refusal(
                        0,
                        "assign to what a service manages",
                        "AuthFailure",
                        "modify.managed",
                        assign("nat").withSecondaryPrivateIpAddressCount(1)),
                refusal(
                        0,
                        "unassign from what a service manages",
                        "AuthFailure",
                        "modify.managed",
                        unassign("nat").plusPrivateIpAddress("10.0.0.41")),
                refusal(
                        0,
                        "assign to an unknown interface",
                        "InvalidNetworkInterfaceID.NotFound",
                        "eni.known",
                        assign("nobody").withSecondaryPrivateIpAddressCount(1)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void apply_whatEc2Refuses_isRefusedWithItsCodeAndChangesNothing(Refusal refusal) {
        refusal.assertIn(plan());
    }

    @Test
    void plan_ofTheScenarios_hasNoErrors() {
        assertThat(RULES.check(plan()).hasErrors())
                .as(RULES.check(plan()).toString())
                .isFalse();
    }

    @Test
    void assign_number_picksTheLowestFreeAddresses() {
        assertThat(addresses(after(assign("first").withSecondaryPrivateIpAddressCount(7)), "first"))
                .containsExactly(
                        "10.0.0.20*",
                        "10.0.0.21",
                        "10.0.0.22",
                        "10.0.0.4",
                        "10.0.0.5",
                        "10.0.0.6",
                        "10.0.0.7",
                        "10.0.0.8",
                        "10.0.0.13",
                        "10.0.0.14");
    }

    @Test
    void assign_oneAfterTheOther_keepsTheOrder() {
        NetworkPlan plan = after(
                assign("first").plusPrivateIpAddress("10.0.0.89").plusPrivateIpAddress("10.0.0.45"),
                UnassignPrivateIpAddresses.of("first").plusPrivateIpAddress("10.0.0.21"),
                assign("first").plusPrivateIpAddress("10.0.0.90"),
                assign("first").plusPrivateIpAddress("10.0.0.21"));
        assertThat(addresses(plan, "first"))
                .containsExactly("10.0.0.20*", "10.0.0.22", "10.0.0.89", "10.0.0.45", "10.0.0.90", "10.0.0.21");
        assertThat(PlanText.read(PlanText.write(plan))).isEqualTo(plan);
    }

    @Test
    void assign_toAnUnattachedInterface_isLimitedByNothingButTheSubnet() {
        assertThat(addresses(after(assign("first").withSecondaryPrivateIpAddressCount(100)), "first"))
                .hasSize(103);
    }

    @Test
    void assign_addressItHas_changesNothing() {
        assertThat(after(assign("first").plusPrivateIpAddress("10.0.0.21"))).isEqualTo(plan());
        assertThat(after(assign("second").plusIpv4Prefix("10.0.0.64/28"))).isEqualTo(plan());
    }

    @Test
    void assign_secondOfTwoAddressesRefused_assignsNeither() {
        NetworkPlan before = plan();
        ApplyResult result = EC2.apply(
                before, assign("first").plusPrivateIpAddress("10.0.0.50").plusPrivateIpAddress("10.0.0.3"));
        assertThat(result)
                .isInstanceOfSatisfying(
                        ApplyResult.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo("eni.ipv4.reserved"));
        assertThat(before.ownerOf(IpAddress.parse("10.0.0.50"))).isEmpty();
    }

    @Test
    void assign_anothersSecondary_comesOverWithItsElasticIp() {
        Operation move = assign("second").plusPrivateIpAddress("10.0.0.21").withAllowReassignment(true);
        NetworkPlan moved = after(move);
        assertThat(addresses(moved, "first")).containsExactly("10.0.0.20*", "10.0.0.22");
        assertThat(addresses(moved, "second")).containsExactly("10.0.0.30*", "10.0.0.21");
        assertThat(whereIs(moved, "taken")).isEqualTo(at("second", "10.0.0.21"));
        assertThat(outcomes(move))
                .containsExactly(
                        "first: RELEASED 10.0.0.21",
                        "second: ASSIGNED 10.0.0.21",
                        "taken: ASSOCIATED with 10.0.0.21 of second");
    }

    @Test
    void unassign_secondaryWithElasticIp_freesBoth() {
        NetworkPlan freed = after(unassign("first").plusPrivateIpAddress("10.0.0.21"));
        assertThat(addresses(freed, "first")).containsExactly("10.0.0.20*", "10.0.0.22");
        assertThat(whereIs(freed, "taken")).isEmpty();
        assertThat(freed.elasticIp("taken")).isPresent();
        assertThat(freed.availableIpAddressCount("a")).isEqualTo(plan().availableIpAddressCount("a") + 1);
    }

    @Test
    void availableIpAddressCount_countsWhatIsHeldOrReservedOnce() {
        assertThat(plan().availableIpAddressCount("full")).isEqualTo(10);
        assertThat(plan().availableIpAddressCount("kept"))
                .as("a /26 and a /27 are reserved, the last address is EC2's, the one held is in a reservation")
                .isEqualTo(256 - 64 - 32 - 1);
        assertThat(plan().availableIpAddressCount("six")).isZero();
        assertThat(plan().availableIpAddressCount("nowhere")).isZero();
        assertThat(after(CreateEni.of("x", "auto").withSecurityGroups("web").withSecondaryPrivateIpAddressCount(2))
                        .availableIpAddressCount("auto"))
                .isEqualTo(251 - 2 - 3);
    }

    @Test
    void launch_statedAddressBesideOnesToPick_isLeftForWhoAskedForIt() {
        NetworkPlan launched = after(LaunchInstance.of("app", "m5.large")
                .plusInterface(LaunchInterface.creating(
                        0, CreateEni.of("app/eth0", "a").withSecurityGroups("web")))
                .plusInterface(LaunchInterface.creating(
                        1,
                        CreateEni.of("app/eth1", "a").withSecurityGroups("web").withPrivateIpAddress("10.0.0.4"))));
        assertThat(addresses(launched, "app/eth0")).containsExactly("10.0.0.5*");
        assertThat(addresses(launched, "app/eth1")).containsExactly("10.0.0.4*");
    }
}
