package io.enikit.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.model.CidrReservation;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.SecurityGroupId;
import io.enikit.net.IpAddress;
import io.enikit.rules.Ec2Rules;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations and their answers as values: what they are called, what they print, and which are equal. */
class OperationValuesTest {
    /** Operations with other arguments than one or two ids. */
    private static final Map<String, Supplier<Operation>> OTHERS = Map.of(
            "AssociateSubnetCidrBlock", () -> AssociateSubnetCidrBlock.of("some", "2001:db8::/64"),
            "AttachEni", () -> AttachEni.of("some", "more", 1),
            "CreateVpc", () -> CreateVpc.of("some", "10.0.0.0/16"),
            "CreateSubnet", () -> CreateSubnet.of("some", "more", "eu-west-1a"),
            "CreateSubnetCidrReservation",
                    () -> CreateSubnetCidrReservation.of("some", "10.0.0.0/28", CidrReservation.Type.PREFIX),
            "DeleteSubnetCidrReservation", () -> DeleteSubnetCidrReservation.of("some", "10.0.0.0/28"),
            "DisassociateVpcCidrBlock", () -> DisassociateVpcCidrBlock.of("some", "10.1.0.0/16"),
            "DisassociateSubnetCidrBlock", () -> DisassociateSubnetCidrBlock.of("some", "2001:db8::/64"),
            "TagResource", () -> TagResource.of(EniId.of("some"), "key", "value"),
            "UntagResource", () -> UntagResource.of(EniId.of("some"), "key"));

    private static Operation operation(String name) throws ReflectiveOperationException {
        if (OTHERS.containsKey(name)) {
            return OTHERS.get(name).get();
        }
        Class<?> type = Class.forName("io.enikit.operations." + name);
        for (var method : type.getMethods()) {
            boolean ofTexts = method.getName().equals("of");
            for (Class<?> parameter : method.getParameterTypes()) {
                ofTexts &= parameter == String.class;
            }
            if (ofTexts) {
                Object[] ids = {"some", "more"};
                return (Operation) method.invoke(null, Arrays.copyOf(ids, method.getParameterCount()));
            }
        }
        throw new NoSuchMethodException(name);
    }

