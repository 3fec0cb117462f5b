package io.enikit.json.declared;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.enikit.json.gathered.Associations.Target;
import io.enikit.json.gathered.Collector;
import io.enikit.json.gathered.Declared;
import io.enikit.json.gathered.Presence;
import io.enikit.json.text.Symbols;
import io.enikit.json.text.Texts;
import io.enikit.model.CidrReservation;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpId;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import io.enikit.rules.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes resources of what a template declares. Those that only change others are read like any. */
public final class Declarations {
    /** What stands for the Region of a provider, where nothing else tells the Region of a resource. */
    public static final String REGION_OF_PROVIDER = "RegionOfProvider";

    /** How many addresses EC2 says are available in a subnet. */
    public static final String AVAILABLE = "AvailableIpAddressCount";

    /** The properties that are read, of all types. */
    public static final Set<String> READ_PROPERTIES = ImmutableSet.of(
            "AllocationId",
            "AmazonProvidedIpv6CidrBlock",
            "AssignIpv6AddressOnCreation",
            "AssociatePublicIpAddress",
            "AvailabilityMode",
            "AvailabilityZone",
            "AvailabilityZoneId",
            "CacheSubnetGroupName",
            "CidrBlock",
            "CidrIp",
            "CidrIpv6",
            "ConnectivityType",
            "CustomerOwnedIpv4Pool",
            "DBClusterIdentifier",
            "DBSubnetGroupName",
            "DeleteOnTermination",
            "Description",
            "DesiredCount",
            "DestinationPrefixListId",
            "DestinationSecurityGroupId",
            "DeviceIndex",
            "EIP",
            "EnablePrimaryIpv6",
            "FromPort",
            "GroupDescription",
            "GroupId",
            "GroupName",
            "GroupSet",
            "InstanceId",
            "InstanceType",
            "InstanceTypes",
            "InterfaceType",
            "InternetGatewayId",
            "IpAddress",
            "IpAddresses",
            "IpProtocol",
            "Ipv4IpamPoolId",
            "Ipv4NetmaskLength",
            "Ipv4PrefixCount",
            "Ipv4Prefixes",
            "Ipv6Address",
            "Ipv6AddressCount",
            "Ipv6Addresses",
            "Ipv6CidrBlock",
            "Ipv6IpamPoolId",
            "Ipv6Native",
            "Ipv6PrefixCount",
            "Ipv6Prefixes",
            "LaunchTemplate",
            "LaunchTemplateData",
            "LaunchTemplateName",
            "MapPublicIpOnLaunch",
            "MaxSize",
            "MixedInstancesPolicy",
            "MultiAZ",
            "NetworkBorderGroup",
            "NetworkCardIndex",
            "NetworkConfiguration",
            "NetworkInterfaceId",
            "NetworkInterfaces",
            "NumCacheClusters",
            "NumCacheNodes",
            "NumNodeGroups",
            "OutpostArn",
            "OutpostConfig",
            "OwnerId",
            "PrivateIpAddress",
            "PrivateIpAddresses",
            "Region",
            "ReplicasPerNodeGroup",
            "ReservationType",
            "ResourcesVpcConfig",
            "ScalingConfig",
            "SchedulingStrategy",
            "SecondaryAllocationIds",
            "SecondaryPrivateIpAddressCount",
            "SecondaryPrivateIpAddresses",
            "SecurityGroupEgress",
            "SecurityGroupIds",
            "SecurityGroupIngress",
            "SecurityGroups",
            "SourceDestCheck",
            "SourcePrefixListId",
            "SourceSecurityGroupId",
            "SourceSecurityGroupName",
            "SourceSecurityGroupOwnerId",
            "SubnetConfigurations",
            "SubnetId",
            "SubnetIds",
            "SubnetMappings",
            "Subnets",
            "Tags",
            "ToPort",
            "Type",
            "VPCZoneIdentifier",
            "VpcConfig",
            "VpcEndpointType",
            "VpcId",
            "VpcSettings");

    /** Reads one resource. */
    @FunctionalInterface
    private interface Reader {
        void read(Declared resource, Collector collector);
    }

