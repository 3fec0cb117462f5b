package io.enikit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.ConnectionTracking;
import io.enikit.model.EniAddress;
import io.enikit.model.InterfaceType;
import io.enikit.model.SecurityGroupRule;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.operations.AuthorizeSecurityGroupEgress;
import io.enikit.operations.CreateEni;
import io.enikit.operations.DeleteSubnet;
import io.enikit.operations.LaunchInstance;
import io.enikit.operations.LaunchInterface;
import io.enikit.operations.ModifyEni;
import io.enikit.operations.ModifySecurityGroupRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is inside of the options of command lines: interfaces of a launch, rules, timeouts and names. */
class CommandDetailsTest {
    private static final CreateEni ENI = CreateEni.of("eni-0a1b2c3d", "subnet-0a1b2c3d");
    private static final ConnectionTracking TRACKING = ConnectionTracking.defaults()
            .withTcpEstablishedTimeout(350)
            .withUdpStreamTimeout(120)
            .withUdpTimeout(40);

    /** Returns what a launch says of an interface beside its place, its fate and its subnet. */
    private static String launched(CreateEni eni) {
        String line = AwsCommands.of(
                LaunchInstance.of("i-0a1b2c3d", "m5.large").plusInterface(LaunchInterface.creating(0, eni)));
        String before = "[{\"DeviceIndex\":0,\"DeleteOnTermination\":true,\"SubnetId\":\"subnet-0a1b2c3d\"";
        return line.substring(line.indexOf(before) + before.length(), line.indexOf("}]'"));
    }

    @Test
    void of_launchWithCounts_namesEach() {
        assertThat(launched(ENI.withPrivateIpAddress(IpAddress.parse("10.0.0.9"))
                        .withSecondaryPrivateIpAddressCount(1)
                        .withIpv4PrefixCount(2)
                        .withIpv6AddressCount(3)
                        .withIpv6PrefixCount(4)
                        .withAssociatePublicIpAddress(true)
                        .withDescription("made")
                        .withInterfaceType(InterfaceType.of("efa"))))
                .isEqualTo(",\"Description\":\"made\",\"InterfaceType\":\"efa\",\"AssociatePublicIpAddress\":true,"
                        + "\"PrivateIpAddress\":\"10.0.0.9\",\"SecondaryPrivateIpAddressCount\":1,\"Ipv4PrefixCount\":2,"
                        + "\"Ipv6AddressCount\":3,\"Ipv6PrefixCount\":4");
    }

    @Test
    void of_launchWithListsOfAddresses_namesEach() {
        assertThat(launched(ENI.withSecurityGroups("sg-0a1b2c3d", "sg-0a1b2c3e")
                        .plusPrivateIpAddress(EniAddress.parse("10.0.0.9*"))
                        .plusPrivateIpAddress(EniAddress.parse("10.0.0.10"))
                        .plusIpv6Address(IpAddress.parse("2001:db8::9"))
                        .plusIpv4Prefix(Cidr.parse("10.0.0.16/28"))
                        .plusIpv6Prefix(Cidr.parse("2001:db8:0:0:1::/80"))))
                .isEqualTo(",\"Groups\":[\"sg-0a1b2c3d\",\"sg-0a1b2c3e\"],\"PrivateIpAddresses\":"
                        + "[{\"Primary\":true,\"PrivateIpAddress\":\"10.0.0.9\"},"
                        + "{\"Primary\":false,\"PrivateIpAddress\":\"10.0.0.10\"}],"
                        + "\"Ipv6Addresses\":[{\"Ipv6Address\":\"2001:db8::9\"}],"
                        + "\"Ipv4Prefixes\":[{\"Ipv4Prefix\":\"10.0.0.16/28\"}],"
                        + "\"Ipv6Prefixes\":[{\"Ipv6Prefix\":\"2001:db8:0:0:1::/80\"}]");
    }

    @Test
    void of_launchWithTimeouts_namesEach() {
        assertThat(launched(ENI.withConnectionTracking(TRACKING)))
                .isEqualTo(
                        ",\"ConnectionTrackingSpecification\":{\"TcpEstablishedTimeout\":350,\"UdpStreamTimeout\":120,"
                                + "\"UdpTimeout\":40}");
    }

    @Test
    void of_modifiedInterface_namesItsTimeoutsAndItsAttachment() {
        assertThat(AwsCommands.of(ModifyEni.of("eni-0a1b2c3d").withConnectionTracking(TRACKING)))
                .endsWith(" --connection-tracking-specification"
                        + " TcpEstablishedTimeout=350,UdpStreamTimeout=120,UdpTimeout=40");
        assertThat(AwsCommands.of(ModifyEni.of("eni-0a1b2c3d")
                        .withDeleteOnTermination(false)
                        .withAttachmentId("eni-attach-7")))
                .endsWith(" --attachment AttachmentId=eni-attach-7,DeleteOnTermination=false");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tcp;1..2;list:pl-1 | "IpProtocol":"tcp","FromPort":1,"ToPort":2,"PrefixListIds":[{"PrefixListId":"pl-1"}]
            -1;;group:sg-0a1b2c3d@111122223333 | "IpProtocol":"-1","UserIdGroupPairs":[{"GroupId":"sg-0a1b2c3d","UserId":"111122223333"}]
            -1;;10.0.0.0/8;;inside | "IpProtocol":"-1","IpRanges":[{"CidrIp":"10.0.0.0/8","Description":"inside"}]
            -1;;2001:db8::/32 | "IpProtocol":"-1","Ipv6Ranges":[{"CidrIpv6":"2001:db8::/32"}]
            """)
    void of_ruleThatIsAuthorized_namesItsPeer(String rule, String json) {
        assertThat(AwsCommands.of(AuthorizeSecurityGroupEgress.of("sg-0a1b2c3d").plusRule(rule)))
                .endsWith(" --ip-permissions '[{" + json + "}]'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            -1;;list:pl-1 | "IpProtocol":"-1","PrefixListId":"pl-1"
            -1;;group:sg-0a1b2c3d | "IpProtocol":"-1","ReferencedGroupId":"sg-0a1b2c3d"
            -1;;10.0.0.0/8;;inside | "IpProtocol":"-1","CidrIpv4":"10.0.0.0/8","Description":"inside"
            """)
    void of_ruleThatIsModified_namesItsPeer(String rule, String json) {
        assertThat(AwsCommands.of(
                        ModifySecurityGroupRules.of("sg-0a1b2c3d").plusRule("sgr-1", SecurityGroupRule.parse(rule))))
                .endsWith("\"SecurityGroupRule\":{" + json + "}}]'");
    }

    @ParameterizedTest
    @CsvSource({"azAZ09, azAZ09", "a_b, a_5fb", "a@[b, a_40_5bb", "a/:b, a_2f_3ab"})
    void of_nameWithOtherCharacters_isAVariableOfTheShell(String name, String variable) {
        assertThat(AwsCommands.of(DeleteSubnet.of(name)))
                .isEqualTo("aws ec2 delete-subnet --subnet-id \"$subnet_" + variable + "\"");
    }
}
