package io.enikit.json;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes plans as {@code terraform show -json} does: what is planned, what changes, and the configuration. */
final class PlannedJson {
    /** An instance of a resource in a module; its key is a text, a number or nothing. */
    private record Instance(
            String module,
            String type,
            String name,
            @Nullable Object key,
            Map<String, Object> values) {
        String address() {
            String own = type + "." + name
                    + (key == null ? "" : key instanceof Integer ? "[" + key + "]" : "[\"" + key + "\"]");
            return module.isEmpty() ? own : module + "." + own;
        }
    }

    private static final String FOR_EACH = "for_each_expression";

    private final List<Instance> instances = new ArrayList<>();
    /** The configured resources of each module, by the call: type and name, and expressions. */
    private final Map<String, Map<String, Map<String, Object>>> configured = new TreeMap<>();

    private final Map<String, Map<String, Object>> calls = new TreeMap<>();
    private final Map<String, Map<String, Object>> outputs = new TreeMap<>();
    private final List<Object> data = new ArrayList<>();
    private final Map<String, Map<String, Object>> unknown = new TreeMap<>();

    /**
     * Adds an instance of a resource.
     *
     * @param module the address of the module, empty for the root
     * @param references what the attributes refer to whose values are not known yet, with blanks between
     */
    PlannedJson add(
            String module,
            String type,
            String name,
            @Nullable Object key,
            Map<String, Object> values,
            Map<String, String> references) {
        instances.add(new Instance(module, type, name, key, new LinkedHashMap<>(values)));
        Map<String, Object> expressions = new LinkedHashMap<>();
        references.forEach((attribute, texts) -> expressions.put(attribute, refersTo(texts)));
        configured
                .computeIfAbsent(callOf(module), same -> new LinkedHashMap<>())
                .put(type + "." + name, expressions);
        return this;
    }

    /** Adds the expression of an attribute of a resource of the root module, as it is. */
    PlannedJson configure(String resource, String attribute, Object expression) {
        return configure("", resource, attribute, expression);
    }

    /** Adds the expression of an attribute of a resource, as it is. */
    PlannedJson configure(String module, String resource, String attribute, Object expression) {
        expressionsOf(callOf(module), resource).put(attribute, expression);
        return this;
    }

    private Map<String, Object> expressionsOf(String call, String resource) {
        return requireNonNull(requireNonNull(configured.get(call), call).get(resource), resource);
    }

    /** Says what of a nested block is not known yet: of dynamic blocks there is no configuration. */
    PlannedJson unknown(String address, String attribute, Object parts) {
        unknown.computeIfAbsent(address, same -> new LinkedHashMap<>()).put(attribute, parts);
        return this;
    }

    /** Says what a resource of the root module is made for each of. */
    PlannedJson forEach(String resource, String references) {
        expressionsOf("", resource).put(FOR_EACH, refersTo(references));
        return this;
    }

    /** Calls a module: arguments and outputs are references, with blanks between. */
    PlannedJson call(String module, Map<String, String> arguments, Map<String, String> out) {
        Map<String, Object> expressions = new LinkedHashMap<>();
        arguments.forEach((name, texts) -> expressions.put(name, refersTo(texts)));
        calls.put(callOf(module), expressions);
        Map<String, Object> all = new LinkedHashMap<>();
        out.forEach((name, texts) -> all.put(name, Map.of("expression", refersTo(texts))));
        outputs.put(callOf(module), all);
        return this;
    }

    /** Gives a variable of a module a value. */
    PlannedJson argument(String module, String variable, Object value) {
        requireNonNull(calls.get(callOf(module)), module).put(variable, Map.of("constant_value", value));
        return this;
    }

    /** Adds what a data source has read. */
    PlannedJson data(String type, String name, Map<String, Object> values) {
        data.add(Map.of(
                "address", "data." + type + "." + name, "mode", "data", "type", type, "name", name, "values", values));
        return this;
    }

    /** Changes a value that is planned. */
    PlannedJson set(String address, String attribute, Object value) {
        instances.stream()
                .filter(each -> each.address().equals(address))
                .findFirst()
                .orElseThrow()
                .values()
                .put(attribute, value);
        return this;
    }

    static Map<String, Object> refersTo(String texts) {
        return Map.of("references", List.of(texts.split(" ")));
    }

