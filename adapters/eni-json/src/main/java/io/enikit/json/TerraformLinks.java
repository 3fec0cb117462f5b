package io.enikit.json;

import io.enikit.json.TerraformModule.Planned;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Follows the references of a configuration to the resources they mean, where a plan does not know their ids yet. */
final class TerraformLinks {
    private static final int LONGEST_CHAIN = 30;
    private static final int MOST_STEPS = 5_000_000;
    private static final int MOST_NAMED = 10;

    private final Map<String, Planned> byId = new TreeMap<>();
    private final Map<Node, List<TerraformReference>> parsed = new IdentityHashMap<>();
    private final Budget budget;
    private long steps;

    /** What an expression means: resources, and why nothing else. */
    private static final class Found {
        private final Set<Planned> resources = new LinkedHashSet<>();
        private final Set<String> ambiguous = new LinkedHashSet<>();
        private final Set<String> unknown = new TreeSet<>();
        /** The names in a module of which instances were found. */
        private final Map<TerraformModule, Set<String>> decided = new IdentityHashMap<>();

        void add(Planned resource) {
            resources.add(resource);
            decided.computeIfAbsent(resource.module(), same -> new HashSet<>()).add(resource.name());
        }

        boolean isDecided(TerraformModule module, String name) {
            return decided.getOrDefault(module, Set.of()).contains(name);
        }
    }

    /** Where an expression stands: in a module, for one instance of a resource or of a module call. */
    private record Scope(TerraformModule module, String key, Optional<Node> forEach) {}

    TerraformLinks(List<Planned> all, Budget budget) {
        this.budget = budget;
        for (Planned each : all) {
            each.values().find("id").filter(node -> node.is(Node.Kind.TEXT)).ifPresent(id -> byId.put(id.text(), each));
        }
    }

    /** Refers to the resource that has an id, if the plan has it. */
    Node known(Node id, Set<String> types) {
        return Optional.ofNullable(byId.get(id.scalar()))
                .filter(target -> types.contains(target.type()))
                .map(target -> Node.reference(target.address(), Intrinsics.ID, id.place()))
                .orElse(id);
    }

    /** Finds the one resource that an attribute refers to. */
    Node one(Planned resource, Node expression, String attribute, Set<String> types, Place place) {
        Found found = find(resource, expression, attribute, types);
        String symbol = Symbols.of(
                (isPaired(references(expression)) ? resource.address() : resource.addressOfAll()) + "." + attribute);
        if (found.resources.size() == 1 && found.ambiguous.isEmpty()) {
            return Node.reference(found.resources.iterator().next().address(), Intrinsics.ID, place);
        } else if (found.resources.isEmpty() && found.ambiguous.isEmpty()) {
            return Node.unknown(
                    found.unknown.isEmpty()
                            ? "it refers to no resource of the plan"
                            : "it depends on " + named(found.unknown),
                    symbol,
                    place);
        }
        found.resources.stream().limit(MOST_NAMED + 1).forEach(each -> found.ambiguous.add(each.address()));
        return Node.unknown("ambiguous: it may be " + named(found.ambiguous), symbol, place);
    }

    private static String named(Set<String> names) {
        String named = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMED ? named + " and others" : named;
    }

    /** Finds all resources that an attribute refers to. */
    Node all(Planned resource, Node expression, String attribute, Set<String> types, Place place) {
        Found found = find(resource, expression, attribute, types);
        if (found.resources.isEmpty() || !found.ambiguous.isEmpty()) {
            return one(resource, expression, attribute, types, place);
        }
        budget.values(found.resources.size(), place);
        return Node.list(
                found.resources.stream()
                        .map(each -> Node.reference(each.address(), Intrinsics.ID, place))
                        .collect(Collectors.toList()),
                place);
    }

    private Found find(Planned resource, Node expression, String attribute, Set<String> types) {
        Found found = new Found();
        resolve(expression, scopeOf(resource), attribute, types, found, 0);
        return found;
    }