    private static final Map<String, Reader> READERS = ImmutableMap.<String, Reader>builder()
            .put("VPC", Declarations::vpc)
            .put("VPCCidrBlock", Declarations::vpcCidrBlock)
            .put("VPCGatewayAttachment", Declarations::gatewayAttachment)
            .put("Subnet", Declarations::subnet)
            .put("SubnetCidrBlock", Declarations::subnetCidrBlock)
            .put("SubnetCidrReservation", Declarations::reservation)
            .put("SecurityGroup", Declarations::securityGroup)
            .put(DeclaredRules.INGRESS, DeclaredRules::ingress)
            .put(DeclaredRules.EGRESS, DeclaredRules::egress)
            .put("SecurityGroupVpcAssociation", Declarations::groupAssociation)
            .put("Instance", DeclaredInstance::read)
            .put("NetworkInterface", DeclaredEni::read)
            .put("NetworkInterfaceGroup", DeclaredEni::group)
            .put("NetworkInterfaceAttachment", DeclaredEni::attach)
            .put("NatGateway", ServiceInterfaces::ofNatGateway)
            .put("VPCEndpoint", ServiceInterfaces::ofEndpoint)
            .put("VPCEndpointSubnet", ServiceInterfaces::ofEndpointSubnet)
            .put("LoadBalancer", ServiceInterfaces::ofLoadBalancer)
            .put("ClassicLoadBalancer", ServiceInterfaces::ofClassicLoadBalancer)
            .put("MountTarget", ServiceInterfaces::ofMountTarget)
            .put("ResolverEndpoint", ServiceInterfaces::ofResolverEndpoint)
            .put("Function", ServiceInterfaces::ofFunction)
            .put("TransitGatewayAttachment", ServiceInterfaces::ofSubnets)
            .put("TransitGatewayVpcAttachment", ServiceInterfaces::ofSubnets)
            .put("InstanceConnectEndpoint", ServiceInterfaces::ofSubnets)
            .put("ServiceInSubnets", ServiceInterfaces::ofSubnets)
            .put(Launch.TEMPLATE, Launch::read)
            .put("AutoScalingGroup", ScalingGroups::autoScaling)
            .put("EksNodegroup", ScalingGroups::nodeGroup)
            .put("EksCluster", ScalingGroups::eksCluster)
            .put("EcsService", ScalingGroups::ecsService)
            .put(ScalingGroups.DB_GROUP, ScalingGroups::dbSubnetGroup)
            .put("DBInstance", ScalingGroups::dbInstance)
            .put("CacheCluster", ScalingGroups::cacheCluster)
            .put("ReplicationGroup", ScalingGroups::replicationGroup)
            .put("EIP", Declarations::elasticIp)
            .put("EIPAssociation", Declarations::association)
            .buildOrThrow();

    private Declarations() {}

    /** What is only of use to other resources. */
    private static final Set<String> USED = Set.of(ScalingGroups.CACHE_GROUP, ScalingGroups.DB_CLUSTER);

    /** What other resources ask for by its name. */
    private static final Set<String> NAMED =
            Set.of(Launch.TEMPLATE, ScalingGroups.DB_GROUP, ScalingGroups.DB_CLUSTER, ScalingGroups.CACHE_GROUP);

    public static boolean reads(String type) {
        return READERS.containsKey(type) || USED.contains(type);
    }

    public static void read(List<Declared> resources, Collector collector) {
        for (Declared each : resources) {
            name(each, collector);
        }
        for (Declared each : resources) {
            read(each, collector);
        }
    }

    /** Notes a resource that others may ask for by its name, which is to be done before these are read. */
    public static void name(Declared resource, Collector collector) {
        if (NAMED.contains(resource.type())) {
            collector.declared().index().add(resource);
        }
    }

    /** Reads one resource. */
    public static void read(Declared resource, Collector collector) {
        collector.reading(resource.existing());
        @Nullable Reader reader = READERS.get(resource.type());
        if (reader != null) {
            reader.read(resource, collector);
        }
    }

    private static void vpc(Declared resource, Collector collector) {
        VpcId id = VpcId.of(resource.name());
        Properties properties = Properties.of(resource, id, collector);
        Optional<Cidr> block = properties.ipv4Block("CidrBlock");
        noteIpv4Block(id, properties, block, collector);
        if (resource.presence() != Presence.ADDED) {
            collector.openFacts().add(id, Fact.INTERNET_GATEWAY); // one that is made elsewhere is not shown here
        }
        properties
                .text(REGION_OF_PROVIDER)
                .ifPresent(region -> collector.parts().region(id, region));
        collector.add(
                Vpc.builder()
                        .id(id)
                        .cidrBlocks(block.stream().toList())
                        .region(properties.text("Region"))
                        .ownerId(properties.text("OwnerId"))
                        .defaultVpc(properties.flag("IsDefault").orElse(false))
                        .tags(properties.tags())
                        .build(),
                resource.origin());
    }

