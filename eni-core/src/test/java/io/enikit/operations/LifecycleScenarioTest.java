package io.enikit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.Eni;
import io.enikit.model.EniStatus;
import io.enikit.model.InstanceState;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.PublicIpv4;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Interfaces and their instances through their states, by whichever ids their attachments have. */
class LifecycleScenarioTest {
    private static final RuleSet RULES =
            Ec2Rules.standard().without("limits.unchecked").without("instance.same-subnet");
    private static final Ec2 EC2 = Ec2.enforcing(RULES);
    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24 mapPublicIpOnLaunch=true
            subnet native vpc=main availabilityZone=eu-west-1a ipv6CidrBlock=2001:db8::/64 ipv6Native=true assignIpv6AddressOnCreation=true mapPublicIpOnLaunch=true
            group default vpc=main
            instance app instanceType=m5.large
            eni app/eth0 subnet=a privateIpAddresses=10.0.0.10* groups=default instance=app deviceIndex=0 deleteOnTermination=true
            eni app/eth1 subnet=a privateIpAddresses=10.0.0.11* groups=default instance=app deviceIndex=1 attachment=second
            eni spare subnet=a privateIpAddresses=10.0.0.20* groups=default
            end
            """);

    private static void assertRefused(String code, String rule, Operation... operations) {
        assertThat(EC2.apply(PLAN, operations)).isInstanceOfSatisfying(ApplyResult.Refused.class, refused -> {
            assertThat(refused.rule()).as(refused.toString()).isEqualTo(rule);
            assertThat(refused.code()).isEqualTo(Optional.of(code));
        });
    }

    private static NetworkPlan after(Operation... operations) {
        NetworkPlan after = EC2.apply(PLAN, operations).orElseThrow();
        assertThat(RULES.check(after).hasErrors())
                .as(RULES.check(after).toString())
                .isFalse();
        return after;
    }

    @Test
    void attachmentOfAPlan_nameOfItsOwn_isGoodForModifyAndDetach() {
        NetworkPlan after =
                after(ModifyEni.of("app/eth1").withDeleteOnTermination(true).withAttachmentId("second"));
        assertThat(after.eni("app/eth1").flatMap(Eni::attachment).orElseThrow().deleteOnTermination())
                .isTrue();
        assertThat(EC2.apply(after, DetachAttachment.of("second"))
                        .orElseThrow()
                        .eni("app/eth1")
                        .orElseThrow()
                        .status())
                .isEqualTo(EniStatus.AVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eni-0a1b2c3d", "app/eth1", "third", ""})
    void modify_attachmentIdOfAnotherForm_isMalformed(String id) {
        assertRefused(
                "InvalidNetworkInterfaceAttachmentId.Malformed",
                "detach.attachment-id-form",
                ModifyEni.of("app/eth1").withDeleteOnTermination(true).withAttachmentId(id));
    }

    @Test
    void modify_attachmentIdOfNothing_isNotFound() {
        assertRefused(
                "InvalidAttachmentID.NotFound",
                "modify.attachment-known",
                ModifyEni.of("app/eth1").withDeleteOnTermination(true).withAttachmentId("eni-attach-0a1b2c3d"));
        assertRefused(
                "InvalidAttachmentID.NotFound",
                "modify.attachment-known",
                DetachEni.of("app/eth1"),
                ModifyEni.of("app/eth1").withDeleteOnTermination(true).withAttachmentId("eni-attach-0a1b2c3d"));
    }

    @ParameterizedTest
    @CsvSource({"interface, true", "efa, true", "efa-only, true", "trunk, false", "branch, false", "nat_gateway, false"
    })
    void launch_newInterfaceOfAType_isAcceptedIfALaunchCanMakeIt(String type, boolean accepted) {
        LaunchInstance launch = LaunchInstance.of("new", "p5.48xlarge")
                .plusInterface(LaunchInterface.creating(0, CreateEni.of("new/eth0", "a")))
                .plusInterface(LaunchInterface.creating(
                        1, CreateEni.of("new/eth1", "a").withInterfaceType(InterfaceType.of(type))));
        if (accepted) {
            assertThat(after(launch).enisOf("new")).hasSize(2);
        } else {
            assertRefused("InvalidParameterValue", "create.interface-type", launch);
        }
    }

    @Test
    void launch_trunkThatIsThere_isAccepted() {
        NetworkPlan after = after(
                CreateEni.of("trunk", "a").withInterfaceType(InterfaceType.TRUNK),
                LaunchInstance.of("new", "m5.large")
                        .plusInterface(LaunchInterface.creating(0, CreateEni.of("new/eth0", "a")))
                        .plusInterface(LaunchInterface.existing(1, "trunk")));
        assertThat(after.eni("trunk").orElseThrow().status()).isEqualTo(EniStatus.IN_USE);
    }

    @Test
    void launch_ipv6NativeSubnetThatMapsPublicAddresses_getsNoPublicIpv4() {
        NetworkPlan launched = after(LaunchInstance.of("new", "m5.large").withSubnetId("native"));
        Eni eth0 = launched.eni("new/eth0").orElseThrow();
        assertThat(eth0.publicIpv4()).isEmpty();
        assertThat(eth0.ipv6Addresses()).hasSize(1);
        assertThat(EC2.apply(launched, StopInstance.of("new"), StartInstance.of("new"))
                        .orElseThrow())
                .isEqualTo(launched);
        assertThat(after(LaunchInstance.of("new", "m5.large").withSubnetId("a"))
                        .eni("new/eth0")
                        .orElseThrow()
                        .publicIpv4())
                .contains(PublicIpv4.chosenByEc2());
    }

    @Test
    void create_inASubnetThatIsNotThere_isRefusedForTheSubnetWhateverElseIsLeftOut() {
        String code = "InvalidSubnetID.NotFound";
        assertRefused(code, "eni.subnet.exists", CreateEni.of("new", "nowhere"));
        assertRefused(code, "eni.subnet.exists", CreateEni.of("new", "nowhere").withSecondaryPrivateIpAddressCount(2));
        assertRefused(code, "eni.subnet.exists", CreateEni.of("new", "nowhere").withIpv6AddressCount(1));
        assertRefused(code, "eni.subnet.exists", CreateEni.of("new", "nowhere").withIpv4PrefixCount(1));
        assertRefused(
                code, "eni.subnet.exists", LaunchInstance.of("new", "m5.large").withSubnetId("nowhere"));
    }

    @Test
    void terminate_whateverItsState_isTheSameTheSecondTime() {
        NetworkPlan after = after(StopInstance.of("app"), TerminateInstance.of("app"));
        assertThat(after.instance("app").orElseThrow().state()).isEqualTo(InstanceState.TERMINATED);
        assertThat(after.eni("app/eth0")).isEmpty();
        assertThat(after.eni("app/eth1").orElseThrow().status()).isEqualTo(EniStatus.AVAILABLE);
        assertThat(EC2.apply(after, TerminateInstance.of("app")).orElseThrow()).isEqualTo(after);
    }

    @Test
    void detachAndAttach_backAndForth_changeNothingButThePlace() {
        NetworkPlan after = after(
                AttachEni.of("spare", "app", 5),
                StopInstance.of("app"),
                DetachEni.of("spare"),
                AttachEni.of("spare", "app", 2),
                StartInstance.of("app"),
                DetachEni.of("spare"));
        assertThat(after).isEqualTo(PLAN);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void attach_placeThatIsTaken_isRefusedUntilItIsFree(int index) {
        assertRefused("InvalidParameterValue", "eni.attach.index-used", AttachEni.of("spare", "app", index));
        assertThat(EC2.apply(PLAN, AttachEni.of("spare", "app", index)).toString())
                .contains("device index " + index + " of network card 0 of instance \"app\" holds app/eth" + index);
        assertThat(after(DetachEni.of("app/eth1"), AttachEni.of("spare", "app", 1))
                        .eni("spare")
                        .orElseThrow()
                        .instanceId())
                .isPresent();
    }
}
