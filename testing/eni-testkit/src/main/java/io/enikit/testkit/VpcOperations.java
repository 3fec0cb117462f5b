package io.enikit.testkit;

import static io.enikit.testkit.TargetPicker.NOBODY;

import io.enikit.model.CidrReservation;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpFamily;
import io.enikit.operations.AssociateSubnetCidrBlock;
import io.enikit.operations.AssociateVpcCidrBlock;
import io.enikit.operations.AttachInternetGateway;
import io.enikit.operations.CreateSubnet;
import io.enikit.operations.CreateSubnetCidrReservation;
import io.enikit.operations.CreateVpc;
import io.enikit.operations.DeleteSubnet;
import io.enikit.operations.DeleteSubnetCidrReservation;
import io.enikit.operations.DeleteVpc;
import io.enikit.operations.DetachInternetGateway;
import io.enikit.operations.DisassociateSubnetCidrBlock;
import io.enikit.operations.DisassociateVpcCidrBlock;
import io.enikit.operations.ModifySubnet;
import io.enikit.operations.Operation;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes operations on VPCs and subnets. */
final class VpcOperations {
    private static final String SOMEWHERE = "10.9.0.0/24";

    private final TargetPicker targets;
    private final NetworkPlan plan;
    private final Choice choice;

    private VpcOperations(TargetPicker targets) {
        this.targets = targets;
        this.plan = targets.plan();
        this.choice = targets.choice();
    }

    static void addTo(Map<Class<? extends Operation>, Function<TargetPicker, Operation>> all) {
        all.put(CreateVpc.class, targets -> new VpcOperations(targets).createVpc());
        all.put(DeleteVpc.class, targets -> new VpcOperations(targets).deleteVpc());
        all.put(AssociateVpcCidrBlock.class, targets -> new VpcOperations(targets).associateBlock());
        all.put(DisassociateVpcCidrBlock.class, targets -> new VpcOperations(targets).disassociateBlock());
        all.put(
                AttachInternetGateway.class,
                targets -> AttachInternetGateway.of(
                        targets.one(targets.plan().vpcs(), vpc -> !vpc.internetGatewayAttached())));
        all.put(DetachInternetGateway.class, targets -> new VpcOperations(targets).detachGateway());
        all.put(CreateSubnet.class, targets -> new VpcOperations(targets).createSubnet());
        all.put(ModifySubnet.class, targets -> new VpcOperations(targets).modifySubnet());
        all.put(DeleteSubnet.class, targets -> DeleteSubnet.of(new VpcOperations(targets).emptySubnet()));
        all.put(AssociateSubnetCidrBlock.class, targets -> new VpcOperations(targets).associateIpv6());
        all.put(DisassociateSubnetCidrBlock.class, targets -> new VpcOperations(targets).disassociateIpv6());
        all.put(CreateSubnetCidrReservation.class, targets -> new VpcOperations(targets).reserve());
        all.put(DeleteSubnetCidrReservation.class, targets -> new VpcOperations(targets).dropReservation());
    }

    private Operation createVpc() {
        int second = choice.between(0, 255);
        return CreateVpc.of(
                targets.newName(),
                targets.sensible()
                        ? "10." + second + ".0.0/16"
                        : choice.of("10.0.0.0/8", "10.0.0.0/32", "10.0.0.0/29"));
    }

    private Operation deleteVpc() {
        return DeleteVpc.of(targets.one(
                plan.vpcs(),
                vpc -> !vpc.internetGatewayAttached()
                        && plan.subnetsOf(vpc.id()).isEmpty()
                        && plan.securityGroupsOf(vpc.id()).stream().allMatch(SecurityGroup::isDefault)));
    }

    /** A block of the space that every VPC may have a part of, or one that Amazon provides, as a rule. */
    private Operation associateBlock() {
        AssociateVpcCidrBlock associate = AssociateVpcCidrBlock.of(targets.vpc());
        return switch (choice.between(0, 5)) {
            case 0 -> associate.withAmazonProvidedIpv6CidrBlock(targets.sensible());
            case 1 -> associate.withIpv6CidrBlock("2001:db8:" + choice.between(1, 999) + "::/56");
            case 2 -> associate.withCidrBlock(choice.of("192.168.0.0/16", "10.0.0.0/8", "10.0.0.0/32"));
            default -> associate.withCidrBlock("100." + choice.between(64, 127) + ".0.0/16");
        };
    }

    private Operation disassociateBlock() {
        Predicate<Vpc> spares = vpc -> blocks(vpc).anyMatch(block -> isUnused(vpc, block));
        String id = targets.one(plan.vpcs(), spares);
        Optional<Vpc> vpc = plan.vpc(id);
        Stream<Cidr> fit = vpc.stream().flatMap(each -> blocks(each).filter(block -> isUnused(each, block)));
        Stream<Cidr> all = vpc.stream().flatMap(VpcOperations::blocks);
        Optional<Cidr> block = choice.any((targets.sensible() ? fit : all).toList());
        return DisassociateVpcCidrBlock.of(id, block.map(Cidr::toString).orElse(SOMEWHERE));
    }

    private static Stream<Cidr> blocks(Vpc vpc) {
        return Stream.concat(vpc.cidrBlocks().stream(), vpc.ipv6CidrBlocks().stream());
    }

    private boolean isUnused(Vpc vpc, Cidr block) {
        return !vpc.primaryCidrBlock().equals(Optional.of(block))
                && plan.subnetsOverlapping(vpc.id(), block).isEmpty();
    }

