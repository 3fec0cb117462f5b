package io.enikit.json;

import io.enikit.json.TerraformModule.Planned;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose the resources of a Terraform plan are, and in which Region: by what they say of themselves, else by the provider
 * that makes them.
 */
final class TerraformPlaces {
    private final Optional<Node> providers;
    private final Optional<Node> variables;
    private final Map<String, String> regions = new HashMap<>();

    TerraformPlaces(Node plan, List<Planned> all) {
        this.providers = plan.find("configuration").flatMap(configuration -> object(configuration, "provider_config"));
        this.variables = object(plan, "variables");
        for (Planned each : all) {
            region(each).ifPresent(region -> regions.put(each.address(), region));
        }
        Set<String> different = new HashSet<>(regions.values());
        if (different.size() < 2) {
            regions.clear(); // the zones of subnets tell it, and nothing has to be kept apart
        }
    }

    /** Returns the Region of a resource, if those of the plan are in several. */
    Optional<String> regionOf(Planned resource) {
        return Optional.ofNullable(regions.get(resource.address()));
    }

    Optional<String> ownerOf(Planned resource) {
        return text(resource.values(), "owner_id").or(() -> arn(resource).flatMap(Arn::account));
    }

    private Optional<String> region(Planned resource) {
        return text(resource.values(), "region")
                .or(() -> arn(resource).flatMap(Arn::region))
                .or(() -> resource.configuration()
                        .flatMap(configuration -> text(configuration, "provider_config_key"))
                        .flatMap(key -> providers.flatMap(all -> object(all, key)))
                        .flatMap(provider -> object(provider, "expressions"))
                        .flatMap(expressions -> object(expressions, "region"))
                        .flatMap(this::value));
    }

    private static Optional<Arn> arn(Planned resource) {
        return text(resource.values(), "arn").flatMap(arn -> Arn.parse(arn).findFirst());
    }

    /** Returns a constant, or the value of a variable of the root module, where providers are configured. */
    private Optional<String> value(Node expression) {
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
