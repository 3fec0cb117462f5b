package io.enikit.json.terraform;

import io.enikit.json.text.Arn;
import io.enikit.json.text.Node;
import io.enikit.json.text.Symbols;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose the resources of Terraform files are, and in which Region: by what they say of themselves, else by the provider
 * that makes them.
 */
final class TerraformPlaces {
    private final Map<String, String> regions = new HashMap<>();
    private final Set<String> different = new HashSet<>();
    private final Map<String, String> providers = new HashMap<>();
    private final Set<String> differentProviders = new HashSet<>();

    /** Notes the Region of a resource, which is configured in its file if that is a plan. */
    void add(Planned resource, Node file) {
        Optional<String> region = region(resource, file);
        if (region.isPresent()) {
            regions.put(resource.address(), region.get());
            different.add(region.get());
        } else {
            resource.configuration()
                    .flatMap(configuration -> text(configuration, "provider_config_key"))
                    .ifPresent(key -> {
                        providers.put(resource.address(), Symbols.of("the Region of the provider " + key));
                        differentProviders.add(key);
                    });
        }
    }

    /** Returns what stands for the Region of a resource, if nothing tells it and there are several providers. */
    Optional<String> regionOfProvider(Planned resource) {
        return differentProviders.size() + different.size() > 1
                ? Optional.ofNullable(providers.get(resource.address()))
                : Optional.empty();
    }

    /** Returns the Region of a resource, if those of the files are in several: else the zones of subnets tell it. */
    Optional<String> regionOf(Planned resource) {
        return different.size() > 1 ? Optional.ofNullable(regions.get(resource.address())) : Optional.empty();
    }

    Optional<String> ownerOf(Planned resource) {
        return resource.text("owner_id").or(() -> arn(resource).flatMap(Arn::account));
    }

    private static Optional<String> region(Planned resource, Node file) {
        return resource.text("region")
                .or(() -> arn(resource).flatMap(Arn::region))
                .or(() -> resource.configuration()
                        .flatMap(configuration -> text(configuration, "provider_config_key"))
                        .flatMap(key -> object(file, "configuration")
                                .flatMap(configuration -> object(configuration, "provider_config"))
                                .flatMap(all -> object(all, key)))
                        .flatMap(provider -> object(provider, "expressions"))
                        .flatMap(expressions -> object(expressions, "region"))
                        .flatMap(region -> value(region, object(file, "variables"))));
    }

    private static Optional<Arn> arn(Planned resource) {
        return resource.text("arn").flatMap(arn -> Arn.parse(arn).findFirst());
    }

    /** Returns a constant, or the value of a variable of the root module, where providers are configured. */
    private static Optional<String> value(Node expression, Optional<Node> variables) {
        return text(expression, "constant_value")
                .or(() -> expression
                        .find("references")
                        .filter(node -> node.is(Node.Kind.LIST))
                        .flatMap(node -> node.items().stream().findFirst())
                        .map(reference -> reference.scalarOr(""))
                        .filter(reference -> reference.startsWith("var."))
                        .flatMap(reference ->
                                variables.flatMap(all -> object(all, reference.substring("var.".length()))))
                        .flatMap(variable -> text(variable, "value")));
    }

    private static Optional<Node> object(Node node, String key) {
        return node.find(key).filter(found -> found.is(Node.Kind.OBJECT));
    }

    private static Optional<String> text(Node node, String key) {
        return node.find(key).map(found -> found.scalarOr("")).filter(text -> !text.isEmpty());
    }
}
