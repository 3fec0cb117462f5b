package io.enikit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroupRule;
import io.enikit.model.SubnetId;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.rules.Ec2Rules;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the edges of what calls may ask for lie, and what becomes of details that they set. */
class CallDetailsTest {
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard());
    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc bare cidrBlocks=10.9.0.0/16
            vpc main cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56 internetGatewayAttached=true
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64
            subnet b vpc=main availabilityZone=eu-west-1b cidrBlock=10.0.1.0/24
            subnet low vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.3.0/26
            subnet tiny vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.2.0/27
            group default vpc=main
            group web vpc=main egress=-1;;0.0.0.0/0,tcp;443;10.0.0.0/8
            instance run instanceType=m5.large
            eni branch subnet=a privateIpAddresses=10.0.0.30* groups=default trunk=trunk vlanId=7
            eni full subnet=low privateIpAddresses=10.0.3.4*,10.0.3.5,10.0.3.6,10.0.3.7,10.0.3.8,10.0.3.9,10.0.3.10,10.0.3.11,10.0.3.12,10.0.3.13,10.0.3.14,10.0.3.15 groups=default
            eni lambda subnet=a interfaceType=lambda privateIpAddresses=10.0.0.41* groups=default
            eni run/eth0 subnet=a privateIpAddresses=10.0.0.10* ipv6Addresses=2001:db8::10* groups=default instance=run deviceIndex=0
            eni spare subnet=a privateIpAddresses=10.0.0.20* groups=default
            eni trunk subnet=a interfaceType=trunk privateIpAddresses=10.0.0.13* groups=default
            end
            """);

    private static ApplyResult.Refused refused(NetworkPlan plan, Operation operation) {
        ApplyResult result = EC2.apply(plan, operation);
        assertThat(result).isInstanceOf(ApplyResult.Refused.class);
        return (ApplyResult.Refused) result;
    }

    private static NetworkPlan apply(Operation... operations) {
        return EC2.apply(PLAN, operations).orElseThrow();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        "addresses.count",
                        "value (0) for parameter secondaryPrivateIpAddressCount is invalid: expected a number from 1 to"
                                + " 65536",
                        AssignPrivateIpAddresses.of("spare").withSecondaryPrivateIpAddressCount(0)),
                refusal(
                        "addresses.room",
                        "the subnet tiny has not enough free addresses",
                        CreateEni.of("new", "tiny").withSecondaryPrivateIpAddressCount(65_536)),
                refusal(
                        "addresses.ipv6-or-prefixes",
                        "the request for x asks for IPv6 addresses and for IPv6 prefixes",
                        launch(CreateEni.of("x", "a").withIpv6AddressCount(1).withIpv6PrefixCount(1))),
                refusal(
                        "addresses.ipv6-or-prefixes",
                        "the request for x asks for IPv6 addresses and for IPv6 prefixes",
                        launch(CreateEni.of("x", "a")
                                .plusIpv6Address("2001:db8::99")
                                .plusIpv6Prefix("2001:db8:0:0:9::/80"))),
                refusal(
                        "launch.address-with-subnet",
                        "the private IP address 10.0.0.9 is stated without a subnet ID",
                        LaunchInstance.of("new", "m5.large").withPrivateIpAddress("10.0.0.9")),
                refusal(
                        "launch.zone-of-subnet",
                        "value (eu-west-1a) for parameter availabilityZone is invalid: the subnet b is in eu-west-1b",
                        LaunchInstance.of("new", "m5.large").withSubnetId("b").withAvailabilityZone("eu-west-1a")),
                refusal(
                        "launch.existing-stays",
                        "deleteOnTermination is on for spare, which exists",
                        LaunchInstance.of("new", "m5.large")
                                .plusInterface(
                                        LaunchInterface.existing(0, "spare").withDeleteOnTermination(true))),
                refusal(
                        "create.zone-of-region",
                        "value (eu-west-1z) for parameter availabilityZone is invalid: the Region has eu-west-1a,"
                                + " eu-west-1b, eu-west-1c",
                        CreateSubnet.of("new", "main", "eu-west-1z").withCidrBlock("10.0.9.0/24")),
                refusal(
                        "modify.of-service",
                        "the operation is not permitted: lambda was made by a service",
                        ModifyEni.of("lambda").withDescription("mine")),
                refusal(
                        "cidr.syntax",
                        "value (2001:db8:0:9::/64) for parameter cidrBlock is invalid: expected an IPv4 block",
                        CreateSubnet.of("new", "main", "eu-west-1a").withCidrBlock("2001:db8:0:9::/64")),
                refusal(
                        "cidr.syntax",
                        "value (10.0.9.0/24) for parameter ipv6CidrBlock is invalid: expected an IPv6 block",
                        AssociateSubnetCidrBlock.of("b", "10.0.9.0/24")));
    }

    private static LaunchInstance launch(CreateEni eni) {
        return LaunchInstance.of("new", "m5.large").plusInterface(LaunchInterface.creating(0, eni));
    }

    private static Arguments refusal(String rule, String message, Operation operation) {
        return Arguments.of(rule, message, operation);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusals")
    void apply_whatEc2Refuses_saysWhy(String rule, String message, Operation operation) {
        ApplyResult.Refused refused = refused(PLAN, operation);
        assertThat(refused.rule()).as(refused.toString()).isEqualTo(rule);
        assertThat(refused.message()).contains(message);
    }

    /** In a /27 are 27 addresses for interfaces, and no free block of 16 that is aligned. */
    @ParameterizedTest
    @CsvSource({
        "1, 10, addresses.room-for-prefixes",
        "1, 11, addresses.room-for-prefixes",
        "1, 12, addresses.enough-for-prefixes",
        "2, 1, addresses.enough-for-prefixes"
    })
    void prefixesThatHaveNoRoom_areRefusedByWhatIsLacking(int prefixes, int held, String rule) {
        Eni.Builder full = Eni.builder().id("held").subnetId("tiny").addSecurityGroups("default");
        for (int i = 0; i < held; i++) {
            IpAddress address = IpAddress.parse("10.0.2.4").plus(i);
            full.addPrivateIpAddress(new io.enikit.model.EniAddress(address, i == 0));
        }
        NetworkPlan plan = PLAN.toBuilder().put(full.build()).build();
        assertThat(refused(plan, AssignPrivateIpAddresses.of("held").withIpv4PrefixCount(prefixes))
                        .rule())
                .isEqualTo(rule);
    }

    @Test
    void wordsOfEc2_nameWhatTheCallNames() {
        assertThat(refused(PLAN, ReleaseElasticIp.of("nope")).ec2Message().orElse(""))
                .contains("'nope'");
        assertThat(refused(PLAN, StopInstance.of("nope")).ec2Message().orElse(""))
                .contains("'nope'");
        assertThat(refused(
                                PLAN,
                                launch(CreateEni.of("x", "a")
                                        .plusIpv6Address("2001:db8::99")
                                        .withIpv6AddressCount(1)))
                        .ec2Message())
                .contains("IPv6 addresses and IPv6 address count may not be specified on the same request");
        assertThat(refused(
                                PLAN,
                                launch(CreateEni.of("x", "a")
                                        .plusIpv6Prefix("2001:db8:0:0:9::/80")
                                        .withIpv6PrefixCount(1)))
                        .ec2Message())
                .isEmpty();
    }

    @Test
    void attachmentThatIsUnderWay_isWaitedFor() {
        NetworkPlan attaching = EC2.withoutSettling()
                .apply(PLAN, AttachEni.of("spare", "run", 1))
                .orElseThrow();
        assertThat(refused(attaching, DetachEni.of("spare")).message())
                .isEqualTo("spare is attaching: wait until that has ended");
        ApplyResult.Accepted settled = Ec2.settle(attaching, Set.of(EniId.of("spare")));
        assertThat(settled.outcomes())
                .extracting(Outcome::toString)
                .containsExactly("spare: STATUS attachment attaching → attached");
        assertThat(Ec2.settle(attaching, Set.of(InstanceId.of("run"))).outcomes())
                .isEqualTo(settled.outcomes());
        assertThat(Ec2.settle(attaching, Set.of(EniId.of("trunk"), InstanceId.of("other")))
                        .plan())
                .isEqualTo(attaching);
    }

    @Test
    void stateThatIsUnderWay_endsWithAnOutcome() {
        Ec2 slow = EC2.withoutSettling();
        NetworkPlan stopping = slow.apply(PLAN, StopInstance.of("run")).orElseThrow();
        ApplyResult.Accepted stopped = Ec2.settle(stopping);
        assertThat(stopped.outcomes()).extracting(Outcome::toString).containsExactly("run: STATUS stopping → stopped");
        NetworkPlan pending =
                slow.apply(stopped.plan(), StartInstance.of("run")).orElseThrow();
        assertThat(Ec2.settle(pending).outcomes())
                .extracting(Outcome::toString)
                .containsExactly("run/eth0: STATUS attachment attaching → attached", "run: STATUS pending → running");
    }

    @Test
    void attributesThatAreSet_areThoseOfTheInterface() {
        NetworkPlan plan = apply(
                ModifyEni.of("run/eth0").withDescription("first"),
                ModifyEni.of("run/eth0").withAssociatePublicIpAddress(true),
                ModifyInstance.of("run").withSourceDestCheck(false));
        Eni eni = plan.eni("run/eth0").orElseThrow();
        assertThat(eni.description()).isEqualTo("first");
        assertThat(eni.associatePublicIpAddress()).isTrue();
        assertThat(eni.sourceDestCheck()).isFalse();
        assertThat(EC2.apply(PLAN, launch(CreateEni.of("x", "a").withAssociatePublicIpAddress(true)))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void addressBesideAPrefixThatIsNamed_isPickedOutsideOfIt() {
        NetworkPlan plan = apply(CreateEni.of("new", "low").plusIpv4Prefix("10.0.3.16/28"));
        assertThat(plan.eni("new").orElseThrow().privateIpAddress()).contains(IpAddress.parse("10.0.3.32"));
    }

    @Test
    void egressRules_areRevokedAndDescribed() {
        SecurityGroupRule https = SecurityGroupRule.parse("tcp;443;10.0.0.0/8");
        NetworkPlan described = apply(UpdateSecurityGroupRuleDescriptionsEgress.of("web")
                .withRules(List.of(https.withDescription("to the inside"))));
        assertThat(described.securityGroup("web").orElseThrow().rules().find(RuleDirection.EGRESS, https))
                .map(SecurityGroupRule::description)
                .contains("to the inside");
        NetworkPlan revoked = apply(RevokeSecurityGroupEgress.of("web").withRules(List.of(https)));
        assertThat(revoked.securityGroup("web").orElseThrow().rules().egress())
                .extracting(SecurityGroupRule::toString)
                .containsExactly("-1;;0.0.0.0/0");
    }

    @Test
    void groupAndVpc_areAssociatedWithAnOutcome() {
        ApplyResult.Accepted accepted =
                (ApplyResult.Accepted) EC2.apply(PLAN, AssociateSecurityGroupVpc.of("web", "bare"));
        assertThat(accepted.outcomes()).extracting(Outcome::toString).containsExactly("web: ASSOCIATED with bare");
    }

    @Test
    void dependencies_areNamedUpToTen_ofAllKindsTogether() {
        NetworkPlan.Builder plan = PLAN.toBuilder();
        for (int i = 0; i < 6; i++) {
            plan.put(PLAN.subnet("b").orElseThrow().toBuilder()
                    .id("s" + i)
                    .vpcId("bare")
                    .cidrBlock("10.9." + i + ".0/24")
                    .build());
            plan.put(PLAN.securityGroup("web").orElseThrow().toBuilder()
                    .id("g" + i)
                    .groupName("g" + i)
                    .vpcId("bare")
                    .build());
        }
        assertThat(refused(plan.build(), DeleteVpc.of("bare")).message())
                .endsWith("subnet s0, subnet s1, subnet s2, subnet s3, subnet s4, subnet s5, group g0, group g1,"
                        + " group g2, group g3 and 2 more");
    }

    @Test
    void ipv6BlockOfAmazon_thatIsTaken_isTheNextOne() {
        Operation create = CreateVpc.of("new", "10.5.0.0/16").withAmazonProvidedIpv6CidrBlock(true);
        Cidr first = apply(create).vpc("new").orElseThrow().ipv6CidrBlocks().get(0);
        NetworkPlan taken = PLAN.toBuilder()
                .put(Vpc.builder()
                        .id("in-the-way")
                        .addCidrBlock("10.6.0.0/16")
                        .addIpv6CidrBlock(first)
                        .build())
                .build();
        Cidr second = EC2.apply(taken, create)
                .orElseThrow()
                .vpc("new")
                .orElseThrow()
                .ipv6CidrBlocks()
                .get(0);
        assertThat(second.first()).isEqualTo(first.last().plus(1));
        assertThat(second.prefixLength()).isEqualTo(first.prefixLength());
    }

    @Test
    void owner_isThatOfTheCallerTheSubnetOrTheVpc() {
        NetworkPlan owned = PLAN.toBuilder()
                .put(PLAN.vpc("main").orElseThrow().toBuilder()
                        .ownerId("111122223333")
                        .build())
                .build();
        assertThat(EC2.apply(owned, CreateEni.of("new", "a"))
                        .orElseThrow()
                        .eni("new")
                        .orElseThrow()
                        .ownerId())
                .contains("111122223333");
        Ec2 other = EC2.withOwnerId("444455556666");
        Operation subnet = CreateSubnet.of("new", "main", "eu-west-1a").withCidrBlock("10.0.9.0/24");
        assertThat(other.apply(PLAN, subnet)
                        .orElseThrow()
                        .subnet(SubnetId.of("new"))
                        .orElseThrow()
                        .ownerId())
                .contains("444455556666");
        assertThat(other.hashCode()).isNotEqualTo(EC2.hashCode());
    }
}
