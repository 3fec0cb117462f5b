package io.enikit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.operations.AttachEni;
import io.enikit.operations.DetachEni;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import io.enikit.rules.Ec2Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operations that lead from one plan to another. */
class TransitionTest {
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard());
    private static final String TEXT = """
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16 internetGatewayAttached=true
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24
            group web vpc=main groupName=web
            group default vpc=main groupName=default
            instance app-1 instanceType=m5.large
            instance app-2 instanceType=m5.large
            eni app-1/eth0 subnet=a privateIpAddresses=10.0.0.10* groups=web instance=app-1 deviceIndex=0
            eni app-1/eth1 subnet=a privateIpAddresses=10.0.0.11*,10.0.0.12 groups=web instance=app-1 deviceIndex=1
            eni app-2/eth0 subnet=a privateIpAddresses=10.0.0.20* groups=web instance=app-2 deviceIndex=0 deleteOnTermination=true
            eip ip publicIp=203.0.113.9 networkInterface=app-1/eth1 privateIpAddress=10.0.0.12
            end
            """;
    private static final NetworkPlan PLAN = PlanText.read(TEXT);

    private static Transition to(String part, String other) {
        assertThat(TEXT).contains(part);
        return Transition.between(PLAN, PlanText.read(TEXT.replace(part, other)));
    }

    @Test
    void between_interfaceThatMoves_isDetachedAndAttached() {
        Transition moved = to("12 groups=web instance=app-1", "12 groups=web instance=app-2");
        assertThat(moved.operations())
                .containsExactly(DetachEni.of("app-1/eth1"), AttachEni.of("app-1/eth1", "app-2", 1));
        assertThat(moved.remaining().isEmpty()).isTrue();
        assertThat(EC2.apply(PLAN, moved.operations()).orElseThrow()).isEqualTo(moved.reached());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            eip ip publicIp=203.0.113.9 networkInterface=app-1/eth1 privateIpAddress=10.0.0.12 | eip ip publicIp=203.0.113.9 networkInterface=app-2/eth0 privateIpAddress=10.0.0.20 | DisassociateAddress AssociateAddress
            10.0.0.11*,10.0.0.12 | 10.0.0.11*,10.0.0.12,10.0.0.13 | AssignPrivateIpAddresses
            10.0.0.20* groups=web | 10.0.0.20* groups=default | ModifyNetworkInterfaceAttribute
            group web vpc=main groupName=web | group web vpc=main groupName=web tag:Name=web | CreateTags
            groupName=web | groupName=web ingress=tcp;443;0.0.0.0/0 | AuthorizeSecurityGroupIngress
            eip ip publicIp=203.0.113.9 networkInterface=app-1/eth1 privateIpAddress=10.0.0.12 | #gone | DisassociateAddress ReleaseAddress
            instance app-2 instanceType=m5.large | instance app-2 instanceType=m5.large state=stopped | StopInstances
            subnet a vpc=main | subnet b vpc=main availabilityZone=eu-west-1b cidrBlock=10.0.1.0/24 NEWLINE subnet a vpc=main | CreateSubnet
            deviceIndex=0 deleteOnTermination=true | deviceIndex=0 | ModifyNetworkInterfaceAttribute
            """)
    void between_oneThing_isReachedWithoutDetours(String part, String other, String actions) {
        Transition transition = to(part, other.replace(" NEWLINE ", "\n"));
        assertThat(transition.operations()).extracting(Operation::action).containsExactly(actions.split(" "));
        assertThat(transition.remaining().isEmpty()).as(transition.toString()).isTrue();
    }

    @Test
    void between_nothingAndAPlan_makesAndDeletesAll() {
        NetworkPlan nothing = NetworkPlan.builder().build();
        Transition made = Transition.between(nothing, PLAN);
        assertThat(made.operations())
                .extracting(Operation::action)
                .containsSubsequence(
                        "CreateVpc", "CreateSecurityGroup", "CreateSubnet", "RunInstances", "AllocateAddress")
                .endsWith("AssociateAddress");
        assertThat(made.remaining().added())
                .as(made.toString())
                .extracting(Object::toString)
                .hasSize(1);
        Transition deleted = Transition.between(PLAN, nothing);
        assertThat(deleted.operations()).extracting(Operation::action).endsWith("DeleteVpc");
        assertThat(deleted.remaining().isEmpty()).as(deleted.toString()).isTrue();
    }

    @Test
    void between_whatNoCallChanges_remains() {
        Transition type = to("app-2 instanceType=m5.large", "app-2 instanceType=c5.large");
        assertThat(type.operations()).isEmpty();
        assertThat(type.remaining()).hasToString("~ instance app-2 instanceType: m5.large -> c5.large");
        assertThat(type.reached()).isEqualTo(PLAN);
        assertThat(type)
                .isNotEqualTo(Transition.between(PLAN, PLAN))
                .hasToString(
                        "Transition[operations=[], remaining=~ instance app-2 instanceType: m5.large -> c5.large]");
    }

    @Test
    void between_whatEc2Chooses_countsAsEqual() {
        Transition moved = to("12 groups=web instance=app-1", "12 groups=web attachment=eni-attach-7 instance=app-2");
        assertThat(moved.remaining().isEmpty()).as(moved.toString()).isTrue();
    }
}
