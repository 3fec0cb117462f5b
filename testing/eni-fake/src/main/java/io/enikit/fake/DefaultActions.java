package io.enikit.fake;

import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.operations.AttachInternetGateway;
import io.enikit.operations.CreateSubnet;
import io.enikit.operations.CreateVpc;
import io.enikit.operations.ModifySubnet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the default VPC and its subnets. */
final class DefaultActions {
    private static final Cidr BLOCK = Cidr.parse("172.31.0.0/16");
    private static final int SUBNET_LENGTH = 20;

    private DefaultActions() {}

    static void register(Map<String, Action> actions) {
        actions.put("CreateDefaultVpc", DefaultActions::vpc);
        actions.put("CreateDefaultSubnet", DefaultActions::subnet);
    }

    private static void vpc(Call call) {
        call.out().put("Vpc", VpcView.of(call, create(call)).put("State", "pending"));
    }

    /** Makes the VPC with a gateway, and in each zone a subnet of 4,096 addresses that gives out public ones. */
    static Vpc create(Call call) {
        if (call.plan().vpcs().stream().anyMatch(Vpc::defaultVpc)) {
            throw Ec2Error.of(
                    "DefaultVpcAlreadyExists", "A Default VPC already exists for this account in this region.");
        }
        VpcId id = VpcId.of(call.fresh("vpc"));
        call.apply(CreateVpc.of(id, BLOCK));
        Vpc vpc = VpcActions.find(call, id.toString()).toBuilder()
                .defaultVpc(true)
                .build();
        call.state(call.state().withPlan(call.plan().toBuilder().put(vpc).build()));
        Associations.makeBlock(call, VpcView.ASSOCIATION, id, BLOCK);
        call.apply(AttachInternetGateway.of(id));
        call.state(call.state().withGateway(new Gateway(call.fresh("igw"), Optional.of(id), new TreeMap<>())));
        Zones.of(call.region()).forEach(zone -> createSubnet(call, id, zone));
        return VpcActions.find(call, id.toString());
    }

    private static Subnet createSubnet(Call call, VpcId vpc, String zone) {
        String id = call.fresh("subnet");
        Cidr block = BLOCK.split(SUBNET_LENGTH)
                .filter(each -> call.plan().subnetsOverlapping(vpc, each).isEmpty())
                .findFirst()
                .orElseThrow(() -> Ec2Error.of("InsufficientCidrBlocks", "The default VPC has no free block"));
        call.apply(
                CreateSubnet.of(id, vpc.toString(), zone).withCidrBlock(block),
                ModifySubnet.of(id).withMapPublicIpOnLaunch(true));
        call.fact(id, SubnetView.DEFAULT_FOR_ZONE, true);
        return SubnetActions.find(call, id);
    }

    private static void subnet(Call call) {
        Item in = call.in();
        String zone = ZoneChoice.named(call, in).orElseThrow(() -> Ec2Error.missingParameter("availabilityZone"));
        Vpc vpc = call.plan().vpcs().stream()
                .filter(Vpc::defaultVpc)
                .findFirst()
                .orElseThrow(() -> Ec2Error.of(
                        "DefaultVpcDoesNotExist", "No default VPC exists for this account in this region."));
        if (in.isTrue("Ipv6Native")) {
            throw Ec2Error.of("UnsupportedOperation", "An IPv6-only default subnet is not supported here.");
        }
        boolean there = call.plan().subnetsOf(vpc.id()).stream()
                .anyMatch(each -> each.availabilityZone().equals(zone) && SubnetView.isDefault(call, each));
        if (there) {
            throw Ec2Error.of(
                    "DefaultSubnetAlreadyExistsInAvailabilityZone",
                    "A default subnet already exists in the availability zone " + zone + ".");
        }
        call.out().put("Subnet", SubnetView.of(call, createSubnet(call, vpc.id(), zone)));
    }
}
