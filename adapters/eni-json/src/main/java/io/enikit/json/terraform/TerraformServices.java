package io.enikit.json.terraform;

import static io.enikit.json.terraform.TerraformTypes.ADDRESS;
import static io.enikit.json.terraform.TerraformTypes.ENI;
import static io.enikit.json.terraform.TerraformTypes.GROUP;
import static io.enikit.json.terraform.TerraformTypes.SUBNET;

import io.enikit.json.gathered.Declared;
import io.enikit.json.text.Node;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Types of resources that are no interfaces, but have some: of services, or of instances that are made later. */
final class TerraformServices {
    private static final Set<String> TEMPLATE = Set.of("aws_launch_template");
    private static final Set<String> DB_GROUP =
            Set.of("aws_db_subnet_group", "aws_docdb_subnet_group", "aws_neptune_subnet_group");
    private static final Set<String> DB_CLUSTER = Set.of("aws_rds_cluster", "aws_docdb_cluster", "aws_neptune_cluster");
    private static final Set<String> CACHE_GROUP = Set.of("aws_elasticache_subnet_group");

    private static final String SUBNET_IDS = "SubnetIds";

    /** Declares a resource of a type. */
    @FunctionalInterface
    private interface Reader {
        void read(TerraformResource resource, Consumer<Declared> declared);
    }

    /** The readers by type. */
    private static final Map<String, Reader> READERS = Map.ofEntries(
            Map.entry("aws_nat_gateway", TerraformServices::natGateway),
            Map.entry("aws_vpc_endpoint", TerraformServices::endpoint),
            Map.entry("aws_vpc_endpoint_subnet_association", TerraformServices::endpointSubnet),
            Map.entry("aws_lb", TerraformServices::loadBalancer),
            Map.entry("aws_alb", TerraformServices::loadBalancer),
            Map.entry("aws_elb", inSubnets("ClassicLoadBalancer", "Subnets", "subnets")),
            Map.entry("aws_efs_mount_target", TerraformServices::mountTarget),
            Map.entry("aws_route53_resolver_endpoint", TerraformServices::resolverEndpoint),
            Map.entry("aws_lambda_function", TerraformServices::function),
            Map.entry(
                    "aws_ec2_transit_gateway_vpc_attachment",
                    inSubnets("TransitGatewayAttachment", SUBNET_IDS, "subnet_ids")),
            Map.entry("aws_ec2_instance_connect_endpoint", TerraformServices::connectEndpoint),
            Map.entry("aws_networkfirewall_firewall", TerraformServices::firewall),
            Map.entry("aws_directory_service_directory", TerraformServices::directory),
            Map.entry("aws_mq_broker", inSubnets("ServiceInSubnets", SUBNET_IDS, "subnet_ids")),
            Map.entry("aws_fsx_lustre_file_system", inSubnets("ServiceInSubnets", SUBNET_IDS, "subnet_ids")),
            Map.entry("aws_fsx_ontap_file_system", inSubnets("ServiceInSubnets", SUBNET_IDS, "subnet_ids")),
            Map.entry("aws_fsx_openzfs_file_system", inSubnets("ServiceInSubnets", SUBNET_IDS, "subnet_ids")),
            Map.entry("aws_fsx_windows_file_system", inSubnets("ServiceInSubnets", SUBNET_IDS, "subnet_ids")),
            Map.entry("aws_launch_template", TerraformServices::launchTemplate),
            Map.entry("aws_autoscaling_group", TerraformServices::scalingGroup),
            Map.entry("aws_eks_cluster", TerraformServices::eksCluster),
            Map.entry("aws_eks_node_group", TerraformServices::nodeGroup),
            Map.entry("aws_ecs_service", TerraformServices::ecsService),
            Map.entry("aws_db_subnet_group", TerraformServices::databaseGroup),
            Map.entry("aws_docdb_subnet_group", TerraformServices::databaseGroup),
            Map.entry("aws_neptune_subnet_group", TerraformServices::databaseGroup),
            Map.entry("aws_db_instance", TerraformServices::databaseInstance),
            Map.entry("aws_rds_cluster_instance", TerraformServices::databaseInstance),
            Map.entry("aws_docdb_cluster_instance", TerraformServices::databaseInstance),
            Map.entry("aws_neptune_cluster_instance", TerraformServices::databaseInstance),
            Map.entry("aws_rds_cluster", TerraformServices::databaseCluster),
            Map.entry("aws_docdb_cluster", TerraformServices::databaseCluster),
            Map.entry("aws_neptune_cluster", TerraformServices::databaseCluster),
            Map.entry("aws_elasticache_subnet_group", TerraformServices::cacheGroup),
            Map.entry("aws_elasticache_cluster", TerraformServices::cacheCluster),
            Map.entry("aws_elasticache_replication_group", TerraformServices::replicationGroup));