    private Operation detachGateway() {
        return DetachInternetGateway.of(targets.one(
                plan.vpcs(),
                vpc -> vpc.internetGatewayAttached()
                        && plan.subnetsOf(vpc.id()).stream()
                                .flatMap(subnet -> plan.enisIn(subnet.id()).stream())
                                .allMatch(eni -> plan.elasticIpsOf(eni.id()).isEmpty())));
    }

    /** The lowest block that no subnet of the VPC has a part of, as a rule. */
    private String freeBlock(String id, IpFamily family, int prefixLength) {
        Stream<Cidr> free = plan.vpc(id).stream()
                .flatMap(vpc -> vpc.cidrBlocks(family).stream()
                        .filter(block -> block.family() == family && block.prefixLength() <= prefixLength)
                        .map(block -> freeIn(block, plan.subnetsOf(vpc.id())))
                        .flatMap(space -> space.lowest(prefixLength).stream()));
        return free.findFirst()
                .filter(block -> targets.sensible())
                .map(Cidr::toString)
                .orElseGet(() -> family == IpFamily.IPV4
                        ? choice.of("10.0.0.0/28", "10.0.0.0/29", SOMEWHERE, "10.0.0.0/15")
                        : choice.of("2001:db8::/64", "2001:db8:9:9::/64", "2001:db8::/65", "2001:db8::/47"));
    }

    private static FreeSpace freeIn(Cidr block, Collection<Subnet> subnets) {
        FreeSpace free = FreeSpace.of(block);
        for (Subnet subnet : subnets) {
            Optional<Cidr> taken = subnet.cidrBlock(block.family()).filter(free::isFree);
            free = taken.isPresent() ? free.take(taken.get()) : free;
        }
        return free;
    }

    private Operation createSubnet() {
        String vpc = targets.vpc();
        CreateSubnet create = CreateSubnet.of(
                targets.newName(),
                vpc,
                targets.sensible() ? choice.of("eu-west-1a", "eu-west-1b", "eu-west-1c") : "somewhere");
        boolean ipv6 =
                plan.vpc(vpc).filter(each -> !each.ipv6CidrBlocks().isEmpty()).isPresent();
        boolean ipv6Native = ipv6 && choice.percent(20);
        if (!ipv6Native || !targets.sensible()) {
            create = create.withCidrBlock(freeBlock(vpc, IpFamily.IPV4, choice.of(28, 27, 24)));
        }
        if (ipv6 && (ipv6Native || choice.percent(50))) {
            create = create.withIpv6CidrBlock(freeBlock(vpc, IpFamily.IPV6, 64));
        }
        return create.withIpv6Native(ipv6Native);
    }

    private Operation modifySubnet() {
        if (choice.percent(50)) {
            return ModifySubnet.of(targets.subnet()).withMapPublicIpOnLaunch(choice.percent(70));
        }
        return ModifySubnet.of(targets.subnetWith(IpFamily.IPV6)).withAssignIpv6AddressOnCreation(choice.percent(50));
    }

    private String emptySubnet() {
        return targets.one(plan.subnets(), subnet -> plan.enisIn(subnet.id()).isEmpty());
    }

    private Operation associateIpv6() {
        String id = targets.one(
                plan.subnets(),
                subnet -> subnet.ipv6CidrBlock().isEmpty()
                        && plan.vpc(subnet.vpcId())
                                .filter(vpc -> !vpc.ipv6CidrBlocks().isEmpty())
                                .isPresent());
        String vpc = plan.subnet(id).map(subnet -> subnet.vpcId().toString()).orElse(NOBODY);
        return AssociateSubnetCidrBlock.of(id, freeBlock(vpc, IpFamily.IPV6, 64));
    }

    private Operation disassociateIpv6() {
        String id = targets.one(
                plan.subnets(),
                subnet -> subnet.ipv6CidrBlock().isPresent()
                        && !subnet.assignIpv6AddressOnCreation()
                        && plan.enisIn(subnet.id()).stream()
                                .allMatch(eni -> eni.ipv6Addresses().isEmpty()
                                        && eni.ipv6Prefixes().isEmpty()));
        Optional<Cidr> block = plan.subnet(id).flatMap(Subnet::ipv6CidrBlock);
        return DisassociateSubnetCidrBlock.of(
                id, block.filter(each -> targets.sensible()).map(Cidr::toString).orElse("2001:db8:9:9::/64"));
    }

    private Operation reserve() {
        String id = targets.subnet();
        Optional<Subnet> subnet = plan.subnet(id);
        Optional<Cidr> block =
                choice.percent(80) ? subnet.flatMap(Subnet::cidrBlock) : subnet.flatMap(Subnet::ipv6CidrBlock);
        String part = block.map(this::partOf).filter(each -> targets.sensible()).orElse(SOMEWHERE);
        return CreateSubnetCidrReservation.of(
                id,
                part,
                targets.sensible()
                        ? choice.of(CidrReservation.Type.PREFIX, CidrReservation.Type.EXPLICIT)
                        : CidrReservation.Type.PREFIX);
    }

    private String partOf(Cidr block) {
        int wanted = block.family() == IpFamily.IPV4 ? choice.of(26, 27, 28, 29) : choice.of(80, 80, 72, 96);
        int length = Math.max(block.prefixLength(), wanted);
        return block.child(length, choice.between(0, (1 << Math.min(3, length - block.prefixLength())) - 1))
                .toString();
    }

    private Operation dropReservation() {
        String id =
                targets.one(plan.subnets(), subnet -> !subnet.cidrReservations().isEmpty());
        Optional<String> block = plan.subnet(id)
                .flatMap(subnet -> choice.any(subnet.cidrReservations()))
                .map(reservation -> reservation.cidr().toString());
        return DeleteSubnetCidrReservation.of(
                id, block.filter(each -> targets.sensible()).orElse(SOMEWHERE));
    }
}
