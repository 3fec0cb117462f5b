package io.enikit.operations;

import static io.enikit.operations.InterfaceScenarios.ATTACHMENT;
import static io.enikit.operations.InterfaceScenarios.EC2;
import static io.enikit.operations.InterfaceScenarios.after;
import static io.enikit.operations.InterfaceScenarios.launch;
import static io.enikit.operations.InterfaceScenarios.launched;
import static io.enikit.operations.InterfaceScenarios.plan;
import static io.enikit.operations.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.EniStatus;
import io.enikit.model.InstanceId;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What EC2 answers to calls about instances: what it refuses, with which code, and what it does. */
class InstanceScenarioTest {
    static Stream<Refusal> refusals() {
        return Stream.of(
                refusal(
                        35,
                        "launch with a group of another VPC",
                        "InvalidParameter",
                        "eni.groups.vpc",
                        launch().withSubnetId("a").withSecurityGroups("strange")),
                refusal(
                        36,
                        "launch with six groups",
                        "SecurityGroupsPerInstanceLimitExceeded",
                        "eni.groups.quota",
                        launch().withSubnetId("a").withSecurityGroups("g1", "g2", "g3", "g4", "g5", "web")),
                refusal(
                        78,
                        "launch two interfaces with a public address",
                        "InvalidParameterCombination",
                        "launch.public-address",
                        launch().plusInterface(LaunchInterface.creating(
                                        0, CreateEni.of("x", "a").withAssociatePublicIpAddress(true)))
                                .plusInterface(launched(1, "c"))),
                refusal(
                        79,
                        "launch with interfaces and a subnet",
                        "InvalidParameterCombination",
                        "launch.interfaces-or-subnet",
                        launch().withSubnetId("a").plusInterface(launched(0, "a"))),
                refusal(
                        79,
                        "launch without index 0",
                        "InvalidParameterCombination",
                        "instance.primary-interface",
                        launch().plusInterface(launched(1, "a"))),
                refusal(
                        79,
                        "launch two with one existing interface",
                        "InvalidParameterCombination",
                        "launch.existing-once",
                        launch().plusInterface(LaunchInterface.existing(0, "spare"))
                                .withCount(2)),
                refusal(
                        79,
                        "launch with an interface in use",
                        "InvalidNetworkInterface.InUse",
                        "launch.interface-free",
                        launch().plusInterface(LaunchInterface.existing(0, "run/eth1"))),
                refusal(
                        79,
                        "launch with an unknown interface",
                        "InvalidNetworkInterfaceID.NotFound",
                        "launch.interface-known",
                        launch().plusInterface(LaunchInterface.existing(0, "nobody"))),
                refusal(
                        79,
                        "launch across zones",
                        "InvalidParameterCombination",
                        "eni.attach.zone",
                        launch().plusInterface(launched(0, "a")).plusInterface(launched(1, "b"))),
                refusal(
                        73,
                        "source/destination check of an instance with two interfaces",
                        "InvalidInstanceID",
                        "modify.only-interface",
                        ModifyInstance.of("run").withSourceDestCheck(false)),
                refusal(
                        0,
                        "start what is pending",
                        "IncorrectInstanceState",
                        "start.instance-state",
                        StartInstance.of("born")),
                refusal(0, "stop what is pending", "IncorrectInstanceState", "stop.never-ran", StopInstance.of("born")),
                refusal(
                        0,
                        "stop what is terminated",
                        "IncorrectInstanceState",
                        "stop.instance-state",
                        StopInstance.of("gone")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void apply_whatEc2Refuses_isRefusedWithItsCodeAndChangesNothing(Refusal refusal) {
        refusal.assertIn(plan());
    }

    @Test
    void terminate_deleteOnTermination_decidesWhatGoes() {
        NetworkPlan after = after(TerminateInstance.of("run"));
        assertThat(after.eni("run/eth0")).isEmpty();
        assertThat(after.eni("run/eth1").orElseThrow().status()).isEqualTo(EniStatus.AVAILABLE);
        assertThat(after.instance("run").orElseThrow().state()).isEqualTo(InstanceState.TERMINATED);
        NetworkPlan kept = after(TerminateInstance.of("halt"), DeleteEni.of("halt/eth0"));
        assertThat(kept.eni("halt/eth0")).isEmpty();
    }

    @Test
    void modify_deleteOnTermination_takesEffectAtTermination() {
        NetworkPlan after = after(
                ModifyEni.of("run/eth1").withDeleteOnTermination(true).withAttachmentId(ATTACHMENT),
                TerminateInstance.of("run"));
        assertThat(after.eni("run/eth1")).isEmpty();
    }

    @Test
    void stop_keepsAttachmentsAndReleasesThePublicAddress() {
        NetworkPlan stopped = after(StopInstance.of("run"));
        assertThat(stopped.enisOf("run")).hasSize(2);
        assertThat(stopped.eni("run/eth0").orElseThrow().publicIpv4()).isEmpty();
        NetworkPlan started = EC2.apply(stopped, StartInstance.of("run")).orElseThrow();
        assertThat(started.eni("run/eth0").orElseThrow().publicIpv4()).isEmpty();
        NetworkPlan alone = EC2.apply(stopped, DetachEni.of("run/eth1"), StartInstance.of("run"))
                .orElseThrow();
        assertThat(alone.eni("run/eth0").orElseThrow().publicIpv4()).isPresent();
    }

    @Test
    void launch_subnetStated_makesEth0() {
        NetworkPlan after = after(launch().withSubnetId("a").withCount(2));
        assertThat(after.enisOf("app-1")).extracting(Eni::id).containsExactly(EniId.of("app-1/eth0"));
        Eni eni = after.eni("app-2/eth0").orElseThrow();
        assertThat(eni.attachment().orElseThrow().deleteOnTermination()).isTrue();
        assertThat(eni.publicIpv4()).isPresent();
        assertThat(after.instance(InstanceId.of("app-2")).orElseThrow().state()).isEqualTo(InstanceState.RUNNING);
    }

    @Test
    void launch_interfacesStated_marksOnlyNewOnesForDeletion() {
        NetworkPlan after =
                after(launch().plusInterface(launched(0, "a")).plusInterface(LaunchInterface.existing(1, "efa")));
        assertThat(after.enisOf("app"))
                .extracting(eni -> eni.attachment().orElseThrow().deleteOnTermination())
                .containsExactly(true, false);
    }
}
