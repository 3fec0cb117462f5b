package io.enikit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.model.PlanText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a test can ask of a fake, and tell it. */
class ControlsTest {
    private final Net net = new Net();
    private final TestClient client = net.client;
    private final FakeEc2 ec2 = client.ec2();

    @Test
    void restore_snapshot_undoesWhatCameAfter() {
        FakeSnapshot before = ec2.snapshot();
        String eni = net.eni();
        assertThat(ec2.snapshot()).isNotEqualTo(before);
        ec2.restore(before);
        assertThat(ec2.snapshot()).isEqualTo(before);
        assertThat(ec2.plan().enis()).isEmpty();
        assertThat(net.eni()).isEqualTo(eni);
    }

    @Test
    void reset_goesBackToTheSeed() {
        ec2.settlesAfter(2);
        ec2.failNextCall("DescribeVpcs", Ec2Error.throttled());
        ec2.reset();
        assertThat(PlanText.write(ec2.plan())).isEqualTo(PlanText.write(ec2.seed()));
        assertThat(ec2.calls()).isEmpty();
        assertThat(client.call("DescribeVpcs").status()).isEqualTo(200);
    }

    @Test
    void sameCalls_inTwoFakes_giveTheSameIdsAddressesAndTimes() {
        Net other = new Net();
        net.eni();
        net.instance("m5.large");
        other.eni();
        other.instance("m5.large");
        assertThat(other.client.ec2().snapshot()).isEqualTo(ec2.snapshot());
        assertThat(other.client.call("DescribeInstances").toString())
                .isEqualTo(client.call("DescribeInstances").toString());
    }

