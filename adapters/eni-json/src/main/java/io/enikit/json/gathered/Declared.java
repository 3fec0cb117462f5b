package io.enikit.json.gathered;

import io.enikit.json.Origin;
import io.enikit.json.text.Node;
import io.enikit.json.text.Symbols;
import io.enikit.json.text.ValueAccess;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A resource as a template declares it: its values are evaluated, and are known, unknown, or refer to other resources.
 *
 * <p>Terraform's resources are put in the words of CloudFormation, so that one reader serves both.
 *
 * @param type the type without its first two parts, such as {@code Subnet}
 * @param name the logical id, or Terraform's address
 * @param properties its properties, an object
 * @param origin where it stands
 * @param words what its properties are called in its own language, where that is not their name
 * @param presence whether it exists already
 */
public record Declared(String type, String name, Node properties, Origin origin, Words words, Presence presence) {
    public Declared(String type, String name, Node properties, Origin origin) {
        this(type, name, properties, origin, Words.none(), Presence.ADDED);
    }

    /** Returns whether it exists already and stays as it is. */
    public boolean existing() {
        return presence == Presence.KEPT;
    }

    /** Returns what a property is called in the language of the resource. */
    public String word(String property) {
        return words.of(property);
    }

    /** Returns where a value of it stands. */
    public Origin originOf(Node value) {
        ValueAccess values = ValueAccess.get();
        Origin origin = values.named(value.place().origin(), origin().name().orElse(name));
        return values.label(origin())
                .map(label -> values.calling(
                        origin,
                        label + steps(origin.path(), properties.place().origin().path())))
                .orElse(origin);
    }

    /** Returns the steps from one place to one in it, such as {@code .network_interface[0].device_index}. */
    private static String steps(String path, String around) {
        if (!path.startsWith(around + "/")) {
            return "";
        }
        StringBuilder steps = new StringBuilder();
        for (String step : path.substring(around.length() + 1).split("/", -1)) {
            boolean index = !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
            steps.append(index ? "[" + step + "]" : "." + step);
        }
        return steps.toString();
    }

    public Declared with(Node newProperties) {
        return new Declared(type, name, newProperties, origin, words, presence);
    }

    /** Returns a resource that has one property more, or another value of it. */
    public Declared with(String property, Node value) {
        Map<String, Node> members = new LinkedHashMap<>(properties.members());
        members.put(property, value);
        return with(Node.object(members, properties.place()));
    }

    public Declared named(String newName, Origin newOrigin) {
        return new Declared(type, newName, properties, newOrigin, words, presence);
    }

    /** Returns the id of a part of this resource, such as its interface. */
    public String part(String word) {
        return name + "/" + word;
    }

    /** Returns what stands for a property that is not known. */
    public String symbol(String property) {
        return Symbols.of(name + "." + word(property));
    }
}
