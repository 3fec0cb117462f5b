package io.enikit.fake.awssdk;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.waiters.Ec2Waiter;

/** Things that many tests make in an account, through the client. */
final class Account {
    static final String IMAGE = "ami-0123456789abcdef0";

    final Ec2Client client;
    final String vpc;
    final String subnet;
    final String zone;
    final String otherZone;
    private final Ec2Waiter waiter;
    private final String image;

    Account(Ec2Client client) {
        this(client, Ec2Clients.waiter(client), IMAGE, "us-east-1a", "us-east-1b");
    }

    Account(Ec2Client client, Ec2Waiter waiter, String image, String zone, String otherZone) {
        this.client = client;
        this.waiter = waiter;
        this.image = image;
        this.zone = zone;
        this.otherZone = otherZone;
        vpc = client.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        subnet = subnet("10.0.1.0/24");
    }

    String subnet(String block) {
        return subnet(block, zone);
    }

    String subnet(String block, String in) {
        return client.createSubnet(r -> r.vpcId(vpc).cidrBlock(block).availabilityZone(in))
                .subnet()
                .subnetId();
    }

    String eni(String in) {
        return client.createNetworkInterface(r -> r.subnetId(in))
                .networkInterface()
                .networkInterfaceId();
    }

    Instance instance(String type) {
        Instance launched = client.runInstances(r -> r.imageId(image)
                        .instanceType(type)
                        .minCount(1)
                        .maxCount(1)
                        .subnetId(subnet))
                .instances()
                .get(0);
        waiter.waitUntilInstanceRunning(r -> r.instanceIds(launched.instanceId()));
        return launched;
    }

    String attach(String eni, String instance, int index) {
        return client.attachNetworkInterface(
                        r -> r.networkInterfaceId(eni).instanceId(instance).deviceIndex(index))
                .attachmentId();
    }

    String group() {
        return client.createSecurityGroup(
                        r -> r.groupName("web").description("test").vpcId(vpc))
                .groupId();
    }

    /** Returns the error that a call gets. */
    static Ec2Exception refusal(Runnable call) {
        return catchThrowableOfType(Ec2Exception.class, call::run);
    }

    static String code(Runnable call) {
        Ec2Exception refusal = refusal(call);
        return refusal == null ? "carried out" : refusal.awsErrorDetails().errorCode();
    }

    static String answer(Runnable call) {
        Ec2Exception refusal = refusal(call);
        return refusal == null
                ? "carried out"
                : refusal.awsErrorDetails().errorCode() + ": "
                        + refusal.awsErrorDetails().errorMessage();
    }
}