    private static Scope scopeOf(Planned resource) {
        return new Scope(
                resource.module(),
                resource.key(),
                resource.configuration().flatMap(node -> node.find("for_each_expression")));
    }

    private void resolve(Node expression, Scope scope, String attribute, Set<String> types, Found found, int chain) {
        List<TerraformReference> references = references(expression);
        step(1 + references.size(), expression);
        if (chain > LONGEST_CHAIN) {
            throw expression.refuse("the references lead to each other without end, or more than " + LONGEST_CHAIN
                    + " lie between a resource and what it refers to");
        }
        Set<String> said = new HashSet<>();
        references.stream().filter(each -> !each.rest().isEmpty()).forEach(each -> said.add(each.name()));
        String pair = pair(references, scope);
        for (TerraformReference each : references) {
            switch (each.first()) {
                case "count", "path", "terraform", "self" -> {}
                case "each" -> {
                    if (each.second().equals("value") && scope.forEach.isPresent()) {
                        Scope keyed = new Scope(scope.module, scope.key, Optional.empty());
                        resolveKeyed(scope.forEach.get(), keyed, attribute, types, found, chain + 1);
                    }
                }
                case "var" -> variable(each, scope, attribute, types, found, chain);
                case "module" -> {
                    if (!each.attribute().isEmpty()) {
                        output(each, scope, pair, attribute, types, found, chain);
                    } else if (!each.rest().isEmpty() || !said.contains(each.name())) {
                        found.unknown.add(each.name());
                    }
                }
                case "local", "data" -> found.unknown.add(each.name());
                default -> resource(each, scope, pair, attribute, types, found, chain);
            }
        }
    }

    /** Counts what following references costs; one may be followed often. */
    private void step(int number, Node at) {
        steps += number;
        if (steps > MOST_STEPS) {
            throw at.refuse("the references lead to each other without end, or in more than " + MOST_STEPS + " steps");
        }
        budget.look(at.place());
    }

    private List<TerraformReference> references(Node expression) {
        return parsed.computeIfAbsent(
                expression,
                each -> each.is(Node.Kind.OBJECT)
                        ? each.list("references").stream()
                                .map(Node::text)
                                .map(TerraformReference::parse)
                                .toList()
                        : List.of());
    }

    /** Returns whether an expression has another value for each instance of its resource. */
    private static boolean isPaired(List<TerraformReference> references) {
        return references.stream()
                .anyMatch(each -> each.first().equals("count") || each.first().equals("each"));
    }

    /** Returns the key by which an expression takes one of several instances; empty if that is not known. */
    private static String pair(List<TerraformReference> references, Scope scope) {
        Optional<TerraformReference> part = references.stream()
                .filter(each -> each.name().equals("each.value") && !(each.key() + each.rest()).isEmpty())
                .findFirst();
        boolean own = references.stream()
                .anyMatch(each -> each.first().equals("count") || each.name().equals("each.key"));
        if (own || !isPaired(references)) {
            return own ? scope.key : "";
        }
        Optional<Node> value = scope.forEach
                .flatMap(scope.module::constant)
                .filter(all -> all.is(Node.Kind.OBJECT))
                .flatMap(all -> all.find(scope.key));
        if (part.isEmpty()) {
            return value.isEmpty() ? scope.key : value.get().scalarOr("");
        }
        String member =
                part.get().key().isEmpty() ? part.get().rest() : part.get().key();
        return value.filter(all -> all.is(Node.Kind.OBJECT))
                .flatMap(all -> all.find(member))
                .map(node -> node.scalarOr(""))
                .orElse("");
    }

    /** Resolves what {@code for_each} goes over: of several instances, the one of the same key is meant. */
    private void resolveKeyed(
            Node expression, Scope scope, String attribute, Set<String> types, Found found, int chain) {
        Found any = new Found();
        resolve(expression, scope, attribute, types, any, chain);
        if (any.ambiguous.isEmpty()) {
            any.resources.forEach(found::add);
            found.unknown.addAll(any.unknown);
            return;
        }
        for (TerraformReference reference : references(expression)) {
            scope.module.planned(reference.name(), scope.key).stream()
                    .filter(target -> types.contains(target.type()))
                    .forEach(found::add);
        }
        if (found.resources.isEmpty()) {
            found.ambiguous.addAll(any.ambiguous);
        }
    }

