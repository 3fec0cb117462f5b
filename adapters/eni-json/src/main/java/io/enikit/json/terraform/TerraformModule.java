package io.enikit.json.terraform;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import io.enikit.json.text.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A module of a Terraform plan, one for each of its instances: what is planned in it, and how it is configured.
 *
 * <p>Names of resources and of called modules stand for all of their instances; the key tells these apart.
 */
final class TerraformModule {
    static final String DATA = "data.";

    private final @Nullable TerraformModule caller;
    private final String address;
    private final String call;
    private final String key;
    private final Optional<Node> configuration;
    /** The values of variables, which are given for the root module only. */
    private final Optional<Node> variables;

    private final Map<String, Node> configured = new LinkedHashMap<>();
    private final Map<String, List<Planned>> planned = new LinkedHashMap<>();
    /**
     * The instances by the name of the resource and by their key, in maps by text: only these stand any file. Made for a
     * resource once it is asked for.
     */
    private final Map<String, ListMultimap<String, Planned>> byKey = new HashMap<>();

    private final ListMultimap<String, TerraformModule> called =
            MultimapBuilder.linkedHashKeys().arrayListValues().build();
    private final Map<String, ListMultimap<String, TerraformModule>> calledByKey = new HashMap<>();

    private TerraformModule(
            @Nullable TerraformModule caller,
            String address,
            String call,
            String key,
            Optional<Node> configuration,
            Optional<Node> variables) {
        this.caller = caller;
        this.address = address;
        this.call = call;
        this.key = key;
        this.configuration = configuration;
        this.variables = variables;
        for (Node each : configuration.map(node -> node.list("resources")).orElse(ImmutableList.of())) {
            String name = each.get("type").text() + "." + each.get("name").text();
            configured.put(isData(each) ? DATA + name : name, each);
        }
    }

    /** Gives a resource what it is called here. */
    @FunctionalInterface
    interface Names {
        /** Returns what to call a resource. */
        String of(Planned resource);
    }

    /** Reads the root module and all that it calls. */
    static TerraformModule root(Node plan, Names names) {
        TerraformModule root = new TerraformModule(
                null,
                "",
                "",
                "",
                plan.find("configuration").flatMap(node -> node.find("root_module")),
                plan.find("variables"));
        plan.find("planned_values").flatMap(node -> node.find("root_module")).ifPresent(node -> root.read(node, names));
        return root;
    }

    /** Reads the values of a state, which has no configuration. */
    static TerraformModule ofValues(Node values, Names names) {
        TerraformModule root = new TerraformModule(null, "", "", "", Optional.empty(), Optional.empty());
        values.find("root_module").ifPresent(node -> root.read(node, names));
        return root;
    }

    /** Returns a module that is nothing but where the resources of a state are. */
    static TerraformModule ofState() {
        return new TerraformModule(null, "", "", "", Optional.empty(), Optional.empty());
    }

    private void read(Node module, Names names) {
        for (Node each : module.list("resources")) {
            String mode = mode(each);
            boolean isData = mode.equals("data");
            if (!isData && !mode.equals("managed")) {
                continue;
            }
            String type = each.get("type").text();
            String name = (isData ? DATA : "") + type + "." + each.get("name").text();
            String own = address(each);
            Node values = each.find("values")
                    .orElseGet(() -> Node.object(Map.of(), each.place().key("values")));
            String key = each.find("index").map(Node::scalar).orElse("");
            planned.computeIfAbsent(name, same -> new ArrayList<>(1))
                    .add(Planned.of(this, type, name, key, own, values, names));
        }
        for (Node each : module.list("child_modules")) {
            String child = each.get("address").text();
            String own = child.startsWith(address + ".") ? child.substring(address.length() + 1) : child;
            TerraformReference step = TerraformReference.parse(own);
            TerraformModule instance = new TerraformModule(
                    this,
                    child,
                    step.second(),
                    step.key(),
                    callOf(step.second()).flatMap(node -> node.find("module")),
                    Optional.empty());
            called.put(step.second(), instance);
            calledByKey
                    .computeIfAbsent(step.second(), same -> ArrayListMultimap.create())
                    .put(step.key(), instance);
            instance.read(each, names);
        }
    }

    /** Returns whether a resource is a data source. */
    static boolean isData(Node resource) {
        return mode(resource).equals("data");
    }

    private static String mode(Node resource) {
        return resource.find("mode").map(Node::text).orElse("managed");
    }

    private static String address(Node resource) {
        String address = resource.get("address").text();
        if (address.isBlank()) {
            throw resource.get("address").refuse("the address is blank");
        }
        return address;
    }

