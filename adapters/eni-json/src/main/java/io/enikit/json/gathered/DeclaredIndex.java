package io.enikit.json.gathered;

import io.enikit.json.text.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is declared and only of use to other resources, such as launch templates, by what these call it. */
public final class DeclaredIndex {
    /** The properties that name a resource beside its id. */
    private static final List<String> NAMES = List.of(
            "LaunchTemplateName",
            "LaunchConfigurationName",
            "DBSubnetGroupName",
            "CacheSubnetGroupName",
            "DBClusterIdentifier");

    private final Map<String, Declared> byName = new HashMap<>();

    public void add(Declared resource) {
        byName.putIfAbsent(key(resource.type(), resource.name()), resource);
        for (String each : NAMES) {
            resource.properties()
                    .find(each)
                    .filter(Node::isScalar)
                    .ifPresent(name -> byName.putIfAbsent(key(resource.type(), name.scalar()), resource));
        }
    }

    void addAll(DeclaredIndex other) {
        byName.putAll(other.byName);
    }

    /** Finds the resource of a type that a value refers to. */
    public Optional<Declared> find(String type, Node reference) {
        return switch (reference.kind()) {
            case REFERENCE -> find(type, reference.reference().name());
            case TEXT -> find(type, reference.text());
            default -> Optional.empty();
        };
    }

    private Optional<Declared> find(String type, String name) {
        return Optional.ofNullable(byName.get(key(type, name)));
    }

    private static String key(String type, String name) {
        return type + " " + name;
    }
}