    /** Takes the keys out of an address: {@code module.a["x"].module.b} becomes {@code a.b}. */
    private static String callOf(String module) {
        return module.replaceAll("\\[[^\\]]*\\]", "").replaceAll("(^|\\.)module\\.", "$1");
    }

    String text() {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("format_version", "1.2");
        plan.put("terraform_version", "1.11.4");
        plan.put("planned_values", Map.of("root_module", module("")));
        plan.put("resource_changes", instances.stream().map(this::change).toList());
        plan.put(
                "prior_state",
                Map.of("format_version", "1.0", "values", Map.of("root_module", Map.of("resources", data))));
        plan.put("configuration", Map.of("root_module", configuration("")));
        return Json.text(plan);
    }

    private Map<String, Object> module(String address) {
        Map<String, Object> module = new LinkedHashMap<>();
        if (!address.isEmpty()) {
            module.put("address", address);
        }
        module.put(
                "resources",
                instances.stream()
                        .filter(each -> each.module().equals(address))
                        .map(PlannedJson::resource)
                        .toList());
        module.put(
                "child_modules",
                instances.stream()
                        .map(each -> child(address, each.module()))
                        .flatMap(Optional::stream)
                        .distinct()
                        .map(this::module)
                        .toList());
        return module;
    }

    /** Finds the module inside of another one on the way to a third. */
    private static Optional<String> child(String around, String module) {
        String start = around.isEmpty() ? "module." : around + ".module.";
        if (!module.startsWith(start)) {
            return Optional.empty();
        }
        int end = module.indexOf(".module.", start.length());
        return Optional.of(end < 0 ? module : module.substring(0, end));
    }

    private static Map<String, Object> resource(Instance instance) {
        Map<String, Object> resource = named(instance);
        resource.put("provider_name", "registry.terraform.io/hashicorp/aws");
        resource.put("schema_version", 1);
        resource.put("values", instance.values());
        return resource;
    }

    private static Map<String, Object> named(Instance instance) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("address", instance.address());
        resource.put("mode", "managed");
        resource.put("type", instance.type());
        resource.put("name", instance.name());
        if (instance.key() != null) {
            resource.put("index", instance.key());
        }
        return resource;
    }

    private Map<String, Object> change(Instance instance) {
        Map<String, Object> unknown = new LinkedHashMap<>();
        unknown.put("id", true);
        expressionsOf(callOf(instance.module()), instance.type() + "." + instance.name()).keySet().stream()
                .filter(attribute -> !instance.values().containsKey(attribute))
                .forEach(attribute -> unknown.put(attribute, true));
        unknown.putAll(this.unknown.getOrDefault(instance.address(), Map.of()));
        Map<String, Object> change = named(instance);
        change.put(
                "change", Map.of("actions", List.of("create"), "after", instance.values(), "after_unknown", unknown));
        return change;
    }

    private Map<String, Object> configuration(String call) {
        List<Object> resources = new ArrayList<>();
        configured.getOrDefault(call, Map.of()).forEach((name, expressions) -> {
            int dot = name.indexOf('.');
            Map<String, Object> own = new LinkedHashMap<>(expressions);
            Map<String, Object> resource = new LinkedHashMap<>();
            resource.put("address", name);
            resource.put("mode", "managed");
            resource.put("type", name.substring(0, dot));
            resource.put("name", name.substring(dot + 1));
            Optional.ofNullable(own.remove(FOR_EACH)).ifPresent(all -> resource.put(FOR_EACH, all));
            resource.put("expressions", own);
            resources.add(resource);
        });
        Map<String, Object> inner = new LinkedHashMap<>();
        calls.forEach((name, arguments) -> {
            boolean direct = call.isEmpty() ? name.indexOf('.') < 0 : name.startsWith(call + ".");
            if (direct) {
                inner.put(
                        name.substring(name.lastIndexOf('.') + 1),
                        Map.of("source", "./" + name, "expressions", arguments, "module", configuration(name)));
            }
        });
        Map<String, Object> module = new LinkedHashMap<>();
        module.put("resources", resources);
        module.put("outputs", outputs.getOrDefault(call, Map.of()));
        module.put("module_calls", inner);
        return module;
    }
}
