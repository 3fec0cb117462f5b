package io.enikit.insight;

import io.enikit.model.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Puts one command line of the AWS CLI together, quoted for a POSIX shell. */
final class CommandLine {
    private final StringBuilder line;
    private Optional<String> variable = Optional.empty();

    private CommandLine(String command) {
        line = new StringBuilder("aws ec2 ").append(command);
    }

    static CommandLine of(String command) {
        return new CommandLine(command);
    }

    /** Adds an option that needs no quotes, or has them. */
    private CommandLine raw(String name, String quoted) {
        line.append(" --").append(name).append(' ').append(quoted);
        return this;
    }

    CommandLine flag(String name, boolean on) {
        if (on) {
            line.append(" --").append(name);
        }
        return this;
    }

    /** Adds a flag, or its opposite, which the CLI writes with no- before it. */
    CommandLine either(String name, boolean on) {
        line.append(" --").append(on ? "" : "no-").append(name);
        return this;
    }

    CommandLine option(String name, ResourceId id) {
        return raw(name, ShellWord.of(id));
    }

    CommandLine option(String name, Object value) {
        return raw(name, ShellWord.quote(value.toString()));
    }

    CommandLine option(String name, Optional<?> value) {
        value.ifPresent(present -> option(name, present));
        return this;
    }

    CommandLine option(String name, OptionalInt value) {
        value.ifPresent(present -> option(name, Integer.toString(present)));
        return this;
    }

    /** Adds a filter of a describe command. */
    CommandLine filter(String name, ResourceId id) {
        return raw("filters", "Name=" + name + ",Values=" + ShellWord.of(id));
    }

    /** Adds the image of an instance, which a plan does not know. */
    CommandLine image() {
        return raw("image-id", "\"$image_id\"");
    }

    /** Adds an option with what another command answers. */
    CommandLine lookedUp(String name, CommandLine command, String query) {
        return raw(name, "\"$(" + command.option("query", query).option("output", "text").line + ")\"");
    }

    CommandLine options(String name, Collection<?> values) {
        if (!values.isEmpty()) {
            raw(
                    name,
                    values.stream()
                            .map(value -> value instanceof ResourceId id
                                    ? ShellWord.of(id)
                                    : ShellWord.quote(value.toString()))
                            .collect(Collectors.joining(" ")));
        }
        return this;
    }

    /** Adds an option in JSON; what stands for an id in it becomes the id, or its variable. */
    CommandLine json(String name, String json) {
        return raw(name, ShellWord.quote(json));
    }

    CommandLine tags(String resourceType, Map<String, String> tags) {
        return tags(Map.of(resourceType, tags));
    }

    /** Adds the tags of what is created, by type of resource. */
    CommandLine tags(Map<String, Map<String, String>> tagsOfTypes) {
        List<String> specifications = new ArrayList<>();
        tagsOfTypes.forEach((resourceType, tags) -> {
            List<String> pairs = new ArrayList<>();
            tags.forEach((key, value) ->
                    pairs.add("{\"Key\":" + JsonText.of(key) + ",\"Value\":" + JsonText.of(value) + "}"));
            if (!pairs.isEmpty()) {
                specifications.add(
                        "{\"ResourceType\":\"" + resourceType + "\",\"Tags\":[" + String.join(",", pairs) + "]}");
            }
        });
        return specifications.isEmpty()
                ? this
                : json("tag-specifications", "[" + String.join(",", specifications) + "]");
    }

    /** Keeps the id of what is created in the variable that stands for it. */
    CommandLine keeps(ResourceId id, String query) {
        if (!ShellWord.isReal(id)) {
            variable = Optional.of(ShellWord.variable(id));
            option("query", query).option("output", "text");
        }
        return this;
    }

    @Override
    public String toString() {
        return variable.map(name -> name + "=$(" + line + ")").orElseGet(line::toString);
    }
}
