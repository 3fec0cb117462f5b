package io.enikit.fake.awssdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.enikit.fake.Ec2Error;
import io.enikit.fake.FakeEc2;
import io.enikit.fake.RecordedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceStatus;

/** The SDK's clients, served in process. */
@Ec2Test
class SdkTest {
    private static String subnet(Ec2Client client) {
        String vpc = client.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        return client.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.1.0/24"))
                .subnet()
                .subnetId();
    }

    private static String eni(Ec2Client client, String subnet) {
        return client.createNetworkInterface(r -> r.subnetId(subnet))
                .networkInterface()
                .networkInterfaceId();
    }

    private static String instance(Ec2Client client, String subnet) {
        return client.runInstances(r -> r.imageId("ami-12345678")
                        .instanceType("t3.micro")
                        .minCount(1)
                        .maxCount(1)
                        .subnetId(subnet))
                .instances()
                .get(0)
                .instanceId();
    }

    private static String code(Runnable call) {
        return catchThrowableOfType(Ec2Exception.class, call::run)
                .awsErrorDetails()
                .errorCode();
    }

    @Test
    void client_ofTheFake_isTheSdksOwn(Ec2Client client, FakeEc2 ec2) {
        String subnet = subnet(client);
        String eni = eni(client, subnet);
        String instance = instance(client, subnet);
        client.attachNetworkInterface(
                r -> r.networkInterfaceId(eni).instanceId(instance).deviceIndex(1));
        NetworkInterface shown = client.describeNetworkInterfaces(r -> r.networkInterfaceIds(eni))
                .networkInterfaces()
                .get(0);
        assertThat(shown.attachment().instanceId()).isEqualTo(instance);
        assertThat(shown.hasTagSet()).isTrue();
        assertThat(ec2.plan().enisOf(instance)).hasSize(2);
        assertThat(code(() -> client.deleteNetworkInterface(r -> r.networkInterfaceId(eni))))
                .isEqualTo("InvalidParameterValue");
    }