    @ParameterizedTest
    @CsvSource({
        "AllocateElasticIp, AllocateAddress",
        "AssignIpv6Addresses, AssignIpv6Addresses",
        "AssignPrivateIpAddresses, AssignPrivateIpAddresses",
        "AssociateElasticIp, AssociateAddress",
        "AssociateElasticIpWithInstance, AssociateAddress",
        "AssociateSecurityGroupVpc, AssociateSecurityGroupVpc",
        "AssociateSubnetCidrBlock, AssociateSubnetCidrBlock",
        "AssociateTrunkInterface, AssociateTrunkInterface",
        "AssociateVpcCidrBlock, AssociateVpcCidrBlock",
        "AttachEni, AttachNetworkInterface",
        "AttachInternetGateway, AttachInternetGateway",
        "AuthorizeSecurityGroupEgress, AuthorizeSecurityGroupEgress",
        "AuthorizeSecurityGroupIngress, AuthorizeSecurityGroupIngress",
        "CreateEni, CreateNetworkInterface",
        "CreateSecurityGroup, CreateSecurityGroup",
        "CreateSubnet, CreateSubnet",
        "CreateSubnetCidrReservation, CreateSubnetCidrReservation",
        "CreateVpc, CreateVpc",
        "DeleteEni, DeleteNetworkInterface",
        "DeleteSecurityGroup, DeleteSecurityGroup",
        "DeleteSubnet, DeleteSubnet",
        "DeleteSubnetCidrReservation, DeleteSubnetCidrReservation",
        "DeleteVpc, DeleteVpc",
        "DetachAttachment, DetachNetworkInterface",
        "DetachEni, DetachNetworkInterface",
        "DetachInternetGateway, DetachInternetGateway",
        "DisassociateElasticIp, DisassociateAddress",
        "DisassociateSecurityGroupVpc, DisassociateSecurityGroupVpc",
        "DisassociateSubnetCidrBlock, DisassociateSubnetCidrBlock",
        "DisassociateTrunkInterface, DisassociateTrunkInterface",
        "DisassociateVpcCidrBlock, DisassociateVpcCidrBlock",
        "LaunchInstance, RunInstances",
        "ModifyEni, ModifyNetworkInterfaceAttribute",
        "ModifyInstance, ModifyInstanceAttribute",
        "ModifySecurityGroupRules, ModifySecurityGroupRules",
        "ModifySubnet, ModifySubnetAttribute",
        "ReleaseElasticIp, ReleaseAddress",
        "ResetEni, ResetNetworkInterfaceAttribute",
        "RevokeSecurityGroupEgress, RevokeSecurityGroupEgress",
        "RevokeSecurityGroupIngress, RevokeSecurityGroupIngress",
        "StartInstance, StartInstances",
        "StopInstance, StopInstances",
        "TagResource, CreateTags",
        "TerminateInstance, TerminateInstances",
        "UnassignIpv6Addresses, UnassignIpv6Addresses",
        "UnassignPrivateIpAddresses, UnassignPrivateIpAddresses",
        "UntagResource, DeleteTags",
        "UpdateSecurityGroupRuleDescriptionsEgress, UpdateSecurityGroupRuleDescriptionsEgress",
        "UpdateSecurityGroupRuleDescriptionsIngress, UpdateSecurityGroupRuleDescriptionsIngress"
    })
    void operation_hasItsAction_andPrintsItsNameAndItsIds(String name, String action)
            throws ReflectiveOperationException {
        Operation operation = operation(name);
        assertThat(operation.action()).isEqualTo(action);
        assertThat(operation.toString())
                .startsWith(name + "{")
                .contains("=some")
                .endsWith("}");
        assertThat(operation).isEqualTo(operation(name)).hasSameHashCodeAs(operation(name));
    }

