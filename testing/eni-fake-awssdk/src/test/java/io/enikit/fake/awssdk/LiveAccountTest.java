package io.enikit.fake.awssdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.awssdk.LiveAccount;
import io.enikit.awssdk.LiveAccountException;
import io.enikit.awssdk.SdkRequests;
import io.enikit.fake.Ec2Error;
import io.enikit.fake.FakeEc2;
import io.enikit.fake.RecordedCall;
import io.enikit.limits.LimitRules;
import io.enikit.model.SecurityGroupRule;
import io.enikit.model.SubnetId;
import io.enikit.operations.Ec2;
import io.enikit.operations.ModifySecurityGroupRules;
import io.enikit.operations.Operation;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/** A live account as a plan: what is shown, what may not be read, what fails. */
@Ec2Test
@SuppressWarnings("unchecked") // the SDK takes generic varargs
class LiveAccountTest {
    @Test
    void account_withRights_isReadByDescribeCallsOnly(Ec2Client client, FakeEc2 ec2) {
        Account made = new Account(client);
        String eni = made.eni(made.subnet);
        int before = ec2.calls().size();
        LiveAccount account = LiveAccount.read(client);
        assertThat(account.plan().eni(eni)).isPresent();
        assertThat(account.notRead()).isEmpty();
        assertThat(account.reading().outside()).isEmpty();
        assertThat(account.reading().originOf(SubnetId.of(made.subnet)).orElseThrow())
                .hasToString("DescribeSubnets /Subnets/0");
        List<String> actions = ec2.calls().subList(before, ec2.calls().size()).stream()
                .map(RecordedCall::action)
                .toList();
        assertThat(actions)
                .hasSize(11)
                .allMatch(each -> each.startsWith("Describe") || each.equals("GetSubnetCidrReservations"));
        assertThat(LiveAccount.read(client)).isEqualTo(account).hasSameHashCodeAs(account);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DescribeVpcs",
                "DescribeInternetGateways",
                "DescribeSubnets",
                "DescribeSecurityGroups",
                "DescribeSecurityGroupRules",
                "DescribeSecurityGroupVpcAssociations",
                "DescribeInstances",
                "DescribeNetworkInterfaces",
                "DescribeTrunkInterfaceAssociations",
                "DescribeAddresses",
                "GetSubnetCidrReservations"
            })
    void account_withoutARight_isReadButForThat(String action, Ec2Client client, FakeEc2 ec2) {
        Account made = new Account(client);
        made.instance("t3.micro");
        client.allocateAddress();
        String group = made.group();
        Account other = new Account(client);
        client.associateSecurityGroupVpc(r -> r.groupId(group).vpcId(other.vpc));
        client.createNetworkInterface(r -> r.subnetId(other.subnet).groups(group));
        String gateway = client.createInternetGateway().internetGateway().internetGatewayId();
        client.attachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(made.vpc));
        String eni = made.eni(made.subnet);
        String allocation = client.allocateAddress().allocationId();
        client.associateAddress(r -> r.allocationId(allocation).networkInterfaceId(eni));
        LiveAccount whole = LiveAccount.read(client);
        ec2.failNextCall(action, Ec2Error.accessDenied());
        LiveAccount account = LiveAccount.read(client);
        assertThat(account.notRead()).containsOnlyKeys(action);
        assertThat(account.notRead().get(action))
                .isEqualTo("UnauthorizedOperation: You are not authorized to perform this operation.");
        assertThat(account.plan().resources().count())
                .isBetween(
                        whole.plan().resources().count() - 5,
                        whole.plan().resources().count());
        assertThat(account).hasToString(account.reading() + ", not read: " + action);
        assertThat(account.reading()
                        .check(Ec2Rules.standard().and(LimitRules.bundled()))
                        .findings())
                .filteredOn(each -> each.violation().severity() == Severity.ERROR)
                .isEmpty();
    }

    @Test
    void account_ofAnEndpointThatLacksAnAction_isReadButForThat(Ec2Client client, FakeEc2 ec2) {
        ec2.failNextCall("DescribeAddresses", Ec2Error.of("AccessDenied", "no"));
        ec2.failNextCall("DescribeTrunkInterfaceAssociations", Ec2Error.of("InvalidAction", "not valid here"));
        assertThat(LiveAccount.read(client).notRead())
                .containsEntry("DescribeAddresses", "AccessDenied: no")
                .containsEntry("DescribeTrunkInterfaceAssociations", "InvalidAction: not valid here")
                .hasSize(2);
    }

    /** EC2 chooses the ids of rules, and calls that change a rule name it. */
    @Test
    void rules_ofALiveAccount_haveTheirIds(Ec2Client client) {
        String group = new Account(client).group();
        String id = client.authorizeSecurityGroupIngress(r -> r.groupId(group)
                        .ipPermissions(p ->
                                p.ipProtocol("tcp").fromPort(22).toPort(22).ipRanges(i -> i.cidrIp("10.0.0.0/24"))))
                .securityGroupRules()
                .get(0)
                .securityGroupRuleId();
        LiveAccount account = LiveAccount.read(client);
        Operation change =
                ModifySecurityGroupRules.of(group).plusRule(id, SecurityGroupRule.parse("tcp;443;10.0.0.0/24"));
        assertThat(Ec2.enforcing(Ec2Rules.standard())
                        .apply(account.plan(), change)
                        .isAccepted())
                .isTrue();
        SdkRequests.in(account).send(client, change);
        assertThat(LiveAccount.read(client)
                        .plan()
                        .securityGroup(group)
                        .orElseThrow()
                        .rules()
                        .ingress())
                .singleElement()
                .satisfies(rule -> assertThat(rule.fromPort()).hasValue(443));
    }

    @Test
    void account_thatFailsOtherwise_saysWhere(Ec2Client client, FakeEc2 ec2) {
        ec2.failNextCall("DescribeInstances", Ec2Error.throttled());
        assertThatThrownBy(() -> LiveAccount.read(client))
                .isInstanceOf(LiveAccountException.class)
                .hasMessageStartingWith("DescribeInstances: Request limit exceeded.")
                .hasCauseInstanceOf(Ec2Exception.class)
                .satisfies(e -> assertThat(((LiveAccountException) e).action()).isEqualTo("DescribeInstances"));
    }

    @Test
    void subnet_thatIsDeletedMeanwhile_endsNothing(Ec2Client client, FakeEc2 ec2) {
        new Account(client);
        ec2.failNextCall("GetSubnetCidrReservations", Ec2Error.of("InvalidSubnetID.NotFound", "gone"));
        LiveAccount account = LiveAccount.read(client);
        assertThat(account.notRead()).isEmpty();
        assertThat(account.plan().subnets()).hasSize(1);
    }

    @Test
    void account_ofManyPages_isReadWhole(Ec2Client client, FakeEc2 ec2) {
        String vpc = client.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        String subnet = client.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.0.0/20"))
                .subnet()
                .subnetId();
        for (int i = 0; i < 1_001; i++) {
            client.createNetworkInterface(r -> r.subnetId(subnet));
        }
        int before = ec2.calls().size();
        assertThat(LiveAccount.read(client).plan().enisIn(subnet)).hasSize(1_001);
        assertThat(ec2.calls().subList(before, ec2.calls().size()))
                .filteredOn(call -> call.action().equals("DescribeNetworkInterfaces"))
                .hasSize(2);
    }
}
