package io.enikit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.fake.TestClient.Answer;
import io.enikit.model.PlanText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of an interface, through the protocol. */
class EniLifeTest {
    private final Net net = new Net();
    private final TestClient client = net.client;

    private Answer described(String eni) {
        return client.call("DescribeNetworkInterfaces", "NetworkInterfaceId.1", eni);
    }

    @Test
    void life_ofAnInterface_showsInDescribes() {
        String eni = net.eni();
        String instance = net.instance("m5.large");
        assertThat(described(eni).text("networkInterfaceSet/item/status")).isEqualTo("available");

        String attachment = net.attach(eni, instance, 1);
        Answer attached = described(eni);
        assertThat(attached.text("networkInterfaceSet/item/status")).isEqualTo("in-use");
        assertThat(attached.text("networkInterfaceSet/item/attachment/attachmentId"))
                .isEqualTo(attachment);
        assertThat(attached.text("networkInterfaceSet/item/attachment/instanceId"))
                .isEqualTo(instance);

        client.call("DetachNetworkInterface", "AttachmentId", attachment);
        assertThat(described(eni).has("networkInterfaceSet/item/attachment")).isFalse();
        assertThat(net.attach(eni, instance, 1)).isNotEqualTo(attachment);

        client.call("TerminateInstances", "InstanceId.1", instance);
        client.call("DeleteNetworkInterface", "NetworkInterfaceId", eni);
        assertThat(client.refused("DescribeNetworkInterfaces", "NetworkInterfaceId.1", eni))
                .isEqualTo("InvalidNetworkInterfaceID.NotFound");
    }

    @ParameterizedTest
    @CsvSource({"own, 123456789012", "theirs, 210987654321", "elb, amazon-elb", "nat, amazon"})
    void attachment_toAnInstance_namesTheOwnerOfTheInstance(String eni, String owner) {
        TestClient account = new TestClient(FakeEc2.of(PlanText.read("""
                eni-plan 1
                vpc v cidrBlocks=10.0.0.0/16
                subnet s vpc=v availabilityZone=us-east-1a cidrBlock=10.0.0.0/24
                group g vpc=v
                instance i instanceType=m5.large
                instance shared instanceType=m5.large ownerId=210987654321
                eni own subnet=s instance=i deviceIndex=0 privateIpAddresses=10.0.0.4* groups=g
                eni theirs subnet=s instance=shared deviceIndex=0 privateIpAddresses=10.0.0.5* groups=g
                eni elb subnet=s deviceIndex=1 instanceOwnerId=amazon-elb privateIpAddresses=10.0.0.6* groups=g requesterManaged=true
                eni nat subnet=s interfaceType=nat_gateway deviceIndex=1 privateIpAddresses=10.0.0.7*
                end
                """)));
        assertThat(account.call("DescribeNetworkInterfaces", "NetworkInterfaceId.1", eni)
                        .text("networkInterfaceSet/item/attachment/instanceOwnerId"))
                .isEqualTo(owner);
    }

    @Test
    void create_withAddressesAndTags_isAnsweredWithThem() {
        Answer created = client.call(
                "CreateNetworkInterface",
                "SubnetId",
                net.subnet,
                "Description",
                "db",
                "PrivateIpAddress",
                "10.0.1.40",
                "SecondaryPrivateIpAddressCount",
                2,
                "TagSpecification.1.ResourceType",
                "network-interface",
                "TagSpecification.1.Tag.1.Key",
                "Name",
                "TagSpecification.1.Tag.1.Value",
                "a & <b>");
        assertThat(created.text("networkInterface/privateIpAddress")).isEqualTo("10.0.1.40");
        assertThat(created.texts("networkInterface/privateIpAddressesSet/item/privateIpAddress"))
                .hasSize(3)
                .startsWith("10.0.1.40");
        assertThat(created.text("networkInterface/tagSet/item/value")).isEqualTo("a & <b>");
        assertThat(created.text("networkInterface/status")).isEqualTo("pending");
    }

