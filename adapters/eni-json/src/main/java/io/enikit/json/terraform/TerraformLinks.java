package io.enikit.json.terraform;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.enikit.json.text.Budget;
import io.enikit.json.text.Node;
import io.enikit.json.text.Place;
import io.enikit.json.text.Symbols;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the resources that attributes mean: by their ids, or by the configuration where a plan does not know ids yet. */
final class TerraformLinks {
    private static final int MOST_NAMED = 10;

    private final Map<String, Planned> byId = new TreeMap<>();
    /** The names of interfaces that are parts of other resources, by id. */
    private final Map<String, String> parts = new TreeMap<>();

    private final Map<String, List<String>> candidates = new LinkedHashMap<>();
    private final TerraformSearch search;
    private final Budget budget;

    /**
     * Makes links among resources.
     *
     * @param described whether describe output shows the resource of an id
     */
    TerraformLinks(List<Planned> all, Predicate<String> described, Budget budget) {
        this.budget = budget;
        for (Planned each : all) {
            each.id().ifPresent(id -> byId.putIfAbsent(id, each));
            part(each, "aws_instance", "primary_network_interface_id");
            part(each, "aws_spot_instance_request", "primary_network_interface_id");
            each.text("spot_instance_id").ifPresent(id -> byId.putIfAbsent(id, each));
            part(each, "aws_nat_gateway", "network_interface_id");
            if (each.isData()) {
                part(each, "aws_instance", "network_interface_id");
            }
        }
        parts.keySet().removeIf(described);
        this.search = new TerraformSearch(byId, budget);
    }

    private void part(Planned resource, String type, String attribute) {
        if (resource.type().equals(type)) {
            resource.text(attribute).ifPresent(id -> parts.put(id, resource.address() + "/eth0"));
        }
    }

    /** Refers to the resource that has an id, if it was read. */
    Node known(Node id, Set<String> types) {
        @Nullable Planned target = byId.get(id.scalar());
        @Nullable
        String name = target != null && types.contains(target.type()) ? target.address() : parts.get(id.scalar());
        return name == null ? id : Node.reference(name, Node.Reference.ID, id.place());
    }

    /** Finds the one resource that an attribute refers to. */
    Node one(Planned resource, Node expression, String attribute, Set<String> types, Place place) {
        return one(resource, expression, search.find(resource, expression, attribute, types, false), attribute, place);
    }

    /** Finds the one resource that is in reach of an attribute which is not configured in a way that a plan shows. */
    Node anyOf(Planned resource, String attribute, Set<String> types, Place place) {
        Node nothing = Node.nothing(place);
        return one(resource, nothing, search.anyOf(resource, attribute, types), attribute, place);
    }

    private Node one(Planned resource, Node expression, TerraformSearch.Found found, String attribute, Place place) {
        List<String> names = new ArrayList<>(found.resources().size());
        for (Planned each : found.resources()) {
            names.add(each.address());
        }
        if (names.size() == 1) {
            return Node.reference(names.get(0), Node.Reference.ID, place);
        }
        String symbol = symbol(resource, expression, attribute);
        String unknown = named(found.unknown());
        if (names.isEmpty()) {
            return Node.unknown(
                    unknown.isEmpty() ? "it refers to no resource of the plan" : "it depends on " + unknown,
                    symbol,
                    place);
        }
        if (found.isComplete()) {
            budget.values(names.size(), place);
            candidates.put(symbol, ImmutableList.copyOf(names));
        }
        String by = named(found.unknown().stream()
                .filter(each -> found.isByLocal() && each.startsWith("local."))
                .toList());
        return Node.unknown(
                "ambiguous: " + (by.isEmpty() ? "" : "by " + by + " ") + "it may be " + named(names), symbol, place);
    }

    private static String named(Collection<String> names) {
        String named = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMED ? named + " and others" : named;
    }

    /** Finds the address of the one resource that an attribute refers to. */
    Optional<String> oneAddress(Planned resource, Node expression, String attribute, Set<String> types) {
        Set<Planned> found =
                search.find(resource, expression, attribute, types, false).resources();
        return found.size() == 1 ? found.stream().map(Planned::address).findFirst() : Optional.empty();
    }

    /** Finds all resources that an attribute refers to. */
    Node all(Planned resource, Node expression, String attribute, Set<String> types, Place place) {
        TerraformSearch.Found found = search.find(resource, expression, attribute, types, true);
        boolean known = found.isCertain() || found.resources().size() == 1;
        if (found.resources().isEmpty() || !known) {
            return one(resource, expression, found, attribute, place);
        }
        budget.values(found.resources().size(), place);
        ImmutableList.Builder<Node> references =
                ImmutableList.builderWithExpectedSize(found.resources().size());
        for (Planned each : found.resources()) {
            references.add(Node.reference(each.address(), Node.Reference.ID, place));
        }
        return Node.list(references.build(), place);
    }

    /**
     * Returns what stands for a value that is not known. A reference that stands alone has one value in its module, and
     * an expression that does not look at its instance has one for all of them.
     */
    private static String symbol(Planned resource, Node expression, String attribute) {
        List<TerraformReference> references = TerraformReference.of(expression);
        boolean alone = references.size() == 1;
        if (alone && Set.of("local", "var").contains(references.get(0).first())) {
            return Symbols.of(resource.module().address(references.get(0).text()));
        }
        boolean paired = TerraformSearch.isPaired(references);
        return Symbols.of((paired ? resource.address() : resource.addressOfAll()) + "." + attribute);
    }

    /** Returns the resources that each symbol may stand for, where these are known. */
    Map<String, List<String>> candidates() {
        return ImmutableMap.copyOf(candidates);
    }
}
