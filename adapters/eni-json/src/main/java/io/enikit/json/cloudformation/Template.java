package io.enikit.json.cloudformation;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.enikit.json.Origin;
import io.enikit.json.Unknown;
import io.enikit.json.declared.Declarations;
import io.enikit.json.gathered.Collector;
import io.enikit.json.gathered.Declared;
import io.enikit.json.text.Node;
import io.enikit.json.text.ValueAccess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a CloudFormation template: evaluates the resources that matter to a plan, and leaves out those not made. */
public final class Template {
    public static final String RESOURCES = "Resources";
    private static final String TRANSFORM = "Transform";
    private static final String GLOBALS = "Globals";
    public static final Set<String> SECTIONS =
            ImmutableSet.of(RESOURCES, "Parameters", "Mappings", "Conditions", "Outputs", GLOBALS, TRANSFORM);

    /** Macros that leave the resources alone that are read here. */
    private static final Set<String> HARMLESS =
            Set.of("AWS::Serverless-2016-10-31", "AWS::LanguageExtensions", "AWS::CodeDeployBlueGreen");

    private static final String EC2 = "AWS::EC2::";

    /** What takes addresses and is none of EC2, by what it is called here. */
    private static final Map<String, String> OTHERS = ImmutableMap.<String, String>builder()
            .put("AWS::AmazonMQ::Broker", "ServiceInSubnets")
            .put("AWS::AutoScaling::AutoScalingGroup", "AutoScalingGroup")
            .put("AWS::DirectoryService::MicrosoftAD", "ServiceInSubnets")
            .put("AWS::DirectoryService::SimpleAD", "ServiceInSubnets")
            .put("AWS::DocDB::DBCluster", "DBCluster")
            .put("AWS::DocDB::DBInstance", "DBInstance")
            .put("AWS::DocDB::DBSubnetGroup", "DBSubnetGroup")
            .put("AWS::ECS::Service", "EcsService")
            .put("AWS::EFS::MountTarget", "MountTarget")
            .put("AWS::EKS::Cluster", "EksCluster")
            .put("AWS::EKS::Nodegroup", "EksNodegroup")
            .put("AWS::ElastiCache::CacheCluster", "CacheCluster")
            .put("AWS::ElastiCache::ReplicationGroup", "ReplicationGroup")
            .put("AWS::ElastiCache::SubnetGroup", "CacheSubnetGroup")
            .put("AWS::ElasticLoadBalancing::LoadBalancer", "ClassicLoadBalancer")
            .put("AWS::ElasticLoadBalancingV2::LoadBalancer", "LoadBalancer")
            .put("AWS::FSx::FileSystem", "ServiceInSubnets")
            .put("AWS::Lambda::Function", "Function")
            .put("AWS::Neptune::DBCluster", "DBCluster")
            .put("AWS::Neptune::DBInstance", "DBInstance")
            .put("AWS::Neptune::DBSubnetGroup", "DBSubnetGroup")
            .put("AWS::NetworkFirewall::Firewall", "ServiceInSubnets")
            .put("AWS::RDS::DBCluster", "DBCluster")
            .put("AWS::RDS::DBInstance", "DBInstance")
            .put("AWS::RDS::DBSubnetGroup", "DBSubnetGroup")
            .put("AWS::Route53Resolver::ResolverEndpoint", "ResolverEndpoint")
            .put("AWS::Serverless::Function", "Function")
            .buildOrThrow();

    private static final String MODULE = "::MODULE";
    private static final String VPC_CONFIG = "VpcConfig";

    private static final int MOST_MODULES = 100;

    private Template() {}

    /** Reads the resources of a stack, and adds those that matter to all that are declared. */
    static void read(Stack stack, List<Declared> declared, Collector collector) {
        stack.template().find(TRANSFORM).ifPresent(node -> macros(node, collector));
        stack.section(RESOURCES).orElseThrow().members().forEach((name, resource) -> {
            if (isFunction(name)) {
                collector.unknown(notEvaluated(name, resource));
                return;
            }
            String type = resource.get("Type").scalar();
            if (name.isBlank()) {
                throw resource.refuse("the logical id is blank");
            }
            Origin origin = ValueAccess.get()
                    .named(resource.place().origin(), stack.scope().idOf(name));
            if (type.equals(Stack.NESTED)) {
                nested(name, resource, stack, origin, collector);
            } else if (type.endsWith(MODULE)) {
                collector.unknown(ValueAccess.get().unknown("what the module " + type + " makes", origin));
            } else if (!Declarations.reads(shortType(type))) {
                collector.files().unread().add(type, List.of(resource));
            } else if (isMade(resource, stack, origin, collector)) {
                declared.add(new Declared(
                        shortType(type), stack.scope().idOf(name), properties(resource, stack, collector), origin));
            }
        });
    }

