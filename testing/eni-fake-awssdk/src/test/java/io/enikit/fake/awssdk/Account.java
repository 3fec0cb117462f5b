package io.enikit.fake.awssdk;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Instance;

/** Things that many tests make in an account, through the client. */
final class Account {
    static final String IMAGE = "ami-0123456789abcdef0";

    final Ec2Client client;
    final String vpc;
    final String subnet;

    Account(Ec2Client client) {
        this.client = client;
        vpc = client.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        subnet = subnet("10.0.1.0/24");
    }

    String subnet(String block) {
        return subnet(block, "us-east-1a");
    }

    String subnet(String block, String zone) {
        return client.createSubnet(r -> r.vpcId(vpc).cidrBlock(block).availabilityZone(zone))
                .subnet()
                .subnetId();
    }

    String eni(String in) {
        return client.createNetworkInterface(r -> r.subnetId(in))
                .networkInterface()
                .networkInterfaceId();
    }

    Instance instance(String type) {
        return client.runInstances(r -> r.imageId(IMAGE)
                        .instanceType(type)
                        .minCount(1)
                        .maxCount(1)
                        .subnetId(subnet))
                .instances()
                .get(0);
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