    private TerraformServices() {}

    /** Returns whether resources of a type have interfaces that are none in Terraform. */
    static boolean isOne(String type) {
        return READERS.containsKey(type);
    }

    /** Returns whether others may ask for resources of a type by their names. */
    static boolean isNamed(String type) {
        return TEMPLATE.contains(type)
                || DB_GROUP.contains(type)
                || DB_CLUSTER.contains(type)
                || CACHE_GROUP.contains(type);
    }

    static void declare(TerraformResource resource, Consumer<Declared> declared) {
        Optional.ofNullable(READERS.get(resource.resource().type()))
                .ifPresent(reader -> reader.read(resource, declared));
    }

    private static Reader inSubnets(String type, String property, String attribute) {
        return (resource, declared) ->
                resource.links(property, attribute, SUBNET).done(type, declared);
    }

    private static void natGateway(TerraformResource resource, Consumer<Declared> declared) {
        resource.value("AvailabilityMode", "availability_mode")
                .link("SubnetId", "subnet_id", SUBNET)
                .link("AllocationId", "allocation_id", ADDRESS)
                .links("SecondaryAllocationIds", "secondary_allocation_ids", ADDRESS)
                .value("PrivateIpAddress", "private_ip")
                .value("SecondaryPrivateIpAddresses", "secondary_private_ip_addresses")
                .count(
                        "SecondaryPrivateIpAddressCount",
                        "secondary_private_ip_address_count",
                        "secondary_private_ip_addresses")
                .done("NatGateway", declared);
    }

    private static void endpoint(TerraformResource resource, Consumer<Declared> declared) {
        resource.value("VpcEndpointType", "vpc_endpoint_type")
                .links(SUBNET_IDS, "subnet_ids", SUBNET)
                .blocks(
                        "SubnetConfigurations",
                        "subnet_configuration",
                        each -> each.link("SubnetId", "subnet_id", SUBNET)
                                .value("Ipv4", "ipv4")
                                .value("Ipv6", "ipv6"))
                .done("VPCEndpoint", declared);
    }

    /** Adds the subnet of an endpoint that has it not yet; one that has it shows it. */
    private static void endpointSubnet(TerraformResource resource, Consumer<Declared> declared) {
        resource.link("SubnetId", "subnet_id", SUBNET).done("VPCEndpointSubnet", declared);
    }

    private static void loadBalancer(TerraformResource resource, Consumer<Declared> declared) {
        resource.value("Type", "load_balancer_type")
                .links("Subnets", "subnets", SUBNET)
                .blocks(
                        "SubnetMappings",
                        "subnet_mapping",
                        each -> each.link("SubnetId", "subnet_id", SUBNET)
                                .link("AllocationId", "allocation_id", ADDRESS)
                                .value("PrivateIPv4Address", "private_ipv4_address"));
        if (!resource.blocksOf("subnet_mapping").isEmpty()) {
            resource.drop("Subnets"); // which the provider computes of the mappings
        }
        resource.done("LoadBalancer", declared);
    }

    private static void mountTarget(TerraformResource resource, Consumer<Declared> declared) {
        resource.link("SubnetId", "subnet_id", SUBNET)
                .value("IpAddress", "ip_address")
                .value("Ipv6Address", "ipv6_address")
                .done("MountTarget", declared);
    }

