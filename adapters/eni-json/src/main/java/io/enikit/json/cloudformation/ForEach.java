package io.enikit.json.cloudformation;

import io.enikit.json.Unknown;
import io.enikit.json.text.Node;
import io.enikit.json.text.Place;
import io.enikit.json.text.ValueAccess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes out the loops of a template, which stand as keys {@code Fn::ForEach::Name} among others. */
final class ForEach {
    private static final String KEY = "Fn::ForEach::";

    private final Intrinsics intrinsics;
    private final World world;
    private final BiConsumer<String, Unknown> unknowns;

    /**
     * Prepares to write out loops.
     *
     * @param intrinsics evaluates what the loops go over
     * @param world counts what is made
     * @param unknowns takes loops whose collection is not known
     */
    ForEach(Intrinsics intrinsics, World world, BiConsumer<String, Unknown> unknowns) {
        this.intrinsics = intrinsics;
        this.world = world;
        this.unknowns = unknowns;
    }

    static boolean isLoop(String key) {
        return key.startsWith(KEY);
    }

    static boolean hasLoops(Node object) {
        return object.is(Node.Kind.OBJECT) && object.members().keySet().stream().anyMatch(ForEach::isLoop);
    }

    /** Returns an object in which the members that its loops make stand in place of the loops. */
    Node unroll(Node object) {
        if (!hasLoops(object)) {
            return object;
        }
        Map<String, Node> members = new LinkedHashMap<>();
        object.members().forEach((key, value) -> {
            if (isLoop(key)) {
                loop(key, value, members);
            } else {
                members.put(key, value);
            }
        });
        return Node.object(members, object.place());
    }

    private void loop(String key, Node loop, Map<String, Node> members) {
        List<Node> parts = loop.items();
        if (parts.size() != 3) {
            throw loop.refuse("a loop takes a name, a list, and what to make of it, found " + parts.size() + " values");
        }
        Node collection = intrinsics.evaluate(parts.get(1));
        if (!collection.is(Node.Kind.LIST) || !collection.items().stream().allMatch(Node::isScalar)) {
            unknowns.accept(
                    key,
                    ValueAccess.get()
                            .unknown(
                                    "what " + key + " makes: what it goes over is not known: "
                                            + Scope.why(firstOpen(collection)),
                                    loop.place().origin()));
            return;
        }
        for (Node item : collection.items()) {
            Node body = new Copy(parts.get(0).scalar(), item.scalar())
                    .of(parts.get(2), parts.get(2).place());
            unroll(body).members().forEach((name, value) -> {
                if (members.put(name, value) != null) {
                    throw loop.refuse("the loop makes " + name + ", which is there already");
                }
            });
        }
    }

    private static Node firstOpen(Node collection) {
        return collection.is(Node.Kind.LIST)
                ? collection.items().stream()
                        .filter(each -> !each.isScalar())
                        .findFirst()
                        .orElse(collection)
                : collection;
    }

    /** Makes a copy of the body with a value in place of the name of the loop. */
    private final class Copy {
        private final String name;
        private final String value;
        private final String letters;
        private final Pattern variable;

        Copy(String name, String value) {
            this.name = name;
            this.value = value;
            this.letters = value.replaceAll("[^A-Za-z0-9]", "");
            this.variable = Pattern.compile("([$&])\\{" + Pattern.quote(name) + "}");
        }

        Node of(Node node, Place place) {
            world.step(node);
            world.budget().value(place);
            return switch (node.kind()) {
                case OBJECT -> object(node, place);
                case LIST -> {
                    List<Node> items = new ArrayList<>();
                    node.items().forEach(item -> items.add(of(item, item.place().within(place))));
                    yield Node.list(items, place);
                }
                case TEXT -> Node.text(filled(node.text(), place), place);
                default -> node.at(place);
            };
        }

        private Node object(Node node, Place place) {
            Map<String, Node> members = new LinkedHashMap<>();
            for (Map.Entry<String, Node> each : node.members().entrySet()) {
                if (node.members().size() == 1
                        && each.getKey().equals("Ref")
                        && each.getValue().scalarOr("").equals(name)) {
                    return Node.text(value, place);
                }
                String key = filled(each.getKey(), place);
                members.put(key, of(each.getValue(), each.getValue().place().within(place, key)));
            }
            return Node.object(members, place);
        }

        private String filled(String text, Place place) {
            if (text.indexOf('{') < 0) {
                return text;
            }
            long uses = variable.matcher(text).results().count();
            world.budget().characters(text.length() + uses * value.length(), place);
            return uses == 0
                    ? text
                    : variable.matcher(text)
                            .replaceAll(match ->
                                    Matcher.quoteReplacement(match.group(1).equals("&") ? letters : value));
        }
    }
}