    @Test
    void interfacesOfALaunch_withEqualParts_areEqual() {
        LaunchInterface first = LaunchInterface.existing(1, "e");
        assertThat(first)
                .isEqualTo(LaunchInterface.existing(1, "e"))
                .hasSameHashCodeAs(LaunchInterface.existing(1, "e"));
        assertThat(first)
                .isNotEqualTo(LaunchInterface.existing(2, "e"))
                .isNotEqualTo(LaunchInterface.existing(1, "f"))
                .isNotEqualTo(LaunchInterface.creating(1, CreateEni.of("e", "s")))
                .isNotEqualTo(first.withNetworkCardIndex(1))
                .isNotEqualTo(first.withDeleteOnTermination(true))
                .isNotEqualTo(first.withAttachmentId("eni-attach-1"))
                .isNotEqualTo("a text");
        assertThat(first.hashCode())
                .isNotEqualTo(LaunchInterface.existing(2, "e").hashCode());
        assertThat(first.withNetworkCardIndex(1).networkCardIndex()).isOne();
        assertThat(first.withNetworkCardIndex(1)).hasToString("card 1, index 1: e");
        assertThat(LaunchInterface.creating(0, CreateEni.of("e", "s")).toString())
                .startsWith("card 0, index 0: CreateEni{");
    }

    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc v cidrBlocks=10.0.0.0/16
            subnet s vpc=v availabilityZone=z cidrBlock=10.0.0.0/24
            group g vpc=v
            instance i instanceType=m5.large
            eni p subnet=s privateIpAddresses=10.0.0.4* groups=g instance=i deviceIndex=0
            eni e subnet=s privateIpAddresses=10.0.0.5* groups=g
            end
            """);

    private static ApplyResult apply(Operation... operations) {
        return Ec2.enforcing(Ec2Rules.standard()).apply(PLAN, operations);
    }

    @Test
    void refusals_withEqualParts_areEqual() {
        ApplyResult first = apply(DeleteEni.of("nobody"));
        assertThat(first).isEqualTo(apply(DeleteEni.of("nobody"))).hasSameHashCodeAs(apply(DeleteEni.of("nobody")));
        assertThat(first)
                .isNotEqualTo(apply(DeleteEni.of("nothing")))
                .isNotEqualTo(apply(DetachEni.of("p")))
                .isNotEqualTo(apply(DeleteEni.of("e"), DeleteEni.of("nobody")))
                .isNotEqualTo("a text");
        assertThat(first.hashCode()).isNotEqualTo(apply(DetachEni.of("p")).hashCode());
    }

    @Test
    void acceptances_withEqualPlansAndOutcomes_areEqual() {
        ApplyResult.Accepted first = (ApplyResult.Accepted) apply(DeleteEni.of("e"));
        assertThat(first).isEqualTo(apply(DeleteEni.of("e"))).hasSameHashCodeAs(apply(DeleteEni.of("e")));
        assertThat(first).isNotEqualTo(apply(AttachEni.of("e", "i", 1))).isNotEqualTo("a text");
        assertThat(first.hashCode())
                .isNotEqualTo(apply(AttachEni.of("e", "i", 1)).hashCode());
        assertThat(first).hasToString("accepted: " + first.outcomes());
    }

    @Test
    void outcome_saysWhichCallDidWhatToWhom() {
        ApplyResult.Accepted accepted =
                (ApplyResult.Accepted) apply(TagResource.of(InstanceId.of("i"), "k", "v"), DeleteEni.of("e"));
        Outcome last = accepted.outcomes().get(accepted.outcomes().size() - 1);
        assertThat(last.operationIndex()).isOne();
        assertThat(last.kind()).isEqualTo(Outcome.Kind.DELETED);
        assertThat(last.subject()).isEqualTo(EniId.of("e"));
        assertThat(last).hasToString("e: DELETED" + (last.detail().isEmpty() ? "" : " " + last.detail()));
        Outcome tagged = accepted.outcomes().get(0);
        assertThat(tagged.detail()).contains("k");
        assertThat(tagged).isNotEqualTo(last).isNotEqualTo("a text");
        assertThat(tagged.hashCode()).isNotEqualTo(last.hashCode());
    }

    @Test
    void texts_standForIdsAndAddresses() {
        assertThat(LaunchInstance.of("i", "m5.large").withPrivateIpAddress("10.0.0.9"))
                .isEqualTo(LaunchInstance.of("i", "m5.large").withPrivateIpAddress(IpAddress.parse("10.0.0.9")));
        assertThat(LaunchInstance.of("i", "m5.large").withSecurityGroups("g"))
                .isEqualTo(LaunchInstance.of("i", "m5.large").withSecurityGroups(SecurityGroupId.of("g")));
        assertThat(ModifyEni.of("e").withSecurityGroups("g"))
                .isEqualTo(ModifyEni.of("e").withSecurityGroups(SecurityGroupId.of("g")));
        assertThat(CreateEni.of("e", "s").withSecurityGroups("g"))
                .isEqualTo(CreateEni.of("e", "s").withSecurityGroups(SecurityGroupId.of("g")));
        assertThat(ModifyInstance.of("i").withSecurityGroups("g"))
                .isEqualTo(ModifyInstance.of("i").withSecurityGroups(SecurityGroupId.of("g")));
    }

    @Test
    void exceptionOfARefusal_hasTheRefusal() {
        ApplyResult refused = apply(DeleteEni.of("nobody"));
        assertThatThrownBy(refused::orElseThrow)
                .isInstanceOfSatisfying(
                        OperationRefusedException.class,
                        e -> assertThat(e.refused()).isEqualTo(refused));
    }
}
