package io.enikit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.net.IpAddress;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;

/** A plan of interfaces, instances and groups that scenarios start from. */
final class InterfaceScenarios {
    static final RuleSet RULES = Ec2Rules.standard().without("limits.unchecked");
    static final Ec2 EC2 = Ec2.enforcing(RULES);
    static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16 internetGatewayAttached=true
            vpc other cidrBlocks=10.1.0.0/16
            subnet a vpc=main availabilityZone=z1 cidrBlock=10.0.0.0/24 mapPublicIpOnLaunch=true
            subnet b vpc=main availabilityZone=z2 cidrBlock=10.0.1.0/24
            subnet c vpc=main availabilityZone=z1 cidrBlock=10.0.2.0/24
            subnet far vpc=other availabilityZone=z1 cidrBlock=10.1.0.0/24
            subnet full vpc=main availabilityZone=z1 cidrBlock=10.0.3.0/28
            group default vpc=main
            group g1 vpc=main
            group g2 vpc=main
            group g3 vpc=main
            group g4 vpc=main
            group g5 vpc=main
            group strange vpc=other
            group unused vpc=main
            group web vpc=main
            instance born instanceType=m5.large state=pending
            instance gone instanceType=m5.large state=terminated
            instance halt instanceType=m5.large state=stopped
            instance run instanceType=m5.large
            eni born/eth0 subnet=a privateIpAddresses=10.0.0.13* groups=web instance=born deviceIndex=0
            eni efa subnet=c interfaceType=efa privateIpAddresses=10.0.2.30* groups=web
            eni foreign subnet=far privateIpAddresses=10.1.0.10* groups=strange
            eni halt/eth0 subnet=a privateIpAddresses=10.0.0.12* groups=web instance=halt deviceIndex=0
            eni nat subnet=a interfaceType=nat_gateway privateIpAddresses=10.0.0.40* requesterManaged=true deviceIndex=1 attachment=ela-attach-1
            eni run/eth0 subnet=a privateIpAddresses=10.0.0.10* associatePublicIpAddress=true publicIpv4=198.51.100.7 groups=web instance=run deviceIndex=0 deleteOnTermination=true
            eni run/eth1 subnet=c privateIpAddresses=10.0.2.10*,10.0.2.11 sourceDestCheck=false groups=web instance=run deviceIndex=1 tag:Name=moving
            eni spare subnet=a privateIpAddresses=10.0.0.20* groups=web
            eni zone2 subnet=b privateIpAddresses=10.0.1.20* groups=web
            eip ip networkInterface=run/eth1 privateIpAddress=10.0.2.11
            end
            """);
    static final String ATTACHMENT = PLAN.eni("run/eth1")
            .orElseThrow()
            .attachment()
            .orElseThrow()
            .attachmentId()
            .orElseThrow();

    private InterfaceScenarios() {}

    static CreateEni createEni() {
        return CreateEni.of("new", "a");
    }

    static LaunchInstance launch() {
        return LaunchInstance.of("app", "m5.large");
    }

    static LaunchInterface launched(int index, String subnet) {
        return LaunchInterface.creating(index, CreateEni.of("app-" + index, subnet));
    }

    static EniAddress address(String text, boolean primary) {
        return new EniAddress(IpAddress.parse(text), primary);
    }

    static NetworkPlan plan() {
        return PLAN.toBuilder()
                .put(PLAN.eni("efa").orElseThrow().toBuilder().build())
                .add(Eni.builder()
                        .id("born/eth1")
                        .subnetId("c")
                        .primaryPrivateIpAddress("10.0.2.50")
                        .addSecurityGroups("web")
                        .attachment("born", 1)
                        .build())
                .build();
    }

    static NetworkPlan after(Operation... operations) {
        NetworkPlan after = EC2.apply(plan(), operations).orElseThrow();
        assertThat(RULES.check(after).hasErrors())
                .as(RULES.check(after).toString())
                .isFalse();
        return after;
    }
}
