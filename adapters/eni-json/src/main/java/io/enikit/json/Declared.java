package io.enikit.json;

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
record Declared(
        String type, String name, Node properties, Origin origin, Map<String, String> words, Presence presence) {
    Declared(String type, String name, Node properties, Origin origin) {
        this(type, name, properties, origin, Map.of(), Presence.ADDED);
    }

    /** Returns whether it exists already and stays as it is. */
    boolean existing() {
        return presence == Presence.KEPT;
    }

    /** Returns what a property is called in the language of the resource. */
    String word(String property) {
        return words.getOrDefault(property, property);
    }

    /** Returns where a value of it stands. */
    Origin originOf(Node value) {
        Origin origin = value.place().origin().named(origin().name().orElse(name));
        return origin().label()
                .map(label -> origin.calling(
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

    Declared with(Node newProperties) {
        return new Declared(type, name, newProperties, origin, words, presence);
    }

    /** Returns a resource that has one property more, or another value of it. */
    Declared with(String property, Node value) {
        Map<String, Node> members = new LinkedHashMap<>(properties.members());
        members.put(property, value);
        return with(Node.object(members, properties.place()));
    }

    Declared named(String newName, Origin newOrigin) {
        return new Declared(type, newName, properties, newOrigin, words, presence);
    }

    /** Returns the id of a part of this resource, such as its interface. */
    String part(String word) {
        return name + "/" + word;
    }

    /** Returns what stands for a property that is not known. */
    String symbol(String property) {
        return Symbols.of(name + "." + word(property));
    }
}
