package io.enikit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.Attachment;
import io.enikit.model.AttachmentStatus;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.EniStatus;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What EC2 answers while something is under way, and what becomes of it when time has passed. */
class SettlingScenarioTest {
    private static final RuleSet RULES =
            Ec2Rules.standard().without("limits.unchecked").without("instance.same-subnet");
    private static final Ec2 SLOW = Ec2.enforcing(RULES).withoutSettling();
    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16 internetGatewayAttached=true
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24 mapPublicIpOnLaunch=true
            group default vpc=main
            instance app-1 instanceType=m5.large
            instance app-2 instanceType=m5.large
            eni app-1/eth0 subnet=a privateIpAddresses=10.0.0.10* groups=default instance=app-1 deviceIndex=0 deleteOnTermination=true
            eni app-1/eth1 subnet=a privateIpAddresses=10.0.0.11* groups=default instance=app-1 deviceIndex=1
            eni app-2/eth0 subnet=a privateIpAddresses=10.0.0.12* groups=default instance=app-2 deviceIndex=0 deleteOnTermination=true
            eip address networkInterface=app-1/eth1 privateIpAddress=10.0.0.11
            eip free
            end
            """);

    private static NetworkPlan after(NetworkPlan plan, Operation... operations) {
        NetworkPlan after = SLOW.apply(plan, operations).orElseThrow();
        assertThat(RULES.check(after).hasErrors())
                .as(RULES.check(after).toString())
                .isFalse();
        return after;
    }

    private static NetworkPlan settled(NetworkPlan plan) {
        return Ec2.settle(plan).plan();
    }

    private static void assertRefused(NetworkPlan plan, String code, String rule, Operation operation) {
        assertThat(SLOW.apply(plan, operation)).isInstanceOfSatisfying(ApplyResult.Refused.class, refused -> {
            assertThat(refused.rule()).as(refused.toString()).isEqualTo(rule);
            assertThat(refused.code()).isEqualTo(Optional.of(code));
        });
    }

    private static AttachmentStatus attachmentStatus(NetworkPlan plan, String eni) {
        return plan.eni(eni).flatMap(Eni::attachment).map(Attachment::status).orElseThrow();
    }

    private static InstanceState state(NetworkPlan plan, String instance) {
        return plan.instance(instance).map(Instance::state).orElseThrow();
    }

    @Test
    void attach_withoutWaitingForTheDetach_isRefused() {
        NetworkPlan detaching = after(PLAN, DetachEni.of("app-1/eth1"));
        assertThat(attachmentStatus(detaching, "app-1/eth1")).isEqualTo(AttachmentStatus.DETACHING);
        assertThat(detaching.eni("app-1/eth1").orElseThrow().status()).isEqualTo(EniStatus.DETACHING);
        assertRefused(
                detaching,
                "InvalidNetworkInterface.InUse",
                "attach.interface-free",
                AttachEni.of("app-1/eth1", "app-2", 1));
        assertRefused(detaching, "InvalidParameterValue", "delete.detached", DeleteEni.of("app-1/eth1"));
        assertRefused(detaching, "IncorrectState", "detach.settled", DetachEni.of("app-1/eth1"));
    }

    @Test
    void attach_afterWaitingForTheDetach_takesTheAddressesAlong() {
        NetworkPlan available = settled(after(PLAN, DetachEni.of("app-1/eth1")));
        assertThat(available.eni("app-1/eth1").orElseThrow().status()).isEqualTo(EniStatus.AVAILABLE);
        NetworkPlan attaching = after(available, AttachEni.of("app-1/eth1", "app-2", 1));
        assertThat(attachmentStatus(attaching, "app-1/eth1")).isEqualTo(AttachmentStatus.ATTACHING);
        assertThat(attaching.eni("app-1/eth1").orElseThrow().status()).isEqualTo(EniStatus.IN_USE);
        assertRefused(attaching, "IncorrectState", "detach.settled", DetachEni.of("app-1/eth1"));
        NetworkPlan attached = settled(attaching);
        assertThat(attachmentStatus(attached, "app-1/eth1")).isEqualTo(AttachmentStatus.ATTACHED);
        assertThat(attached.elasticIpsOf(EniId.of("app-1/eth1"))).hasSize(1);
    }

    @Test
    void attach_atAPlaceThatIsBeingLeft_isRefused() {
        NetworkPlan detaching = after(PLAN, DetachEni.of("app-1/eth1"), CreateEni.of("new", "a"));
        assertRefused(detaching, "InvalidParameterValue", "eni.attach.index-used", AttachEni.of("new", "app-1", 1));
    }

    @Test
    void launch_leavesTheInstancePendingUntilItSettles() {
        NetworkPlan pending =
                after(PLAN, LaunchInstance.of("app-3", "m5.large").withSubnetId("a"), CreateEni.of("new", "a"));
        assertThat(state(pending, "app-3")).isEqualTo(InstanceState.PENDING);
        assertThat(attachmentStatus(pending, "app-3/eth0")).isEqualTo(AttachmentStatus.ATTACHING);
        assertThat(pending.eni("app-3/eth0").orElseThrow().publicIpv4()).isEmpty();
        assertRefused(pending, "IncorrectInstanceState", "attach.instance-state", AttachEni.of("new", "app-3", 1));
        assertRefused(
                pending, "InvalidInstanceID", "eip.instance-state", AssociateElasticIpWithInstance.of("free", "app-3"));
        assertRefused(pending, "IncorrectInstanceState", "stop.never-ran", StopInstance.of("app-3"));
        NetworkPlan running = settled(pending);
        assertThat(state(running, "app-3")).isEqualTo(InstanceState.RUNNING);
        assertThat(running.eni("app-3/eth0").orElseThrow().publicIpv4()).isPresent();
        assertThat(SLOW.apply(running, AttachEni.of("new", "app-3", 1)).isAccepted())
                .isTrue();
    }

    @Test
    void stop_leavesTheInstanceStoppingUntilItSettles() {
        NetworkPlan stopping = after(PLAN, StopInstance.of("app-1"));
        assertThat(state(stopping, "app-1")).isEqualTo(InstanceState.STOPPING);
        assertRefused(stopping, "IncorrectInstanceState", "start.instance-state", StartInstance.of("app-1"));
        assertRefused(stopping, "IncorrectInstanceState", "detach.instance-state", DetachEni.of("app-1/eth1"));
        NetworkPlan starting = after(settled(stopping), StartInstance.of("app-1"));
        assertThat(state(starting, "app-1")).isEqualTo(InstanceState.PENDING);
        assertThat(attachmentStatus(starting, "app-1/eth0")).isEqualTo(AttachmentStatus.ATTACHING);
        assertThat(state(settled(starting), "app-1")).isEqualTo(InstanceState.RUNNING);
    }

    @Test
    void terminate_holdsTheInterfacesUntilItSettles() {
        NetworkPlan ending = after(PLAN, TerminateInstance.of("app-1"));
        assertThat(state(ending, "app-1")).isEqualTo(InstanceState.SHUTTING_DOWN);
        assertThat(ending.enisOf("app-1")).hasSize(2);
        assertRefused(ending, "InvalidParameterValue", "delete.detached", DeleteEni.of("app-1/eth1"));
        assertThat(after(ending, TerminateInstance.of("app-1"))).isEqualTo(ending);
        NetworkPlan ended = settled(ending);
        assertThat(state(ended, "app-1")).isEqualTo(InstanceState.TERMINATED);
        assertThat(ended.eni("app-1/eth0")).isEmpty();
        assertThat(ended.eni("app-1/eth1").orElseThrow().status()).isEqualTo(EniStatus.AVAILABLE);
    }

    @Test
    void settle_chosenIds_leavesTheRestUnderWay() {
        NetworkPlan both = after(PLAN, StopInstance.of("app-2"), TerminateInstance.of("app-1"));
        NetworkPlan one = Ec2.settle(both, List.of(InstanceId.of("app-2"))).plan();
        assertThat(state(one, "app-1")).isEqualTo(InstanceState.SHUTTING_DOWN);
        assertThat(attachmentStatus(one, "app-1/eth1")).isEqualTo(AttachmentStatus.DETACHING);
        assertThat(state(one, "app-2")).isEqualTo(InstanceState.STOPPED);
    }

    @Test
    void settle_tellsWhatChanged() {
        NetworkPlan detaching = after(PLAN, DetachEni.of("app-1/eth1"));
        assertThat(Ec2.settle(detaching).outcomes().toString())
                .isEqualTo("[app-1/eth1: DETACHED from app-1, app-1/eth1: STATUS detaching → available]");
        assertThat(Ec2.settle(PLAN).outcomes()).isEmpty();
        assertThat(Ec2.settle(PLAN).plan()).isEqualTo(PLAN);
    }

    @Test
    void unsettledStates_keepTheirTextForm() {
        NetworkPlan underWay = after(PLAN, StopInstance.of("app-2"), DetachEni.of("app-1/eth1"));
        assertThat(PlanText.read(PlanText.write(underWay))).isEqualTo(underWay);
    }

    @Test
    void withAddressSeed_picksOtherAddressesThanTheLowest() {
        Ec2 ec2 = Ec2.enforcing(RULES);
        CreateEni create = CreateEni.of("new", "a").withSecondaryPrivateIpAddressCount(3);
        Eni lowest = ec2.apply(PLAN, create).orElseThrow().eni("new").orElseThrow();
        Eni first = ec2.withAddressSeed(1)
                .apply(PLAN, create)
                .orElseThrow()
                .eni("new")
                .orElseThrow();
        Eni second = ec2.withAddressSeed(2)
                .apply(PLAN, create)
                .orElseThrow()
                .eni("new")
                .orElseThrow();
        assertThat(lowest.privateIpAddress().orElseThrow()).hasToString("10.0.0.4");
        assertThat(first.privateIpAddresses()).hasSize(4).isNotEqualTo(second.privateIpAddresses());
        assertThat(first.privateIpAddresses()).isNotEqualTo(lowest.privateIpAddresses());
        assertThat(ec2.withAddressSeed(1).apply(PLAN, create))
                .isEqualTo(ec2.withAddressSeed(1).apply(PLAN, create));
    }

    @Test
    void withAddressSeed_fullSubnet_findsTheLastFreeAddress() {
        NetworkPlan small = PlanText.read("""
                eni-plan 1
                vpc main cidrBlocks=10.0.0.0/16
                subnet s vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/28
                group default vpc=main
                end
                """);
        Ec2 ec2 = Ec2.enforcing(RULES).withAddressSeed(7);
        ApplyResult all = ec2.apply(small, CreateEni.of("new", "s").withSecondaryPrivateIpAddressCount(10));
        assertThat(all.orElseThrow().eni("new").orElseThrow().privateIpAddresses())
                .hasSize(11);
        assertThat(ec2.apply(all.orElseThrow(), CreateEni.of("more", "s")))
                .isInstanceOfSatisfying(
                        ApplyResult.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo("addresses.room"));
    }

    @Test
    void equals_lookAtTheOptions() {
        Ec2 ec2 = Ec2.enforcing(RULES);
        assertThat(ec2).isEqualTo(Ec2.enforcing(RULES)).isNotEqualTo(ec2.withoutSettling());
        assertThat(ec2.withAddressSeed(1)).isEqualTo(ec2.withAddressSeed(1)).isNotEqualTo(ec2.withAddressSeed(2));
        assertThat(ec2.withoutSettling().withAddressSeed(3))
                .hasToString(ec2 + ", without settling, addresses by seed 3");
    }
}
