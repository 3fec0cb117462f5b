package io.enikit.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.EniStatus;
import io.enikit.model.InstanceId;
import io.enikit.model.InstanceState;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.SecurityGroupId;
import io.enikit.net.IpAddress;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What EC2 answers to calls about interfaces, groups and instances: what it refuses, with which code, and what it does. */
class ScenarioTest {
    private static final RuleSet RULES = Ec2Rules.standard().without("limits.unchecked");
    private static final Ec2 EC2 = Ec2.enforcing(RULES);
    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16 internetGatewayAttached=true
            vpc other cidrBlocks=10.1.0.0/16
            subnet a vpc=main availabilityZone=z1 cidrBlock=10.0.0.0/24 mapPublicIpOnLaunch=true
            subnet b vpc=main availabilityZone=z2 cidrBlock=10.0.1.0/24
            subnet c vpc=main availabilityZone=z1 cidrBlock=10.0.2.0/24
            subnet far vpc=other availabilityZone=z1 cidrBlock=10.1.0.0/24
            subnet full vpc=main availabilityZone=z1 cidrBlock=10.0.3.0/28
            group default vpc=main
            group g1 vpc=main
            group g2 vpc=main
            group g3 vpc=main
            group g4 vpc=main
            group g5 vpc=main
            group strange vpc=other
            group unused vpc=main
            group web vpc=main
            instance born instanceType=m5.large state=pending
            instance gone instanceType=m5.large state=terminated
            instance halt instanceType=m5.large state=stopped
            instance run instanceType=m5.large
            eni born/eth0 subnet=a privateIpAddresses=10.0.0.13* groups=web instance=born deviceIndex=0
            eni efa subnet=c interfaceType=efa privateIpAddresses=10.0.2.30* groups=web
            eni foreign subnet=far privateIpAddresses=10.1.0.10* groups=strange
            eni halt/eth0 subnet=a privateIpAddresses=10.0.0.12* groups=web instance=halt deviceIndex=0
            eni nat subnet=a interfaceType=nat_gateway privateIpAddresses=10.0.0.40* requesterManaged=true deviceIndex=1 attachment=ela-attach-1
            eni run/eth0 subnet=a privateIpAddresses=10.0.0.10* associatePublicIpAddress=true publicIpv4=198.51.100.7 groups=web instance=run deviceIndex=0 deleteOnTermination=true
            eni run/eth1 subnet=c privateIpAddresses=10.0.2.10*,10.0.2.11 sourceDestCheck=false groups=web instance=run deviceIndex=1 tag:Name=moving
            eni spare subnet=a privateIpAddresses=10.0.0.20* groups=web
            eni zone2 subnet=b privateIpAddresses=10.0.1.20* groups=web
            eip ip networkInterface=run/eth1 privateIpAddress=10.0.2.11
            end
            """);
    private static final String ATTACHMENT = PLAN.eni("run/eth1")
            .orElseThrow()
            .attachment()
            .orElseThrow()
            .attachmentId()
            .orElseThrow();

    /** A call that EC2 refuses; the code is absent where nobody has seen one. */
    record Refusal(int scenario, String name, Optional<String> code, String rule, List<Operation> operations) {
        @Override
        public String toString() {
            return scenario + " " + name;
        }
    }

    static Refusal refusal(int scenario, String name, String code, String rule, Operation... operations) {
        return new Refusal(
                scenario, name, Optional.of(code).filter(text -> !text.isEmpty()), rule, List.of(operations));
    }

    private static CreateEni create() {
        return CreateEni.of("new", "a");
    }

    private static LaunchInstance launch() {
        return LaunchInstance.of("app", "m5.large");
    }

    private static LaunchInterface launched(int index, String subnet) {
        return LaunchInterface.create(index, CreateEni.of("app-" + index, subnet));
    }

    static Stream<Refusal> refusals() {
        return Stream.of(
                refusal(
                        25,
                        "create in unknown subnet",
                        "InvalidSubnetID.NotFound",
                        "eni.subnet.exists",
                        CreateEni.of("new", "nowhere").withSecurityGroups("web")),
                refusal(
                        26,
                        "create outside the subnet",
                        "InvalidParameterValue",
                        "eni.ipv4.in-subnet",
                        create().withPrivateIpAddress("10.0.1.5")),
                refusal(
                        27,
                        "create at a reserved address",
                        "InvalidParameterValue",
                        "eni.ipv4.reserved",
                        create().withPrivateIpAddress("10.0.0.255")),
                refusal(
                        29,
                        "create at an address in use",
                        "InvalidIPAddress.InUse",
                        "eni.ipv4.in-use",
                        create().withPrivateIpAddress("10.0.0.10")),
                refusal(
                        31,
                        "create with two primaries",
                        "InvalidParameterValue",
                        "eni.ipv4.primary",
                        create().withAddress(address("10.0.0.50", true)).withAddress(address("10.0.0.51", true))),
                refusal(
                        32,
                        "create with list and count",
                        "InvalidParameterCombination",
                        "addresses.one-way",
                        create().withSecondaryPrivateIpAddress("10.0.0.50").withSecondaryPrivateIpAddressCount(1)),
                refusal(
                        33,
                        "create in a full subnet",
                        "InsufficientFreeAddressesInSubnet",
                        "addresses.room",
                        CreateEni.of("new", "full").withSecondaryPrivateIpAddressCount(11)),
                refusal(
                        34,
                        "create with an unknown group",
                        "InvalidGroup.NotFound",
                        "eni.groups.exist",
                        create().withSecurityGroups("nobody")),
                refusal(
                        35,
                        "create with a group of another VPC",
                        "InvalidParameterValue",
                        "eni.groups.vpc",
                        create().withSecurityGroups("strange")),
                refusal(
                        35,
                        "launch with a group of another VPC",
                        "InvalidParameter",
                        "eni.groups.vpc",
                        launch().withSubnetId("a").withSecurityGroups("strange")),
                refusal(
                        35,
                        "modify to a group of another VPC",
                        "InvalidGroup.NotFound",
                        "eni.groups.vpc",
                        ModifyEni.of("spare").withSecurityGroups("strange")),
                refusal(
                        36,
                        "modify to six groups",
                        "SecurityGroupsPerInterfaceLimitExceeded",
                        "eni.groups.quota",
                        ModifyEni.of("spare").withSecurityGroups("g1", "g2", "g3", "g4", "g5", "web")),
                refusal(
                        36,
                        "create with six groups",
                        "InvalidParameterValue",
                        "eni.groups.quota",
                        create().withSecurityGroups("g1", "g2", "g3", "g4", "g5", "web")),
                refusal(
                        36,
                        "launch with six groups",
                        "SecurityGroupsPerInstanceLimitExceeded",
                        "eni.groups.quota",
                        launch().withSubnetId("a").withSecurityGroups("g1", "g2", "g3", "g4", "g5", "web")),
                refusal(
                        36,
                        "modify to no group",
                        "MissingParameter",
                        "eni.groups.required",
                        ModifyEni.of("spare").withSecurityGroups()),
                refusal(
                        37,
                        "description of 256",
                        "InvalidParameterValue",
                        "eni.description",
                        ModifyEni.of("spare").withDescription("x".repeat(256))),
                refusal(
                        38,
                        "attach across zones",
                        "InvalidParameterCombination",
                        "eni.attach.zone",
                        AttachEni.of("zone2", "run", 2)),
                refusal(
                        39,
                        "attach what is attached",
                        "InvalidNetworkInterface.InUse",
                        "attach.interface-free",
                        AttachEni.of("run/eth1", "halt", 1)),
                refusal(
                        40,
                        "attach at a used index",
                        "InvalidParameterValue",
                        "eni.attach.index-used",
                        AttachEni.of("spare", "run", 1)),
                refusal(
                        41,
                        "attach at index 0",
                        "InvalidParameterValue",
                        "eni.attach.index-used",
                        AttachEni.of("spare", "run", 0)),
                refusal(
                        43,
                        "attach to pending",
                        "IncorrectInstanceState",
                        "attach.instance-state",
                        AttachEni.of("spare", "born", 1)),
                refusal(
                        43,
                        "attach to terminated",
                        "IncorrectInstanceState",
                        "attach.instance-state",
                        AttachEni.of("spare", "gone", 1)),
                refusal(47, "attach an EFA to running", "", "attach.efa-hot", AttachEni.of("efa", "run", 2)),
                refusal(49, "detach the primary", "OperationNotPermitted", "detach.primary", DetachEni.of("run/eth0")),
                refusal(
                        49,
                        "detach the primary of a stopped instance",
                        "OperationNotPermitted",
                        "detach.primary",
                        DetachEni.of("halt/eth0")),
                refusal(
                        50,
                        "detach an unknown attachment",
                        "InvalidAttachmentID.NotFound",
                        "detach.attachment-known",
                        DetachAttachment.of("eni-attach-00000000")),
                refusal(
                        50,
                        "detach by the id of an interface",
                        "InvalidNetworkInterfaceAttachmentId.Malformed",
                        "detach.attachment-id-form",
                        DetachAttachment.of("eni-0a1b2c3d")),
                refusal(
                        50,
                        "detach what is not attached",
                        "InvalidAttachmentID.NotFound",
                        "detach.attached",
                        DetachEni.of("spare")),
                refusal(51, "detach a NAT gateway's", "OperationNotPermitted", "detach.managed", DetachEni.of("nat")),
                refusal(
                        51,
                        "detach a NAT gateway's by attachment",
                        "OperationNotPermitted",
                        "detach.attachment-of-service",
                        DetachAttachment.of("ela-attach-1")),
                refusal(
                        51,
                        "modify a NAT gateway's",
                        "AuthFailure",
                        "modify.managed",
                        ModifyEni.of("nat").withSourceDestCheck(false)),
                refusal(
                        52,
                        "delete what is attached",
                        "InvalidParameterValue",
                        "delete.detached",
                        DeleteEni.of("run/eth1")),
                refusal(
                        52,
                        "delete twice",
                        "InvalidNetworkInterfaceID.NotFound",
                        "eni.known",
                        DeleteEni.of("spare"),
                        DeleteEni.of("spare")),
                refusal(
                        52,
                        "delete with a malformed id",
                        "InvalidNetworkInterfaceId.Malformed",
                        "eni.id-form",
                        DeleteEni.of("eni-xyz")),
                refusal(
                        55,
                        "modify delete-on-termination without the attachment",
                        "MissingParameter",
                        "modify.attachment-stated",
                        ModifyEni.of("run/eth1").withDeleteOnTermination(true)),
                refusal(
                        55,
                        "modify an attachment to nothing",
                        "MissingParameter",
                        "modify.attachment-stated",
                        ModifyEni.of("run/eth1").withAttachmentId(ATTACHMENT)),
                refusal(
                        55,
                        "modify delete-on-termination of another attachment",
                        "InvalidAttachmentID.NotFound",
                        "modify.attachment-known",
                        ModifyEni.of("spare").withDeleteOnTermination(true).withAttachmentId(ATTACHMENT)),
                refusal(
                        78,
                        "launch two interfaces with a public address",
                        "InvalidParameterCombination",
                        "launch.public-address",
                        launch().withInterface(LaunchInterface.create(
                                        0, CreateEni.of("x", "a").withAssociatePublicIpAddress(true)))
                                .withInterface(launched(1, "c"))),
                refusal(
                        79,
                        "launch with interfaces and a subnet",
                        "InvalidParameterCombination",
                        "launch.interfaces-or-subnet",
                        launch().withSubnetId("a").withInterface(launched(0, "a"))),
                refusal(
                        79,
                        "launch without index 0",
                        "InvalidParameterCombination",
                        "instance.primary-interface",
                        launch().withInterface(launched(1, "a"))),
                refusal(
                        79,
                        "launch two with one existing interface",
                        "InvalidParameterCombination",
                        "launch.existing-once",
                        launch().withInterface(LaunchInterface.existing(0, "spare"))
                                .withCount(2)),
                refusal(
                        79,
                        "launch with an interface in use",
                        "InvalidNetworkInterface.InUse",
                        "launch.interface-free",
                        launch().withInterface(LaunchInterface.existing(0, "run/eth1"))),
                refusal(
                        79,
                        "launch with an unknown interface",
                        "InvalidNetworkInterfaceID.NotFound",
                        "launch.interface-known",
                        launch().withInterface(LaunchInterface.existing(0, "nobody"))),
                refusal(
                        79,
                        "launch across zones",
                        "InvalidParameterCombination",
                        "eni.attach.zone",
                        launch().withInterface(launched(0, "a")).withInterface(launched(1, "b"))),
                refusal(
                        80,
                        "modify two attributes",
                        "InvalidParameterCombination",
                        "modify.one-attribute",
                        ModifyEni.of("spare").withDescription("x").withSourceDestCheck(false)),
                refusal(
                        80,
                        "modify nothing",
                        "InvalidParameterCombination",
                        "modify.one-attribute",
                        ModifyEni.of("spare")),
                refusal(
                        73,
                        "source/destination check of an instance with two interfaces",
                        "InvalidInstanceID",
                        "modify.only-interface",
                        ModifyInstance.of("run").withSourceDestCheck(false)),
                refusal(
                        82,
                        "a tag of AWS",
                        "InvalidTagKey.Malformed",
                        "tags.reserved",
                        TagResource.of(EniId.of("spare"), "aws:x", "y")),
                refusal(
                        82,
                        "a tag of nothing",
                        "InvalidID",
                        "tags.resource-known",
                        TagResource.of(EniId.of("nobody"), "x", "y")),
                refusal(
                        90,
                        "delete a group in use",
                        "DependencyViolation",
                        "delete.group-unused",
                        DeleteSecurityGroup.of("web")),
                refusal(
                        90,
                        "delete the default group",
                        "CannotDelete",
                        "delete.group-not-default",
                        DeleteSecurityGroup.of("default")),
                refusal(
                        90,
                        "delete an unknown group",
                        "InvalidGroup.NotFound",
                        "delete.group-known",
                        DeleteSecurityGroup.of("nobody")),
                refusal(
                        0,
                        "create a group of a name that is taken",
                        "InvalidGroup.Duplicate",
                        "group.name.unique",
                        CreateSecurityGroup.of("again", "main").withGroupName("web")),
                refusal(
                        0,
                        "attach to an unknown instance",
                        "InvalidInstanceID.NotFound",
                        "instance.known",
                        AttachEni.of("spare", "nobody", 1)),
                refusal(
                        0,
                        "create a service's type",
                        "InvalidParameterValue",
                        "create.interface-type",
                        create().withInterfaceType(InterfaceType.of("lambda"))),
                refusal(
                        0,
                        "start what is pending",
                        "IncorrectInstanceState",
                        "start.instance-state",
                        StartInstance.of("born")),
                refusal(
                        0,
                        "stop what is terminated",
                        "IncorrectInstanceState",
                        "stop.instance-state",
                        StopInstance.of("gone")),
                refusal(
                        0,
                        "detach from pending",
                        "IncorrectInstanceState",
                        "detach.instance-state",
                        TerminateInstance.of("halt"),
                        detachedFromPending()));
    }

    private static EniAddress address(String text, boolean primary) {
        return new EniAddress(IpAddress.parse(text), primary);
    }

    private static Operation detachedFromPending() {
        return DetachEni.of("born/eth1");
    }

    private static NetworkPlan plan() {
        return PLAN.toBuilder()
                .put(PLAN.eni("efa").orElseThrow().toBuilder().build())
                .add(Eni.builder()
                        .id("born/eth1")
                        .subnetId("c")
                        .primaryPrivateIpAddress("10.0.2.50")
                        .addSecurityGroups("web")
                        .attachment("born", 1)
                        .build())
                .build();
    }

    @Test
    void plan_ofTheScenarios_hasNoErrors() {
        assertThat(RULES.check(plan()).hasErrors()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void apply_whatEc2Refuses_isRefusedWithItsCodeAndChangesNothing(Refusal refusal) {
        assertRefused(plan(), refusal);
    }

    /** Checks that a call is refused for the right reason, and leaves the plan as it is. */
    static void assertRefused(NetworkPlan before, Refusal refusal) {
        String text = PlanText.write(before);
        ApplyResult result = EC2.apply(before, refusal.operations());
        assertThat(result).isInstanceOf(ApplyResult.Refused.class);
        ApplyResult.Refused refused = (ApplyResult.Refused) result;
        assertThat(refused.rule()).as(refused.toString()).isEqualTo(refusal.rule());
        assertThat(refused.code()).isEqualTo(refusal.code());
        assertThat(refused.operationIndex()).isEqualTo(refusal.operations().size() - 1);
        assertThat(PlanText.write(before)).isEqualTo(text);
        assertWellRefused(before, refusal.operations(), refused);
    }

    /** Checks that a refusal says why, and that a precondition which is left out leaves no call without meaning. */
    static void assertWellRefused(NetworkPlan before, List<Operation> operations, ApplyResult.Refused refused) {
        assertThat(refused.message()).as(refused.toString()).isNotBlank();
        assertThatCode(() -> Ec2.enforcing(RULES.without(refused.rule())).apply(before, operations))
                .doesNotThrowAnyException();
    }

    private static NetworkPlan after(Operation... operations) {
        NetworkPlan after = EC2.apply(plan(), operations).orElseThrow();
        assertThat(RULES.check(after).hasErrors())
                .as(RULES.check(after).toString())
                .isFalse();
        return after;
    }

    @Test
    void createEni_nothingStated_hasWhatEc2Chooses() {
        ApplyResult result = EC2.apply(plan(), create());
        Eni eni = result.orElseThrow().eni("new").orElseThrow();
        assertThat(eni.status()).isEqualTo(EniStatus.AVAILABLE);
        assertThat(eni.privateIpAddress()).contains(IpAddress.parse("10.0.0.4"));
        assertThat(eni.securityGroups()).containsExactly(SecurityGroupId.of("default"));
        assertThat(eni.sourceDestCheck()).isTrue();
        assertThat(eni.associatePublicIpAddress()).isTrue();
        assertThat(((ApplyResult.Accepted) result).outcomes())
                .extracting(Outcome::toString)
                .containsExactly(
                        "new: CREATED in a", "new: STATUS pending → available", "new: ASSIGNED 10.0.0.4 (primary)");
    }

    @Test
    void createEni_countStated_picksTheLowestFreeOnes() {
        Eni eni = after(create().withPrivateIpAddress("10.0.0.5").withSecondaryPrivateIpAddressCount(3))
                .eni("new")
                .orElseThrow();
        assertThat(eni.privateIpAddresses()).hasToString("[10.0.0.5*, 10.0.0.4, 10.0.0.6, 10.0.0.7]");
    }

    @Test
    void createEni_addressesInTheMiddleOfABlockThatEndIn0And255_areAllowed() {
        NetworkPlan wide = PlanText.read("""
                eni-plan 1
                vpc v cidrBlocks=10.0.0.0/16
                group default vpc=v
                subnet s vpc=v availabilityZone=z cidrBlock=10.0.0.0/18
                end
                """);
        assertThat(EC2.apply(
                                wide,
                                CreateEni.of("x", "s").withPrivateIpAddress("10.0.1.0"),
                                CreateEni.of("y", "s").withPrivateIpAddress("10.0.0.255"))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void modify_raisedQuota_allowsSixteenAndNotSeventeenGroups() {
        NetworkPlan.Builder raised = plan().toBuilder().quotas(plan().quotas().withSecurityGroupsPerInterface(16));
        String[] groups = new String[17];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = "x" + i;
            raised.add(io.enikit.model.SecurityGroup.builder()
                    .id(groups[i])
                    .vpcId("main")
                    .build());
        }
        assertThat(EC2.apply(
                                raised.build(),
                                ModifyEni.of("spare").withSecurityGroups(java.util.Arrays.copyOf(groups, 16)))
                        .isAccepted())
                .isTrue();
        assertThat(EC2.apply(raised.build(), ModifyEni.of("spare").withSecurityGroups(groups))
                        .isAccepted())
                .isFalse();
    }

    @Test
    void modify_attributes_change() {
        assertThat(after(ModifyEni.of("spare").withDescription("x".repeat(255)))
                        .eni("spare")
                        .orElseThrow()
                        .description())
                .hasSize(255);
        NetworkPlan off = after(ModifyEni.of("spare").withSourceDestCheck(false));
        assertThat(off.eni("spare").orElseThrow().sourceDestCheck()).isFalse();
        assertThat(EC2.apply(off, ResetEni.of("spare"))
                        .orElseThrow()
                        .eni("spare")
                        .orElseThrow()
                        .sourceDestCheck())
                .isTrue();
        assertThat(after(ModifyInstance.of("halt").withSecurityGroups("g1"))
                        .eni("halt/eth0")
                        .orElseThrow()
                        .securityGroups())
                .containsExactly(SecurityGroupId.of("g1"));
    }

    @Test
    void attach_hotWarmAndCold_areAccepted() {
        assertThat(after(AttachEni.of("spare", "run", 2)).enisOf("run")).hasSize(3);
        assertThat(after(AttachEni.of("spare", "halt", 1)).enisOf("halt")).hasSize(2);
        NetworkPlan cold = after(launch().withInterface(LaunchInterface.existing(0, "spare")));
        assertThat(cold.enisOf("app")).extracting(Eni::id).containsExactly(EniId.of("spare"));
        assertThat(after(AttachEni.of("efa", "halt", 1)).enisOf("halt")).hasSize(2);
    }

    @Test
    void attach_interfaceOfAnotherVpcInTheZone_isAcceptedAsSecondary() {
        assertThat(after(AttachEni.of("foreign", "run", 2)).enisOf("run")).hasSize(3);
    }

    @Test
    void move_secondaryInterface_keepsAllButItsPlace() {
        NetworkPlan before = plan();
        NetworkPlan moved = after(DetachEni.of("run/eth1"), AttachEni.of("run/eth1", "halt", 3));
        Eni eni = before.eni("run/eth1").orElseThrow();
        Eni after = moved.eni("run/eth1").orElseThrow();
        assertThat(after.attachment().orElseThrow().deviceIndex()).isEqualTo(3);
        assertThat(after.toBuilder().attachment(eni.attachment()).build()).isEqualTo(eni);
        assertThat(moved.enisOf("halt")).contains(after);
        assertThat(moved.enisOf("run")).extracting(Eni::id).containsExactly(EniId.of("run/eth0"));
        assertThat(moved.elasticIpsOf(eni.id())).hasSize(1).containsExactlyElementsOf(before.elasticIpsOf(eni.id()));
    }

    @Test
    void detachAttachment_known_detaches() {
        assertThat(after(DetachAttachment.of(ATTACHMENT))
                        .eni("run/eth1")
                        .orElseThrow()
                        .status())
                .isEqualTo(EniStatus.AVAILABLE);
    }

    @Test
    void delete_detached_freesAddressesAndKeepsTheElasticIp() {
        NetworkPlan after = after(DetachEni.of("run/eth1"), DeleteEni.of("run/eth1"));
        assertThat(after.eni("run/eth1")).isEmpty();
        assertThat(after.ownerOf(IpAddress.parse("10.0.2.10"))).isEmpty();
        assertThat(after.elasticIps())
                .singleElement()
                .satisfies(ip -> assertThat(ip.association()).isEmpty());
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
                after(launch().withInterface(launched(0, "a")).withInterface(LaunchInterface.existing(1, "efa")));
        assertThat(after.enisOf("app"))
                .extracting(eni -> eni.attachment().orElseThrow().deleteOnTermination())
                .containsExactly(true, false);
    }

    @Test
    void tags_ofAManagedInterface_change() {
        NetworkPlan tagged = after(TagResource.of(EniId.of("nat"), "Owner", "me"));
        assertThat(tagged.eni("nat").orElseThrow().tags()).isEqualTo(Map.of("Owner", "me"));
        assertThat(EC2.apply(tagged, UntagResource.of(EniId.of("nat"), "Owner")).orElseThrow())
                .isEqualTo(plan());
    }

    @Test
    void groups_createdAndDeleted() {
        NetworkPlan created = after(CreateSecurityGroup.of("new", "main").withDescription("a new one"));
        assertThat(created.securityGroup(SecurityGroupId.of("new"))).isPresent();
        assertThat(EC2.apply(created, DeleteSecurityGroup.of("new")).orElseThrow())
                .isEqualTo(plan());
        assertThat(after(DeleteSecurityGroup.of("unused")).securityGroup(SecurityGroupId.of("unused")))
                .isEmpty();
    }

    @Test
    void without_precondition_letsTheCallThrough() {
        Ec2 lenient = Ec2.enforcing(RULES.without("detach.primary").without("instance.primary-interface"));
        assertThat(lenient.apply(plan(), DetachEni.of("run/eth0")).isAccepted()).isTrue();
        assertThat(Ec2.enforcing(RULES.without("eni.known")).apply(plan(), DeleteEni.of("nobody")))
                .isInstanceOf(ApplyResult.Refused.class);
    }

    @Test
    void apply_secondOperationRefused_nothingOfTheFirstStays() {
        ApplyResult result = EC2.apply(plan(), DetachEni.of("run/eth1"), AttachEni.of("run/eth1", "run", 0));
        assertThat(result)
                .isInstanceOfSatisfying(
                        ApplyResult.Refused.class,
                        refused -> assertThat(refused.operationIndex()).isEqualTo(1));
    }
}
