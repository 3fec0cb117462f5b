package io.enikit.fake;

/** A small network in a fake: a VPC, two subnets in one zone, an instance, and what tests need of them. */
final class Net {
    static final String IMAGE = "ami-0123456789abcdef0";

    final TestClient client;
    final String vpc;
    final String subnet;
    final String other;

    Net() {
        this(FakeEc2.empty());
    }

    Net(FakeEc2 ec2) {
        client = new TestClient(ec2);
        vpc = client.call("CreateVpc", "CidrBlock", "10.0.0.0/16").text("vpc/vpcId");
        subnet = subnet("10.0.1.0/24", "us-east-1a");
        other = subnet("10.0.2.0/24", "us-east-1b");
    }

    String subnet(String block, String zone) {
        return client.call("CreateSubnet", "VpcId", vpc, "CidrBlock", block, "AvailabilityZone", zone)
                .text("subnet/subnetId");
    }

    String eni() {
        return eni(subnet);
    }

    String eni(String in) {
        return client.call("CreateNetworkInterface", "SubnetId", in).text("networkInterface/networkInterfaceId");
    }

    String instance(String type) {
        return client.call(
                        "RunInstances",
                        "ImageId",
                        IMAGE,
                        "InstanceType",
                        type,
                        "SubnetId",
                        subnet,
                        "MinCount",
                        1,
                        "MaxCount",
                        1)
                .text("instancesSet/item/instanceId");
    }

    String attach(String eni, String instance, int index) {
        return client.call(
                        "AttachNetworkInterface",
                        "NetworkInterfaceId",
                        eni,
                        "InstanceId",
                        instance,
                        "DeviceIndex",
                        index)
                .text("attachmentId");
    }

    String groupWithName(String name) {
        return client.call("CreateSecurityGroup", "GroupName", name, "GroupDescription", "test", "VpcId", vpc)
                .text("groupId");
    }

    void gateway() {
        String id = client.call("CreateInternetGateway").text("internetGateway/internetGatewayId");
        client.call("AttachInternetGateway", "InternetGatewayId", id, "VpcId", vpc);
    }
}