    private void variable(
            TerraformReference reference, Scope scope, String attribute, Set<String> types, Found found, int chain) {
        Optional<Node> argument = scope.module.argument(reference.second());
        if (argument.isPresent()) {
            Scope outer = new Scope(scope.module.caller().orElseThrow(), scope.module.key(), Optional.empty());
            resolve(argument.get(), outer, attribute, types, found, chain + 1);
        } else {
            found.unknown.add(reference.name());
        }
    }

    private void output(
            TerraformReference reference,
            Scope scope,
            String pair,
            String attribute,
            Set<String> types,
            Found found,
            int chain) {
        List<TerraformModule> modules = scope.module.called(reference.second());
        String key = reference.key().isEmpty() ? pair : reference.key();
        List<TerraformModule> meant =
                modules.size() == 1 || key.isEmpty() ? modules : scope.module.called(reference.second(), key);
        if (meant.isEmpty()) {
            found.unknown.add("module." + reference.second() + "." + reference.attribute());
        }
        for (TerraformModule each : meant) {
            Optional<Node> expression = each.output(reference.attribute());
            if (expression.isPresent()) {
                Scope inner = new Scope(each, "", Optional.empty());
                resolve(expression.get(), inner, attribute, types, found, chain + 1);
            } else {
                found.unknown.add("module." + reference.second() + "." + reference.attribute());
            }
        }
    }

    private void resource(
            TerraformReference reference,
            Scope scope,
            String pair,
            String attribute,
            Set<String> types,
            Found found,
            int chain) {
        List<Planned> targets = scope.module.planned(reference.name());
        String key = reference.key().isEmpty() ? pair : reference.key();
        List<Planned> meant = targets.size() == 1 ? targets : scope.module.planned(reference.name(), key);
        if (targets.isEmpty()) {
            found.unknown.add(reference.name());
        } else if (meant.isEmpty()) {
            if (!found.isDecided(scope.module, reference.name())) {
                severalOf(targets, attribute, types, found);
            }
        }
        for (Planned each : meant) {
            step(1, each.values());
            if (types.contains(each.type())) {
                found.add(each);
            } else {
                follow(each, reference, attribute, types, found, chain);
            }
        }
    }

    /** All instances are meant where an attribute takes several; else it is not known which one is. */
    private void severalOf(List<Planned> targets, String attribute, Set<String> types, Found found) {
        if (attribute.endsWith("s") && types.contains(targets.get(0).type())) {
            step(targets.size(), targets.get(0).values());
            targets.forEach(found::add);
        } else {
            targets.stream().limit(MOST_NAMED + 1).forEach(each -> found.ambiguous.add(each.address()));
        }
    }

    /** Goes on from a resource of another kind, by the attribute that is named or the one of the same name. */
    private void follow(
            Planned target, TerraformReference reference, String attribute, Set<String> types, Found found, int chain) {
        String next = reference.attribute().isEmpty() || reference.attribute().equals("id")
                ? attribute
                : reference.attribute();
        Optional<Node> value = target.values().find(next).filter(node -> node.is(Node.Kind.TEXT));
        Optional<Planned> known = value.flatMap(node -> Optional.ofNullable(byId.get(node.text())));
        if (known.isPresent() && types.contains(known.get().type())) {
            found.add(known.get());
            return;
        }
        Optional<Node> expression =
                target.configuration().flatMap(node -> node.find("expressions")).flatMap(node -> node.find(next));
        if (expression.isPresent()) {
            resolve(expression.get(), scopeOf(target), attribute, types, found, chain + 1);
        } else if (found.resources.isEmpty()) {
            found.unknown.add(target.address());
        }
    }
}
