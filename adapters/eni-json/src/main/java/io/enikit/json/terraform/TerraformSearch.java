package io.enikit.json.terraform;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import io.enikit.json.cloudformation.Scope;
import io.enikit.json.text.Budget;
import io.enikit.json.text.Node;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Follows the references of a configuration through variables, outputs and other resources.
 *
 * <p>A plan says what an expression refers to, not how it is made of that. Locals are not in it at all: what one may mean
 * is whatever can be reached from its module.
 */
final class TerraformSearch {
    private static final int LONGEST_CHAIN = 30;
    private static final int MOST_STEPS = 5_000_000;

    /** How many resources are looked at that an expression may mean. */
    private static final int MOST_CANDIDATES = 100;

    private final Map<String, Planned> byId;
    private final Map<Reach, Reached> reached = new HashMap<>();
    private final IdentityHashMap<Node, List<TerraformReference>> parsed = new IdentityHashMap<>();
    private final Budget budget;
    private long steps;

    /** What can be reached from a module. */
    private record Reach(TerraformModule module, Set<String> types) {}

    /** Resources that can be reached, and those of a key, where all are instances of one resource. */
    private static final class Reached {
        private final Set<Planned> all;
        private final ListMultimap<String, Planned> byKey = ArrayListMultimap.create();

        Reached(Set<Planned> all) {
            this.all = all;
            boolean alike = all.stream().map(Planned::addressOfAll).distinct().count() == 1;
            all.stream().filter(each -> alike).forEach(each -> byKey.put(each.key(), each));
        }

        /** Takes the resource of a key, where all are instances of one resource. */
        Collection<Planned> oneOf(String key) {
            List<Planned> same = byKey.get(key);
            return same.size() == 1 ? same : all;
        }
    }

    /** What is looked for: resources of some types, one or several of them. */
    private record Wanted(String attribute, Set<String> types, boolean several) {}

    /**
     * Where an expression stands: in a module, for one instance of a resource or of a module call.
     *
     * @param selection the index or key by which one part of its value is taken, empty if it is taken as a whole
     */
    private record Scope(TerraformModule module, String key, Optional<Node> forEach, String selection) {
        Scope selecting(String newSelection) {
            return new Scope(module, key, forEach, newSelection);
        }
    }

    /** What an expression means: resources, whether these are all meant, and what could not be followed. */
    static final class Found {
        private final Set<Planned> resources = new LinkedHashSet<>();
        private final Set<String> unknown = new TreeSet<>();
        private final Set<TerraformModule> locals = new LinkedHashSet<>();
        private boolean certain = true;
        private boolean complete = true;
        private boolean byLocal;
        private String selection = "";

        Set<Planned> resources() {
            return resources;
        }

        Set<String> unknown() {
            return unknown;
        }

        /** Returns whether the resources are those that a local may mean. */
        boolean isByLocal() {
            return byLocal;
        }

        /** Returns whether there is nothing else that may be meant. */
        boolean isComplete() {
            return complete;
        }

        /** Returns whether all resources are meant, if several may be. */
        boolean isCertain() {
            return certain;
        }

        private void mayBe(Collection<Planned> candidates) {
            candidates.stream().limit(MOST_CANDIDATES).forEach(resources::add);
            certain = false;
            complete &= candidates.size() <= MOST_CANDIDATES;
        }

        private void add(Found other) {
            resources.addAll(other.resources);
            unknown.addAll(other.unknown);
            locals.addAll(other.locals);
            selection = other.locals.isEmpty() ? selection : other.selection;
            certain &= other.certain;
            complete &= other.complete;
        }
    }

    TerraformSearch(Map<String, Planned> byId, Budget budget) {
        this.byId = byId;
        this.budget = budget;
    }

    Found find(Planned resource, Node expression, String attribute, Set<String> types, boolean several) {
        Wanted wanted = new Wanted(attribute, types, several);
        Found found = new Found();
        resolve(expression, scopeOf(resource), wanted, found, 0);
        if (found.resources.isEmpty() && !found.locals.isEmpty()) {
            found.byLocal = true;
            for (TerraformModule module : found.locals) {
                found.mayBe(reach(module, wanted).oneOf(found.selection));
            }
        }
        return found;
    }

    /** Finds all that can be reached from where a resource is. */
    Found anyOf(Planned resource, String attribute, Set<String> types) {
        Found found = new Found();
        found.mayBe(reach(resource.module(), new Wanted(attribute, types, false)).all);
        return found;
    }

    private static Scope scopeOf(Planned resource) {
        return new Scope(
                resource.module(),
                resource.key(),
                resource.configuration().flatMap(node -> node.find("for_each_expression")),
                "");
    }

