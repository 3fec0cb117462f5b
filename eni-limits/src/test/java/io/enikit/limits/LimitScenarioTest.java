package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.AttachEni;
import io.enikit.operations.DetachEni;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios of the catalog that depend on an instance type: what is refused, by which rule, and what is not. */
class LimitScenarioTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());
    private static final Ec2 EC2 = Ec2.enforcing(RULES);
    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56
            subnet a vpc=main availabilityZone=z1 cidrBlock=10.0.16.0/20 ipv6CidrBlock=2001:db8::/64
            group default vpc=main
            group web vpc=main
            instance c5 instanceType=c5.large
            instance mixed instanceType=c5.large
            instance halted instanceType=p4d.24xlarge state=stopped
            instance m1 instanceType=m1.small
            instance m5 instanceType=m5.large
            instance off instanceType=m5.large state=stopped
            instance p4d instanceType=p4d.24xlarge
            instance t2 instanceType=t2.micro
            eni c5/eth0 subnet=a privateIpAddresses=10.0.16.10* groups=web instance=c5 deviceIndex=0
            eni efa subnet=a interfaceType=efa privateIpAddresses=10.0.16.80* groups=web
            eni efa2 subnet=a interfaceType=efa privateIpAddresses=10.0.16.81* groups=web
            eni halted/eth0 subnet=a privateIpAddresses=10.0.16.11* groups=web instance=halted deviceIndex=0
            eni m1/eth0 subnet=a privateIpAddresses=10.0.16.12* groups=web instance=m1 deviceIndex=0
            eni m5/eth0 subnet=a privateIpAddresses=10.0.16.13* groups=web instance=m5 deviceIndex=0
            eni mixed/eth0 subnet=a privateIpAddresses=10.0.16.20*,10.0.16.21,10.0.16.22 groups=web instance=mixed deviceIndex=0
            eni off/eth0 subnet=a privateIpAddresses=10.0.16.17* groups=web instance=off deviceIndex=0
            eni p4d/eth0 subnet=a privateIpAddresses=10.0.16.14* groups=web instance=p4d deviceIndex=0
            eni six subnet=a privateIpAddresses=10.0.16.82* ipv6Addresses=2001:db8::10 groups=web
            eni spare subnet=a privateIpAddresses=10.0.16.83* groups=web
            eni t2/eth0 subnet=a privateIpAddresses=10.0.16.15* groups=web instance=t2 deviceIndex=0
            eni t2/eth1 subnet=a privateIpAddresses=10.0.16.16* groups=web instance=t2 deviceIndex=1
            eni trunk subnet=a interfaceType=trunk privateIpAddresses=10.0.16.84* groups=web
            end
            """);

    /** A call that EC2 refuses; the code is absent where nobody has seen one. */
    record Refusal(String name, Optional<String> code, String rule, List<Operation> operations) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Refusal refusal(String name, String code, String rule, Operation... operations) {
        return new Refusal(name, Optional.of(code).filter(each -> !each.isEmpty()), rule, List.of(operations));
    }

    private static AttachEni attach(String eni, String instance, int card, int index) {
        return AttachEni.of(eni, instance, index).withNetworkCardIndex(card);
    }

    private static AssignPrivateIpAddresses assign(String eni) {
        return AssignPrivateIpAddresses.of(eni);
    }

    static Stream<Refusal> refusals() {
        return Stream.of(
                refusal(
                        "42: a third interface on a t2.micro",
                        "AttachmentLimitExceeded",
                        "limits.interfaces",
                        AttachEni.of("spare", "t2", 2)),
                refusal(
                        "46: index 15 on card 0 of a p4d.24xlarge",
                        "AttachmentLimitExceeded",
                        "limits.device-index",
                        attach("spare", "p4d", 0, 15)),
                refusal(
                        "46: index 15 on card 3 of a p4d.24xlarge",
                        "AttachmentLimitExceeded",
                        "limits.device-index",
                        attach("spare", "p4d", 3, 15)),
                refusal("47: an EFA on a running p4d.24xlarge", "", "attach.efa-hot", attach("efa", "p4d", 1, 1)),
                refusal(
                        "48: card 1 of an m5.large",
                        "InvalidParameterValue",
                        "limits.network-card",
                        attach("spare", "m5", 1, 1)),
                refusal(
                        "48: card 4 of a p4d.24xlarge",
                        "InvalidParameterValue",
                        "limits.network-card",
                        attach("spare", "p4d", 4, 1)),
                refusal(
                        "59: one address more on a c5.large with ten",
                        "PrivateIpAddressLimitExceeded",
                        "limits.ipv4-addresses",
                        assign("c5/eth0").withSecondaryPrivateIpAddressCount(9),
                        assign("c5/eth0").withSecondaryPrivateIpAddressCount(1)),
                refusal(
                        "64: ten prefixes on a c5.large",
                        "PrivateIpAddressLimitExceeded",
                        "limits.ipv4-addresses",
                        assign("c5/eth0").withIpv4PrefixCount(10)),
                refusal(
                        "64: eight prefixes beside two secondaries",
                        "PrivateIpAddressLimitExceeded",
                        "limits.ipv4-addresses",
                        assign("mixed/eth0").withIpv4PrefixCount(8)),
                refusal(
                        "67: a prefix on a t2.micro",
                        "",
                        "limits.prefixes",
                        assign("t2/eth0").withIpv4PrefixCount(1)),
                refusal(
                        "an EFA on a type without",
                        "InvalidParameterCombination",
                        "limits.efa-type",
                        AttachEni.of("efa", "off", 1)),
                refusal(
                        "two EFAs on one card",
                        "AttachmentLimitExceeded",
                        "limits.efa-interfaces",
                        attach("efa", "halted", 2, 1),
                        attach("efa2", "halted", 2, 2)),
                refusal(
                        "a trunk on a t2.micro",
                        "",
                        "limits.trunk",
                        DetachEni.of("t2/eth1"),
                        AttachEni.of("trunk", "t2", 1)),
                refusal("IPv6 on a type without", "", "limits.ipv6-addresses", AttachEni.of("six", "m1", 1)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void apply_whatTheTypeDoesNotAllow_isRefusedByItsRule(Refusal refusal) {
        assertThat(EC2.apply(PLAN, refusal.operations().toArray(Operation[]::new)))
                .isInstanceOfSatisfying(ApplyResult.Refused.class, refused -> {
                    assertThat(refused.rule()).isEqualTo(refusal.rule());
                    assertThat(refused.code()).isEqualTo(refusal.code());
                });
    }

    private static void assertAccepted(Operation... operations) {
        ApplyResult result = EC2.apply(PLAN, operations);
        assertThat(result.isAccepted()).as(result.toString()).isTrue();
    }

    @Test
    void plan_ofTheScenarios_hasNoErrors() {
        assertThat(RULES.check(PLAN).hasErrors())
                .as(RULES.check(PLAN).toString())
                .isFalse();
    }

    @Test
    void scenario46_indexesOneToFourteenOfCardThree_areAccepted() {
        IntStream.rangeClosed(1, 14).forEach(index -> assertAccepted(attach("spare", "p4d", 3, index)));
        assertAccepted(attach("spare", "p4d", 0, 14));
    }

    @Test
    void scenario47_efaOnAStoppedInstance_isAccepted() {
        assertAccepted(attach("efa", "halted", 1, 1), attach("efa2", "halted", 2, 1));
    }

    @Test
    void scenario59_theTenthAddress_isAccepted() {
        assertAccepted(assign("c5/eth0").withSecondaryPrivateIpAddressCount(9));
    }

    @Test
    void scenario64_prefixesUpToTheLimit_areAccepted() {
        assertAccepted(assign("c5/eth0").withIpv4PrefixCount(9));
        assertAccepted(assign("mixed/eth0").withIpv4PrefixCount(7));
    }

    @Test
    void scenario67_prefixOnNitro_isAccepted() {
        assertAccepted(assign("m5/eth0").withIpv4PrefixCount(1));
    }

    @Test
    void scenario87_maximumPods_areThoseOfEks() {
        PodCapacity m5 = PodCapacity.of(InstanceTypes.bundled().limits("m5.large"));
        assertThat(m5.withSecondaryIps()).isEqualTo(29);
        assertThat(m5.customNetworking().withSecondaryIps()).isEqualTo(20);
        assertThat(m5.withPrefixes()).isEqualTo(110);
        assertThat(PodCapacity.of(InstanceTypes.bundled().limits("p5.48xlarge")).withPrefixes())
                .isEqualTo(250);
    }
}
