package io.enikit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Interfaces of services are the services' own: the account can tag them, and delete those left behind. */
class ManagedInterfaceTest {
    private static final RuleSet RULES = Ec2Rules.standard().without("limits.unchecked");
    private static final Ec2 EC2 = Ec2.enforcing(RULES);
    static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16 internetGatewayAttached=true
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24
            group default vpc=main
            eni left subnet=a privateIpAddresses=10.0.0.10* requesterManaged=true sourceDestCheck=false
            eni nat subnet=a interfaceType=nat_gateway privateIpAddresses=10.0.0.11* requesterManaged=true sourceDestCheck=false deviceIndex=1 attachment=ela-attach-1
            eni trunk subnet=a interfaceType=trunk privateIpAddresses=10.0.0.12* groups=default
            eip ip
            end
            """);

    static Stream<Operation> changes() {
        return Stream.of("left", "nat")
                .flatMap(eni -> Stream.of(
                        ResetEni.of(eni),
                        ModifyEni.of(eni).withDescription("mine"),
                        ModifyEni.of(eni).withSecurityGroups("default"),
                        AssociateElasticIp.of("ip", eni),
                        AssignPrivateIpAddresses.of(eni).withSecondaryPrivateIpAddressCount(1),
                        AssociateTrunkInterface.of(eni, "trunk").withVlanId(1)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void change_interfaceOfAService_isNotPermitted(Operation change) {
        assertRefused(EC2.apply(PLAN, change), "modify.managed");
    }

    @Test
    void launch_withInterfaceOfAService_isNotPermitted() {
        assertRefused(
                EC2.apply(
                        PLAN, LaunchInstance.of("app", "m5.large").plusInterface(LaunchInterface.existing(0, "left"))),
                "attach.managed");
    }

    @Test
    void change_interfaceOfAFunction_isNotPermittedThoughItIsNotMarkedAsManaged() {
        NetworkPlan plan = PlanText.read("""
                eni-plan 1
                vpc main cidrBlocks=10.0.0.0/16
                subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24
                group default vpc=main
                group web vpc=main
                eni left subnet=a interfaceType=lambda privateIpAddresses=10.0.0.10* groups=web
                end
                """);
        assertRefused(
                EC2.apply(plan, ModifyEni.of("left").withSecurityGroups("default")),
                "modify.of-service",
                "OperationNotPermitted");
    }

    private static void assertRefused(ApplyResult result, String rule) {
        assertRefused(result, rule, "AuthFailure");
    }

    private static void assertRefused(ApplyResult result, String rule, String code) {
        assertThat(result).isInstanceOfSatisfying(ApplyResult.Refused.class, refused -> {
            assertThat(refused.rule()).as(refused.toString()).isEqualTo(rule);
            assertThat(refused.code()).isEqualTo(Optional.of(code));
        });
    }

    @Test
    void delete_interfaceOfAService_isAcceptedOnceTheServiceLeftIt() {
        assertThat(EC2.apply(PLAN, DeleteEni.of("left")).orElseThrow().eni("left"))
                .isEmpty();
        assertThat(EC2.apply(PLAN, DeleteEni.of("nat")).toString()).contains("delete.detached");
    }

    @Test
    void tags_ofAnAttachedInterfaceOfAService_comeAndGo() {
        NetworkPlan tagged =
                EC2.apply(PLAN, TagResource.of(EniId.of("nat"), "Name", "exit")).orElseThrow();
        assertThat(tagged.eni("nat").orElseThrow().tags()).containsEntry("Name", "exit");
        assertThat(EC2.apply(tagged, UntagResource.of(EniId.of("nat"), "Name"), UntagResource.of(EniId.of("nat"), "no"))
                        .orElseThrow())
                .isEqualTo(PLAN);
    }
}
