package stranger;

import io.enikit.ipam.Allocation;
import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.limits.LimitRules;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpSet;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import io.enikit.rules.Ec2Rules;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Somebody's code, each piece of it with a mistake that people make. */
final class Planted {
    private static final Ec2 EC2 =
            Ec2.enforcing(Ec2Rules.standard().and(LimitRules.bundled()).without("eni.attach.zone"));

    private Planted() {}

    /** Adds a subnet to a VPC, at the first /24 that no other subnet has. The mistake: others may have parts of it. */
    static NetworkPlan addSubnet(NetworkPlan plan, Vpc vpc) {
        Cidr free = vpc.primaryCidrBlock()
                .orElseThrow()
                .split(24)
                .filter(block -> plan.subnetsOf(vpc.id()).stream()
                        .noneMatch(subnet ->
                                subnet.cidrBlock().filter(block::equals).isPresent()))
                .findFirst()
                .orElseThrow();
        return plan.toBuilder()
                .add(Subnet.builder()
                        .id("added")
                        .vpcId(vpc.id())
                        .availabilityZone("eu-west-1a")
                        .cidrBlock(free)
                        .build())
                .build();
    }

    /** Adds an interface to a subnet, at the first host that nobody has. The mistake: EC2 keeps three hosts more. */
    static NetworkPlan addInterface(NetworkPlan plan, Subnet subnet) {
        Stream<IpAddress> hosts = subnet.cidrBlock().stream()
                .flatMap(block -> IpSet.of(block).addresses().skip(1));
        return hosts.filter(host -> plan.ownersOf(host).isEmpty())
                .findFirst()
                .map(host -> plan.toBuilder().add(eni(plan, subnet, host)).build())
                .orElse(plan);
    }

    private static Eni eni(NetworkPlan plan, Subnet subnet, IpAddress host) {
        Eni.Builder eni = Eni.builder().id("added").subnetId(subnet.id());
        plan.securityGroupsOf(subnet.vpcId()).stream()
                .map(SecurityGroup::id)
                .findFirst()
                .ifPresent(eni::addSecurityGroup);
        return eni.addPrivateIpAddress(new EniAddress(host, true)).build();
    }

    /** Adds a zone to a layout. The mistake: it plans all of it anew. */
    static CidrLayout addZone(CidrLayout layout) {
        Map<String, Integer> lengths = new TreeMap<>();
        layout.cidrs().forEach((name, cidr) -> lengths.put(name, cidr.prefixLength()));
        lengths.put("app/0", 24);
        return CidrLayout.empty(layout.blocks().toArray(Cidr[]::new)).plan(lengths);
    }

    /** Attaches an interface. The mistake: in whatever zone it is. */
    static NetworkPlan attach(NetworkPlan plan, Operation attach) {
        return EC2.apply(plan, attach) instanceof ApplyResult.Accepted accepted ? accepted.plan() : plan;
    }

    /** Returns what is free after a release. The mistake: the block's neighbour is free as well. */
    static IpSet freeAfterRelease(CidrPool pool, Allocation released) {
        return pool.free().union(IpSet.of(released.cidr().parent().orElseThrow()));
    }
}
