package io.enikit.testkit;

import static io.enikit.testkit.EniAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.ipam.CidrLayout;
import io.enikit.limits.InstanceTypes;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanDiff;
import io.enikit.model.PlanText;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.DeleteEni;
import io.enikit.operations.Ec2;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.Report;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EniAssertionsTest {
    private static final NetworkPlan SOUND = ValidPlans.ofInstances(2, 2).plan(1);
    private static final NetworkPlan ZONE = BrokenPlans.of("eni.attach.zone").plan(1);

    @Test
    void soundPlan_passesAll() {
        assertThat(SOUND).isValid().hasNoOverlaps().keepsInvariants().fits(InstanceTypes.bundled());
        assertThat(ZONE).isValidBy(Ec2Rules.standard().without("eni.attach.zone"));
    }

    @Test
    void isValid_brokenPlan_showsReportPictureAndText() {
        assertThatThrownBy(() -> assertThat(ZONE).isValid())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Expected a valid plan, but\n[ERROR] ")
                .hasMessageContaining("| eni.attach.zone | InvalidParameterCombination")
                .hasMessageContaining("VPC site")
                .hasMessageContaining(PlanText.write(ZONE));
    }

    @Test
    void violates_ruleOrGroupOfRules_isFound() {
        assertThat(ZONE).violates("eni.attach.zone").violates("eni.attach").violates("eni");
        assertThatThrownBy(() -> assertThat(ZONE).violates("eni.att"))
                .hasMessageStartingWith("Expected a violation of eni.att, but the report is\n[ERROR] ");
        assertThatThrownBy(() -> assertThat(SOUND).violates("eni.attach.zone")).isInstanceOf(AssertionError.class);
    }

    @Test
    void hasNoOverlaps_subnetsOrAddressesOverlap_namesBoth() {
        assertThatThrownBy(
                        () -> assertThat(BrokenPlans.of("subnet.cidr.overlap").plan(1))
                                .hasNoOverlaps())
                .hasMessageStartingWith("Expected no overlaps, but\n")
                .hasMessageContaining(" overlaps ");
        assertThatThrownBy(() ->
                        assertThat(BrokenPlans.of("eni.ipv4.in-use").plan(1)).hasNoOverlaps())
                .hasMessageContaining("(a) ");
    }

    @Test
    void fits_tooManyInterfaces_saysSo() {
        assertThatThrownBy(() ->
                        assertThat(BrokenPlans.of("limits.interfaces").plan(1)).fits(InstanceTypes.bundled()))
                .hasMessageStartingWith("Expected a plan that fits the instance types, but\n[ERROR] rack/app: ");
    }

    @Test
    void keepsInvariants_sharedAddress_saysSo() {
        assertThatThrownBy(() ->
                        assertThat(BrokenPlans.of("eni.ipv4.in-use").plan(1)).keepsInvariants())
                .hasMessageStartingWith("Expected a plan that keeps the invariants, but\n(a) ");
    }

    @Test
    void movedNothingSince_movedBlock_namesIt() {
        Cidr block = Cidr.parse("10.0.0.0/16");
        CidrLayout previous = CidrLayout.empty(block).plan(Map.of("a", 24, "b", 24));
        assertThat(previous.plan(Map.of("a", 24, "b", 24, "c", 24)))
                .movedNothingSince(previous)
                .hasNoOverlaps();
        CidrLayout anew = CidrLayout.empty(block).plan(Map.of("b", 24));
        assertThatThrownBy(() -> assertThat(anew).movedNothingSince(previous))
                .hasMessageStartingWith("Expected nothing to move, but\nb moved from 10.0.1.0/24 to 10.0.0.0/24");
        assertThat(Pools.pool(1)).keepsInvariants();
    }

    @Test
    void applyResult_acceptedOrRefused_isToldApart() {
        Ec2 ec2 = Ec2.enforcing(ValidPlans.RULES);
        ApplyResult refused = ec2.apply(SOUND, DeleteEni.of("eni-0f00000000000000a"));
        ApplyResult accepted = ec2.apply(SOUND);

        assertThat(accepted).isAccepted().isValid();
        assertThat(refused)
                .isRefused()
                .isRefusedWith("InvalidNetworkInterfaceID.NotFound")
                .isRefusedBy("eni.known")
                .isRefusedBy("eni")
                .isRefusedAt(0);
        assertThatThrownBy(() -> assertThat(refused).isAccepted())
                .hasMessage("Expected that all operations are accepted, but\n" + refused);
        assertThatThrownBy(() -> assertThat(accepted).isRefusedWith("AttachmentLimitExceeded"))
                .hasMessage("Expected a refusal with AttachmentLimitExceeded, but\n" + accepted);
        assertThatThrownBy(() -> assertThat(refused).isRefusedWith("AttachmentLimitExceeded"))
                .hasMessage("Expected a refusal with AttachmentLimitExceeded, but operation 0 is\n" + refused);
        assertThatThrownBy(() -> assertThat(refused).isRefusedBy("eni.kn")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(refused).isRefusedAt(1)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(accepted).isRefused()).isInstanceOf(AssertionError.class);
    }

    @Test
    void report_rules_areFoundOrShown() {
        Report report = ValidPlans.RULES.check(ZONE);

        assertThat(ValidPlans.RULES.check(SOUND)).isEmpty().hasNoErrors().violatesOnly();
        assertThat(report).violates("eni.attach").violatesOnly("eni.attach.zone");
        assertThatThrownBy(() -> assertThat(report).hasNoErrors())
                .hasMessage("Expected no errors, but the report is\n" + report);
        assertThatThrownBy(() -> assertThat(report).isEmpty()).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(report).violates("eni.att")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(report).violatesOnly("eni.attach.zone", "eni.mac"))
                .hasMessageStartingWith("Expected violations of [eni.attach.zone, eni.mac] only, but");
    }

    @Test
    void planDiff_whatDiffers_isNamedCompletely() {
        Eni eni = SOUND.enis().iterator().next();
        NetworkPlan without = SOUND.toBuilder().remove(eni.id()).build();
        NetworkPlan described = SOUND.toBuilder()
                .put(eni.toBuilder().description("changed").build())
                .build();

        assertThat(PlanDiff.between(SOUND, SOUND))
                .isEmpty()
                .addsOnly()
                .removesOnly()
                .changesOnly();
        assertThat(PlanDiff.between(without, SOUND))
                .addsOnly(eni.id().toString())
                .removesOnly();
        assertThat(PlanDiff.between(SOUND, without)).removesOnly(eni.id().toString());
        assertThat(PlanDiff.between(SOUND, described)).changesOnly(eni.id().toString());
        assertThatThrownBy(() -> assertThat(PlanDiff.between(SOUND, without)).isEmpty())
                .hasMessageStartingWith("Expected equal plans, but the plans differ in\n- ");
        assertThatThrownBy(() -> assertThat(PlanDiff.between(SOUND, without)).removesOnly("other"))
                .hasMessageStartingWith("Expected [other] and nothing else to be removed, but");
    }

    @Test
    void hasNoOverlaps_subnetsOfDifferentVpcs_mayHaveOneBlock() {
        NetworkPlan plan = NetworkPlan.builder()
                .put(Vpc.builder().id("v").addCidrBlock("10.0.0.0/16").build())
                .put(Vpc.builder().id("w").addCidrBlock("10.0.0.0/16").build())
                .put(Subnet.builder()
                        .id("a")
                        .vpcId("v")
                        .availabilityZone("z")
                        .cidrBlock("10.0.0.0/24")
                        .build())
                .put(Subnet.builder()
                        .id("b")
                        .vpcId("w")
                        .availabilityZone("z")
                        .cidrBlock("10.0.0.0/24")
                        .build())
                .build();
        assertThat(plan).hasNoOverlaps();
    }
}
