package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.operations.ApplyResult;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.AssociateElasticIpWithInstance;
import io.enikit.operations.CreateEni;
import io.enikit.operations.DeleteEni;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import io.enikit.rules.Ec2Rules;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What programs that call EC2 look for in its messages, as their sources have it, is in ours. */
class ClientMatchersTest {
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard().and(LimitRules.bundled()));
    private static final String[] PLAN = {
        "vpc main cidrBlocks=10.0.0.0/16 internetGatewayAttached=true",
        "subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24",
        "subnet small vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.1.0/28",
        "group default vpc=main",
        "instance app instanceType=m5.large",
        "instance early instanceType=m5.large state=pending",
        "eni app/eth0 subnet=a privateIpAddresses=10.0.0.10* groups=default instance=app deviceIndex=0",
        "eni app/eth1 subnet=a privateIpAddresses=10.0.0.11*,10.0.0.12,10.0.0.13 groups=default instance=app deviceIndex=1",
        "eni early/eth0 subnet=a privateIpAddresses=10.0.0.20* groups=default instance=early deviceIndex=0",
        "eni one subnet=small privateIpAddresses=10.0.1.4* groups=default",
        "eip ip"
    };

    private static ApplyResult.Refused refused(Operation call) {
        ApplyResult result = EC2.apply(Ec2Answer.planOf(PLAN), call);
        assertThat(result).isInstanceOf(ApplyResult.Refused.class);
        return (ApplyResult.Refused) result;
    }

    private static String text(ApplyResult.Refused refused) {
        return refused.ec2Message().orElseThrow(() -> new AssertionError("no words of EC2: " + refused));
    }

    /** The VPC CNI reads the id of an interface that is gone out of the message. */
    @Test
    void vpcCni_readsTheIdOfAnInterfaceThatDoesNotExist() {
        ApplyResult.Refused refused = refused(DeleteEni.of("eni-0000000f"));
        Matcher id = Pattern.compile("'([a-zA-Z0-9-]+)'").matcher(text(refused));
        assertThat(refused.code()).contains("InvalidNetworkInterfaceID.NotFound");
        assertThat(id.find()).isTrue();
        assertThat(id.group(1)).isEqualTo("eni-0000000f");
    }

    /** The Terraform provider tries once more to associate an address with an instance that is pending. */
    @Test
    void terraform_seesThatTheInstanceIsPending() {
        ApplyResult.Refused refused = refused(AssociateElasticIpWithInstance.of("ip", "early"));
        assertThat(refused.code()).contains("InvalidInstanceID");
        assertThat(text(refused)).contains("pending instance");
    }

    /** Cilium goes on with single addresses where there is no room for prefixes. */
    @Test
    void cilium_seesThatThereIsNoRoomForPrefixes() {
        ApplyResult.Refused refused = refused(CreateEni.of("new", "small").withIpv4PrefixCount(1));
        assertThat(refused.code()).contains("InvalidParameterValue");
        assertThat(text(refused)).contains("There aren't sufficient free Ipv4 addresses or prefixes");
    }

    /** Cloud-nuke passes over interfaces that something uses. */
    @Test
    void cloudNuke_seesThatAnInterfaceIsInUse() {
        assertThat(text(refused(DeleteEni.of("app/eth1"))))
                .contains("Network interface")
                .contains("currently in use");
    }

    /** Titus reads the addresses that cannot be moved out of the message. */
    @Test
    void titus_readsTheAddressesThatCannotBeMoved() {
        ApplyResult.Refused refused = refused(AssignPrivateIpAddresses.of("app/eth0")
                .plusPrivateIpAddress("10.0.0.12")
                .plusPrivateIpAddress("10.0.0.13"));
        Matcher assigned = Pattern.compile("^\\[([^\\]]*)\\] assigned, but move is not allowed\\.$")
                .matcher(text(refused));
        assertThat(assigned.matches()).as(text(refused)).isTrue();
        assertThat(assigned.group(1).split(", ", -1)).containsExactly("10.0.0.12", "10.0.0.13");
    }
}
