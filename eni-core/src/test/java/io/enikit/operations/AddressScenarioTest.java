package io.enikit.operations;

import static io.enikit.operations.ScenarioTest.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What EC2 answers to calls about addresses, prefixes and Elastic IPs: what it refuses, with which code, and does. */
class AddressScenarioTest {
    private static final RuleSet RULES = Ec2Rules.standard().without("limits.unchecked");
    private static final Ec2 EC2 = Ec2.enforcing(RULES);
    private static final NetworkPlan PLAN = PlanText.read("""
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

    private static AssignPrivateIpAddresses assign(String eni) {
        return AssignPrivateIpAddresses.of(eni);
    }

    private static UnassignPrivateIpAddresses unassign(String eni) {
        return UnassignPrivateIpAddresses.of(eni);
    }

    private static CreateEni create() {
        return CreateEni.of("new", "a").withSecurityGroups("web");
    }

    private static final String VALUE = "InvalidParameterValue";
    private static final String COMBINATION = "InvalidParameterCombination";

    static Stream<ScenarioTest.Refusal> refusals() {
        return Stream.of(
                refusal(
                        30,
                        "create at what is no address",
                        VALUE,
                        "addresses.text",
                        create().withPrivateIpAddress("10.0.0.300")),
                refusal(
                        30,
                        "launch at what is no address",
                        VALUE,
                        "addresses.text",
                        LaunchInstance.of("app", "m5.large")
                                .withInterface(
                                        LaunchInterface.create(0, create().withSecondaryPrivateIpAddress("10.0.0")))),
                refusal(
                        56,
                        "assign another's address",
                        VALUE,
                        "assign.move-allowed",
                        assign("second").withPrivateIpAddress("10.0.0.22")),
                refusal(
                        58,
                        "assign another's primary address",
                        VALUE,
                        "assign.move-secondary",
                        assign("second").withPrivateIpAddress("10.0.0.20").withAllowReassignment(true)),
                refusal(
                        56,
                        "assign an address of another's prefix",
                        "InvalidIPAddress.InUse",
                        "eni.ipv4.in-use",
                        assign("zero").withPrivateIpAddress("10.0.0.65").withAllowReassignment(true)),
                refusal(
                        56,
                        "assign an address of its own prefix",
                        "InvalidIPAddress.InUse",
                        "eni.ipv4.prefix-in-use",
                        assign("second").withPrivateIpAddress("10.0.0.65")),
                refusal(
                        26,
                        "assign outside of the subnet",
                        VALUE,
                        "eni.ipv4.in-subnet",
                        assign("first").withPrivateIpAddress("10.0.1.5")),
                refusal(
                        27,
                        "assign a reserved address",
                        VALUE,
                        "eni.ipv4.reserved",
                        assign("first").withPrivateIpAddress("10.0.0.255")),
                refusal(
                        31,
                        "assign an address twice",
                        VALUE,
                        "eni.ipv4.duplicate",
                        assign("first").withPrivateIpAddress("10.0.0.50").withPrivateIpAddress("10.0.0.50")),
                refusal(
                        30,
                        "assign what is no address",
                        VALUE,
                        "addresses.text",
                        assign("first").withPrivateIpAddress("ten")),
                refusal(
                        61,
                        "unassign the primary address",
                        VALUE,
                        "unassign.secondary",
                        unassign("first").withPrivateIpAddress("10.0.0.20")),
                refusal(
                        61,
                        "unassign an address not held",
                        VALUE,
                        "unassign.held",
                        unassign("first").withPrivateIpAddress("10.0.0.77")),
                refusal(
                        61,
                        "unassign an address of a prefix",
                        VALUE,
                        "unassign.held",
                        unassign("second").withPrivateIpAddress("10.0.0.65")),
                refusal(
                        61,
                        "unassign a prefix not held",
                        VALUE,
                        "unassign.held",
                        unassign("first").withIpv4Prefix("10.0.0.64/28")),
                refusal(61, "unassign nothing", "MissingParameter", "unassign.something", unassign("first")),
                refusal(63, "assign nothing", "InvalidParameter", "assign.something", assign("first")),
                refusal(
                        63,
                        "assign addresses and a number",
                        COMBINATION,
                        "addresses.one-way",
                        assign("first").withPrivateIpAddress("10.0.0.50").withSecondaryPrivateIpAddressCount(1)),
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
                        assign("first").withIpv4Prefix("10.0.0.96/28").withIpv4PrefixCount(1)),
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
                        create().withIpv4Prefix("10.0.0.96/28").withSecondaryPrivateIpAddressCount(1)),
                refusal(
                        32,
                        "create with IPv6 addresses and a number of them",
                        COMBINATION,
                        "addresses.one-way",
                        create().withIpv6Address("2001:db8::5").withIpv6AddressCount(1)),
                refusal(
                        65,
                        "assign a prefix of another length",
                        VALUE,
                        "eni.ipv4.prefix-length",
                        assign("first").withIpv4Prefix("10.0.0.96/27")),
                refusal(
                        65,
                        "assign a prefix that is not aligned",
                        VALUE,
                        "addresses.text",
                        assign("first").withIpv4Prefix("10.0.0.20/28")),
                refusal(
                        65,
                        "assign a longer block that is not aligned",
                        VALUE,
                        "addresses.text",
                        assign("first").withIpv4Prefix("10.0.0.16/27")),
                refusal(
                        65,
                        "assign a prefix outside of the subnet",
                        VALUE,
                        "eni.ipv4.prefix-in-subnet",
                        assign("first").withIpv4Prefix("10.0.1.16/28")),
                refusal(
                        65,
                        "assign the last prefix of the subnet",
                        VALUE,
                        "eni.ipv4.prefix-reserved",
                        assign("first").withIpv4Prefix("10.0.0.240/28")),
                refusal(
                        65,
                        "assign another's prefix",
                        "InvalidIPAddress.InUse",
                        "eni.ipv4.prefix-in-use",
                        assign("zero").withIpv4Prefix("10.0.0.64/28")),
                refusal(
                        65,
                        "assign an IPv6 prefix of another length",
                        VALUE,
                        "eni.ipv6.prefix-length",
                        AssignIpv6Addresses.of("six1").withIpv6Prefix("2001:db8:0:3:1::/96")),
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
                        66,
                        "assign a prefix where none fits",
                        "InsufficientCidrBlocks",
                        "addresses.room-for-prefixes",
                        assign("tight").withIpv4PrefixCount(1)),
                refusal(
                        66,
                        "assign more prefixes than are reserved",
                        "InsufficientCidrBlocks",
                        "addresses.room-for-prefixes",
                        assign("wide").withIpv4PrefixCount(3)),
                refusal(
                        23,
                        "assign more addresses than are not reserved",
                        "InsufficientFreeAddressesInSubnet",
                        "addresses.room",
                        assign("wide").withSecondaryPrivateIpAddressCount(160)),
                refusal(
                        68,
                        "assign another's IPv6 address",
                        "InvalidIPAddress.InUse",
                        "eni.ipv6.in-use",
                        AssignIpv6Addresses.of("six2").withIpv6Address("2001:db8:0:3::20")),
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
                        AssignIpv6Addresses.of("first").withIpv6Address("2001:db8::5")),
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
                        UnassignIpv6Addresses.of("native").withIpv6Address("2001:db8:0:6::20")),
                refusal(
                        70,
                        "create with a primary IPv6 address in an IPv4 subnet",
                        VALUE,
                        "create.primary-ipv6",
                        create().withEnablePrimaryIpv6(true)),
                refusal(
                        70,
                        "launch with a primary IPv6 address and none to be it",
                        VALUE,
                        "create.primary-ipv6",
                        LaunchInstance.of("app", "m5.large")
                                .withInterface(LaunchInterface.create(
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
                        30,
                        "launch at what is no address, the subnet stated",
                        VALUE,
                        "addresses.text",
                        LaunchInstance.of("app", "m5.large").withSubnetId("a").withPrivateIpAddress("10.0.0.300")),
                refusal(
                        0,
                        "unassign an IPv6 address not held",
                        VALUE,
                        "unassign.held",
                        UnassignIpv6Addresses.of("six1").withIpv6Address("2001:db8:0:3::77")),
                refusal(
                        0,
                        "create efa-only with an address",
                        COMBINATION,
                        "eni.efa-only.addresses",
                        create().withInterfaceType(InterfaceType.EFA_ONLY).withPrivateIpAddress("10.0.0.50")),
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
                        unassign("nat").withPrivateIpAddress("10.0.0.41")),
                refusal(
                        0,
                        "assign to an unknown interface",
                        "InvalidNetworkInterfaceID.NotFound",
                        "eni.known",
                        assign("nobody").withSecondaryPrivateIpAddressCount(1)),
                refusal(
                        71,
                        "allocate over the quota",
                        "AddressLimitExceeded",
                        "quota.elastic-ips",
                        Stream.concat(
                                        IntStream.range(0, 3).mapToObj(i -> AllocateElasticIp.of("x" + i)),
                                        Stream.of(AllocateElasticIp.of("last")))
                                .toArray(Operation[]::new)),
                refusal(
                        72,
                        "associate without an internet gateway",
                        "Gateway.NotAttached",
                        "eip.internet-gateway",
                        AssociateElasticIp.of("free", "hidden")),
                refusal(
                        73,
                        "associate with an instance of two interfaces",
                        "InvalidInstanceID",
                        "modify.only-interface",
                        AssociateElasticIpWithInstance.of("free", "two")),
                refusal(
                        73,
                        "associate with a pending instance",
                        "IncorrectInstanceState",
                        "eip.instance-state",
                        AssociateElasticIpWithInstance.of("free", "born")),
                refusal(
                        73,
                        "associate with an unknown instance",
                        "InvalidInstanceID.NotFound",
                        "instance.known",
                        AssociateElasticIpWithInstance.of("free", "nobody")),
                refusal(
                        73,
                        "associate at what is no address",
                        VALUE,
                        "addresses.text",
                        AssociateElasticIpWithInstance.of("free", "one").withPrivateIpAddress("one")),
                refusal(
                        74,
                        "take an Elastic IP without leave",
                        "Resource.AlreadyAssociated",
                        "eip.reassociation",
                        AssociateElasticIp.of("taken", "second").withAllowReassociation(false)),
                refusal(
                        74,
                        "take an Elastic IP by instance without leave",
                        "Resource.AlreadyAssociated",
                        "eip.reassociation",
                        AssociateElasticIpWithInstance.of("taken", "one").withAllowReassociation(false)),
                refusal(
                        75,
                        "associate with an address not held",
                        VALUE,
                        "eip.address.on-interface",
                        AssociateElasticIp.of("free", "first").withPrivateIpAddress("10.0.0.23")),
                refusal(
                        75,
                        "associate with an IPv6 address",
                        VALUE,
                        "eip.address.on-interface",
                        AssociateElasticIp.of("free", "six1").withPrivateIpAddress("2001:db8:0:3::20")),
                refusal(
                        75,
                        "associate with an interface without IPv4",
                        VALUE,
                        "eip.private-address",
                        AssociateElasticIp.of("free", "native")),
                refusal(
                        76,
                        "release what is associated",
                        "InvalidIPAddress.InUse",
                        "eip.release-unused",
                        ReleaseElasticIp.of("taken")),
                refusal(
                        0,
                        "release what is unknown",
                        "InvalidAllocationID.NotFound",
                        "eip.known",
                        ReleaseElasticIp.of("nobody")),
                refusal(
                        0,
                        "disassociate what is unknown",
                        "InvalidAssociationID.NotFound",
                        "eip.known",
                        DisassociateElasticIp.of("nobody")),
                refusal(
                        0,
                        "associate what is unknown",
                        "InvalidAllocationID.NotFound",
                        "eip.known",
                        AssociateElasticIp.of("nobody", "first")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void apply_whatEc2Refuses_isRefusedWithItsCodeAndChangesNothing(ScenarioTest.Refusal refusal) {
        ScenarioTest.assertRefused(plan(), refusal);
    }

    private static NetworkPlan plan() {
        return EC2.apply(
                        PLAN,
                        CreateEni.of("zero", "a").withSecurityGroups("web").withPrivateIpAddress("10.0.0.100"))
                .orElseThrow();
    }

    private static NetworkPlan after(Operation... operations) {
        return after(plan(), operations);
    }

    private static NetworkPlan after(NetworkPlan before, Operation... operations) {
        NetworkPlan after = EC2.apply(before, operations).orElseThrow();
        assertThat(RULES.check(after).hasErrors())
                .as(RULES.check(after).toString())
                .isFalse();
        return after;
    }

    private static Eni eni(NetworkPlan plan, String id) {
        return plan.eni(id).orElseThrow();
    }

    private static List<String> addresses(NetworkPlan plan, String id) {
        return Stream.concat(eni(plan, id).privateIpAddresses().stream(), eni(plan, id).ipv6Addresses().stream())
                .map(EniAddress::toString)
                .toList();
    }

    private static Optional<ElasticIpAssociation> whereIs(NetworkPlan plan, String elasticIp) {
        return plan.elasticIp(elasticIp).flatMap(ElasticIp::association);
    }

    private static Optional<ElasticIpAssociation> at(String eni, String address) {
        return Optional.of(new ElasticIpAssociation(EniId.of(eni), IpAddress.parse(address)));
    }

    private static List<String> outcomes(Operation operation) {
        return ((ApplyResult.Accepted) EC2.apply(plan(), operation))
                .outcomes().stream().map(Outcome::toString).toList();
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
                        "10.0.0.4",
                        "10.0.0.5",
                        "10.0.0.6",
                        "10.0.0.7",
                        "10.0.0.8",
                        "10.0.0.13",
                        "10.0.0.14",
                        "10.0.0.21",
                        "10.0.0.22");
    }

    @Test
    void assign_toAnUnattachedInterface_isLimitedByNothingButTheSubnet() {
        assertThat(addresses(after(assign("first").withSecondaryPrivateIpAddressCount(100)), "first"))
                .hasSize(103);
    }

    @Test
    void assign_addressItHas_changesNothing() {
        assertThat(after(assign("first").withPrivateIpAddress("10.0.0.21"))).isEqualTo(plan());
        assertThat(after(assign("second").withIpv4Prefix("10.0.0.64/28"))).isEqualTo(plan());
    }

    @Test
    void assign_secondOfTwoAddressesRefused_assignsNeither() {
        ApplyResult result = EC2.apply(
                plan(), assign("first").withPrivateIpAddress("10.0.0.50").withPrivateIpAddress("10.0.0.3"));
        assertThat(result.isAccepted()).isFalse();
    }

    @Test
    void assign_anothersSecondary_comesOverWithItsElasticIp() {
        Operation move = assign("second").withPrivateIpAddress("10.0.0.21").withAllowReassignment(true);
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
        NetworkPlan freed = after(unassign("first").withPrivateIpAddress("10.0.0.21"));
        assertThat(addresses(freed, "first")).containsExactly("10.0.0.20*", "10.0.0.22");
        assertThat(whereIs(freed, "taken")).isEmpty();
        assertThat(freed.elasticIp("taken")).isPresent();
        assertThat(freed.availableIpAddressCount("a")).isEqualTo(plan().availableIpAddressCount("a") + 1);
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
        assertThat(eni(after(unassign("second").withIpv4Prefix("10.0.0.64/28")), "second")
                        .ipv4Prefixes())
                .isEmpty();
    }

    @Test
    void prefixes_addressInside_canHaveAnElasticIpAndLosesItWithThePrefix() {
        NetworkPlan mapped = after(AssociateElasticIp.of("free", "second").withPrivateIpAddress("10.0.0.70"));
        assertThat(whereIs(mapped, "free")).isEqualTo(at("second", "10.0.0.70"));
        NetworkPlan freed = after(mapped, unassign("second").withIpv4Prefix("10.0.0.64/28"));
        assertThat(whereIs(freed, "free")).isEmpty();
    }

    @Test
    void createEni_prefixesAndAddresses_areAsAsked() {
        NetworkPlan created = after(
                CreateEni.of("x", "auto")
                        .withSecurityGroups("web")
                        .withIpv4PrefixCount(1)
                        .withIpv6Prefix("2001:db8:0:3:5::/80"),
                CreateEni.of("y", "auto")
                        .withSecurityGroups("web")
                        .withIpv4Prefix("10.0.3.64/28")
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
    void createEni_subnetAssignsIpv6_getsOneUnlessZeroAreAsked() {
        CreateEni create = CreateEni.of("x", "auto").withSecurityGroups("web");
        assertThat(addresses(after(create), "x")).containsExactly("10.0.3.4*", "2001:db8:0:3::4");
        assertThat(addresses(after(create.withIpv6AddressCount(0)), "x")).containsExactly("10.0.3.4*");
        assertThat(addresses(after(create.withIpv6AddressCount(2)), "x"))
                .containsExactly("10.0.3.4*", "2001:db8:0:3::4", "2001:db8:0:3::5");
        assertThat(addresses(after(create.withIpv6Address("2001:db8:0:3::99")), "x"))
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
                        "10.0.3.20*", "2001:db8:0:3::4", "2001:db8:0:3::5", "2001:db8:0:3::20", "2001:db8:0:3::21");
        assertThat(eni(after(AssignIpv6Addresses.of("six1").withIpv6PrefixCount(1)), "six1")
                        .ipv6Prefixes())
                .extracting(Cidr::toString)
                .containsExactly("2001:db8:0:3:1::/80");
    }

    @Test
    void ipv6_unassignedFromOne_canBeAssignedToAnother() {
        UnassignIpv6Addresses unassign = UnassignIpv6Addresses.of("six1").withIpv6Address("2001:db8:0:3::20");
        NetworkPlan moved = after(unassign, AssignIpv6Addresses.of("six2").withIpv6Address("2001:db8:0:3::20"));
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
                        after(create.withIpv6Address("2001:db8:0:3::99").withIpv6Address("2001:db8:0:3::98")), "x"))
                .containsExactly("10.0.3.4*", "2001:db8:0:3::99*", "2001:db8:0:3::98");
    }

    @Test
    void launch_statedAddressBesideOnesToPick_isLeftForWhoAskedForIt() {
        NetworkPlan launched = after(LaunchInstance.of("app", "m5.large")
                .withInterface(
                        LaunchInterface.create(0, CreateEni.of("app/eth0", "a").withSecurityGroups("web")))
                .withInterface(LaunchInterface.create(
                        1,
                        CreateEni.of("app/eth1", "a").withSecurityGroups("web").withPrivateIpAddress("10.0.0.4"))));
        assertThat(addresses(launched, "app/eth0")).containsExactly("10.0.0.5*");
        assertThat(addresses(launched, "app/eth1")).containsExactly("10.0.0.4*");
    }

    @Test
    void allocate_andRelease_areOpposites() {
        NetworkPlan allocated = after(AllocateElasticIp.of("more").withPublicIp(IpAddress.parse("203.0.113.9")));
        assertThat(allocated.elasticIp("more").flatMap(ElasticIp::publicIp)).contains(IpAddress.parse("203.0.113.9"));
        assertThat(after(allocated, ReleaseElasticIp.of("more"))).isEqualTo(plan());
    }

    @Test
    void associate_addressLeftOut_isWithThePrimaryOne() {
        assertThat(whereIs(after(AssociateElasticIp.of("free", "first")), "free"))
                .isEqualTo(at("first", "10.0.0.20"));
        assertThat(whereIs(after(AssociateElasticIp.of("free", "two/eth1")), "free"))
                .as("by interface where the instance has two")
                .isEqualTo(at("two/eth1", "10.0.0.12"));
    }

    @Test
    void associate_elasticIpThatIsElsewhere_movesIt() {
        Operation move = AssociateElasticIp.of("taken", "second");
        assertThat(whereIs(after(move), "taken")).isEqualTo(at("second", "10.0.0.30"));
        assertThat(outcomes(move))
                .containsExactly(
                        "taken: DISASSOCIATED from 10.0.0.21 of first", "taken: ASSOCIATED with 10.0.0.30 of second");
    }

    @Test
    void associate_oncePerAddress_allAreHeld() {
        NetworkPlan three = after(
                AssociateElasticIp.of("free", "first"),
                AssociateElasticIp.of("third", "first").withPrivateIpAddress("10.0.0.22"));
        assertThat(three.elasticIpsOf(EniId.of("first"))).hasSize(3);
    }

    @Test
    void associate_addressThatHasOne_freesTheOtherElasticIp() {
        NetworkPlan replaced = after(AssociateElasticIp.of("free", "first").withPrivateIpAddress("10.0.0.21"));
        assertThat(whereIs(replaced, "free")).isEqualTo(at("first", "10.0.0.21"));
        assertThat(whereIs(replaced, "taken")).isEmpty();
        assertThat(replaced.elasticIp("taken")).isPresent();
    }

    @Test
    void associate_whereItIsAlready_changesNothing() {
        assertThat(after(AssociateElasticIp.of("taken", "first")
                        .withPrivateIpAddress("10.0.0.21")
                        .withAllowReassociation(false)))
                .isEqualTo(plan());
    }

    @Test
    void disassociate_twice_isNoError() {
        NetworkPlan once = after(DisassociateElasticIp.of("taken"));
        assertThat(whereIs(once, "taken")).isEmpty();
        assertThat(after(once, DisassociateElasticIp.of("taken"))).isEqualTo(once);
    }

    @Test
    void publicIpv4_elasticIpComesAndGoes_isReleasedAndRenewed() {
        NetworkPlan associated = after(AssociateElasticIpWithInstance.of("free", "one"));
        assertThat(eni(associated, "one/eth0").publicIpv4()).isEmpty();
        assertThat(eni(after(associated, DisassociateElasticIp.of("free")), "one/eth0")
                        .publicIpv4())
                .isPresent();
        assertThat(eni(after(associated, AssociateElasticIp.of("free", "first")), "one/eth0")
                        .publicIpv4())
                .isPresent();
    }

    @Test
    void publicIpv4_severalInterfacesOrAnElasticIpLeft_isNotRenewed() {
        NetworkPlan two = after(AssociateElasticIp.of("free", "two/eth0"), DisassociateElasticIp.of("free"));
        assertThat(eni(two, "two/eth0").publicIpv4()).isEmpty();
        NetworkPlan secondary = after(
                assign("one/eth0").withPrivateIpAddress("10.0.0.15"),
                AssociateElasticIp.of("third", "one/eth0").withPrivateIpAddress("10.0.0.15"));
        assertThat(eni(secondary, "one/eth0").publicIpv4())
                .as("of the primary address")
                .isPresent();
        NetworkPlan left =
                after(secondary, AssociateElasticIp.of("free", "one/eth0"), DisassociateElasticIp.of("free"));
        assertThat(eni(left, "one/eth0").publicIpv4()).isEmpty();
        NetworkPlan unassigned = after(left, unassign("one/eth0").withPrivateIpAddress("10.0.0.15"));
        assertThat(eni(unassigned, "one/eth0").publicIpv4()).isPresent();
    }

    @Test
    void publicIpv4_stoppedInstance_getsItWhenItStarts() {
        NetworkPlan stopped = after(
                AssociateElasticIp.of("free", "one/eth0"), StopInstance.of("one"), DisassociateElasticIp.of("free"));
        assertThat(eni(stopped, "one/eth0").publicIpv4()).isEmpty();
        assertThat(eni(after(stopped, StartInstance.of("one")), "one/eth0").publicIpv4())
                .isPresent();
    }

    @Test
    void publicIpv4_settingChanged_takesEffectOnThePrimaryInterface() {
        NetworkPlan off = after(ModifyEni.of("one/eth0").withAssociatePublicIpAddress(false));
        assertThat(eni(off, "one/eth0").publicIpv4()).isEmpty();
        assertThat(eni(after(off, ModifyEni.of("one/eth0").withAssociatePublicIpAddress(true)), "one/eth0")
                        .publicIpv4())
                .isPresent();
        assertThat(eni(after(ModifyEni.of("first").withAssociatePublicIpAddress(true)), "first")
                        .publicIpv4())
                .isEmpty();
        Operation on = ModifyEni.of("two/eth0").withAssociatePublicIpAddress(true);
        assertThat(eni(after(on), "two/eth0").publicIpv4())
                .as("beside another interface")
                .isPresent();
        assertThat(eni(after(ModifyEni.of("two/eth1").withAssociatePublicIpAddress(true)), "two/eth1")
                        .publicIpv4())
                .as("of no primary interface")
                .isEmpty();
        assertThat(eni(after(AssociateElasticIp.of("free", "two/eth0"), on), "two/eth0")
                        .publicIpv4())
                .as("where the primary address has an Elastic IP")
                .isEmpty();
        assertThat(eni(after(StopInstance.of("two"), on), "two/eth0").publicIpv4())
                .as("while the instance is stopped")
                .isEmpty();
    }

    @Test
    void publicIpv4_elasticIpOfASecondaryMovesAway_isRenewed() {
        NetworkPlan before = after(
                assign("one/eth0").withPrivateIpAddress("10.0.0.15"),
                AssociateElasticIp.of("third", "one/eth0").withPrivateIpAddress("10.0.0.15"),
                StopInstance.of("one"),
                StartInstance.of("one"));
        assertThat(eni(before, "one/eth0").publicIpv4()).isEmpty();
        NetworkPlan moved =
                after(before, assign("second").withPrivateIpAddress("10.0.0.15").withAllowReassignment(true));
        assertThat(whereIs(moved, "third")).isEqualTo(at("second", "10.0.0.15"));
        assertThat(eni(moved, "one/eth0").publicIpv4()).isPresent();
    }
}
