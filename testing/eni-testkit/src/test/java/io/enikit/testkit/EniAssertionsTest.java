package io.enikit.testkit;

import static io.enikit.testkit.EniAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.ipam.CidrLayout;
import io.enikit.limits.InstanceTypes;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.net.Cidr;
import io.enikit.rules.Ec2Rules;
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
}
