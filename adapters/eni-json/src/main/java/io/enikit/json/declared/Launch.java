package io.enikit.json.declared;

import io.enikit.json.gathered.Collector;
import io.enikit.json.gathered.Declared;
import io.enikit.json.text.Node;
import io.enikit.json.text.Place;
import io.enikit.model.AddressDemand;
import io.enikit.model.EniId;
import io.enikit.model.SubnetId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a launch takes from its launch template: the instance type and the interfaces, as far as it does not state them.
 */
final class Launch {
    static final String TEMPLATE = "LaunchTemplate";

    private static final String DATA = "LaunchTemplateData";
    private static final List<String> REFERENCES = List.of("LaunchTemplateId", "LaunchTemplateName", "Id", "Name");
    private static final String INTERFACES = "NetworkInterfaces";

    /** The properties of a launch by what a launch template calls them. */
    private static final Map<String, String> OF_INTERFACES = Map.of("Groups", "GroupSet");

    private Launch() {}

    /** Finds the data of the launch template that a reference names, if it is among what was read. */
    static Optional<Declared> template(Optional<Node> reference, Collector collector) {
        return reference
                .map(Launch::lone)
                .filter(node -> node.is(Node.Kind.OBJECT))
                .flatMap(node -> REFERENCES.stream()
                        .flatMap(key -> node.find(key).stream())
                        .findFirst())
                .flatMap(id -> collector.declared().index().find(TEMPLATE, id));
    }

    /** Terraform writes a nested block as a list of one. */
    static Node lone(Node node) {
        return node.is(Node.Kind.LIST) && node.items().size() == 1
                ? node.items().get(0)
                : node;
    }

    /** Returns the data of a launch template as the properties of an instance. */
    static Declared asInstance(Declared template) {
        Optional<Node> data = template.properties().find(DATA).filter(node -> node.is(Node.Kind.OBJECT));
        Map<String, Node> properties = new LinkedHashMap<>();
        data.ifPresent(node -> node.members().forEach(properties::put));
        Optional.ofNullable(properties.get(INTERFACES))
                .filter(node -> node.is(Node.Kind.LIST))
                .ifPresent(list -> properties.put(
                        INTERFACES,
                        Node.list(list.items().stream().map(Launch::renamed).toList(), list.place())));
        Place place = data.map(Node::place).orElse(template.properties().place());
        return template.with(Node.object(properties, place));
    }

    private static Node renamed(Node entry) {
        if (!entry.is(Node.Kind.OBJECT)) {
            return entry;
        }
        Map<String, Node> members = new LinkedHashMap<>();
        entry.members().forEach((key, value) -> members.put(OF_INTERFACES.getOrDefault(key, key), value));
        return Node.object(members, entry.place());
    }

    /** Returns an instance with what its launch template adds to it. What the instance states goes before. */
    static Declared merged(Declared instance, Declared template) {
        Map<String, Node> properties =
                new LinkedHashMap<>(asInstance(template).properties().members());
        instance.properties().members().forEach((key, value) -> {
            if (!value.is(Node.Kind.NULL)) {
                properties.put(key, value);
            }
        });
        return instance.with(Node.object(properties, instance.properties().place()));
    }

    /** One interface of each instance that is launched: what it takes, and its subnet if the template states one. */
    record Part(AddressDemand demand, Optional<SubnetId> subnet) {}

    /** Lists the interfaces of each instance that is launched; one if nothing is known about them. */
    static List<Part> parts(Optional<Declared> template, Collector collector) {
        List<Part> parts = new ArrayList<>();
        template.map(Launch::asInstance).ifPresent(data -> {
            Properties properties = Properties.of(data, EniId.of(data.name()), collector);
            for (Properties each : properties.objects(INTERFACES)) {
                if (!each.has("NetworkInterfaceId")) {
                    parts.add(new Part(DeclaredEni.demand(each), each.id("SubnetId", SubnetId::of)));
                }
            }
        });
        return parts.isEmpty() ? List.of(new Part(AddressDemand.ofPrimary(), Optional.empty())) : parts;
    }

    /** Reads a launch template by itself: it is checked as one instance that is launched of it, in any subnet. */
    static void read(Declared template, Collector collector) {
        Declared data = asInstance(template);
        if (data.properties().find(INTERFACES).isPresent()) {
            collector.declared().sample(sample -> {
                DeclaredInstance.read(data, sample);
                Requests.interfacesOrSubnet(data, sample);
            });
        }
    }
}
