package io.enikit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SubnetId;
import io.enikit.model.VpcId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeletionTest {
    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16 internetGatewayAttached=true
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24
            subnet b vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.1.0/24
            group db vpc=main ingress=tcp;5432;group:web
            group default vpc=main
            group web vpc=main ingress=tcp;80;group:db
            instance app instanceType=m5.large
            eni app/eth0 subnet=a privateIpAddresses=10.0.0.10* groups=web,default instance=app deviceIndex=0 deleteOnTermination=true
            eni app/eth1 subnet=b privateIpAddresses=10.0.1.10* groups=web instance=app deviceIndex=1
            eni lb subnet=b interfaceType=network_load_balancer requesterManaged=true description=ELB%20net/x/0123456789abcdef privateIpAddresses=10.0.1.20* deviceIndex=1 attachment=ela-attach-1
            eni spare subnet=b privateIpAddresses=10.0.1.30* groups=web
            eip ip networkInterface=app/eth0 privateIpAddress=10.0.0.10
            end
            """);

    private static List<String> steps(ResourceId id) {
        return Deletion.of(PLAN, id).steps().stream()
                .map(DeletionStep::toString)
                .toList();
    }

    @Test
    void of_subnetWithAPrimaryInterface_terminatesItsInstance() {
        assertThat(steps(SubnetId.of("a")))
                .containsExactly(
                        "TerminateInstances instance app: its primary interface app/eth0 has to go: it is in subnet a",
                        "DeleteSubnet subnet a: nothing is in its way any more");
    }

    @Test
    void of_subnetWithAnInterfaceOfAService_saysWhoHasToLetGo() {
        Deletion deletion = Deletion.of(PLAN, SubnetId.of("b"));
        assertThat(deletion.isFree()).isFalse();
        assertThat(deletion.steps().get(0).toString())
                .startsWith(
                        "DetachNetworkInterface eni app/eth1: it is in subnet b, attached to instance app; EC2 instance app");
        assertThat(deletion.steps().get(2))
                .satisfies(step -> assertThat(step.operation()).isEmpty())
                .asString()
                .startsWith("(its owner) eni lb: it is in subnet b (")
                .endsWith(
                        "; load balancer net/x/0123456789abcdef (by description \"ELB net/x/0123456789abcdef\"): delete the"
                                + " load balancer, or take the subnet from it");
        assertThat(deletion.after().subnet("b")).isEmpty();
    }

    @Test
    void of_groupInUse_movesItsInterfacesAndRevokesRules() {
        Deletion deletion = Deletion.of(PLAN, SecurityGroupId.of("web"));
        assertThat(deletion.operations())
                .extracting(each -> each.action())
                .containsExactly(
                        "ModifyNetworkInterfaceAttribute",
                        "ModifyNetworkInterfaceAttribute",
                        "ModifyNetworkInterfaceAttribute",
                        "RevokeSecurityGroupIngress",
                        "DeleteSecurityGroup");
        assertThat(deletion.after().eni("spare").orElseThrow().securityGroups())
                .containsExactly(SecurityGroupId.of("default"));
    }

    @Test
    void ofInternetGateway_publicAddresses_areTakenFirst() {
        assertThat(Deletion.ofInternetGateway(PLAN, VpcId.of("main")).operations())
                .extracting(each -> each.action())
                .containsExactly("DisassociateAddress", "DetachInternetGateway");
    }

    @Test
    void of_whatIsNotThere_isNothing() {
        assertThat(steps(EniId.of("none"))).isEmpty();
        assertThat(Deletion.of(PLAN, EniId.of("none")))
                .isEqualTo(Deletion.of(PLAN, EniId.of("none")))
                .hasToString("");
    }
}
