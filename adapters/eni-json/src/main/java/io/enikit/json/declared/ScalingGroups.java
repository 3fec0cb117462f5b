package io.enikit.json.declared;

import io.enikit.json.gathered.Collector;
import io.enikit.json.gathered.Declared;
import io.enikit.json.gathered.Demanded;
import io.enikit.json.text.Node;
import io.enikit.json.text.Symbols;
import io.enikit.model.AddressDemand;
import io.enikit.model.EniId;
import io.enikit.model.SubnetId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes demands on subnets of what puts a number of equal things into them: groups of instances, tasks and nodes. */
final class ScalingGroups {
    static final String DB_GROUP = "DBSubnetGroup";
    static final String DB_CLUSTER = "DBCluster";
    static final String CACHE_GROUP = "CacheSubnetGroup";

    /** EKS puts two interfaces of the control plane into a VPC at least, and up to four. */
    private static final int OF_CONTROL_PLANE = 2;

    private ScalingGroups() {}

    static void autoScaling(Declared group, Collector collector) {
        Properties properties = Properties.of(group, EniId.of(group.name()), collector);
        Optional<Properties> mixed =
                properties.object("MixedInstancesPolicy").flatMap(policy -> policy.object("LaunchTemplate"));
        Optional<Declared> template = Launch.template(properties.raw("LaunchTemplate"), collector)
                .or(() -> mixed.flatMap(each -> Launch.template(each.raw("LaunchTemplateSpecification"), collector)));
        Set<String> types = new LinkedHashSet<>();
        mixed.ifPresent(policy -> policy.objects("Overrides")
                .forEach(each -> each.text("InstanceType").ifPresent(types::add)));
        launched(group, properties, "VPCZoneIdentifier", properties.count("MaxSize"), template, types, collector);
    }

    static void nodeGroup(Declared group, Collector collector) {
        Properties properties = Properties.of(group, EniId.of(group.name()), collector);
        Optional<Declared> template = Launch.template(properties.raw("LaunchTemplate"), collector);
        Set<String> types = new LinkedHashSet<>(properties.texts("InstanceTypes"));
        Optional<Integer> most = properties.object("ScalingConfig").flatMap(scaling -> scaling.count("MaxSize"));
        launched(group, properties, "Subnets", most, template, types, collector);
    }

    private static void launched(
            Declared group,
            Properties properties,
            String subnetsKey,
            Optional<Integer> most,
            Optional<Declared> template,
            Set<String> types,
            Collector collector) {
        List<SubnetId> subnets = properties.ids(subnetsKey, SubnetId::of);
        if (most.isEmpty() || most.get() == 0) {
            return;
        }
        Map<Launch.Part, Long> parts = new LinkedHashMap<>();
        Launch.parts(template, collector).forEach(part -> parts.merge(part, 1L, Long::sum));
        parts.forEach((part, times) -> demand(
                group, part.subnet().map(List::of).orElse(subnets), most.get() * times, part.demand(), collector));
        template.map(Launch::asInstance).ifPresent(data -> types.forEach(type -> sample(group, data, type, collector)));
    }

    /** Checks one instance of another type than the launch template has. */
    private static void sample(Declared group, Declared data, String type, Collector collector) {
        if (data.properties().find("NetworkInterfaces").isPresent()) {
            Declared instance = data.named(group.name() + "/" + type, group.origin())
                    .with("InstanceType", Node.text(type, group.properties().place()));
            collector.declared().sample(sample -> DeclaredInstance.read(instance, sample));
        }
    }

    private static void demand(
            Declared resource, List<SubnetId> subnets, long number, AddressDemand each, Collector collector) {
        List<SubnetId> known = subnets.stream().filter(id -> !Symbols.is(id)).toList();
        boolean takesAny = number > 0 && !each.equals(AddressDemand.none());
        if (known.size() == subnets.size() && !known.isEmpty() && takesAny) {
            collector.declared().demand(new Demanded(resource, known, number, each));
        }
    }

    /** Tasks of a service that have interfaces of their own. Without a number there is one. */
    static void ecsService(Declared service, Collector collector) {
        Properties properties = Properties.of(service, EniId.of(service.name()), collector);
        boolean isDaemon =
                properties.text("SchedulingStrategy").filter("DAEMON"::equals).isPresent();
        Optional<Properties> awsvpc =
                properties.object("NetworkConfiguration").flatMap(network -> network.object("AwsvpcConfiguration"));
        if (awsvpc.isPresent() && !isDaemon) {
            int number = properties.isOpen("DesiredCount")
                    ? properties.count("DesiredCount").orElse(0)
                    : properties.count("DesiredCount").orElse(1);
            demand(service, awsvpc.get().ids("Subnets", SubnetId::of), number, AddressDemand.ofPrimary(), collector);
        }
    }

    static void eksCluster(Declared cluster, Collector collector) {
        Properties properties = Properties.of(cluster, EniId.of(cluster.name()), collector);
        properties.object("ResourcesVpcConfig").ifPresent(config -> {
            List<SubnetId> subnets = config.ids("SubnetIds", SubnetId::of);
            if (!properties.has("OutpostConfig")) {
                collector.declared().subnetNeeds().eks(cluster, subnets);
            }
            demand(cluster, subnets, OF_CONTROL_PLANE, AddressDemand.ofPrimary(), collector);
        });
    }

    static void dbSubnetGroup(Declared group, Collector collector) {
        Properties properties = Properties.of(group, EniId.of(group.name()), collector);
        collector.declared().subnetNeeds().database(group, properties.ids("SubnetIds", SubnetId::of));
    }

    static void dbInstance(Declared instance, Collector collector) {
        Properties properties = Properties.of(instance, EniId.of(instance.name()), collector);
        Optional<Node> ofCluster = properties
                .raw("DBClusterIdentifier")
                .flatMap(id -> collector.declared().index().find(DB_CLUSTER, id))
                .flatMap(cluster -> cluster.properties().find("DBSubnetGroupName"));
        int number = properties.flag("MultiAZ").orElse(false) ? 2 : 1;
        inGroup(instance, DB_GROUP, properties.raw("DBSubnetGroupName").or(() -> ofCluster), number, collector);
    }

    static void cacheCluster(Declared cluster, Collector collector) {
        Properties properties = Properties.of(cluster, EniId.of(cluster.name()), collector);
        int number = properties.count("NumCacheNodes").orElse(1);
        inGroup(cluster, CACHE_GROUP, properties.raw("CacheSubnetGroupName"), number, collector);
    }

    static void replicationGroup(Declared group, Collector collector) {
        Properties properties = Properties.of(group, EniId.of(group.name()), collector);
        int shards = properties.count("NumNodeGroups").orElse(1);
        int ofEach = properties
                .count("NumCacheClusters")
                .orElse(1 + properties.count("ReplicasPerNodeGroup").orElse(0));
        inGroup(group, CACHE_GROUP, properties.raw("CacheSubnetGroupName"), shards * ofEach, collector);
    }

    /** Adds what a database takes in one or another subnet of its group, if the group is among what was read. */
    private static void inGroup(Declared resource, String type, Optional<Node> group, int number, Collector collector) {
        group.flatMap(name -> collector.declared().index().find(type, name)).ifPresent(found -> {
            List<SubnetId> subnets =
                    Properties.of(found, EniId.of(found.name()), collector).ids("SubnetIds", SubnetId::of);
            demand(resource, subnets, number, AddressDemand.ofPrimary(), collector);
        });
    }
}
