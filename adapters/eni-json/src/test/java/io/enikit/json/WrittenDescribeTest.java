package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every member of describe output, as it is written of a plan with something of each kind. */
class WrittenDescribeTest {
    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc v cidrBlocks=10.0.0.0/16,10.1.0.0/16 ipv6CidrBlocks=2600:1f16:1::/56 region=eu-west-1 internetGatewayAttached=true defaultVpc=true ownerId=111122223333 tag:Name=main
            vpc w cidrBlocks=10.9.0.0/16
            subnet a vpc=v availabilityZone=eu-west-1a zoneId=euw1-az1 cidrBlock=10.0.0.0/24 ipv6CidrBlock=2600:1f16:1::/64 mapPublicIpOnLaunch=true assignIpv6AddressOnCreation=true cidrReservations=10.0.0.64/28;prefix,2600:1f16:1:0:1::/80;explicit ownerId=111122223333 tag:Tier=web
            subnet b vpc=v availabilityZone=eu-west-1b zoneId=euw1-az2 ipv6CidrBlock=2600:1f16:1:1::/64 ipv6Native=true
            group g vpc=v groupName=web description=Web associatedVpcs=w ingress=tcp;443;0.0.0.0/0;sgr-1;to%20the%20site,tcp;443;::/0,udp;8000..8080;group:g,-1;;list:pl-1,tcp;22;10.0.0.0/8 egress=none ownerId=111122223333 tag:Name=web
            instance i instanceType=m5.large state=stopped availabilityZone=eu-west-1a zoneId=euw1-az1 ownerId=111122223333 tag:Name=app
            instance j instanceType=t3.micro
            instance k instanceType=t3.micro zoneId=euw1-az1
            eni i/eth0 subnet=a description=first macAddress=02:00:00:00:00:01 privateIpAddresses=10.0.0.9*,10.0.0.10 ipv4Prefixes=10.0.0.80/28 ipv6Addresses=2600:1f16:1::9*,2600:1f16:1::a ipv6Prefixes=2600:1f16:1:0:2::/80 publicIpv4=54.1.2.3 groups=g,other sourceDestCheck=false requesterManaged=true requesterId=amazon-elb ownerId=111122223333 tcpEstablishedTimeout=60 udpStreamTimeout=61 udpTimeout=31 instance=i deviceIndex=0 networkCardIndex=0 attachment=eni-attach-1 attachmentStatus=attaching deleteOnTermination=true tag:Name=eth0
            eni i/eth1 subnet=a addressDemand=ipv4Addresses:2 associatePublicIpAddress=true publicIpv4=chosen-by-ec2 macAddressKnown=false instance=i instanceOwnerId=444455556666 deviceIndex=1 networkCardIndex=1
            eni branch subnet=b interfaceType=branch ipv6Addresses=2600:1f16:1:1::9 trunk=i/eth0 vlanId=7
            eni gre subnet=a privateIpAddresses=10.0.0.11* addressDemand=ipv4Addresses:1 trunk=i/eth0 greKey=9
            eni lost subnet=nowhere privateIpAddresses=10.0.0.12* instance=j deviceIndex=0
            eip e publicIp=54.9.9.9 region=eu-west-1 networkInterface=i/eth0 privateIpAddress=10.0.0.9 ownerId=111122223333 tag:Name=web
            eip f
            end
            """);

    private static String written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DescribeJson.write(PLAN, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void planWithEverything_isWrittenWithEachMember() throws IOException {
        try (InputStream expected = WrittenDescribeTest.class.getResourceAsStream("written/everything.json")) {
            assertThat(written())
                    .isEqualTo(new String(Objects.requireNonNull(expected).readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