    private Optional<Node> callOf(String name) {
        return configuration.flatMap(node -> node.find("module_calls")).flatMap(calls -> calls.find(name));
    }

    /** Lists the instances of a resource of this module. */
    List<Planned> planned(String name) {
        return planned.getOrDefault(name, List.of());
    }

    /** Lists the instances of a resource of this module that have a key: one, in plans of Terraform's own. */
    List<Planned> planned(String name, String instanceKey) {
        return planned.containsKey(name)
                ? byKey.computeIfAbsent(name, this::byKey).get(instanceKey)
                : List.of();
    }

    private ListMultimap<String, Planned> byKey(String name) {
        ListMultimap<String, Planned> instances = ArrayListMultimap.create();
        planned(name).forEach(each -> instances.put(each.key(), each));
        return instances;
    }

    /** Lists the resources of a type in this module. */
    List<Planned> plannedOf(String type) {
        return planned.entrySet().stream()
                .filter(each -> each.getKey().startsWith(type + "."))
                .flatMap(each -> each.getValue().stream())
                .toList();
    }

    /** Finds the configuration of a resource, or of a data source. */
    Optional<Node> configuration(String name) {
        return Optional.ofNullable(configured.get(name));
    }

    /** Returns the address of something in this module. */
    String address(String name) {
        return address.isEmpty() ? name : address + "." + name;
    }

    /** Lists the instances of all modules that this one calls. */
    List<TerraformModule> called() {
        return List.copyOf(called.values());
    }

    /** Lists the instances of a module that this one calls. */
    List<TerraformModule> called(String name) {
        return called.get(name);
    }

    /** Lists the instances of a module that this one calls that have a key. */
    List<TerraformModule> called(String name, String instanceKey) {
        return Optional.ofNullable(calledByKey.get(name))
                .map(each -> each.get(instanceKey))
                .orElse(List.of());
    }

    String key() {
        return key;
    }

    Optional<TerraformModule> caller() {
        return Optional.ofNullable(caller);
    }

    /** Finds what the module is called for each of. */
    Optional<Node> forEach() {
        return caller().flatMap(outer -> outer.callOf(call)).flatMap(node -> node.find("for_each_expression"));
    }

    /** Finds the expression that the caller gives a variable of this module. */
    Optional<Node> argument(String variable) {
        return callExpressions().flatMap(node -> node.find(variable));
    }

    /** Lists the expressions that the caller gives this module. */
    List<Node> arguments() {
        return callExpressions()
                .map(node -> List.copyOf(node.members().values()))
                .orElse(List.of());
    }

    private Optional<Node> callExpressions() {
        return caller().flatMap(outer -> outer.callOf(call)).flatMap(node -> node.find("expressions"));
    }

    /** Finds the value of an expression that is written down, or is that of a variable alone. */
    Optional<Node> constant(Node expression) {
        if (!expression.is(Node.Kind.OBJECT)) {
            return Optional.empty();
        }
        List<Node> references = expression.list("references");
        return references.size() == 1
                ? Optional.of(TerraformReference.parse(references.get(0).text()))
                        .filter(each -> each.first().equals("var") && (each.key() + each.rest()).isEmpty())
                        .flatMap(each -> variable(each.second()))
                : expression.find("constant_value");
    }

    /** Finds the value of a variable: what is given for it, or its default. */
    Optional<Node> variable(String name) {
        Optional<Node> given = caller == null
                ? variables.flatMap(all -> all.find(name)).flatMap(node -> node.find("value"))
                : argument(name).flatMap(caller::constant);
        return given.or(() -> argument(name).isPresent()
                ? Optional.empty()
                : configuration
                        .flatMap(node -> node.find("variables"))
                        .flatMap(all -> all.find(name))
                        .flatMap(node -> node.find("default")));
    }

    /** Finds the expression of an output. */
    Optional<Node> output(String name) {
        return configuration
                .flatMap(node -> node.find("outputs"))
                .flatMap(node -> node.find(name))
                .flatMap(node -> node.find("expression"));
    }

    /** Lists the expressions of all outputs. */
    List<Node> outputs() {
        return configuration.flatMap(node -> node.find("outputs")).stream()
                .flatMap(all -> all.members().values().stream())
                .flatMap(each -> each.find("expression").stream())
                .toList();
    }

    /** Lists all resources here and in the modules that are called from here. */
    List<Planned> all() {
        List<Planned> all = new ArrayList<>();
        planned.values().forEach(all::addAll);
        called.values().forEach(module -> all.addAll(module.all()));
        return all;
    }
}