    private static void resolverEndpoint(TerraformResource resource, Consumer<Declared> declared) {
        resource.blocks(
                        "IpAddresses",
                        "ip_address",
                        each -> each.link("SubnetId", "subnet_id", SUBNET)
                                .value("Ip", "ip")
                                .value("Ipv6", "ipv6"))
                .done("ResolverEndpoint", declared);
    }

    private static void function(TerraformResource resource, Consumer<Declared> declared) {
        resource.block(
                        "VpcConfig",
                        "vpc_config",
                        config -> config.links(SUBNET_IDS, "subnet_ids", SUBNET)
                                .links("SecurityGroupIds", "security_group_ids", GROUP))
                .done("Function", declared);
    }

    private static void connectEndpoint(TerraformResource resource, Consumer<Declared> declared) {
        resource.link("SubnetId", "subnet_id", SUBNET).done("InstanceConnectEndpoint", declared);
    }

    private static void firewall(TerraformResource resource, Consumer<Declared> declared) {
        resource.blocks("SubnetMappings", "subnet_mapping", each -> each.link("SubnetId", "subnet_id", SUBNET))
                .done("ServiceInSubnets", declared);
    }

    private static void directory(TerraformResource resource, Consumer<Declared> declared) {
        resource.block("VpcSettings", "vpc_settings", each -> each.links(SUBNET_IDS, "subnet_ids", SUBNET))
                .done("ServiceInSubnets", declared);
    }

    private static void launchTemplate(TerraformResource resource, Consumer<Declared> declared) {
        TerraformResource data = resource.part();
        data.value("InstanceType", "instance_type")
                .links("SecurityGroupIds", "vpc_security_group_ids", GROUP)
                .blocks("NetworkInterfaces", "network_interfaces", TerraformServices::templateInterface);
        resource.value("LaunchTemplateName", "name");
        resource.put("LaunchTemplateData", data.asObject());
        resource.done("LaunchTemplate", declared);
    }

    private static TerraformResource templateInterface(TerraformResource block) {
        block.link("SubnetId", "subnet_id", SUBNET)
                .link("NetworkInterfaceId", "network_interface_id", ENI)
                .place()
                .value("InterfaceType", "interface_type")
                .value("AssociatePublicIpAddress", "associate_public_ip_address")
                .value("PrivateIpAddress", "private_ip_address")
                .links("Groups", "security_groups", GROUP)
                .items("PrivateIpAddresses", "PrivateIpAddress", "ipv4_addresses")
                .items("Ipv4Prefixes", "Ipv4Prefix", "ipv4_prefixes")
                .items("Ipv6Addresses", "Ipv6Address", "ipv6_addresses")
                .items("Ipv6Prefixes", "Ipv6Prefix", "ipv6_prefixes")
                .count("SecondaryPrivateIpAddressCount", "ipv4_address_count", "ipv4_addresses")
                .count("Ipv4PrefixCount", "ipv4_prefix_count", "ipv4_prefixes")
                .count("Ipv6AddressCount", "ipv6_address_count", "ipv6_addresses")
                .count("Ipv6PrefixCount", "ipv6_prefix_count", "ipv6_prefixes");
        if (block.property("DeviceIndex").isEmpty()) {
            block.put("DeviceIndex", Node.number("0", block.values().place())); // as the provider does
        }
        return block;
    }

    /** Refers to a launch template by id or name. */
    static TerraformResource template(TerraformResource block, String id, String name) {
        return block.link("LaunchTemplateId", id, TEMPLATE).value("LaunchTemplateName", name);
    }

    private static void scalingGroup(TerraformResource resource, Consumer<Declared> declared) {
        resource.value("MaxSize", "max_size")
                .links("VPCZoneIdentifier", "vpc_zone_identifier", SUBNET)
                .block("LaunchTemplate", "launch_template", each -> template(each, "id", "name"))
                .block(
                        "MixedInstancesPolicy",
                        "mixed_instances_policy",
                        policy -> policy.block(
                                "LaunchTemplate",
                                "launch_template",
                                each -> each.block(
                                                "LaunchTemplateSpecification",
                                                "launch_template_specification",
                                                own -> template(own, "launch_template_id", "launch_template_name"))
                                        .blocks(
                                                "Overrides",
                                                "override",
                                                own -> own.value("InstanceType", "instance_type"))))
                .done("AutoScalingGroup", declared);
    }

