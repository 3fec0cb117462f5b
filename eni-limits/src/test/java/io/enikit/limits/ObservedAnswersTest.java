package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.operations.AllocateElasticIp;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.AssociateElasticIpWithInstance;
import io.enikit.operations.AttachEni;
import io.enikit.operations.CreateEni;
import io.enikit.operations.DeleteEni;
import io.enikit.operations.DeleteSecurityGroup;
import io.enikit.operations.DetachEni;
import io.enikit.operations.Ec2;
import io.enikit.operations.LaunchInstance;
import io.enikit.operations.LaunchInterface;
import io.enikit.operations.Operation;
import io.enikit.operations.UnassignPrivateIpAddresses;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls that people made against EC2, as public logs show them: what was refused, with which code. */
class ObservedAnswersTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());
    private static final Ec2 EC2 = Ec2.enforcing(RULES);
    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16 internetGatewayAttached=true
            subnet a vpc=main availabilityZone=z1 cidrBlock=10.0.0.0/24
            subnet b vpc=main availabilityZone=z2 cidrBlock=10.0.1.0/24
            subnet small vpc=main availabilityZone=z1 cidrBlock=10.0.2.0/28
            subnet split vpc=main availabilityZone=z1 cidrBlock=10.0.3.0/26
            subnet wide vpc=main availabilityZone=z1 cidrBlock=10.0.16.0/20
            group default vpc=main
            group unused vpc=main
            group web vpc=main
            instance c5 instanceType=c5.large
            instance mixed instanceType=c5.large
            instance old instanceType=t2.micro
            instance t3 instanceType=t3.medium
            eni c5/eth0 subnet=wide privateIpAddresses=10.0.16.10* groups=web instance=c5 deviceIndex=0
            eni far subnet=b privateIpAddresses=10.0.1.20* groups=web
            eni mixed/eth0 subnet=wide privateIpAddresses=10.0.16.20*,10.0.16.21,10.0.16.22 groups=web instance=mixed deviceIndex=0
            eni old/eth0 subnet=a privateIpAddresses=10.0.0.10* groups=web instance=old deviceIndex=0
            eni old/eth1 subnet=a privateIpAddresses=10.0.0.11* groups=web instance=old deviceIndex=1
            eni split/1 subnet=split privateIpAddresses=10.0.3.20* groups=web
            eni split/2 subnet=split privateIpAddresses=10.0.3.36* groups=web
            eni spare subnet=a privateIpAddresses=10.0.0.30* groups=web
            eni t3/eth0 subnet=a privateIpAddresses=10.0.0.20* groups=web instance=t3 deviceIndex=0
            eni t3/eth1 subnet=a privateIpAddresses=10.0.0.21* groups=web instance=t3 deviceIndex=1
            eni t3/eth2 subnet=a privateIpAddresses=10.0.0.22* groups=web instance=t3 deviceIndex=2
            eip one
            eip two
            eip three
            eip four
            eip five
            end
            """);

    /** A call, and the code that EC2 refused it with; none where the code is not known. */
    record Answer(String name, Optional<String> code, Operation call) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Answer answer(String name, String code, Operation call) {
        return new Answer(name, Optional.of(code), call);
    }

    private static AssignPrivateIpAddresses assign(String eni) {
        return AssignPrivateIpAddresses.of(eni);
    }

    private static CreateEni create(String subnet) {
        return CreateEni.of("new", subnet).withSecurityGroups("web");
    }

    static Stream<Answer> answers() {
        return Stream.of(
                answer("a fourth interface on a t3.medium", "AttachmentLimitExceeded", AttachEni.of("spare", "t3", 3)),
                answer("a third interface on a t2.micro", "AttachmentLimitExceeded", AttachEni.of("spare", "old", 2)),
                answer("a device index in use", "InvalidParameterValue", AttachEni.of("spare", "c5", 0)),
                answer(
                        "an interface that is attached",
                        "InvalidNetworkInterface.InUse",
                        AttachEni.of("t3/eth1", "c5", 1)),
                answer("an interface of another zone", "InvalidParameterCombination", AttachEni.of("far", "c5", 1)),
                answer("deletion of an attached interface", "InvalidParameterValue", DeleteEni.of("t3/eth1")),
                answer(
                        "an eleventh address on a c5.large",
                        "PrivateIpAddressLimitExceeded",
                        assign("c5/eth0").withSecondaryPrivateIpAddressCount(10)),
                answer(
                        "a launch with eleven addresses",
                        "InvalidInterface.IpAddressLimitExceeded",
                        LaunchInstance.of("x", "c5.large")
                                .plusInterface(LaunchInterface.creating(
                                        0, create("wide").withSecondaryPrivateIpAddressCount(10)))),
                answer(
                        "ten prefixes on a c5.large",
                        "PrivateIpAddressLimitExceeded",
                        assign("c5/eth0").withIpv4PrefixCount(10)),
                answer(
                        "eight prefixes beside two secondaries",
                        "PrivateIpAddressLimitExceeded",
                        assign("mixed/eth0").withIpv4PrefixCount(8)),
                new Answer(
                        "a prefix on a Xen type",
                        Optional.empty(),
                        assign("old/eth0").withIpv4PrefixCount(1)),
                answer(
                        "an assignment in a full subnet",
                        "InsufficientFreeAddressesInSubnet",
                        create("small").withSecondaryPrivateIpAddressCount(11)),
                answer(
                        "a launch in a full subnet",
                        "InsufficientFreeAddressesInSubnet",
                        LaunchInstance.of("x", "t3.micro")
                                .withSubnetId("small")
                                .withSecurityGroups("web")
                                .withCount(12)),
                answer(
                        "a prefix where no /28 is free",
                        "InsufficientCidrBlocks",
                        create("split").withIpv4PrefixCount(1)),
                answer(
                        "a prefix where fewer than 16 addresses are free",
                        "InvalidParameterValue",
                        create("small").withIpv4PrefixCount(1)),
                answer(
                        "an address outside of the subnet",
                        "InvalidParameterValue",
                        create("a").withPrivateIpAddress("10.0.1.5")),
                answer(
                        "a reserved address",
                        "InvalidParameterValue",
                        create("a").withPrivateIpAddress("10.0.0.0")),
                answer(
                        "an address in use",
                        "InvalidIPAddress.InUse",
                        create("a").withPrivateIpAddress("10.0.0.30")),
                answer("deletion of a group in use", "DependencyViolation", DeleteSecurityGroup.of("web")),
                answer(
                        "an Elastic IP by instance with several interfaces",
                        "InvalidInstanceID",
                        AssociateElasticIpWithInstance.of("one", "t3")),
                answer("a sixth Elastic IP", "AddressLimitExceeded", AllocateElasticIp.of("six")));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void apply_callThatEc2Refused_isRefusedWithItsCode(Answer answer) {
        ApplyResult result = EC2.apply(PLAN, answer.call());
        assertThat(result)
                .isInstanceOfSatisfying(
                        ApplyResult.Refused.class,
                        refused -> assertThat(refused.code())
                                .as(refused.toString())
                                .isEqualTo(answer.code()));
    }

    @Test
    void plan_ofTheAnswers_hasNoErrors() {
        assertThat(RULES.check(PLAN).hasErrors())
                .as(RULES.check(PLAN).toString())
                .isFalse();
    }

    @Test
    void assign_asManyPrefixesAsSlotsAreLeft_isAccepted() {
        assertThat(EC2.apply(PLAN, assign("c5/eth0").withIpv4PrefixCount(9)).isAccepted())
                .isTrue();
        assertThat(EC2.apply(PLAN, assign("mixed/eth0").withIpv4PrefixCount(7)).isAccepted())
                .isTrue();
    }

    @Test
    void assign_unattached_isRefusedOnlyWhenAttached() {
        NetworkPlan many = EC2.apply(PLAN, assign("spare").withSecondaryPrivateIpAddressCount(10))
                .orElseThrow();
        ApplyResult attached = EC2.apply(many, AttachEni.of("spare", "c5", 1));
        assertThat(attached.isAccepted()).isFalse();
    }

    @Test
    void assign_afterUnassign_hasRoomAgain() {
        NetworkPlan full = EC2.apply(PLAN, assign("c5/eth0").withSecondaryPrivateIpAddressCount(9))
                .orElseThrow();
        assertThat(EC2.apply(full, assign("c5/eth0").withSecondaryPrivateIpAddressCount(1))
                        .isAccepted())
                .isFalse();
        assertThat(EC2.apply(
                                full,
                                UnassignPrivateIpAddresses.of("c5/eth0").plusPrivateIpAddress("10.0.16.4"),
                                assign("c5/eth0").withSecondaryPrivateIpAddressCount(1))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void createEni_everyAddressOfASmallSubnet_thenNoneIsLeft() {
        NetworkPlan full = EC2.apply(
                        PLAN,
                        IntStream.range(0, 11)
                                .mapToObj(i -> CreateEni.of("e" + i, "small").withSecurityGroups("web"))
                                .toArray(Operation[]::new))
                .orElseThrow();
        assertThat(full.availableIpAddressCount("small")).isZero();
        assertThat(EC2.apply(full, create("small")))
                .isInstanceOfSatisfying(
                        ApplyResult.Refused.class,
                        refused -> assertThat(refused.code()).contains("InsufficientFreeAddressesInSubnet"));
    }

    @Test
    void detached_thenDeleted_isAccepted() {
        assertThat(EC2.apply(PLAN, DetachEni.of("t3/eth1"), DeleteEni.of("t3/eth1"))
                        .isAccepted())
                .isTrue();
    }
}
