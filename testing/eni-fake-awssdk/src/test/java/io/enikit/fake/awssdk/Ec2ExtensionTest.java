package io.enikit.fake.awssdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.fake.FakeEc2;
import io.enikit.model.PlanDiff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** The extension: a plan beside the test, one fake a test, what is missing and what is left. */
@Ec2Test(plan = "two-zones.plan")
class Ec2ExtensionTest {
    @BeforeEach
    void start(FakeEc2 ec2) {
        assertThat(ec2.calls()).isEmpty();
    }

    @Test
    void plan_besideTheTest_isTheStart(Ec2Client client, FakeEc2 ec2) {
        assertThat(ec2.region()).isEqualTo("eu-west-1");
        client.attachNetworkInterface(
                r -> r.networkInterfaceId("spare").instanceId("app-1").deviceIndex(1));
        assertThat(PlanDiff.between(ec2.seed(), ec2.plan()).toString()).contains("spare", "app-1");
    }

    @Test
    @Ec2Test(region = "us-west-2", defaultVpc = true)
    void settings_ofTheTest_comeFirst(Ec2Client client, FakeEc2 ec2) {
        assertThat(ec2.region()).isEqualTo("us-west-2");
        assertThat(client.describeSubnets().subnets()).hasSize(4).allMatch(subnet -> subnet.defaultForAz());
    }

    @Test
    void leaks_whereForbidden_failTheTest(Ec2Client client, FakeEc2 ec2) {
        String vpc = client.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        FreshFake fake = new FreshFake(ec2);
        fake.verify(false);
        assertThatThrownBy(() -> fake.verify(true))
                .isInstanceOf(AssertionError.class)
                .hasMessage("1 left:\n" + vpc + ", made by call 1, CreateVpc");
        client.deleteVpc(r -> r.vpcId(vpc));
        fake.verify(true);
    }

    @Test
    void actions_thatNothingAnswers_failTheTest() {
        FakeEc2 ec2 = FakeEc2.empty();
        try (Ec2Client client = Ec2Clients.sync(ec2)) {
            assertThat(Account.code(client::describeImages)).isEqualTo("InvalidAction");
        }
        assertThatThrownBy(() -> new FreshFake(ec2).verify(false))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("nothing answers DescribeImages");
    }
}
