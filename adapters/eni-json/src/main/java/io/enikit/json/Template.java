package io.enikit.json;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a CloudFormation template: evaluates the resources that matter to a plan, and leaves out those not made. */
final class Template {
    static final String RESOURCES = "Resources";
    private static final String TRANSFORM = "Transform";
    static final Set<String> SECTIONS = ImmutableSet.of(RESOURCES, "Parameters", "Mappings", "Conditions", TRANSFORM);

    /** Macros that leave the resources alone that are read here. */
    private static final Set<String> HARMLESS =
            Set.of("AWS::Serverless-2016-10-31", "AWS::LanguageExtensions", "AWS::CodeDeployBlueGreen");

    private static final String EC2 = "AWS::EC2::";
    private static final String LOAD_BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";

    private Template() {}

    static void read(Node template, TemplateInput input, Collector collector) {
        Intrinsics intrinsics = new Intrinsics(template, input, collector.budget());
        template.find(TRANSFORM).ifPresent(node -> macros(node, collector));
        List<Declared> declared = new ArrayList<>();
        template.get(RESOURCES).members().forEach((name, resource) -> {
            if (isFunction(name)) {
                collector.unknown(notEvaluated(name, resource));
                return;
            }
            String type = shortType(resource.get("Type").scalar());
            if (name.isBlank()) {
                throw resource.refuse("the logical id is blank");
            }
            if (Declarations.reads(type)) {
                Origin origin = resource.place().origin().named(name);
                Optional<Boolean> made = intrinsics.isMade(resource);
                if (made.isEmpty()) {
                    collector.unknown(new Unknown(
                            "whether it is made: the condition " + resource.get("Condition") + " is not known",
                            origin));
                }
                if (made.orElse(false)) {
                    declared.add(
                            new Declared(type, input.idOf(name), properties(resource, intrinsics, collector), origin));
                } else {
                    collector.leaveOut(origin);
                }
            }
        });
        Declarations.read(declared, collector);
    }

    /** Reports macros that may change anything in the template, or add to it. */
    private static void macros(Node node, Collector collector) {
        List<Node> macros = node.is(Node.Kind.LIST) ? node.items() : List.of(node);
        for (Node each : macros) {
            String name = each.is(Node.Kind.OBJECT) ? each.get("Name").scalar() : each.scalar();
            if (!HARMLESS.contains(name)) {
                collector.unknown(new Unknown(
                        "what the macro " + name + " makes of the template",
                        each.place().origin()));
            }
        }
    }

    private static String shortType(String type) {
        return type.equals(LOAD_BALANCER) ? "LoadBalancer" : type.startsWith(EC2) ? type.substring(EC2.length()) : "";
    }

    /** Returns whether a key stands for what a macro or a loop puts in its place, which only CloudFormation knows. */
    private static boolean isFunction(String key) {
        return key.startsWith("Fn::");
    }

    private static Unknown notEvaluated(String function, Node at) {
        return new Unknown(function + " is not evaluated", at.place().origin());
    }

    private static Node properties(Node resource, Intrinsics intrinsics, Collector collector) {
        Map<String, Node> properties = new LinkedHashMap<>();
        resource.find("Properties")
                .ifPresent(all -> all.members().forEach((key, value) -> {
                    if (Declarations.READ_PROPERTIES.contains(key)) {
                        properties.put(key, intrinsics.evaluate(value));
                    } else if (isFunction(key)) {
                        collector.unknown(notEvaluated(key, value));
                    }
                }));
        return Node.object(properties, resource.place().key("Properties"));
    }
}