    private static void vpcCidrBlock(Declared resource, Collector collector) {
        Properties properties = Properties.of(resource, VpcId.of(resource.name()), collector);
        Optional<VpcId> id = properties.id("VpcId", collector::vpcId);
        if (id.isEmpty()) {
            return;
        }
        properties = properties.about(id.get());
        Optional<Cidr> ipv4 = properties.ipv4Block("CidrBlock");
        Optional<Cidr> ipv6 = properties.parse("Ipv6CidrBlock", Texts::ipv6Block);
        VpcId vpc = id.get();
        ipv4.ifPresent(block -> collector.parts().block(vpc, block, resource.origin()));
        ipv6.ifPresent(block -> collector.parts().block(vpc, block, resource.origin()));
        if (ipv4.isEmpty() && ipv6.isEmpty()) {
            boolean ofIpv6 = properties.has("AmazonProvidedIpv6CidrBlock")
                    || properties.has("Ipv6IpamPoolId")
                    || properties.has("Ipv6CidrBlock");
            collector.openFacts().add(id.get(), ofIpv6 ? Fact.VPC_IPV6_BLOCKS : Fact.VPC_IPV4_BLOCKS);
        }
    }

    private static void gatewayAttachment(Declared resource, Collector collector) {
        Properties properties = Properties.of(resource, VpcId.of(resource.name()), collector);
        if (properties.has("InternetGatewayId")) {
            properties.id("VpcId", collector::vpcId).ifPresent(collector.parts()::internetGateway);
        }
    }

    private static void subnet(Declared resource, Collector collector) {
        SubnetId id = SubnetId.of(resource.name());
        Properties properties = Properties.of(resource, id, collector);
        Optional<Cidr> ipv4 = properties.ipv4Block("CidrBlock");
        Optional<Cidr> ipv6 = properties.parse("Ipv6CidrBlock", Texts::ipv6Block);
        boolean ipv6Native = properties.flag("Ipv6Native").orElse(false);
        noteIpv4Block(id, properties, ipv4, collector);
        properties.count(AVAILABLE).ifPresent(count -> collector.available(id, count));
        if (properties.has("OutpostArn")) {
            collector.declared().subnetNeeds().onOutpost(id);
        }
        properties.slice(
                "CidrBlock",
                (slice, origin) -> collector.declared().openBlocks().add(id, IpFamily.IPV4, slice, origin));
        properties.slice(
                "Ipv6CidrBlock",
                (slice, origin) -> collector.declared().openBlocks().add(id, IpFamily.IPV6, slice, origin));
        if (ipv6.isEmpty() && properties.has("Ipv6CidrBlock")) {
            collector.openFacts().add(id, Fact.SUBNET_IPV6_BLOCK);
        }
        collector.add(
                Subnet.builder()
                        .id(id)
                        .vpcId(properties.requiredId("VpcId", collector::vpcId))
                        .availabilityZone(zone(resource, properties))
                        .zoneId(properties.text("AvailabilityZoneId"))
                        .cidrBlock(ipv4)
                        .ipv6CidrBlock(ipv6)
                        .ipv6Native(ipv6Native)
                        .mapPublicIpOnLaunch(
                                properties.flag("MapPublicIpOnLaunch").orElse(false))
                        .assignIpv6AddressOnCreation(
                                properties.flag("AssignIpv6AddressOnCreation").orElse(false))
                        .ownerId(properties.text("OwnerId"))
                        .tags(properties.tags())
                        .build(),
                resource.origin());
    }

    /** Notes a block that is not known. One that is neither given nor from a pool is missing. */
    private static void noteIpv4Block(ResourceId id, Properties properties, Optional<Cidr> block, Collector collector) {
        boolean fromPool = properties.has("Ipv4IpamPoolId");
        if (block.isEmpty() && (fromPool || properties.has("CidrBlock"))) {
            collector.openFacts().add(id, id instanceof VpcId ? Fact.VPC_IPV4_BLOCKS : Fact.SUBNET_IPV4_BLOCK);
        }
        if (fromPool && !properties.has("CidrBlock")) {
            properties.reportUnknown("the block comes from an IPAM pool");
        }
    }

    /** Returns the zone of a subnet. The name of one that is given by its id is not known. */
    private static String zone(Declared resource, Properties properties) {
        return properties
                .textOrSymbol("AvailabilityZone")
                .or(() -> properties.text("AvailabilityZoneId").map(zoneId -> {
                    properties.reportUnknown("the zone " + zoneId + " is given by its id");
                    return Symbols.of(zoneId);
                }))
                .orElse(resource.symbol("AvailabilityZone"));
    }

