package io.enikit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What single resources answer about themselves. */
class ResourceQuestionsTest {
    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc v cidrBlocks=10.0.0.0/16,10.1.0.0/16 ipv6CidrBlocks=2001:db8::/56
            subnet s vpc=v availabilityZone=z cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64
            subnet native vpc=v availabilityZone=z ipv6CidrBlock=2001:db8:0:1::/64 ipv6Native=true
            group g vpc=v associatedVpcs=w
            group default vpc=v
            instance i instanceType=m5.large
            eni both subnet=s privateIpAddresses=10.0.0.5,10.0.0.4* ipv4Prefixes=10.0.0.48/28,10.0.0.32/28 ipv6Addresses=2001:db8::5,2001:db8::4* ipv6Prefixes=2001:db8:0:0:2::/80,2001:db8:0:0:1::/80 instance=i deviceIndex=0
            eni none subnet=s
            eni plain subnet=native ipv6Addresses=2001:db8:0:1::4 privateIpAddresses=10.0.0.9
            eni chosen subnet=s addressDemand=ipv4Addresses:1
            eni more subnet=s privateIpAddresses=10.0.0.6* addressDemand=ipv4Addresses:1
            eni ipv6 subnet=native addressDemand=ipv6Addresses:1
            eni given subnet=s instance=i deviceIndex=1 attachment=eni-attach-1
            eni held subnet=s deviceIndex=1 attachment=ela-attach-1
            eni loose subnet=s deviceIndex=1 attachment=eni-attach-2
            eni nat subnet=s interfaceType=nat_gateway
            eni managed subnet=s requesterManaged=true
            eni branch subnet=s trunk=both vlanId=1
            eip p publicIp=203.0.113.5
            end
            """);

    private static Eni eni(String id) {
        return PLAN.eni(id).orElseThrow();
    }

    @Test
    void lists_ofAnInterface_haveThePrimaryAddressFirst_andPrefixesInOrder() {
        Eni eni = eni("both");
        assertThat(eni.addresses(IpFamily.IPV4)).extracting(Object::toString).containsExactly("10.0.0.4*", "10.0.0.5");
        assertThat(eni.addresses(IpFamily.IPV6))
                .extracting(Object::toString)
                .containsExactly("2001:db8::4*", "2001:db8::5");
        assertThat(eni.prefixes(IpFamily.IPV4))
                .extracting(Object::toString)
                .containsExactly("10.0.0.32/28", "10.0.0.48/28");
        assertThat(eni.prefixes(IpFamily.IPV6))
                .extracting(Object::toString)
                .containsExactly("2001:db8:0:0:1::/80", "2001:db8:0:0:2::/80");
        assertThat(Eni.prefixLength(IpFamily.IPV4)).isEqualTo(28);
        assertThat(Eni.prefixLength(IpFamily.IPV6)).isEqualTo(80);
    }

    @ParameterizedTest
    @CsvSource({
        "both, 10.0.0.4, 2001:db8::4, false",
        "none, '', '', false",
        "plain, '', '', false",
        "chosen, '', '', true",
        "more, 10.0.0.6, '', false",
        "ipv6, '', '', false"
    })
    void primaryAddress_isTheOneThatIsMarked_orOneThatEc2Chooses(String id, String ipv4, String ipv6, boolean awaited) {
        assertThat(eni(id).privateIpAddress().map(IpAddress::toString).orElse(""))
                .isEqualTo(ipv4);
        assertThat(eni(id).primaryIpv6Address().map(IpAddress::toString).orElse(""))
                .isEqualTo(ipv6);
        assertThat(eni(id).awaitsPrimary()).isEqualTo(awaited);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.4, true",
        "10.0.0.5, true",
        "10.0.0.6, false",
        "10.0.0.31, false",
        "10.0.0.32, true",
        "10.0.0.63, true",
        "10.0.0.64, false",
        "2001:db8::5, true",
        "2001:db8::6, false",
        "2001:db8:0:0:2::9, true",
        "2001:db8:0:0:3::, false"
    })
    void owns_addressesAndAllOfItsPrefixes(String address, boolean owned) {
        assertThat(eni("both").owns(IpAddress.parse(address))).isEqualTo(owned);
    }

    @ParameterizedTest
    @CsvSource({
        "both, true, false, IN_USE",
        "none, false, false, AVAILABLE",
        "given, false, false, IN_USE",
        "held, false, true, IN_USE",
        "loose, false, false, IN_USE",
        "nat, false, true, AVAILABLE",
        "managed, false, true, AVAILABLE",
        "branch, false, false, IN_USE"
    })
    void interface_isHeldByAnInstanceAServiceOrATrunk(String id, boolean derived, boolean managed, EniStatus status) {
        assertThat(eni(id).isAttachmentIdDerived()).isEqualTo(derived);
        assertThat(eni(id).isServiceManaged()).isEqualTo(managed);
        assertThat(eni(id).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.255.255, 10.0.0.0/16",
        "10.1.0.0, 10.1.0.0/16",
        "10.2.0.0, ''",
        "2001:db8:0:ff::, 2001:db8::/56",
        "2001:db8:0:100::, ''"
    })
    void vpc_containsWhatIsInOneOfItsBlocks(String address, String block) {
        Vpc vpc = PLAN.vpc("v").orElseThrow();
        IpAddress in = IpAddress.parse(address);
        assertThat(vpc.contains(in)).isEqualTo(!block.isEmpty());
        assertThat(vpc.blockAround(Cidr.from(in)).map(Cidr::toString).orElse(""))
                .isEqualTo(block);
        assertThat(vpc.blockAround(Cidr.parse("10.0.0.0/15"))).isEmpty();
        assertThat(vpc.primaryCidrBlock()).contains(Cidr.parse("10.0.0.0/16"));
        assertThat(vpc.cidrBlocks(IpFamily.IPV4)).isEqualTo(vpc.cidrBlocks()).hasSize(2);
        assertThat(vpc.cidrBlocks(IpFamily.IPV6))
                .isEqualTo(vpc.ipv6CidrBlocks())
                .hasSize(1);
    }

    @Test
    void subnet_keepsFiveAddressesOfEachBlock() {
        Subnet subnet = PLAN.subnet("s").orElseThrow();
        assertThat(subnet.reservedAddresses(IpFamily.IPV4).ranges())
                .extracting(Object::toString)
                .containsExactly("10.0.0.0-10.0.0.3", "10.0.0.255-10.0.0.255");
        assertThat(subnet.reservedAddresses(IpFamily.IPV6).ranges())
                .extracting(Object::toString)
                .containsExactly(
                        "2001:db8::-2001:db8::3", "2001:db8::ffff:ffff:ffff:ffff-2001:db8::ffff:ffff:ffff:ffff");
        assertThat(PLAN.subnet("native")
                        .orElseThrow()
                        .reservedAddresses(IpFamily.IPV4)
                        .isEmpty())
                .isTrue();
        Map<String, Boolean> reserved = new TreeMap<>();
        List.of("10.0.0.3", "10.0.0.4", "10.0.0.254", "10.0.0.255", "10.0.1.0", "2001:db8::", "2001:db8::4")
                .forEach(each -> reserved.put(each, subnet.isReserved(IpAddress.parse(each))));
        assertThat(reserved)
                .isEqualTo(Map.of(
                        "10.0.0.3",
                        true,
                        "10.0.0.4",
                        false,
                        "10.0.0.254",
                        false,
                        "10.0.0.255",
                        true,
                        "10.0.1.0",
                        false,
                        "2001:db8::",
                        true,
                        "2001:db8::4",
                        false));
        assertThat(PLAN.subnet("native").orElseThrow().isReserved(IpAddress.parse("10.0.0.0")))
                .isFalse();
    }

    @Test
    void group_isUsableInItsVpcAndThoseItIsAssociatedWith() {
        SecurityGroup group = PLAN.securityGroup("g").orElseThrow();
        assertThat(group.isUsableIn(VpcId.of("v"))).isTrue();
        assertThat(group.isUsableIn(VpcId.of("w"))).isTrue();
        assertThat(group.isUsableIn(VpcId.of("x"))).isFalse();
        assertThat(group.isDefault()).isFalse();
        assertThat(PLAN.securityGroup("default").orElseThrow().isDefault()).isTrue();
    }

    @Test
    void rulesOfAGroup_areFoundAndTakenOutByWhatTheyAllow() {
        SecurityGroupRule https = SecurityGroupRule.parse("tcp;443;10.0.0.0/8");
        SecurityGroupRule described = https.withDescription("from inside");
        SecurityGroupRule ssh = SecurityGroupRule.parse("tcp;22;group:g");
        SecurityGroupRules rules = SecurityGroupRules.none().with(RuleDirection.INGRESS, List.of(described, ssh));
        assertThat(rules.find(RuleDirection.INGRESS, https)).contains(described);
        assertThat(rules.find(RuleDirection.EGRESS, https)).isEmpty();
        assertThat(rules.minus(RuleDirection.INGRESS, https).ingress()).containsExactly(ssh);
        assertThat(rules.minus(RuleDirection.EGRESS, https)).isEqualTo(rules).hasSameHashCodeAs(rules);
        assertThat(rules.plus(RuleDirection.EGRESS, ssh).egress()).containsExactly(ssh);
        assertThat(rules.count(RuleDirection.INGRESS, IpFamily.IPV4)).isEqualTo(2);
        assertThat(rules.count(RuleDirection.INGRESS, IpFamily.IPV6)).isEqualTo(1);
        assertThat(rules.hashCode()).isNotEqualTo(SecurityGroupRules.none().hashCode());
        assertThat(described.description()).isEqualTo("from inside");
        assertThat(described.ipProtocol()).isEqualTo("tcp");
        assertThat(described.toPort()).hasValue(443);
        assertThat(described.isSamePermission(https)).isTrue();
        assertThat(described.isSamePermission(ssh)).isFalse();
        assertThat(described).isNotEqualTo(https);
        assertThat(described.hashCode()).isNotEqualTo(https.hashCode());
    }

    @Test
    void plusRule_whoseIdIsTaken_hasAnother() {
        SecurityGroupRule rule = SecurityGroupRule.parse("tcp;443;10.0.0.0/8");
        SecurityGroup group = PLAN.securityGroup("g").orElseThrow();
        for (int i = 0; i < 3; i++) {
            group = group.plusRule(RuleDirection.INGRESS, rule);
        }
        SecurityGroup full = group;
        assertThat(full.rules().ingress())
                .hasSize(3)
                .extracting(each -> full.ruleId(RuleDirection.INGRESS, each))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("sgr-[0-9a-f]{17}"));
        assertThat(full.rule(RuleDirection.INGRESS, full.ruleId(RuleDirection.INGRESS, rule)))
                .contains(rule);
    }

    @ParameterizedTest
    @EnumSource(InstanceState.class)
    void instance_isAliveUntilItShutsDown(InstanceState state) {
        assertThat(state.isAlive())
                .isEqualTo(!state.toString().equals("shutting-down")
                        && !state.toString().equals("terminated"));
    }

    @Test
    void status_isWrittenAsEc2WritesIt() {
        assertThat(EniStatus.values())
                .extracting(EniStatus::toString)
                .containsExactly("available", "associated", "attaching", "in-use", "detaching");
    }

    @Test
    void visitAndMatch_callWhatIsForTheKind() {
        List<String> visited = new ArrayList<>();
        List<String> matched = new ArrayList<>();
        for (Resource each : List.of(
                PLAN.vpc("v").orElseThrow(),
                PLAN.subnet("s").orElseThrow(),
                PLAN.securityGroup("g").orElseThrow(),
                PLAN.instance("i").orElseThrow(),
                eni("both"),
                PLAN.elasticIp("p").orElseThrow())) {
            each.visit(
                    vpc -> visited.add("vpc " + vpc.id()),
                    subnet -> visited.add("subnet " + subnet.id()),
                    group -> visited.add("group " + group.id()),
                    instance -> visited.add("instance " + instance.id()),
                    eni -> visited.add("eni " + eni.id()),
                    elasticIp -> visited.add("eip " + elasticIp.id()));
            matched.add(each.<String>match(
                    vpc -> "vpc " + vpc.id(),
                    subnet -> "subnet " + subnet.id(),
                    group -> "group " + group.id(),
                    instance -> "instance " + instance.id(),
                    eni -> "eni " + eni.id(),
                    elasticIp -> "eip " + elasticIp.id()));
        }
        assertThat(visited)
                .containsExactly("vpc v", "subnet s", "group g", "instance i", "eni both", "eip p")
                .isEqualTo(matched);
    }

    @Test
    void texts_ofAddressesAndReservations_areTriedOrParsed() {
        EniAddress address = new EniAddress(IpAddress.parse("10.0.0.4"), true);
        assertThat(EniAddress.valueOf("10.0.0.4*")).isEqualTo(address);
        assertThat(EniAddress.tryParse("10.0.0.4*")).contains(address);
        assertThat(EniAddress.tryParse("10.0.0.300*")).isEmpty();
        CidrReservation reservation = new CidrReservation(Cidr.parse("10.0.0.16/28"), CidrReservation.Type.EXPLICIT);
        assertThat(CidrReservation.valueOf("10.0.0.16/28;explicit")).isEqualTo(reservation);
        assertThat(CidrReservation.tryParse("10.0.0.16/28;explicit")).contains(reservation);
        assertThat(CidrReservation.tryParse("10.0.0.16/28;other")).isEmpty();
        assertThat(CidrReservation.tryParse("10.0.0.17/28;explicit")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecurityGroupRule.of(
                        "t;cp",
                        java.util.OptionalInt.empty(),
                        java.util.OptionalInt.empty(),
                        SecurityGroupPeer.ofPrefixList("pl-1")))
                .withMessage("\"t;cp\": expected a protocol");
    }

    @Test
    void plan_printed_saysHowMuchIsInIt() {
        assertThat(PLAN).hasToString("NetworkPlan{1 VPCs, 2 subnets, 1 instances, 12 ENIs}");
        assertThat(PLAN.text()).isEqualTo(PlanText.write(PLAN));
        assertThat(PlanNames.nameOf(PLAN.vpc("v").orElseThrow())).isEqualTo("v");
        assertThat(PlanNames.nameOf(Vpc.builder().id("v").putTag("Name", "main").build()))
                .isEqualTo("main");
        NetworkPlan other = PLAN.toBuilder().remove(EniId.of("none")).build();
        assertThat(PlanNames.of(PLAN))
                .isEqualTo(PlanNames.of(PLAN))
                .hasSameHashCodeAs(PlanNames.of(PLAN))
                .isNotEqualTo(PlanNames.of(other))
                .isNotEqualTo("a text");
        assertThat(PlanNames.of(PLAN).hashCode())
                .isNotEqualTo(PlanNames.of(other).hashCode());
    }
}