    @Test
    void assign_andUnassign_answerWhatChanged() {
        String eni = net.eni();
        Answer assigned =
                client.call("AssignPrivateIpAddresses", "NetworkInterfaceId", eni, "SecondaryPrivateIpAddressCount", 2);
        assertThat(assigned.texts("assignedPrivateIpAddressesSet/item/privateIpAddress"))
                .hasSize(2);
        String first = assigned.text("assignedPrivateIpAddressesSet/item/privateIpAddress");
        client.call("UnassignPrivateIpAddresses", "NetworkInterfaceId", eni, "PrivateIpAddress.1", first);
        assertThat(described(eni).texts("networkInterfaceSet/item/privateIpAddressesSet/item/privateIpAddress"))
                .hasSize(2)
                .doesNotContain(first);
        assertThat(client.call("AssignPrivateIpAddresses", "NetworkInterfaceId", eni, "Ipv4PrefixCount", 1)
                        .texts("assignedIpv4PrefixSet/item/ipv4Prefix"))
                .hasSize(1);
    }

    @Test
    void attributes_areChangedAndShown() {
        String eni = net.eni();
        client.call("ModifyNetworkInterfaceAttribute", "NetworkInterfaceId", eni, "SourceDestCheck.Value", false);
        assertThat(client.call(
                                "DescribeNetworkInterfaceAttribute",
                                "NetworkInterfaceId",
                                eni,
                                "Attribute",
                                "sourceDestCheck")
                        .text("sourceDestCheck/value"))
                .isEqualTo("false");
        client.call("ResetNetworkInterfaceAttribute", "NetworkInterfaceId", eni, "SourceDestCheck", "true");
        assertThat(described(eni).text("networkInterfaceSet/item/sourceDestCheck"))
                .isEqualTo("true");
        client.call("ModifyNetworkInterfaceAttribute", "NetworkInterfaceId", eni, "Description.Value", "new");
        assertThat(described(eni).text("networkInterfaceSet/item/description")).isEqualTo("new");
    }

    @Test
    void elasticIp_onAnInterface_showsThere() {
        net.gateway();
        String eni = net.eni();
        Answer allocated = client.call("AllocateAddress", "Domain", "vpc");
        String association = client.call(
                        "AssociateAddress", "AllocationId", allocated.text("allocationId"), "NetworkInterfaceId", eni)
                .text("associationId");
        Answer shown = described(eni);
        assertThat(shown.text("networkInterfaceSet/item/association/publicIp"))
                .isEqualTo(allocated.text("publicIp"))
                .isEqualTo("198.51.100.1");
        assertThat(shown.text("networkInterfaceSet/item/association/associationId"))
                .isEqualTo(association);
        client.call("DisassociateAddress", "AssociationId", association);
        assertThat(described(eni).has("networkInterfaceSet/item/association")).isFalse();
        client.call("ReleaseAddress", "AllocationId", allocated.text("allocationId"));
        assertThat(client.call("DescribeAddresses").has("addressesSet/item")).isFalse();
    }

    @Test
    void launch_withPublicAddress_choosesOneOfDocumentation() {
        net.gateway();
        client.call("ModifySubnetAttribute", "SubnetId", net.subnet, "MapPublicIpOnLaunch.Value", true);
        String instance = net.instance("t3.micro");
        Answer running = client.call("DescribeInstances", "InstanceId.1", instance);
        assertThat(running.text("reservationSet/item/instancesSet/item/ipAddress"))
                .isEqualTo("198.51.100.1");
        client.call("StopInstances", "InstanceId.1", instance);
        client.call("StartInstances", "InstanceId.1", instance);
        assertThat(client.call("DescribeInstances", "InstanceId.1", instance)
                        .text("reservationSet/item/instancesSet/item/ipAddress"))
                .isEqualTo("198.51.100.2");
    }
}