    private static void eksCluster(TerraformResource resource, Consumer<Declared> declared) {
        resource.block("ResourcesVpcConfig", "vpc_config", config -> config.links(SUBNET_IDS, "subnet_ids", SUBNET))
                .block("OutpostConfig", "outpost_config", config -> config)
                .done("EksCluster", declared);
    }

    private static void nodeGroup(TerraformResource resource, Consumer<Declared> declared) {
        resource.links("Subnets", "subnet_ids", SUBNET)
                .value("InstanceTypes", "instance_types")
                .block("ScalingConfig", "scaling_config", each -> each.value("MaxSize", "max_size"))
                .block("LaunchTemplate", "launch_template", each -> template(each, "id", "name"))
                .done("EksNodegroup", declared);
    }

    private static void ecsService(TerraformResource resource, Consumer<Declared> declared) {
        resource.value("DesiredCount", "desired_count").value("SchedulingStrategy", "scheduling_strategy");
        for (Node each : resource.blocksOf("network_configuration")) {
            TerraformResource awsvpc =
                    resource.within("network_configuration", each).links("Subnets", "subnets", SUBNET);
            resource.put(
                    "NetworkConfiguration",
                    Node.object(Map.of("AwsvpcConfiguration", awsvpc.asObject()), each.place()));
        }
        resource.done("EcsService", declared);
    }

    private static void databaseGroup(TerraformResource resource, Consumer<Declared> declared) {
        resource.value("DBSubnetGroupName", "name")
                .links(SUBNET_IDS, "subnet_ids", SUBNET)
                .done("DBSubnetGroup", declared);
    }

    /** Neptune has another name for the group. */
    private static TerraformResource inDatabaseGroup(TerraformResource resource) {
        String attribute = resource.resource().type().startsWith("aws_neptune")
                ? "neptune_subnet_group_name"
                : "db_subnet_group_name";
        return resource.link("DBSubnetGroupName", attribute, DB_GROUP);
    }

    private static void databaseInstance(TerraformResource resource, Consumer<Declared> declared) {
        inDatabaseGroup(resource)
                .link("DBClusterIdentifier", "cluster_identifier", DB_CLUSTER)
                .value("MultiAZ", "multi_az")
                .done("DBInstance", declared);
    }

    private static void databaseCluster(TerraformResource resource, Consumer<Declared> declared) {
        inDatabaseGroup(resource)
                .value("DBClusterIdentifier", "cluster_identifier")
                .done("DBCluster", declared);
    }

    private static void cacheGroup(TerraformResource resource, Consumer<Declared> declared) {
        resource.value("CacheSubnetGroupName", "name")
                .links(SUBNET_IDS, "subnet_ids", SUBNET)
                .done("CacheSubnetGroup", declared);
    }

    /** Declares a cluster. The nodes of a replication group are counted with the group. */
    private static void cacheCluster(TerraformResource resource, Consumer<Declared> declared) {
        if (!resource.isSet("replication_group_id") && !resource.isLinked("replication_group_id")) {
            resource.value("NumCacheNodes", "num_cache_nodes")
                    .link("CacheSubnetGroupName", "subnet_group_name", CACHE_GROUP)
                    .done("CacheCluster", declared);
        }
    }

    private static void replicationGroup(TerraformResource resource, Consumer<Declared> declared) {
        resource.value("NumNodeGroups", "num_node_groups")
                .value("ReplicasPerNodeGroup", "replicas_per_node_group")
                .value("NumCacheClusters", "num_cache_clusters")
                .link("CacheSubnetGroupName", "subnet_group_name", CACHE_GROUP)
                .done("ReplicationGroup", declared);
    }
}