    private void resolve(Node expression, Scope scope, Wanted wanted, Found found, int chain) {
        if (chain > LONGEST_CHAIN) {
            throw expression.refuse("the references lead to each other without end, or more than " + LONGEST_CHAIN
                    + " lie between a resource and what it refers to");
        }
        List<TerraformReference> references = parsed.computeIfAbsent(expression, TerraformReference::of);
        step(1 + references.size(), expression);
        String pair = pair(references, scope);
        Scope paired = pair.isEmpty() ? scope : scope.selecting(pair);
        boolean isOneOf = pair.isEmpty() && isPaired(references);
        for (TerraformReference each : references) {
            switch (each.first()) {
                case "count", "path", "terraform", "self" -> {}
                case "each" -> {
                    if (each.second().equals("value") && scope.forEach.isPresent()) {
                        Scope keyed = new Scope(scope.module, scope.key, Optional.empty(), scope.key);
                        resolve(scope.forEach.get(), keyed, wanted, found, chain + 1);
                    }
                }
                case "var" -> variable(each, paired, wanted, found, chain);
                case "module" -> {
                    found.certain &= !isOneOf;
                    module(each, paired, wanted, found, chain);
                }
                case "local" -> {
                    found.unknown.add(each.name());
                    found.locals.add(scope.module);
                    found.selection = each.key().isEmpty() ? paired.selection : each.key();
                }
                case "data" -> data(each, scope, wanted, found, chain);
                default -> {
                    found.certain &= !isOneOf;
                    resource(each, paired, wanted, found, chain);
                }
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

    /** Returns whether an expression has another value for each instance of its resource. */
    static boolean isPaired(List<TerraformReference> references) {
        for (TerraformReference each : references) {
            if (each.first().equals("count") || each.first().equals("each")) {
                return true;
            }
        }
        return false;
    }

    /** Returns the key by which an expression takes one of several instances; empty if that is not known. */
    private static String pair(List<TerraformReference> references, Scope scope) {
        if (!isPaired(references)) {
            return "";
        }
        Optional<TerraformReference> part = references.stream()
                .filter(each -> each.name().equals("each.value") && !(each.key() + each.rest()).isEmpty())
                .findFirst();
        boolean own = references.stream()
                .anyMatch(each -> each.first().equals("count") || each.name().equals("each.key"));
        if (own) {
            return scope.key;
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

    private void variable(TerraformReference reference, Scope scope, Wanted wanted, Found found, int chain) {
        Optional<Node> argument = scope.module.argument(reference.second());
        if (argument.isEmpty()) {
            found.unknown.add(reference.name());
            return;
        }
        String selection = reference.key().isEmpty() ? scope.selection : reference.key();
        TerraformModule module = scope.module;
        Scope outer = new Scope(module.caller().orElseThrow(), module.key(), module.forEach(), selection);
        resolve(argument.get(), outer, wanted, found, chain + 1);
    }

    /** Goes into the output of a module. Where it is not known which output is meant, it may be any of them. */
    private void module(TerraformReference reference, Scope scope, Wanted wanted, Found found, int chain) {
        List<TerraformModule> modules = scope.module.called(reference.second());
        String key = reference.key().isEmpty() ? scope.selection : reference.key();
        List<TerraformModule> meant = modules.size() == 1 ? modules : scope.module.called(reference.second(), key);
        if (meant.isEmpty()) {
            meant = modules;
        }
        boolean keyTaken = reference.key().isEmpty() && modules.size() > 1;
        String selection = !reference.selection().isEmpty() ? reference.selection() : keyTaken ? "" : scope.selection;
        Found any = new Found();
        for (TerraformModule each : meant) {
            Scope inner = new Scope(each, "", Optional.empty(), selection);
            Optional<Node> output = each.output(reference.attribute());
            if (reference.attribute().isEmpty()) {
                each.outputs().forEach(expression -> resolve(expression, inner, wanted, any, chain + 1));
                any.certain = false;
            } else if (output.isPresent()) {
                part(output.get(), inner, wanted, any, chain + 1);
            }
        }
        if (any.resources.isEmpty() && any.locals.isEmpty()) {
            String output = reference.attribute().isEmpty() ? "" : "." + reference.attribute();
            found.unknown.add("module." + reference.second() + output);
        }
        any.certain &= meant.size() <= 1 || (wanted.several && key.isEmpty());
        found.add(any);
    }

    /** Resolves a part of an expression. Of several lists that are joined, it may be any item. */
    private void part(Node expression, Scope scope, Wanted wanted, Found found, int chain) {
        Found any = new Found();
        resolve(expression, scope, wanted, any, chain);
        step(any.resources.size(), expression);
        Set<String> lists = any.resources.stream().map(Planned::addressOfAll).collect(Collectors.toSet());
        if (!scope.selection.isEmpty() && lists.size() > 1) {
            Found whole = new Found();
            resolve(expression, scope.selecting(""), new Wanted(wanted.attribute, wanted.types, true), whole, chain);
            whole.certain = false;
            found.add(whole);
        } else {
            found.add(any);
        }
    }

    /** Goes into a data source that is read once the plan is carried out, if it asks for one resource by its id. */
    private void data(TerraformReference reference, Scope scope, Wanted wanted, Found found, int chain) {
        String type =
                reference.second().substring(0, Math.max(0, reference.second().indexOf('.')));
        Optional<Node> id = scope.module
                .configuration(reference.name())
                .flatMap(node -> node.find("expressions"))
                .filter(node -> wanted.types.contains(type))
                .flatMap(node -> node.find("id"));
        if (id.isPresent()) {
            resolve(id.get(), scope, wanted, found, chain + 1);
        } else {
            found.unknown.add(reference.name());
        }
    }

    private void resource(TerraformReference reference, Scope scope, Wanted wanted, Found found, int chain) {
        List<Planned> targets = scope.module.planned(reference.name());
        String key = reference.key().isEmpty() ? scope.selection : reference.key();
        List<Planned> meant = targets.size() == 1 ? targets : scope.module.planned(reference.name(), key);
        if (targets.isEmpty()) {
            found.unknown.add(reference.name());
        } else if (meant.isEmpty()) {
            severalOf(targets, reference, key, wanted, found, chain);
        }
        for (Planned each : meant) {
            step(1, each.values());
            if (wanted.types.contains(each.type())) {
                found.resources.add(each);
            } else {
                follow(each, reference, wanted, found, chain);
            }
        }
    }

    /** All instances are meant where an attribute takes several; else it is not known which one is. */
    private void severalOf(
            List<Planned> targets, TerraformReference reference, String key, Wanted wanted, Found found, int chain) {
        if (!wanted.types.contains(targets.get(0).type())) {
            targets.stream().limit(MOST_CANDIDATES).forEach(each -> follow(each, reference, wanted, found, chain));
            found.mayBe(List.of());
            found.complete &= targets.size() <= MOST_CANDIDATES;
        } else if (wanted.several && key.isEmpty()) {
            step(targets.size(), targets.get(0).values());
            found.resources.addAll(targets);
        } else {
            found.mayBe(targets);
        }
    }

    /** Goes on from a resource of another kind, by the attribute that is named or the one of the same name. */
    private void follow(Planned target, TerraformReference reference, Wanted wanted, Found found, int chain) {
        String next = reference.attribute().isEmpty() || reference.attribute().equals("id")
                ? wanted.attribute
                : reference.attribute();
        Optional<Planned> known = target.text(next).map(byId::get);
        if (known.isPresent() && wanted.types.contains(known.get().type())) {
            found.resources.add(known.get());
            return;
        }
        Optional<Node> expression =
                target.configuration().flatMap(node -> node.find("expressions")).flatMap(node -> node.find(next));
        if (expression.isPresent()) {
            resolve(expression.get(), scopeOf(target), wanted, found, chain + 1);
        } else if (found.resources.isEmpty()) {
            found.unknown.add(target.address());
        }
    }

    /**
     * Returns the resources that a local of a module may mean: those of the module, those that it is given, and those
     * that modules it calls put out. A value that is not known yet is not the id of a resource that has one.
     */
    private Reached reach(TerraformModule module, Wanted wanted) {
        return reached.computeIfAbsent(new Reach(module, wanted.types), same -> {
            Set<Planned> all = new LinkedHashSet<>();
            reach(module, wanted, all, new LinkedHashSet<>());
            Set<Planned> made = all.stream()
                    .filter(each -> each.id().isEmpty())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return new Reached(made.isEmpty() ? all : made);
        });
    }

    private void reach(TerraformModule module, Wanted wanted, Set<Planned> all, Set<TerraformModule> seen) {
        if (!seen.add(module)) {
            return;
        }
        wanted.types.forEach(type -> all.addAll(module.plannedOf(type)));
        Wanted any = new Wanted(wanted.attribute, wanted.types, true);
        Found found = new Found();
        module.caller().ifPresent(caller -> {
            Scope outer = new Scope(caller, module.key(), module.forEach(), "");
            module.arguments().forEach(each -> resolve(each, outer, any, found, 1));
        });
        for (TerraformModule called : module.called()) {
            Scope inner = new Scope(called, "", Optional.empty(), "");
            called.outputs().forEach(each -> resolve(each, inner, any, found, 1));
        }
        all.addAll(found.resources);
        if (all.isEmpty()) { // the locals of a caller, such as its zones, are not what a module has by itself
            found.locals.forEach(other -> reach(other, wanted, all, seen));
        }
    }
}
