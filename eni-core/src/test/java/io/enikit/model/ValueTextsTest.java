package io.enikit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The parts of resources as values: what they print, what equals them, how they are ordered, and what they refuse. */
class ValueTextsTest {
    private static final EniId ENI = EniId.of("e");
    private static final IpAddress ADDRESS = IpAddress.parse("10.0.0.4");
    private static final Cidr BLOCK = Cidr.parse("10.0.0.0/28");
    private static final AddressDemand NONE = AddressDemand.none();

    private static Attachment.Builder attachment() {
        return Attachment.builder().deviceIndex(1);
    }

    private static TrunkAssociation branch(String trunk, TrunkAssociation.Protocol protocol, int key) {
        return new TrunkAssociation(EniId.of(trunk), protocol, key);
    }

    private static SubnetDemand demand(String name, long interfaces, long addresses, String... subnets) {
        return SubnetDemand.ofTotal(
                name, Stream.of(subnets).map(SubnetId::of).toList(), interfaces, NONE.withIpv4Addresses(addresses));
    }

    /** Values of one type, all different, in ascending order where the type has one, with their texts. */
    static Stream<Arguments> values() {
        return Stream.of(
                values(new EniAddress(ADDRESS, true), "10.0.0.4*", new EniAddress(ADDRESS, false), "10.0.0.4"),
                values(
                        new EniAddress(ADDRESS, true),
                        "10.0.0.4*",
                        new EniAddress(IpAddress.parse("10.0.0.5"), true),
                        "10.0.0.5*"),
                values(
                        new CidrReservation(BLOCK, CidrReservation.Type.PREFIX),
                        "10.0.0.0/28;prefix",
                        new CidrReservation(BLOCK, CidrReservation.Type.EXPLICIT),
                        "10.0.0.0/28;explicit",
                        new CidrReservation(Cidr.parse("10.0.0.16/28"), CidrReservation.Type.PREFIX),
                        "10.0.0.16/28;prefix"),
                values(
                        ElasticIpAssociation.ofAny(ENI),
                        "an address that EC2 chooses of e",
                        ElasticIpAssociation.ofPrimary(ENI),
                        "the primary address of e",
                        new ElasticIpAssociation(ENI, ADDRESS),
                        "10.0.0.4 of e",
                        new ElasticIpAssociation(ENI, IpAddress.parse("10.0.0.5")),
                        "10.0.0.5 of e",
                        ElasticIpAssociation.ofAny(EniId.of("f")),
                        "an address that EC2 chooses of f"),
                values(
                        branch("t", TrunkAssociation.Protocol.VLAN, 1),
                        "t vlanId=1",
                        branch("t", TrunkAssociation.Protocol.VLAN, 2),
                        "t vlanId=2",
                        branch("t", TrunkAssociation.Protocol.GRE, 1),
                        "t greKey=1",
                        branch("u", TrunkAssociation.Protocol.VLAN, 0),
                        "u vlanId=0"),
                values(
                        demand("a", 1, 1, "s"),
                        "a: 1 IPv4 address in [s]",
                        demand("a", 1, 2, "s"),
                        "a: 2 IPv4 addresses in [s]",
                        demand("a", 2, 1, "s"),
                        "a: 1 IPv4 address in [s]",
                        demand("a", 0, 0, "t"),
                        "a: nothing in [t]",
                        demand("b", 0, 0, "s"),
                        "b: nothing in [s]"),
                values(
                        InterfaceType.EFA,
                        "efa",
                        InterfaceType.EFA_ONLY,
                        "efa-only",
                        InterfaceType.INTERFACE,
                        "interface",
                        InterfaceType.of("nat_gateway"),
                        "nat_gateway"),
                values(
                        SecurityGroupPeer.of(Cidr.parse("9.0.0.0/8")),
                        "9.0.0.0/8",
                        SecurityGroupPeer.of(Cidr.parse("10.0.0.0/8")),
                        "10.0.0.0/8",
                        SecurityGroupPeer.of(SecurityGroupId.of("a;b")),
                        "group:a%3bb",
                        SecurityGroupPeer.of(SecurityGroupId.of("g")),
                        "group:g",
                        SecurityGroupPeer.of(SecurityGroupId.of("g")).withUserId("1"),
                        "group:g@1",
                        SecurityGroupPeer.ofPrefixList("pl-1"),
                        "list:pl-1"),
                values(VpcId.of("a"), "a", VpcId.of("b"), "b", SubnetId.of("a"), "a"));
    }