    private static boolean isMade(Node resource, Stack stack, Origin origin, Collector collector) {
        Optional<Boolean> made = stack.conditions().isMade(resource);
        if (made.isEmpty()) {
            collector.unknown(ValueAccess.get()
                    .unknown(
                            "whether it is made: the condition "
                                    + resource.find("Condition")
                                            .map(Node::toString)
                                            .orElse("") + " is not known",
                            origin));
        }
        if (!made.orElse(false)) {
            collector.leaveOut(origin);
        }
        return made.orElse(false);
    }

    /** Reports a nested stack whose template was not given. */
    private static void nested(String name, Node resource, Stack stack, Origin origin, Collector collector) {
        if (!isMade(resource, stack, origin, collector)) {
            return;
        }
        if (stack.nested(name).isPresent()) {
            collector.files().noteRead(resource.place());
        } else {
            collector.unknown(ValueAccess.get()
                    .unknown(
                            "what the nested stack makes: its template "
                                    + Stacks.fileOf(stack, resource)
                                            .map(file -> file + " ")
                                            .orElse("")
                                    + "is not among the files",
                            origin));
        }
    }

    /** Reports macros that may change anything in the template, or add to it. */
    private static void macros(Node node, Collector collector) {
        for (Node each : items(node)) {
            String name = nameOf(each);
            if (!HARMLESS.contains(name)) {
                collector.unknown(ValueAccess.get()
                        .unknown(
                                "what the macro " + name + " makes of the template",
                                each.place().origin()));
            }
        }
    }

    private static List<Node> items(Node node) {
        return node.is(Node.Kind.LIST) ? node.items() : List.of(node);
    }

    private static String nameOf(Node macro) {
        return macro.is(Node.Kind.OBJECT) ? macro.get("Name").scalar() : macro.scalar();
    }

    /** What may make resources that are not declared by their names: modules, by theirs, or something else. */
    record Makers(List<String> modules, Optional<String> other) {
        Optional<String> of(String name) {
            return modules.stream()
                    .filter(name::startsWith)
                    .map(module -> "the module " + module)
                    .findFirst()
                    .or(() -> other);
        }
    }

    /** Finds what may make a resource that is not declared by its name. */
    static Makers makersOf(Stack stack) {
        List<String> modules = stack.section(RESOURCES).stream()
                .flatMap(all -> all.members().entrySet().stream())
                .filter(each -> each.getValue().is(Node.Kind.OBJECT)
                        && each.getValue()
                                .find("Type")
                                .filter(type -> type.scalarOr("").endsWith(MODULE))
                                .isPresent())
                .map(Map.Entry::getKey)
                .limit(MOST_MODULES)
                .toList();
        Optional<String> loop = stack.template().find(RESOURCES).stream()
                .flatMap(all -> all.members().keySet().stream())
                .filter(key -> key.startsWith("Fn::Transform") || (ForEach.isLoop(key) && !stack.isWrittenOut(key)))
                .findFirst();
        Optional<String> macro = stack.template().find(TRANSFORM).stream()
                .flatMap(node -> items(node).stream())
                .map(Template::nameOf)
                .filter(each -> !HARMLESS.contains(each))
                .map(each -> "the macro " + each)
                .findFirst();
        return new Makers(modules, loop.or(() -> macro));
    }

    private static String shortType(String type) {
        return type.startsWith(EC2) ? type.substring(EC2.length()) : OTHERS.getOrDefault(type, "");
    }

    /** Returns whether a key stands for what a macro puts in its place, which only CloudFormation knows. */
    private static boolean isFunction(String key) {
        return key.startsWith("Fn::");
    }

    private static Unknown notEvaluated(String function, Node at) {
        return ValueAccess.get()
                .unknown(function + " is not evaluated", at.place().origin());
    }

    private static Node properties(Node resource, Stack stack, Collector collector) {
        Map<String, Node> properties = new LinkedHashMap<>();
        resource.find("Properties")
                .map(stack::unrolled)
                .ifPresent(all -> all.members().forEach((key, value) -> {
                    if (Declarations.READ_PROPERTIES.contains(key)) {
                        properties.put(key, stack.evaluate(value));
                    } else if (isFunction(key)) {
                        collector.unknown(notEvaluated(key, value));
                    }
                }));
        global(resource, stack).ifPresent(config -> properties.putIfAbsent(VPC_CONFIG, stack.evaluate(config)));
        return Node.object(properties, resource.place().key("Properties"));
    }

    /** Finds where a function is that does not say so itself: what the serverless transform adds to all of them. */
    private static Optional<Node> global(Node resource, Stack stack) {
        return resource.find("Type")
                .filter(type -> type.scalarOr("").equals("AWS::Serverless::Function"))
                .flatMap(type -> stack.template().find(GLOBALS))
                .filter(node -> node.is(Node.Kind.OBJECT))
                .flatMap(globals -> globals.find("Function"))
                .filter(node -> node.is(Node.Kind.OBJECT))
                .flatMap(function -> function.find(VPC_CONFIG));
    }
}
