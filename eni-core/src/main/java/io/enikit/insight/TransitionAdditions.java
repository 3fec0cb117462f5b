package io.enikit.insight;

import io.enikit.model.Attachment;
import io.enikit.model.CidrReservation;
import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.Instance;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.operations.AllocateElasticIp;
import io.enikit.operations.AssociateSecurityGroupVpc;
import io.enikit.operations.AssociateSubnetCidrBlock;
import io.enikit.operations.AssociateVpcCidrBlock;
import io.enikit.operations.AttachInternetGateway;
import io.enikit.operations.CreateEni;
import io.enikit.operations.CreateSecurityGroup;
import io.enikit.operations.CreateSubnet;
import io.enikit.operations.CreateSubnetCidrReservation;
import io.enikit.operations.CreateVpc;
import io.enikit.operations.LaunchInstance;
import io.enikit.operations.LaunchInterface;
import java.util.List;
import java.util.Optional;

/** What is new: resources, from those that others are in to those that are in others. */
final class TransitionAdditions {
    private final TransitionSearch search;
    private final NetworkPlan target;

    TransitionAdditions(TransitionSearch search) {
        this.search = search;
        this.target = search.target();
    }

    private NetworkPlan current() {
        return search.current();
    }

    void run() {
        target.vpcs().forEach(this::grow);
        for (SecurityGroup group : target.securityGroups()) {
            if (current().securityGroup(group.id()).isEmpty() && !group.isDefault()) {
                search.add(CreateSecurityGroup.of(group.id(), group.vpcId())
                        .withGroupName(group.groupName())
                        .withDescription(group.description().isEmpty() ? group.groupName() : group.description())
                        .withTags(group.tags()));
            }
        }
        target.securityGroups().forEach(this::share);
        target.subnets().forEach(this::grow);
        target.instances().forEach(this::launch);
        for (Eni eni : target.enis()) {
            if (current().eni(eni.id()).isEmpty() && !eni.isServiceManaged()) {
                search.add(created(eni));
            }
        }
        for (ElasticIp elasticIp : target.elasticIps()) {
            if (current().elasticIp(elasticIp.id()).isEmpty()) {
                search.add(AllocateElasticIp.of(elasticIp.id()).withTags(elasticIp.tags()));
            }
        }
    }

    private void grow(Vpc vpc) {
        if (current().vpc(vpc.id()).isEmpty() && !vpc.defaultVpc()) {
            vpc.primaryCidrBlock()
                    .ifPresent(block -> search.add(CreateVpc.of(vpc.id(), block).withTags(vpc.tags())));
        }
        Optional<Vpc> made = current().vpc(vpc.id());
        if (made.isEmpty()) {
            return;
        }
        for (Cidr each : vpc.cidrBlocks()) {
            if (!made.get().cidrBlocks().contains(each)) {
                search.add(AssociateVpcCidrBlock.of(vpc.id()).withCidrBlock(each));
            }
        }
        for (Cidr each : vpc.ipv6CidrBlocks()) {
            if (!made.get().ipv6CidrBlocks().contains(each)) {
                search.add(AssociateVpcCidrBlock.of(vpc.id()).withIpv6CidrBlock(each));
            }
        }
        if (vpc.internetGatewayAttached() && !made.get().internetGatewayAttached()) {
            search.add(AttachInternetGateway.of(vpc.id()));
        }
    }

    private void share(SecurityGroup group) {
        Optional<SecurityGroup> made = current().securityGroup(group.id());
        for (VpcId each : group.associatedVpcIds()) {
            if (made.isPresent() && !made.get().associatedVpcIds().contains(each)) {
                search.add(AssociateSecurityGroupVpc.of(group.id(), each));
            }
        }
    }

    private void grow(Subnet subnet) {
        if (current().subnet(subnet.id()).isEmpty()) {
            CreateSubnet create = CreateSubnet.of(subnet.id(), subnet.vpcId(), subnet.availabilityZone())
                    .withIpv6Native(subnet.ipv6Native())
                    .withTags(subnet.tags());
            create = subnet.cidrBlock().map(create::withCidrBlock).orElse(create);
            search.add(subnet.ipv6CidrBlock().map(create::withIpv6CidrBlock).orElse(create));
        }
        Optional<Subnet> made = current().subnet(subnet.id());
        if (made.isEmpty()) {
            return;
        }
        if (made.get().ipv6CidrBlock().isEmpty()) {
            subnet.ipv6CidrBlock().ifPresent(block -> search.add(AssociateSubnetCidrBlock.of(subnet.id(), block)));
        }
        for (CidrReservation each : subnet.cidrReservations()) {
            if (!made.get().cidrReservations().contains(each)) {
                search.add(CreateSubnetCidrReservation.of(subnet.id(), each));
            }
        }
    }

    /** Launches an instance with its interfaces: those that are there, and those that are new. */
    private void launch(Instance instance) {
        List<Eni> enis = target.enisOf(instance.id());
        if (current().instance(instance.id()).isPresent()
                || instance.state() == InstanceState.TERMINATED
                || enis.isEmpty()) {
            return;
        }
        LaunchInstance launch =
                LaunchInstance.of(instance.id(), instance.instanceType()).withTags(instance.tags());
        for (Eni eni : enis) {
            Optional<Attachment> place = eni.attachment();
            if (place.isPresent() && !eni.isServiceManaged()) {
                LaunchInterface launched = current().eni(eni.id()).isPresent()
                        ? LaunchInterface.existing(place.get().deviceIndex(), eni.id())
                        : LaunchInterface.creating(place.get().deviceIndex(), created(eni))
                                .withDeleteOnTermination(place.get().deleteOnTermination());
                launch = launch.plusInterface(
                        launched.withNetworkCardIndex(place.get().networkCardIndex()));
            }
        }
        search.add(launch);
    }

    /** A call asks for addresses of a family or for prefixes, not for both: the prefixes are assigned later. */
    private CreateEni created(Eni eni) {
        CreateEni create = CreateEni.of(eni.id(), eni.subnetId())
                .withDescription(eni.description())
                .withInterfaceType(eni.interfaceType())
                .withSecurityGroups(isInNewDefaultGroup(eni) ? List.of() : eni.securityGroups())
                .withConnectionTracking(eni.connectionTracking())
                .withEnablePrimaryIpv6(eni.primaryIpv6Address().isPresent())
                .withTags(eni.tags());
        for (EniAddress each : eni.privateIpAddresses()) {
            create = create.plusPrivateIpAddress(each);
        }
        for (EniAddress each : eni.ipv6Addresses()) {
            create = create.plusIpv6Address(each.address());
        }
        if (eni.privateIpAddresses().stream().allMatch(EniAddress::primary)) {
            for (Cidr each : eni.ipv4Prefixes()) {
                create = create.plusIpv4Prefix(each);
            }
        }
        if (eni.ipv6Addresses().isEmpty()) {
            for (Cidr each : eni.ipv6Prefixes()) {
                create = create.plusIpv6Prefix(each);
            }
        }
        return create;
    }

    /** EC2 puts what names no group into the default group, which a plan need not hold before. */
    private boolean isInNewDefaultGroup(Eni eni) {
        return eni.securityGroups().stream()
                .allMatch(id -> current().securityGroup(id).isEmpty()
                        && target.securityGroup(id)
                                .filter(SecurityGroup::isDefault)
                                .isPresent());
    }
}
