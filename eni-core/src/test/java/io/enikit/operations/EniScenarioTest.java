package io.enikit.operations;

import static io.enikit.operations.InterfaceScenarios.ATTACHMENT;
import static io.enikit.operations.InterfaceScenarios.EC2;
import static io.enikit.operations.InterfaceScenarios.RULES;
import static io.enikit.operations.InterfaceScenarios.address;
import static io.enikit.operations.InterfaceScenarios.after;
import static io.enikit.operations.InterfaceScenarios.createEni;
import static io.enikit.operations.InterfaceScenarios.launch;
import static io.enikit.operations.InterfaceScenarios.plan;
import static io.enikit.operations.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.EniStatus;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.SecurityGroupId;
import io.enikit.net.IpAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What EC2 answers to calls about interfaces: what it refuses, with which code, and what it does. */
class EniScenarioTest {
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
                        createEni().withPrivateIpAddress("10.0.1.5")),
                refusal(
                        27,
                        "create at a reserved address",
                        "InvalidParameterValue",
                        "eni.ipv4.reserved",
                        createEni().withPrivateIpAddress("10.0.0.255")),
                refusal(
                        29,
                        "create at an address in use",
                        "InvalidIPAddress.InUse",
                        "eni.ipv4.in-use",
                        createEni().withPrivateIpAddress("10.0.0.10")),
                refusal(
                        31,
                        "create with two primaries",
                        "InvalidParameterValue",
                        "eni.ipv4.primary",
                        createEni()
                                .plusPrivateIpAddress(address("10.0.0.50", true))
                                .plusPrivateIpAddress(address("10.0.0.51", true))),
                refusal(
                        32,
                        "create with list and count",
                        "InvalidParameterCombination",
                        "addresses.one-way",
                        createEni().plusSecondaryPrivateIpAddress("10.0.0.50").withSecondaryPrivateIpAddressCount(1)),
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
                        createEni().withSecurityGroups("nobody")),
                refusal(
                        35,
                        "create with a group of another VPC",
                        "InvalidParameterValue",
                        "eni.groups.vpc",
                        createEni().withSecurityGroups("strange")),
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
                        createEni().withSecurityGroups("g1", "g2", "g3", "g4", "g5", "web")),
                refusal(
                        36,
                        "modify to no group",
                        "InvalidParameterCombination",
                        "modify.one-attribute",
                        ModifyEni.of("spare").withSecurityGroups(List.of())),
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
                        82,
                        "a tag of AWS",
                        "InvalidParameterValue",
                        "tags.reserved",
                        TagResource.of(EniId.of("spare"), "aws:x", "y")),
                refusal(
                        82,
                        "a tag of nothing",
                        "InvalidID",
                        "tags.resource-known",
                        TagResource.of(EniId.of("nobody"), "x", "y")),
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
                        createEni().withInterfaceType(InterfaceType.of("lambda"))),
                refusal(
                        0,
                        "detach from pending",
                        "IncorrectInstanceState",
                        "detach.instance-state",
                        TerminateInstance.of("halt"),
                        detachedFromPending()));
    }

    @Test
    void plan_ofTheScenarios_hasNoErrors() {
        assertThat(RULES.check(plan()).hasErrors()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void apply_whatEc2Refuses_isRefusedWithItsCodeAndChangesNothing(Refusal refusal) {
        refusal.assertIn(plan());
    }

    @Test
    void createEni_nothingStated_hasWhatEc2Chooses() {
        ApplyResult result = EC2.apply(plan(), createEni());
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
        Eni eni = after(createEni().withPrivateIpAddress("10.0.0.5").withSecondaryPrivateIpAddressCount(3))
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
        NetworkPlan cold = after(launch().plusInterface(LaunchInterface.existing(0, "spare")));
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

    private static Operation detachedFromPending() {
        return DetachEni.of("born/eth1");
    }
}
