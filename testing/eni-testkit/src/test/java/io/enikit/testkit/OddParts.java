package io.enikit.testkit;

import com.google.common.collect.ImmutableList;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import java.util.Map;
import java.util.TreeMap;

/** A network of what made-up plans do not have: interfaces of services and of EFA, instances not yet running. */
final class OddParts {
    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc odd/next cidrBlocks=10.248.0.0/16
            vpc odd cidrBlocks=10.250.0.0/16 ipv6CidrBlocks=2001:db8:2::/56 internetGatewayAttached=true
            subnet odd/a vpc=odd availabilityZone=eu-west-1a cidrBlock=10.250.0.0/24 ipv6CidrBlock=2001:db8:2::/64
            subnet odd/b vpc=odd availabilityZone=eu-west-1a cidrBlock=10.250.1.0/24
            subnet odd/c vpc=odd availabilityZone=eu-west-1b cidrBlock=10.250.3.0/24
            subnet odd/next vpc=odd/next availabilityZone=eu-west-1a cidrBlock=10.248.0.0/24
            subnet odd/full vpc=odd availabilityZone=eu-west-1a cidrBlock=10.250.2.0/28
            group odd/default vpc=odd groupName=default
            group odd/g1 vpc=odd groupName=g1
            group odd/g2 vpc=odd groupName=g2
            group odd/g3 vpc=odd groupName=g3
            group odd/g4 vpc=odd groupName=g4
            group odd/g5 vpc=odd groupName=g5
            group odd/g6 vpc=odd groupName=g6 associatedVpcs=odd/next
            instance odd/born instanceType=c5n.18xlarge state=pending
            instance odd/halt instanceType=c5n.18xlarge state=stopped
            instance odd/run instanceType=c5n.18xlarge
            eni odd/born/eth0 subnet=odd/a privateIpAddresses=10.250.0.9* groups=odd/default instance=odd/born deviceIndex=0
            eni odd/born/eth1 subnet=odd/b privateIpAddresses=10.250.1.9* groups=odd/default instance=odd/born deviceIndex=1
            eni odd/efa subnet=odd/a interfaceType=efa privateIpAddresses=10.250.0.30* groups=odd/default
            eni odd/far subnet=odd/c privateIpAddresses=10.250.3.9* groups=odd/default
            eni odd/fn subnet=odd/a interfaceType=lambda privateIpAddresses=10.250.0.42* groups=odd/default deviceIndex=1 attachment=ela-attach-2
            eni odd/halt/eth0 subnet=odd/a privateIpAddresses=10.250.0.12* groups=odd/default instance=odd/halt deviceIndex=0
            eni odd/left subnet=odd/a interfaceType=nat_gateway privateIpAddresses=10.250.0.41* requesterManaged=true
            eni odd/many subnet=odd/a privateIpAddresses=10.250.0.20*,10.250.0.21,10.250.0.22 ipv4Prefixes=10.250.0.64/28 ipv6Addresses=2001:db8:2::20*,2001:db8:2::21 groups=odd/default
            eni odd/nat subnet=odd/a interfaceType=nat_gateway privateIpAddresses=10.250.0.40* requesterManaged=true deviceIndex=1 attachment=ela-attach-1
            eni odd/pair subnet=odd/a privateIpAddresses=10.250.0.50*,10.250.0.51 groups=odd/default
            eni odd/run/efa subnet=odd/b interfaceType=efa privateIpAddresses=10.250.1.10* groups=odd/default instance=odd/run deviceIndex=1
            eni odd/run/eth0 subnet=odd/a privateIpAddresses=10.250.0.10* groups=odd/default instance=odd/run deviceIndex=0
            eni odd/run/late subnet=odd/a privateIpAddresses=10.250.0.11* groups=odd/default instance=odd/run deviceIndex=2 attachmentStatus=detaching
            eni odd/tight subnet=odd/full privateIpAddresses=10.250.2.4* groups=odd/default
            eni odd/trunk subnet=odd/a interfaceType=trunk privateIpAddresses=10.250.0.60* groups=odd/default
            eni odd/branch subnet=odd/a privateIpAddresses=10.250.0.61* groups=odd/default trunk=odd/trunk vlanId=1
            eni odd/guest subnet=odd/next privateIpAddresses=10.248.0.9* groups=odd/g6
            eip odd/ip
            eip odd/used networkInterface=odd/pair privateIpAddress=10.250.0.50
            end
            """);

    static final ImmutableList<String> ENIS =
            PLAN.enis().stream().map(Eni::id).map(Object::toString).collect(ImmutableList.toImmutableList());

    private OddParts() {}

    /** Returns the plan with the network, and quotas that leave room for it. */
    static NetworkPlan addedTo(NetworkPlan plan, Choice choice) {
        NetworkPlan room = SampleNetwork.on(plan, choice).plan();
        NetworkPlan.Builder builder = room.toBuilder();
        PLAN.resources().forEach(builder::add);
        builder.add(tagged());
        return builder.quotas(room.quotas()
                        .withSecurityGroupsPerInterface(plan.quotas().securityGroupsPerInterface()))
                .build();
    }

    /** An interface with as many tags as there may be. */
    private static Eni tagged() {
        Map<String, String> tags = new TreeMap<>();
        for (int i = 1; i <= 50; i++) {
            tags.put("t" + i, "x");
        }
        return Eni.builder()
                .id("odd/tagged")
                .subnetId("odd/a")
                .primaryPrivateIpAddress("10.250.0.62")
                .addSecurityGroups("odd/g1")
                .tags(tags)
                .build();
    }
}