    @Test
    void asyncClient_andItsPaginator_seeTheSame(Ec2Client client, Ec2AsyncClient async) {
        String subnet = subnet(client);
        for (int i = 0; i < 12; i++) {
            eni(client, subnet);
        }
        assertThat(client.describeNetworkInterfacesPaginator(r -> r.maxResults(5)).stream()
                        .map(page -> page.networkInterfaces().size()))
                .containsExactly(5, 5, 2);
        List<String> ids = new ArrayList<>();
        async.describeNetworkInterfacesPaginator(r -> r.maxResults(5))
                .networkInterfaces()
                .subscribe(each -> ids.add(each.networkInterfaceId()))
                .join();
        assertThat(ids).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void attempt_thatIsThrottled_isRepeated(Ec2Client client, FakeEc2 ec2) {
        ec2.failNextAttempt("DescribeVpcs", Ec2Error.throttled());
        assertThat(client.describeVpcs().vpcs()).isEmpty();
        RecordedCall call = ec2.calls().get(0);
        assertThat(call.attempts()).isEqualTo(2);
        assertThat(call.errorCode()).isEmpty();
    }

    @Test
    void call_thatFails_failsWithAllItsAttempts(Ec2Client client, FakeEc2 ec2) {
        ec2.failNextCall("RunInstances", Ec2Error.insufficientInstanceCapacity());
        String subnet = subnet(client);
        assertThat(code(() -> instance(client, subnet))).isEqualTo("InsufficientInstanceCapacity");
        assertThat(ec2.calls().get(2).attempts()).isEqualTo(3);
        instance(client, subnet);
    }

    @Test
    void waiters_withSlowSettling_end(Ec2Client client, FakeEc2 ec2) {
        ec2.settlesAfter(3);
        String instance = instance(client, subnet(client));
        assertThat(client.describeInstances(r -> r.instanceIds(instance))
                        .reservations()
                        .get(0)
                        .instances()
                        .get(0)
                        .state()
                        .name())
                .isEqualTo(InstanceStateName.PENDING);
        Ec2Clients.waiter(client).waitUntilInstanceRunning(r -> r.instanceIds(instance));
        client.stopInstances(r -> r.instanceIds(instance));
        Ec2Clients.waiter(client).waitUntilInstanceStopped(r -> r.instanceIds(instance));
        client.terminateInstances(r -> r.instanceIds(instance));
        Ec2Clients.waiter(client).waitUntilInstanceTerminated(r -> r.instanceIds(instance));
    }

    @Test
    void detach_thatIsNotWaitedFor_isSeenToBeUnderWay(Ec2Client client, FakeEc2 ec2) {
        String subnet = subnet(client);
        String eni = eni(client, subnet);
        String instance = instance(client, subnet);
        String attachment = client.attachNetworkInterface(
                        r -> r.networkInterfaceId(eni).instanceId(instance).deviceIndex(1))
                .attachmentId();
        ec2.settlesAfter(2);
        client.detachNetworkInterface(r -> r.attachmentId(attachment));
        assertThat(code(() -> client.attachNetworkInterface(
                        r -> r.networkInterfaceId(eni).instanceId(instance).deviceIndex(1))))
                .isEqualTo("InvalidNetworkInterface.InUse");
        Ec2Clients.waiter(client).waitUntilNetworkInterfaceAvailable(r -> r.networkInterfaceIds(eni));
        assertThat(client.describeNetworkInterfaces(r -> r.networkInterfaceIds(eni))
                        .networkInterfaces()
                        .get(0)
                        .status())
                .isEqualTo(NetworkInterfaceStatus.AVAILABLE);
    }

    @Test
    void resource_thatIsNotVisibleYet_isNotFound(Ec2Client client, FakeEc2 ec2) {
        ec2.visibleAfter(2);
        String vpc = client.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        assertThat(code(() -> client.describeVpcs(r -> r.vpcIds(vpc)))).isEqualTo("InvalidVpcID.NotFound");
        assertThat(client.describeVpcs().vpcs()).isEmpty();
        assertThat(client.describeVpcs(r -> r.vpcIds(vpc)).vpcs()).hasSize(1);
    }

    @Test
    void action_thatIsAnsweredByTheTest_isAnsweredSo(Ec2Client client, FakeEc2 ec2) {
        ec2.on(
                "DescribeImages",
                request -> Map.of(
                        "Images",
                        List.of(Map.of(
                                "ImageId",
                                ((List<?>) request.getOrDefault("ImageIds", List.of())).get(0),
                                "Name",
                                "mine"))));
        assertThat(client.describeImages(r -> r.imageIds("ami-1"))
                        .images()
                        .get(0)
                        .name())
                .isEqualTo("mine");
    }

    @Test
    void clients_thatCodeBuildsItself_areServedToo(FakeEc2 ec2) {
        try (ServedByDefault served = Ec2Clients.serveByDefault(ec2);
                Ec2Client own = Ec2Client.create();
                Ec2AsyncClient async = Ec2AsyncClient.create()) {
            own.createVpc(r -> r.cidrBlock("10.0.0.0/16"));
            assertThat(async.describeVpcs().join().vpcs()).hasSize(1);
            assertThat(served).isNotNull();
        }
        assertThat(ec2.plan().vpcs()).hasSize(1);
        assertThat(System.getProperty("aws.region")).isNull();
    }

    @Test
    void leaks_afterCalls_nameTheCall(Ec2Client client, FakeEc2 ec2) {
        String eni = eni(client, subnet(client));
        assertThat(ec2.leaks())
                .extracting(Object::toString)
                .contains(eni + ", made by call 3, CreateNetworkInterface")
                .hasSize(3);
        client.deleteNetworkInterface(r -> r.networkInterfaceId(eni));
        assertThat(ec2.leaks()).hasSize(2);
    }
}
