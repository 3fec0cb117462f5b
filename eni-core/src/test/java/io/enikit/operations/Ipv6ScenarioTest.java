package io.enikit.operations;

import static io.enikit.operations.AddressScenarios.COMBINATION;
import static io.enikit.operations.AddressScenarios.VALUE;
import static io.enikit.operations.AddressScenarios.addresses;
import static io.enikit.operations.AddressScenarios.after;
import static io.enikit.operations.AddressScenarios.assign;
import static io.enikit.operations.AddressScenarios.createEni;
import static io.enikit.operations.AddressScenarios.eni;
import static io.enikit.operations.AddressScenarios.outcomes;
import static io.enikit.operations.AddressScenarios.plan;
import static io.enikit.operations.AddressScenarios.unassign;
import static io.enikit.operations.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What EC2 answers to calls about IPv6 addresses: what it refuses, with which code, and does. */
class Ipv6ScenarioTest {
    static Stream<Refusal> refusals() {
        return Stream.of(
                refusal(
                        65,
                        "assign an IPv6 prefix of another length",
                        VALUE,
                        "eni.ipv6.prefix-length",
                        AssignIpv6Addresses.of("six1").plusIpv6Prefix("2001:db8:0:3:1::/96")),
                refusal(
                        68,
                        "assign another's IPv6 address",
                        "InvalidIPAddress.InUse",
                        "eni.ipv6.in-use",
                        AssignIpv6Addresses.of("six2").plusIpv6Address("2001:db8:0:3::20")),
                refusal(
                        69,
                        "assign IPv6 addresses in an IPv4 subnet",
                        VALUE,
                        "addresses.block",
                        AssignIpv6Addresses.of("first").withIpv6AddressCount(1)),
                refusal(
                        69,
                        "assign an IPv6 address in an IPv4 subnet",
                        VALUE,
                        "eni.ipv6.in-subnet",
                        AssignIpv6Addresses.of("first").plusIpv6Address("2001:db8::5")),
                refusal(
                        69,
                        "assign IPv4 addresses in an IPv6-native subnet",
                        VALUE,
                        "addresses.block",
                        assign("native").withSecondaryPrivateIpAddressCount(1)),
                refusal(
                        69,
                        "assign IPv6 prefixes in an IPv4 subnet",
                        VALUE,
                        "addresses.block",
                        AssignIpv6Addresses.of("first").withIpv6PrefixCount(1)),
                refusal(
                        70,
                        "disable the primary IPv6 address",
                        VALUE,
                        "modify.primary-ipv6",
                        ModifyEni.of("native").withEnablePrimaryIpv6(false)),
                refusal(
                        70,
                        "enable a primary IPv6 address without any",
                        VALUE,
                        "modify.primary-ipv6-address",
                        ModifyEni.of("first").withEnablePrimaryIpv6(true)),
                refusal(
                        70,
                        "unassign the primary IPv6 address",
                        VALUE,
                        "unassign.secondary",
                        UnassignIpv6Addresses.of("native").plusIpv6Address("2001:db8:0:6::20")),
                refusal(
                        70,
                        "create with a primary IPv6 address in an IPv4 subnet",
                        VALUE,
                        "create.primary-ipv6",
                        createEni().withEnablePrimaryIpv6(true)),
                refusal(
                        70,
                        "launch with a primary IPv6 address and none to be it",
                        VALUE,
                        "create.primary-ipv6",
                        LaunchInstance.of("app", "m5.large")
                                .plusInterface(LaunchInterface.creating(
                                        0,
                                        CreateEni.of("x", "auto")
                                                .withIpv6AddressCount(0)
                                                .withEnablePrimaryIpv6(true)))),
                refusal(
                        70,
                        "create with a primary IPv6 address in no subnet",
                        "InvalidSubnetID.NotFound",
                        "eni.subnet.exists",
                        CreateEni.of("new", "nowhere").withEnablePrimaryIpv6(true)),
                refusal(
                        0,
                        "unassign an IPv6 address not held",
                        VALUE,
                        "unassign.held",
                        UnassignIpv6Addresses.of("six1").plusIpv6Address("2001:db8:0:3::77")),
                refusal(
                        0,
                        "create efa-only with an address",
                        COMBINATION,
                        "eni.efa-only.addresses",
                        createEni().withInterfaceType(InterfaceType.EFA_ONLY).withPrivateIpAddress("10.0.0.50")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void apply_whatEc2Refuses_isRefusedWithItsCodeAndChangesNothing(Refusal refusal) {
        refusal.assertIn(plan());
    }

    @Test
    void createEni_subnetAssignsIpv6_getsOneUnlessZeroAreAsked() {
        CreateEni create = CreateEni.of("x", "auto").withSecurityGroups("web");
        assertThat(addresses(after(create), "x")).containsExactly("10.0.3.4*", "2001:db8:0:3::4");
        assertThat(addresses(after(create.withIpv6AddressCount(0)), "x")).containsExactly("10.0.3.4*");
        assertThat(addresses(after(create.withIpv6AddressCount(2)), "x"))
                .containsExactly("10.0.3.4*", "2001:db8:0:3::4", "2001:db8:0:3::5");
        assertThat(addresses(after(create.plusIpv6Address("2001:db8:0:3::99")), "x"))
                .containsExactly("10.0.3.4*", "2001:db8:0:3::99");
    }

    @Test
    void createEni_ipv6NativeSubnet_hasIpv6Alone() {
        assertThat(addresses(after(CreateEni.of("x", "six").withSecurityGroups("web")), "x"))
                .containsExactly("2001:db8:0:6::4");
    }

    @Test
    void createEni_efaOnly_hasNoAddress() {
        NetworkPlan created =
                after(CreateEni.of("x", "auto").withSecurityGroups("web").withInterfaceType(InterfaceType.EFA_ONLY));
        assertThat(addresses(created, "x")).isEmpty();
    }

    @Test
    void ipv6_numberAssigned_comesOnTopOfWhatIsThere() {
        assertThat(addresses(after(AssignIpv6Addresses.of("six1").withIpv6AddressCount(2)), "six1"))
                .containsExactly(
                        "10.0.3.20*", "2001:db8:0:3::20", "2001:db8:0:3::21", "2001:db8:0:3::4", "2001:db8:0:3::5");
        assertThat(eni(after(AssignIpv6Addresses.of("six1").withIpv6PrefixCount(1)), "six1")
                        .ipv6Prefixes())
                .extracting(Cidr::toString)
                .containsExactly("2001:db8:0:3:1::/80");
    }

    @Test
    void ipv6_unassignedFromOne_canBeAssignedToAnother() {
        UnassignIpv6Addresses unassign = UnassignIpv6Addresses.of("six1").plusIpv6Address("2001:db8:0:3::20");
        NetworkPlan moved = after(unassign, AssignIpv6Addresses.of("six2").plusIpv6Address("2001:db8:0:3::20"));
        assertThat(addresses(moved, "six1")).containsExactly("10.0.3.20*", "2001:db8:0:3::21");
        assertThat(addresses(moved, "six2")).containsExactly("10.0.3.30*", "2001:db8:0:3::20");
        assertThat(outcomes(unassign)).containsExactly("six1: RELEASED 2001:db8:0:3::20");
    }

    @Test
    void primaryIpv6_enabled_isTheFirstAndLastsUntilDetached() {
        NetworkPlan enabled = after(ModifyEni.of("six1").withEnablePrimaryIpv6(true));
        assertThat(eni(enabled, "six1").primaryIpv6Address()).contains(IpAddress.parse("2001:db8:0:3::20"));
        NetworkPlan attached = after(enabled, AttachEni.of("six1", "one", 1));
        assertThat(eni(attached, "six1").primaryIpv6Address()).isPresent();
        NetworkPlan detached = after(attached, DetachEni.of("six1"));
        assertThat(eni(detached, "six1").primaryIpv6Address()).isEmpty();
        assertThat(eni(detached, "six1").ipv6Addresses()).hasSize(2);
        NetworkPlan created = after(CreateEni.of("x", "auto")
                .withSecurityGroups("web")
                .withIpv6AddressCount(2)
                .withEnablePrimaryIpv6(true));
        assertThat(addresses(created, "x")).containsExactly("10.0.3.4*", "2001:db8:0:3::4*", "2001:db8:0:3::5");
    }

    @Test
    void primaryIpv6_ofANewInterface_isTheFirstOfThoseStatedOrGivenOut() {
        CreateEni create = CreateEni.of("x", "auto").withSecurityGroups("web").withEnablePrimaryIpv6(true);
        assertThat(addresses(after(create), "x")).containsExactly("10.0.3.4*", "2001:db8:0:3::4*");
        assertThat(addresses(
                        after(create.plusIpv6Address("2001:db8:0:3::99").plusIpv6Address("2001:db8:0:3::98")), "x"))
                .containsExactly("10.0.3.4*", "2001:db8:0:3::99*", "2001:db8:0:3::98");
    }
}