    private static void subnetCidrBlock(Declared resource, Collector collector) {
        Properties properties = Properties.of(resource, SubnetId.of(resource.name()), collector);
        Optional<SubnetId> id = properties.id("SubnetId", collector::subnetId);
        Optional<Cidr> block = properties.parse("Ipv6CidrBlock", Texts::ipv6Block);
        id.ifPresent(subnetId -> {
            properties.slice(
                    "Ipv6CidrBlock",
                    (slice, origin) -> collector.declared().openBlocks().add(subnetId, IpFamily.IPV6, slice, origin));
            if (block.isEmpty()) {
                collector.openFacts().add(subnetId, Fact.SUBNET_IPV6_BLOCK);
            }
            collector.change(
                    subnetId,
                    Subnet.class,
                    subnet -> subnet.toBuilder()
                            .ipv6CidrBlock(block.or(subnet::ipv6CidrBlock))
                            .build());
        });
    }

    private static void reservation(Declared resource, Collector collector) {
        Properties properties = Properties.of(resource, SubnetId.of(resource.name()), collector);
        Optional<SubnetId> id = properties.id("SubnetId", collector::subnetId);
        Optional<Cidr> block = properties.parse("CidrBlock", Cidr::parse);
        Optional<CidrReservation.Type> type =
                properties.parse("ReservationType", text -> Texts.word(CidrReservation.Type.class, text));
        if (id.isPresent() && block.isPresent() && type.isPresent()) {
            collector.parts().reservation(id.get(), new CidrReservation(block.get(), type.get()));
        }
    }

    private static void securityGroup(Declared resource, Collector collector) {
        SecurityGroupId id = SecurityGroupId.of(resource.name());
        Properties properties = Properties.of(resource, id, collector);
        SecurityGroup.Builder group = SecurityGroup.builder()
                .id(id)
                .vpcId(properties.requiredId("VpcId", collector::vpcId))
                .ownerId(properties.text("OwnerId"))
                .tags(properties.tags());
        Optional<String> name = properties.text("GroupName");
        group.groupName(name.orElse(resource.symbol("GroupName"))); // a logical id may be the name of another group
        if (name.isEmpty()) {
            collector.openFacts().add(id, Fact.GROUP_NAME);
        }
        properties.text("GroupDescription").ifPresent(group::description);
        DeclaredRules.inGroup(id, properties, resource, collector);
        collector.add(group.build(), resource.origin());
    }

    private static void groupAssociation(Declared resource, Collector collector) {
        Properties properties = Properties.of(resource, SecurityGroupId.of(resource.name()), collector);
        Optional<SecurityGroupId> id = properties.id("GroupId", SecurityGroupId::of);
        Optional<VpcId> vpc = properties.id("VpcId", collector::vpcId);
        if (id.isPresent() && vpc.isPresent()) {
            collector.parts().groupAssociation(id.get(), vpc.get());
        }
    }

    private static void elasticIp(Declared resource, Collector collector) {
        ElasticIpId id = ElasticIpId.of(resource.name());
        Properties properties = Properties.of(resource, id, collector);
        collector.add(
                ElasticIp.builder()
                        .id(id)
                        .region(properties.text("Region"))
                        .ownerId(properties.text("OwnerId"))
                        .tags(properties.tags())
                        .build(),
                resource.origin());
        if (properties.text("NetworkBorderGroup").filter(Texts::isOfWavelength).isPresent()
                || properties.has("CustomerOwnedIpv4Pool")) {
            collector.parts().ofOtherGateway(id);
        }
        properties
                .text(REGION_OF_PROVIDER)
                .ifPresent(region -> collector.parts().region(id, region));
        associate(id, properties, collector);
    }

    private static void association(Declared resource, Collector collector) {
        Properties properties = Properties.of(resource, ElasticIpId.of(resource.name()), collector);
        properties
                .id("AllocationId", ElasticIpId::of)
                .or(() -> properties.id("EIP", ElasticIpId::of))
                .ifPresent(id -> associate(id, properties.about(id), collector));
    }

    private static void associate(ElasticIpId id, Properties properties, Collector collector) {
        Optional<EniId> eni = properties.id("NetworkInterfaceId", EniId::of);
        if (eni.isPresent()) {
            collector.associate(id, eni.get(), target(properties));
        } else {
            properties
                    .id("InstanceId", InstanceId::of)
                    .ifPresent(instance -> collector.associate(id, instance, target(properties)));
        }
    }

    /** Returns which address is meant: one that is given and not known may be any, and none that is given is the primary. */
    private static Target target(Properties properties) {
        if (properties.isOpen("PrivateIpAddress")) {
            return properties.refersTo("PrivateIpAddress", "PrimaryPrivateIpAddress") ? Target.PRIMARY : Target.OPEN;
        }
        return properties.parse("PrivateIpAddress", Texts::ipv4).map(Target::of).orElse(Target.PRIMARY);
    }
}
