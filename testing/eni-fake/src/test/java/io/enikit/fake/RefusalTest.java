package io.enikit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.fake.TestClient.Answer;
import io.enikit.model.PlanText;
import org.junit.jupiter.api.Test;

/** What EC2 refuses is refused, and leaves nothing behind. */
class RefusalTest {
    private final Net net = new Net();
    private final TestClient client = net.client;

    private void assertRefused(String code, String action, Object... parameters) {
        String before = PlanText.write(client.ec2().plan());
        assertThat(client.refused(action, parameters)).isEqualTo(code);
        assertThat(PlanText.write(client.ec2().plan())).isEqualTo(before);
    }

    @Test
    void attach_whereItCannotBe_isRefused() {
        String instance = net.instance("t3.micro");
        String first = net.eni();
        String second = net.eni();
        assertRefused(
                "InvalidParameterValue",
                "AttachNetworkInterface",
                "NetworkInterfaceId",
                first,
                "InstanceId",
                instance,
                "DeviceIndex",
                0);
        net.attach(first, instance, 1);
        assertRefused(
                "InvalidNetworkInterface.InUse",
                "AttachNetworkInterface",
                "NetworkInterfaceId",
                first,
                "InstanceId",
                instance,
                "DeviceIndex",
                1);
        assertRefused(
                "AttachmentLimitExceeded",
                "AttachNetworkInterface",
                "NetworkInterfaceId",
                second,
                "InstanceId",
                instance,
                "DeviceIndex",
                2);
        assertRefused(
                "InvalidParameterCombination",
                "AttachNetworkInterface",
                "NetworkInterfaceId",
                net.eni(net.other),
                "InstanceId",
                net.instance("t3.micro"),
                "DeviceIndex",
                1);
        assertRefused("InvalidParameterValue", "DeleteNetworkInterface", "NetworkInterfaceId", first);
        String primary = client.call("DescribeInstances", "InstanceId.1", instance)
                .text("reservationSet/item/instancesSet/item/networkInterfaceSet/item/attachment/attachmentId");
        assertRefused("OperationNotPermitted", "DetachNetworkInterface", "AttachmentId", primary);
    }

    @Test
    void refusals_aboutAssociations_nameThemByTheirIds() {
        net.gateway();
        String elasticIp = client.call("AllocateAddress", "Domain", "vpc").text("allocationId");
        String association = client.call("AssociateAddress", "AllocationId", elasticIp, "NetworkInterfaceId", net.eni())
                .text("associationId");
        assertThat(client.tryCall(
                                "AssociateAddress",
                                "AllocationId",
                                elasticIp,
                                "NetworkInterfaceId",
                                net.eni(),
                                "AllowReassociation",
                                "false")
                        .message())
                .isEqualTo("resource " + elasticIp + " is already associated with associate-id " + association);
        String block = client.call("DescribeVpcs", "VpcId.1", net.vpc)
                .text("vpcSet/item/cidrBlockAssociationSet/item/associationId");
        assertThat(client.tryCall("DisassociateVpcCidrBlock", "AssociationId", block)
                        .message())
                .startsWith("The vpc CIDR block with association ID " + block + " may not be disassociated.");
    }

    @Test
    void addresses_thatCannotBe_areRefused() {
        net.eni();
        for (String address : new String[] {"10.0.9.9", "10.0.1.1", "10.0.1.255"}) {
            assertRefused(
                    "InvalidParameterValue",
                    "CreateNetworkInterface",
                    "SubnetId",
                    net.subnet,
                    "PrivateIpAddress",
                    address);
        }
        assertRefused(
                "InvalidIPAddress.InUse",
                "CreateNetworkInterface",
                "SubnetId",
                net.subnet,
                "PrivateIpAddress",
                "10.0.1.4");
        String tiny = net.subnet("10.0.3.0/28", "us-east-1a");
        assertRefused(
                "InsufficientFreeAddressesInSubnet",
                "CreateNetworkInterface",
                "SubnetId",
                tiny,
                "SecondaryPrivateIpAddressCount",
                11);
        String attached = net.eni();
        net.attach(attached, net.instance("t3.micro"), 1);
        assertRefused(
                "PrivateIpAddressLimitExceeded",
                "AssignPrivateIpAddresses",
                "NetworkInterfaceId",
                attached,
                "SecondaryPrivateIpAddressCount",
                2);
    }

    @Test
    void subnets_thatCannotBe_areRefused() {
        assertRefused("InvalidSubnet.Range", "CreateSubnet", "VpcId", net.vpc, "CidrBlock", "10.0.4.0/29");
        assertRefused("InvalidSubnet.Conflict", "CreateSubnet", "VpcId", net.vpc, "CidrBlock", "10.0.1.128/25");
        net.eni();
        assertRefused("DependencyViolation", "DeleteSubnet", "SubnetId", net.subnet);
        assertRefused("DependencyViolation", "DeleteVpc", "VpcId", net.vpc);
    }

    @Test
    void describes_thatMakeNoSense_areRefused() {
        String eni = net.eni();
        assertRefused("InvalidParameterValue", "DescribeSubnets", "Filter.1.Name", "colour", "Filter.1.Value.1", "red");
        assertRefused(
                "InvalidParameterCombination",
                "DescribeNetworkInterfaces",
                "NetworkInterfaceId.1",
                eni,
                "MaxResults",
                5);
        assertRefused("InvalidParameterValue", "DescribeNetworkInterfaces", "MaxResults", 4);
        assertRefused("InvalidParameterValue", "DescribeNetworkInterfaces", "MaxResults", 1001);
    }

    @Test
    void refusal_usesUpNoId() {
        client.refused("CreateNetworkInterface", "SubnetId", "subnet-00000000");
        client.refused("CreateNetworkInterface", "SubnetId", net.subnet, "DryRun", true);
        assertThat(net.eni()).isEqualTo("eni-00000000000000001");
    }

    @Test
    void dryRun_ofWhatWouldSucceed_saysSo() {
        Answer dry = client.tryCall("CreateNetworkInterface", "SubnetId", net.subnet, "DryRun", true);
        assertThat(dry.status()).isEqualTo(412);
        assertThat(dry.code()).isEqualTo("DryRunOperation");
        assertThat(client.ec2().plan().enis()).isEmpty();
        assertRefused("InvalidSubnetID.NotFound", "CreateNetworkInterface", "SubnetId", "subnet-1", "DryRun", true);
    }

    @Test
    void clientToken_usedTwice_isTheSameCall() {
        Object[] request = {"SubnetId", net.subnet, "ClientToken", "t-1"};
        String eni = client.call("CreateNetworkInterface", request).text("networkInterface/networkInterfaceId");
        assertThat(client.call("CreateNetworkInterface", request).text("networkInterface/networkInterfaceId"))
                .isEqualTo(eni);
        assertThat(client.ec2().plan().enis()).hasSize(1);
        assertRefused(
                "IdempotentParameterMismatch", "CreateNetworkInterface", "SubnetId", net.other, "ClientToken", "t-1");
    }

    @Test
    void member_thatIsNotModelled_isNamed() {
        Answer refused = client.tryCall(
                "RunInstances",
                "ImageId",
                Net.IMAGE,
                "MinCount",
                1,
                "MaxCount",
                1,
                "LaunchTemplate.LaunchTemplateId",
                "lt-1");
        assertThat(refused.code()).isEqualTo("UnsupportedOperation");
        assertThat(refused.message()).contains("LaunchTemplate").contains("RunInstances");
    }
}
