package io.enikit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.ElasticIpId;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.VpcId;
import io.enikit.operations.Operation;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in the way of resources of each kind. */
class DeletionStepsTest {
    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16 internetGatewayAttached=true
            vpc other cidrBlocks=10.1.0.0/16
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24
            subnet c vpc=other availabilityZone=eu-west-1a cidrBlock=10.1.0.0/24
            group default vpc=main ingress=tcp;22;group:default
            group own vpc=main associatedVpcs=other
            group shared vpc=other associatedVpcs=main
            group web vpc=main ingress=tcp;80;group:default egress=tcp;80;group:default
            group other-default vpc=other groupName=default
            instance app instanceType=m5.large
            instance dead instanceType=m5.large state=terminated
            eni app/eth0 subnet=a privateIpAddresses=10.0.0.10* groups=web instance=app deviceIndex=0 deleteOnTermination=true
            eni app/eth1 subnet=a interfaceType=efa privateIpAddresses=10.0.0.11* groups=web instance=app deviceIndex=1
            eni branch subnet=a interfaceType=branch privateIpAddresses=10.0.0.31* groups=web trunk=trunk vlanId=7
            eni public subnet=a privateIpAddresses=10.0.0.21* groups=web associatePublicIpAddress=true publicIpv4=203.0.113.5
            eni plain subnet=a privateIpAddresses=10.0.0.22* groups=default
            eni at-home subnet=c privateIpAddresses=10.1.0.21* groups=shared
            eni far subnet=c privateIpAddresses=10.1.0.20* groups=own
            eni near subnet=a privateIpAddresses=10.0.0.23* groups=shared,web
            eni trunk subnet=a interfaceType=trunk privateIpAddresses=10.0.0.30* groups=web
            eip free publicIp=203.0.113.8
            eip ip publicIp=203.0.113.9 networkInterface=app/eth1 privateIpAddress=10.0.0.11
            end
            """);

    private static Stream<String> steps(Deletion deletion) {
        return deletion.steps().stream()
                .map(step -> step.operation().map(Operation::action).orElse("(its owner)") + " " + step.subject() + ": "
                        + step.reason());
    }

    static Stream<Arguments> deletions() {
        return Stream.of(
                Arguments.of(InstanceId.of("app"), "TerminateInstances app: nothing is in its way any more"),
                Arguments.of(InstanceId.of("dead"), ""),
                Arguments.of(EniId.of("plain"), "DeleteNetworkInterface plain: nothing is in its way any more"),
                Arguments.of(EniId.of("app/eth1"), """
                        StopInstances app/eth1: nothing is in its way any more, attached to instance app
                        DetachNetworkInterface app/eth1: nothing is in its way any more, attached to instance app
                        DeleteNetworkInterface app/eth1: nothing is in its way any more"""),
                Arguments.of(EniId.of("branch"), """
                        DisassociateTrunkInterface branch: nothing is in its way any more, as a branch
                        DeleteNetworkInterface branch: nothing is in its way any more"""),
                Arguments.of(EniId.of("trunk"), """
                        DisassociateTrunkInterface branch: it is a branch of eni trunk
                        DeleteNetworkInterface trunk: nothing is in its way any more"""),
                Arguments.of(ElasticIpId.of("free"), "ReleaseAddress free: nothing is in its way any more"),
                Arguments.of(ElasticIpId.of("ip"), """
                        DisassociateAddress ip: it is associated with an address
                        ReleaseAddress ip: nothing is in its way any more"""),
                Arguments.of(SecurityGroupId.of("default"), """
                        DeleteNetworkInterface plain: it is in group default
                        RevokeSecurityGroupIngress web: it has a rule for group default
                        RevokeSecurityGroupEgress web: it has a rule for group default
                        (its owner) default: nothing is in its way any more (default is the default group of VPC main)"""),
                Arguments.of(SecurityGroupId.of("own"), """
                        ModifyNetworkInterfaceAttribute far: it is in group own
                        DisassociateSecurityGroupVpc own: it is associated with vpc other
                        DeleteSecurityGroup own: nothing is in its way any more"""),
                Arguments.of(VpcId.of("main"), """
                        TerminateInstances app: its primary interface app/eth0 has to go: it is in subnet a
                        DeleteNetworkInterface app/eth1: it is in subnet a
                        DisassociateTrunkInterface branch: it is in subnet a, as a branch
                        DeleteNetworkInterface branch: it is in subnet a
                        DeleteNetworkInterface near: it is in subnet a
                        DeleteNetworkInterface plain: it is in subnet a
                        DeleteNetworkInterface public: it is in subnet a
                        DeleteNetworkInterface trunk: it is in subnet a
                        DeleteSubnet a: it is in vpc main
                        DisassociateSecurityGroupVpc shared: it is associated with vpc main
                        RevokeSecurityGroupIngress web: it has a rule for group default
                        RevokeSecurityGroupEgress web: it has a rule for group default
                        ModifyNetworkInterfaceAttribute far: it is in group own
                        DisassociateSecurityGroupVpc own: it is associated with vpc other
                        DeleteSecurityGroup own: it is in vpc main
                        DeleteSecurityGroup web: it is in vpc main
                        DetachInternetGateway main: its internet gateway is attached
                        DeleteVpc main: nothing is in its way any more"""));
    }

    @ParameterizedTest
    @MethodSource("deletions")
    void of_resource_saysStepByStepWhatHasToGo(ResourceId id, String steps) {
        Deletion deletion = Deletion.of(PLAN, id);
        assertThat(deletion.subject()).isEqualTo(id);
        assertThat(steps(deletion).collect(Collectors.joining("\n"))).isEqualTo(steps);
        assertThat(deletion.isFree()).isEqualTo(!steps.contains("(its owner)"));
        assertThat(deletion.after().find(id).isPresent()).isEqualTo(id.equals(InstanceId.of("app")) || steps.isEmpty());
    }

    @Test
    void ofInternetGateway_publicAddressesOfBothKinds_areTaken() {
        assertThat(steps(Deletion.ofInternetGateway(PLAN, VpcId.of("main"))))
                .containsExactly(
                        "DisassociateAddress app/eth1: it has the public address of eip ip",
                        "ModifyNetworkInterfaceAttribute public: it has a public address",
                        "DetachInternetGateway main: its internet gateway is attached");
        assertThat(Deletion.ofInternetGateway(PLAN, VpcId.of("other")).steps()).isEmpty();
    }

    @Test
    void of_groupInAVpcWithoutADefaultGroup_losesTheInstanceWithAllItsInterfaces() {
        NetworkPlan plan = PlanText.read("""
                eni-plan 1
                vpc main cidrBlocks=10.0.0.0/16
                subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24
                group go vpc=main
                group stay vpc=main
                instance app instanceType=m5.large
                eni app/eth0 subnet=a privateIpAddresses=10.0.0.10* groups=go instance=app deviceIndex=0 deleteOnTermination=true
                eni app/eth1 subnet=a privateIpAddresses=10.0.0.11* groups=go,stay instance=app deviceIndex=1 deleteOnTermination=true
                end
                """);
        assertThat(steps(Deletion.of(plan, SecurityGroupId.of("go"))))
                .containsExactly(
                        "TerminateInstances app: its primary interface app/eth0 has to go: it is in group go",
                        "DeleteSecurityGroup go: nothing is in its way any more");
    }

    @Test
    void toString_ofADeletion_isItsStepsALineEach() {
        Deletion deletion = Deletion.of(PLAN, EniId.of("branch"));
        assertThat(deletion.steps().get(0).owner()).map(InterfaceOwner::kind).hasValue(OwnerKind.BRANCH);
        assertThat(deletion)
                .hasToString(
                        "DisassociateTrunkInterface eni branch: nothing is in its way any more, as a branch; branch"
                                + " of a trunk trunk (by its association with a trunk): take the branch from its trunk, then delete it\n"
                                + "DeleteNetworkInterface eni branch: nothing is in its way any more; unknown (it is not attached):"
                                + " ask whoever made it");
    }

    @Test
    void equals_deletionsAndStepsThatDiffer_isFalse() {
        Deletion plain = Deletion.of(PLAN, EniId.of("plain"));
        DeletionStep step = plain.steps().get(0);
        assertThat(plain)
                .isEqualTo(Deletion.of(PLAN, EniId.of("plain")))
                .hasSameHashCodeAs(Deletion.of(PLAN, EniId.of("plain")))
                .isNotEqualTo(Deletion.of(PLAN, EniId.of("public")))
                .isNotEqualTo(Deletion.of(
                        PlanText.read(PlanText.write(PLAN).replace("eip free", "eip other")), plain.subject()));
        assertThat(step)
                .isEqualTo(new DeletionStep(step.subject(), step.operation(), step.reason(), step.owner()))
                .hasSameHashCodeAs(new DeletionStep(step.subject(), step.operation(), step.reason(), step.owner()))
                .isNotEqualTo(new DeletionStep(EniId.of("e"), step.operation(), step.reason(), step.owner()))
                .isNotEqualTo(new DeletionStep(step.subject(), Optional.empty(), step.reason(), step.owner()))
                .isNotEqualTo(new DeletionStep(step.subject(), step.operation(), "", step.owner()))
                .isNotEqualTo(new DeletionStep(step.subject(), step.operation(), step.reason(), Optional.empty()));
    }
}