    @Test
    void error_planned_hasItsStatusAndChangesNothing() {
        ec2.failNextAttempt("CreateNetworkInterface", Ec2Error.accessDenied());
        TestClient.Answer denied = client.tryCall("CreateNetworkInterface", "SubnetId", net.subnet);
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.code()).isEqualTo("UnauthorizedOperation");
        assertThat(net.eni()).isEqualTo("eni-00000000000000001");
        ec2.failNextAttempt("DescribeVpcs", Ec2Error.of("Blocked", "by a test"));
        assertThat(client.tryCall("DescribeVpcs").message()).isEqualTo("by a test");
    }

    @Test
    void call_withAttempts_failsForAsLongAsItIsTheSameCall() {
        ec2.failNextCall("DescribeVpcs", Ec2Error.internalError());
        WireRequest first = WireRequest.of("Action=DescribeVpcs").withInvocation("one");
        assertThat(ec2.exchange(first).status()).isEqualTo(500);
        assertThat(ec2.exchange(first).status()).isEqualTo(500);
        assertThat(ec2.exchange(WireRequest.of("Action=DescribeVpcs").withInvocation("two"))
                        .status())
                .isEqualTo(200);
        List<RecordedCall> calls = ec2.calls();
        assertThat(calls.get(calls.size() - 2).attempts()).isEqualTo(2);
        assertThat(calls.get(calls.size() - 2).errorCode()).contains("InternalError");
    }

    @Test
    void calls_areRecordedWithParametersAndWhatTheyMade() {
        String eni = net.eni();
        RecordedCall call = ec2.calls().get(ec2.calls().size() - 1);
        assertThat(call.action()).isEqualTo("CreateNetworkInterface");
        assertThat(call.parameters()).isEqualTo(Map.of("SubnetId", net.subnet));
        assertThat(call.made()).containsExactly(eni);
        assertThat(call.region()).isEqualTo("us-east-1");
    }

    @Test
    void unansweredAction_isListed() {
        assertThat(client.refused("DescribeVolumes")).isEqualTo("InvalidAction");
        assertThat(ec2.unanswered()).containsExactly("DescribeVolumes");
    }

    @Test
    void on_anyAction_answersInItsPlace() {
        ec2.on("DescribeVolumes", request -> Map.of("Volumes", List.of(Map.of("VolumeId", "vol-1", "Size", 8))));
        assertThat(client.call("DescribeVolumes").text("volumeSet/item/size")).isEqualTo("8");
        ec2.on("DescribeVpcs", request -> {
            throw Ec2Error.of("Blocked", "by a test");
        });
        assertThat(client.refused("DescribeVpcs")).isEqualTo("Blocked");
        ec2.on("DescribeVolumes", request -> Map.of("Volumez", List.of()));
        assertThat(client.tryCall("DescribeVolumes").message()).contains("DescribeVolumesResult has no member Volumez");
        assertThatThrownBy(() -> ec2.on("MakeCoffee", request -> Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"MakeCoffee\": EC2 has no such action");
    }

    @Test
    void leaks_nameWhatIsLeftAndWhoMadeIt() {
        String instance = net.instance("t3.micro");
        String eni = net.eni();
        assertThat(ec2.leaks())
                .extracting(Leak::id)
                .contains(instance, eni, net.vpc)
                .doesNotContain("sg-00000000000000001");
        client.call("TerminateInstances", "InstanceId.1", instance);
        client.call("DeleteNetworkInterface", "NetworkInterfaceId", eni);
        client.call("DeleteSubnet", "SubnetId", net.subnet);
        client.call("DeleteSubnet", "SubnetId", net.other);
        client.call("DeleteVpc", "VpcId", net.vpc);
        assertThat(ec2.leaks()).isEmpty();
    }

    @Test
    void visibleAfter_hidesFromListsAndById() {
        ec2.visibleAfter(2);
        String eni = net.eni();
        assertThat(client.call("DescribeNetworkInterfaces").has("networkInterfaceSet/item"))
                .isFalse();
        assertThat(client.refused("DescribeNetworkInterfaces", "NetworkInterfaceId.1", eni))
                .isEqualTo("InvalidNetworkInterfaceID.NotFound");
        assertThat(client.call("DescribeNetworkInterfaces", "NetworkInterfaceId.1", eni)
                        .has("networkInterfaceSet/item"))
                .isTrue();
    }

    @Test
    void newAccount_hasADefaultVpcWithASubnetPerZone() {
        FakeEc2 fresh = FakeEc2.newAccount("us-west-2");
        assertThat(fresh.plan().vpcs()).hasSize(1).allMatch(vpc -> vpc.defaultVpc());
        assertThat(fresh.plan().subnets()).hasSize(4);
        assertThat(new TestClient(fresh)
                        .call("RunInstances", "ImageId", Net.IMAGE, "MinCount", 1, "MaxCount", 1)
                        .text("instancesSet/item/placement/availabilityZone"))
                .isEqualTo("us-west-2a");
        assertThat(client.refused("RunInstances", "ImageId", Net.IMAGE, "MinCount", 1, "MaxCount", 1))
                .isEqualTo("VPCIdNotSpecified");
    }

    @Test
    void launch_ofSeveral_isAllThatFit() {
        String tiny = net.subnet("10.0.3.0/28", "us-east-1a");
        TestClient.Answer launched = client.call(
                "RunInstances",
                "ImageId",
                Net.IMAGE,
                "InstanceType",
                "t3.micro",
                "SubnetId",
                tiny,
                "MinCount",
                5,
                "MaxCount",
                20);
        assertThat(launched.texts("instancesSet/item/instanceId")).hasSize(11);
        assertThat(client.call("DescribeInstances").texts("reservationSet/item/reservationId"))
                .hasSize(1);
        assertThat(client.refused("RunInstances", "ImageId", Net.IMAGE, "SubnetId", tiny, "MinCount", 1, "MaxCount", 1))
                .isEqualTo("InsufficientFreeAddressesInSubnet");
    }

    @Test
    void terminationProtection_isHeeded() {
        String instance = net.instance("t3.micro");
        client.call("ModifyInstanceAttribute", "InstanceId", instance, "DisableApiTermination.Value", true);
        assertThat(client.refused("TerminateInstances", "InstanceId.1", instance))
                .isEqualTo("OperationNotPermitted");
        assertThat(client.refused("ModifyInstanceAttribute", "InstanceId", instance, "InstanceType.Value", "t3.small"))
                .isEqualTo("IncorrectInstanceState");
    }
}