    private static Arguments values(Object... valuesAndTexts) {
        return Arguments.of((Object) valuesAndTexts);
    }

    @ParameterizedTest
    @MethodSource("values")
    void values_areApart_inOrder_andPrintTheirText(Object[] valuesAndTexts) {
        for (int i = 0; i < valuesAndTexts.length; i += 2) {
            Object one = valuesAndTexts[i];
            assertThat(one).hasToString((String) valuesAndTexts[i + 1]).isNotEqualTo("a text");
            for (int j = 0; j < valuesAndTexts.length; j += 2) {
                Object other = valuesAndTexts[j];
                assertThat(one.equals(other)).isEqualTo(i == j);
                assertThat(Integer.signum(compare(one, other))).isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }

    @Test
    void attachment_setInAnyWay_isReadAndPrintedAndKept() {
        InstanceId instance = InstanceId.of("i");
        Attachment all = attachment()
                .attachmentId("eni-attach-1")
                .instanceId("i")
                .instanceOwnerId("amazon-elb")
                .networkCardIndex(2)
                .deleteOnTermination(true)
                .status(AttachmentStatus.DETACHING)
                .build();
        assertThat(all)
                .hasToString(
                        "Attachment{attachmentId=eni-attach-1, instanceId=i, instanceOwnerId=amazon-elb, deviceIndex=1,"
                                + " networkCardIndex=2, deleteOnTermination=true, status=detaching}");
        assertThat(all.toBuilder().build()).isEqualTo(all).hasSameHashCodeAs(all);
        assertThat(all.toBuilder()
                        .attachmentId(Optional.of("eni-attach-1"))
                        .instanceId(instance)
                        .instanceId(Optional.of(instance))
                        .instanceOwnerId(Optional.of("amazon-elb"))
                        .build())
                .isEqualTo(all);
        assertThat(attachment().build())
                .hasToString(
                        "Attachment{deviceIndex=1, networkCardIndex=0, deleteOnTermination=false, status=attached}");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "1, 0, false", "0, 1, false", "1, 1, false"})
    void attachment_atIndex0OfCard0_isThatOfThePrimaryInterface(int card, int index, boolean primary) {
        Attachment place =
                Attachment.builder().networkCardIndex(card).deviceIndex(index).build();
        assertThat(place.isPrimary()).isEqualTo(primary);
    }

    @ParameterizedTest
    @CsvSource({
        "interface, false, true",
        "efa, true, true",
        "efa-only, true, true",
        "trunk, false, true",
        "branch, false, true",
        "nat_gateway, false, false"
    })
    void interfaceType_isCreatableByARequest_orAServiceMakesIt(String name, boolean efa, boolean creatable) {
        InterfaceType type = InterfaceType.of(name);
        assertThat(type.isEfa()).isEqualTo(efa);
        assertThat(type.isCreatable()).isEqualTo(creatable);
        assertThat(type).isEqualTo(InterfaceType.of(name)).hasSameHashCodeAs(InterfaceType.of(name));
    }

    @Test
    void publicAddress_isGivenOrKnownToEc2Alone() {
        assertThat(PublicIpv4.of(ADDRESS).address()).contains(ADDRESS);
        assertThat(PublicIpv4.chosenByEc2().address()).isEmpty();
    }

    @Test
    void addressDemand_countsByFamily() {
        AddressDemand demand = NONE.withIpv4Addresses(1)
                .withIpv4Prefixes(2)
                .withIpv6Addresses(3)
                .withIpv6Prefixes(4);
        assertThat(demand).hasToString("1 IPv4 address, 2 IPv4 prefixes, 3 IPv6 addresses, 4 IPv6 prefixes");
        assertThat(demand.addresses(IpFamily.IPV4)).isEqualTo(1);
        assertThat(demand.prefixes(IpFamily.IPV4)).isEqualTo(2);
        assertThat(demand.addresses(IpFamily.IPV6)).isEqualTo(3);
        assertThat(demand.prefixes(IpFamily.IPV6)).isEqualTo(4);
        assertThat(demand.only(IpFamily.IPV4)).hasToString("1 IPv4 address, 2 IPv4 prefixes");
        assertThat(demand.only(IpFamily.IPV6)).hasToString("3 IPv6 addresses, 4 IPv6 prefixes");
        assertThat(demand.plus(demand)).isEqualTo(demand.times(2));
        assertThat(demand.times(3))
                .hasToString("3 IPv4 addresses, 6 IPv4 prefixes, 9 IPv6 addresses, 12 IPv6 prefixes");
        assertThat(demand.times(0)).isEqualTo(NONE);
        assertThat(demand.isNone()).isFalse();
        assertThat(NONE.isNone()).isTrue();
        assertThat(NONE).hasToString("nothing");
        assertThat(AddressDemand.ofPrimary()).isEqualTo(NONE.withIpv4Addresses(1));
    }

    @Test
    void subnetDemand_isSpreadEvenly_theFirstSubnetsTakeOneMore() {
        List<SubnetId> subnets = List.of(SubnetId.of("a"), SubnetId.of("b"), SubnetId.of("c"));
        SubnetDemand workers = SubnetDemand.of(
                "Workers",
                subnets,
                4,
                NONE.withIpv4Addresses(2)
                        .withIpv4Prefixes(1)
                        .withIpv6Addresses(1)
                        .withIpv6Prefixes(2));
        assertThat(workers.interfaces()).isEqualTo(4);
        assertThat(workers.subnets()).containsExactlyElementsOf(subnets);
        assertThat(workers)
                .hasToString(
                        "Workers: 8 IPv4 addresses, 4 IPv4 prefixes, 4 IPv6 addresses, 8 IPv6 prefixes in [a, b, c]");
        assertThat(subnets)
                .extracting(each -> workers.shareOf(each).toString())
                .containsExactly(
                        "3 IPv4 addresses, 2 IPv4 prefixes, 2 IPv6 addresses, 3 IPv6 prefixes",
                        "3 IPv4 addresses, 1 IPv4 prefix, 1 IPv6 address, 3 IPv6 prefixes",
                        "2 IPv4 addresses, 1 IPv4 prefix, 1 IPv6 address, 2 IPv6 prefixes");
        assertThat(workers.shareOf(SubnetId.of("d"))).isEqualTo(NONE);
        SubnetDemand other = SubnetDemand.ofAddresses("Other", subnets.get(0), NONE.withIpv4Addresses(1));
        assertThat(other.interfaces()).isZero();
        assertThat(other.addresses()).isEqualTo(NONE.withIpv4Addresses(1));
        assertThat(SubnetDemand.interfacesOf(List.of(workers, other, workers))).isEqualTo(8);
        assertThat(workers)
                .isEqualTo(SubnetDemand.ofTotal("Workers", subnets, 4, workers.addresses()))
                .hasSameHashCodeAs(SubnetDemand.ofTotal("Workers", subnets, 4, workers.addresses()));
        assertThat(workers.hashCode()).isNotEqualTo(other.hashCode());
    }

    /** Each quota: how it is raised, and how it is read. */
    static Stream<Arguments> quotas() {
        return Stream.of(
                quota("vpcs", 5, quotas -> quotas.withVpcs(3), Quotas::vpcs),
                quota(
                        "ipv4CidrBlocksPerVpc",
                        5,
                        quotas -> quotas.withIpv4CidrBlocksPerVpc(3),
                        Quotas::ipv4CidrBlocksPerVpc),
                quota(
                        "ipv6CidrBlocksPerVpc",
                        5,
                        quotas -> quotas.withIpv6CidrBlocksPerVpc(3),
                        Quotas::ipv6CidrBlocksPerVpc),
                quota("subnetsPerVpc", 200, quotas -> quotas.withSubnetsPerVpc(3), Quotas::subnetsPerVpc),
                quota(
                        "addressUsagePerVpc",
                        64_000,
                        quotas -> quotas.withAddressUsagePerVpc(3),
                        Quotas::addressUsagePerVpc),
                quota("networkInterfaces", 5_000, quotas -> quotas.withNetworkInterfaces(3), Quotas::networkInterfaces),
                quota("securityGroups", 2_500, quotas -> quotas.withSecurityGroups(3), Quotas::securityGroups),
                quota(
                        "securityGroupsPerInterface",
                        5,
                        quotas -> quotas.withSecurityGroupsPerInterface(3),
                        Quotas::securityGroupsPerInterface),
                quota(
                        "rulesPerSecurityGroup",
                        60,
                        quotas -> quotas.withRulesPerSecurityGroup(3),
                        Quotas::rulesPerSecurityGroup),
                quota("elasticIps", 5, quotas -> quotas.withElasticIps(3), Quotas::elasticIps));
    }

    private static Arguments quota(
            String name, int byDefault, Function<Quotas, Quotas> with, Function<Quotas, Integer> read) {
        return Arguments.of(name, byDefault, with, read);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("quotas")
    void quota_hasItsDefault_andIsChangedAlone(
            String name, int byDefault, Function<Quotas, Quotas> with, Function<Quotas, Integer> read) {
        Quotas defaults = Quotas.awsDefaults();
        assertThat(read.apply(defaults)).isEqualTo(byDefault);
        Quotas changed = with.apply(defaults);
        assertThat(read.apply(changed)).isEqualTo(3);
        assertThat(changed).isNotEqualTo(defaults);
        assertThat(changed.toString())
                .isEqualTo(defaults.toString()
                        .replace(" " + name + "=" + byDefault, " " + name + "=3")
                        .replace("{" + name + "=" + byDefault, "{" + name + "=3"));
    }

    static Stream<Arguments> refusals() {
        Quotas quotas = Quotas.awsDefaults();
        return Stream.of(
                refusal(() -> quotas.withVpcs(-1), "vpcs is -1: expected 0 or more"),
                refusal(() -> quotas.withIpv4CidrBlocksPerVpc(-1), "ipv4CidrBlocksPerVpc is -1: expected 0 or more"),
                refusal(() -> quotas.withIpv6CidrBlocksPerVpc(-1), "ipv6CidrBlocksPerVpc is -1: expected 0 or more"),
                refusal(() -> quotas.withSubnetsPerVpc(-1), "subnetsPerVpc is -1: expected 0 or more"),
                refusal(() -> quotas.withAddressUsagePerVpc(-1), "addressUsagePerVpc is -1: expected 0 or more"),
                refusal(() -> quotas.withNetworkInterfaces(-1), "networkInterfaces is -1: expected 0 or more"),
                refusal(() -> quotas.withSecurityGroups(-1), "securityGroups is -1: expected 0 or more"),
                refusal(() -> quotas.withRulesPerSecurityGroup(-1), "rulesPerSecurityGroup is -1: expected 0 or more"),
                refusal(() -> quotas.withElasticIps(-1), "elasticIps is -1: expected 0 or more"),
                refusal(
                        () -> quotas.withSecurityGroupsPerInterface(0),
                        "securityGroupsPerInterface is 0: expected 1 to 16"),
                refusal(
                        () -> quotas.withSecurityGroupsPerInterface(17),
                        "securityGroupsPerInterface is 17: expected 1 to 16"),
                refusal(() -> NONE.withIpv4Addresses(-1), "ipv4Addresses is -1: expected 0 or more"),
                refusal(() -> NONE.withIpv4Prefixes(-1), "ipv4Prefixes is -1: expected 0 or more"),
                refusal(() -> NONE.withIpv6Addresses(-1), "ipv6Addresses is -1: expected 0 or more"),
                refusal(() -> NONE.withIpv6Prefixes(-1), "ipv6Prefixes is -1: expected 0 or more"),
                refusal(() -> NONE.times(-1), "count is -1: expected 0 or more"),
                refusal(() -> demand(" ", 0, 0, "s"), "the name is blank"),
                refusal(() -> demand("a", 0, 0), "there is no subnet: expected one or more"),
                refusal(() -> demand("a", -1, 0, "s"), "interfaces is -1: expected 0 or more"),
                refusal(
                        () -> SubnetDemand.of("a", List.of(SubnetId.of("s")), -1, NONE),
                        "interfaces is -1: expected 0 or more"),
                refusal(() -> InterfaceType.of(" "), "the name of an interface type is blank"),
                refusal(() -> SecurityGroupPeer.ofPrefixList(" "), "the id of a prefix list is blank"),
                refusal(
                        () -> SecurityGroupPeer.of(SecurityGroupId.of("g")).withUserId(" "),
                        "the id of an account is blank"),
                refusal(
                        () -> SecurityGroupRule.parse("tcp;1;10.0.0.0/8").withSecurityGroupRuleId(" "),
                        "the id of a rule is blank"),
                refusal(
                        () -> new ElasticIpAssociation(ENI, Optional.of(ADDRESS), true),
                        "Optional[10.0.0.4] is given, and the primary address awaited: expected one of them"),
                refusal(() -> VpcId.of(" "), "the id of a resource of kind \"vpc\" is blank: expected a name"),
                refusal(() -> EniId.of(""), "the id of a resource of kind \"eni\" is blank: expected a name"));
    }

    private static Arguments refusal(ThrowingCallable call, String message) {
        return Arguments.of(call, message);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusals")
    void valueThatCannotBe_isRefusedInWords(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
