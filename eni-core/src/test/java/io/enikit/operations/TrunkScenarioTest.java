package io.enikit.operations;

import static io.enikit.operations.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.EniStatus;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.TrunkAssociation;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What EC2 answers to calls about trunk and branch interfaces; most of its codes are inferred. */
class TrunkScenarioTest {
    private static final RuleSet RULES =
            Ec2Rules.standard().without("limits.unchecked").without("instance.same-subnet");
    private static final Ec2 EC2 = Ec2.enforcing(RULES);
    static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24
            subnet b vpc=main availabilityZone=eu-west-1b cidrBlock=10.0.1.0/24
            group default vpc=main
            instance node instanceType=m5.large
            eni node/eth0 subnet=a privateIpAddresses=10.0.0.10* groups=default instance=node deviceIndex=0
            eni trunk subnet=a interfaceType=trunk privateIpAddresses=10.0.0.11* groups=default instance=node deviceIndex=1 deleteOnTermination=true
            eni pod subnet=a privateIpAddresses=10.0.0.20* groups=default trunk=trunk vlanId=1
            eni gre subnet=a privateIpAddresses=10.0.0.21* groups=default trunk=trunk greKey=1
            eni free subnet=a privateIpAddresses=10.0.0.30* groups=default
            eni far subnet=b privateIpAddresses=10.0.1.30* groups=default
            eni efa subnet=a interfaceType=efa privateIpAddresses=10.0.0.40* groups=default
            end
            """);

    private static AssociateTrunkInterface associate(String branch, String trunk) {
        return AssociateTrunkInterface.of(branch, trunk).withVlanId(2);
    }

    static Stream<Refusal> refusals() {
        String bad = "InvalidParameterValue";
        return Stream.of(
                refusal(
                        0,
                        "associate without a mark",
                        bad,
                        "trunk.one-key",
                        AssociateTrunkInterface.of("free", "trunk")),
                refusal(
                        0,
                        "associate with two marks",
                        bad,
                        "trunk.one-key",
                        associate("free", "trunk").withGreKey(3)),
                refusal(
                        0,
                        "associate an unknown branch",
                        "InvalidNetworkInterfaceID.NotFound",
                        "eni.known",
                        associate("nobody", "trunk")),
                refusal(
                        0,
                        "associate with an unknown trunk",
                        "InvalidNetworkInterfaceID.NotFound",
                        "eni.trunk.exists",
                        associate("free", "nobody")),
                refusal(0, "associate with no trunk", bad, "eni.trunk.type", associate("free", "efa")),
                refusal(0, "associate an EFA", bad, "eni.trunk.type", associate("efa", "trunk")),
                refusal(0, "associate across zones", bad, "eni.trunk.zone", associate("far", "trunk")),
                refusal(0, "associate twice", bad, "trunk.branch-free", associate("pod", "trunk")),
                refusal(
                        0,
                        "associate at a used VLAN id",
                        bad,
                        "eni.trunk.key-used",
                        AssociateTrunkInterface.of("free", "trunk").withVlanId(1)),
                refusal(
                        0,
                        "associate at VLAN 0",
                        bad,
                        "eni.trunk.vlan-range",
                        AssociateTrunkInterface.of("free", "trunk").withVlanId(0)),
                refusal(
                        0,
                        "associate what is attached",
                        bad,
                        "eni.trunk.branch-detached",
                        associate("node/eth0", "trunk")),
                refusal(0, "attach a branch", bad, "eni.trunk.branch-detached", AttachEni.of("pod", "node", 2)),
                refusal(
                        0,
                        "disassociate what is no branch",
                        "InvalidAssociationID.NotFound",
                        "trunk.associated",
                        DisassociateTrunkInterface.of("free")));
    }

    @Test
    void plan_ofTheScenarios_isSound() {
        assertThat(RULES.check(PLAN).violations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void apply_whatEc2Refuses_isRefusedWithItsCode(Refusal refusal) {
        assertThat(EC2.apply(PLAN, refusal.operations())).isInstanceOfSatisfying(ApplyResult.Refused.class, refused -> {
            assertThat(refused.rule()).as(refused.toString()).isEqualTo(refusal.rule());
            assertThat(refused.code()).isEqualTo(refusal.code());
            Refusal.assertWellRefused(PLAN, refusal.operations(), refused);
        });
    }

    private static NetworkPlan after(Operation... operations) {
        NetworkPlan after = EC2.apply(PLAN, operations).orElseThrow();
        assertThat(RULES.check(after).hasErrors())
                .as(RULES.check(after).toString())
                .isFalse();
        return after;
    }

    private static Eni eni(NetworkPlan plan, String id) {
        return plan.eni(id).orElseThrow();
    }

    @Test
    void trunk_createdAndAttached_takesAPlaceLikeAnyOther() {
        NetworkPlan after = after(
                CreateEni.of("second", "a").withInterfaceType(InterfaceType.TRUNK), AttachEni.of("second", "node", 2));
        assertThat(after.enisOf("node")).hasSize(3);
        assertThat(eni(after, "second").status()).isEqualTo(EniStatus.IN_USE);
    }

    @Test
    void associate_freeInterface_isABranchOfTheTrunk() {
        NetworkPlan after = after(associate("free", "trunk"));
        assertThat(eni(after, "free").status()).isEqualTo(EniStatus.IN_USE);
        assertThat(eni(after, "free").trunkAssociation())
                .contains(new TrunkAssociation(EniId.of("trunk"), TrunkAssociation.Protocol.VLAN, 2));
        assertThat(after.branchesOf(EniId.of("trunk")))
                .extracting(Eni::id)
                .containsExactly(EniId.of("free"), EniId.of("gre"), EniId.of("pod"));
        assertThat(after.enisOf("node")).hasSize(2);
        assertThat(PlanText.read(PlanText.write(after))).isEqualTo(after);
        assertThat(EC2.apply(after, DisassociateTrunkInterface.of("free")).orElseThrow())
                .isEqualTo(PLAN.toBuilder()
                        .put(eni(PLAN, "free").toBuilder()
                                .interfaceType(InterfaceType.BRANCH)
                                .build())
                        .build());
    }

    @Test
    void delete_onceDisassociated_isAccepted() {
        assertThat(after(DisassociateTrunkInterface.of("pod"), DeleteEni.of("pod"))
                        .eni("pod"))
                .isEmpty();
    }

    @Test
    void terminate_trunkGoes_leavesItsBranchesFree() {
        NetworkPlan after = after(TerminateInstance.of("node"));
        assertThat(after.eni("trunk")).isEmpty();
        assertThat(eni(after, "pod").status()).isEqualTo(EniStatus.AVAILABLE);
        assertThat(eni(after, "gre").trunkAssociation()).isEmpty();
    }
}
