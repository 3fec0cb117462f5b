package io.enikit.json.cloudformation;

import io.enikit.json.UnreadableException;
import io.enikit.json.text.Node;
import io.enikit.json.text.Place;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The conditions of a template in one world. */
final class Conditions {
    private final Stack stack;
    private final World world;
    private final Set<String> open = new HashSet<>();
    private final Map<String, Optional<Boolean>> decided = new LinkedHashMap<>();

    Conditions(Stack stack, World world) {
        this.stack = stack;
        this.world = world;
    }

    /** Decides whether something is going to be made; empty if that is not known. */
    Optional<Boolean> isMade(Node part) {
        Optional<Node> condition = part.is(Node.Kind.OBJECT) ? part.find("Condition") : Optional.empty();
        return condition.isEmpty() ? Optional.of(true) : value(condition.get().scalar(), condition.get());
    }

    /** Decides a condition; empty if that is not known. */
    Optional<Boolean> value(String name, Node at) {
        Optional<Boolean> known = decided.getOrDefault(name, Optional.empty());
        if (known.isPresent() || decided.containsKey(name)) {
            return known;
        }
        Node body = stack.section("Conditions")
                .flatMap(all -> all.find(name))
                .orElseThrow(() -> at.refuse("there is no condition " + name));
        String key = "the condition " + name;
        if (!open.add(key)) {
            throw at.refuse(key + " depends on itself");
        }
        Optional<Boolean> result = decide(body);
        open.remove(key);
        decided.put(name, result);
        result.ifPresent(value -> world.decided(stack.scope().idOf(name), value));
        return result;
    }

    /** Decides those that nothing depends on, too, so that it can be said in words what holds in this world. */
    void decideAll() {
        stack.section("Conditions").stream()
                .flatMap(all -> all.members().entrySet().stream())
                .filter(each -> !each.getKey().startsWith("Fn::"))
                .forEach(each -> {
                    try {
                        value(each.getKey(), each.getValue());
                    } catch (UnreadableException e) {
                        decided.put(each.getKey(), Optional.empty()); // nothing depends on it, so it may be as it likes
                    }
                });
    }

    private Optional<Boolean> decide(Node body) {
        world.enter(body);
        Optional<Boolean> result = decided(body);
        world.leave();
        return result;
    }

    private Optional<Boolean> decided(Node body) {
        if (body.members().size() != 1) {
            throw body.refuse("expected one function, such as Fn::Equals");
        }
        Map.Entry<String, Node> only = body.members().entrySet().iterator().next();
        Node argument = only.getValue();
        return switch (only.getKey()) {
            case "Condition" -> value(argument.scalar(), argument);
            case "Fn::Equals" -> {
                if (argument.items().size() != 2) {
                    throw argument.refuse("Fn::Equals takes 2 values, found "
                            + argument.items().size());
                }
                yield equal(argument.items().get(0), argument.items().get(1));
            }
            case "Fn::Not" -> {
                if (argument.items().size() != 1) {
                    throw argument.refuse(
                            "Fn::Not takes 1 values, found " + argument.items().size());
                }
                yield decide(argument.items().get(0)).map(value -> !value);
            }
            case "Fn::And" -> fold(argument.items(), false);
            case "Fn::Or" -> fold(argument.items(), true);
            default -> Optional.empty();
        };
    }

    /** Decides And and Or: one value decides alone; all others must be known. */
    private Optional<Boolean> fold(List<Node> parts, boolean decisive) {
        boolean known = true;
        for (Node part : parts) {
            Optional<Boolean> value = decide(part);
            if (value.equals(Optional.of(decisive))) {
                return value;
            }
            known &= value.isPresent();
        }
        return known ? Optional.of(!decisive) : Optional.empty();
    }

    private Optional<Boolean> equal(Node one, Node other) {
        Node left = dependence(one);
        Node right = dependence(other);
        if (left.isScalar() && right.isScalar()) {
            return Optional.of(left.scalar().equals(right.scalar()));
        } else if (left.isScalar()) {
            return equal(right, other, left);
        } else if (right.isScalar()) {
            return equal(left, one, right);
        }
        String symbol = stack.scope().textOf(left);
        String same = stack.scope().textOf(right);
        if (symbol.equals(same)) {
            return Optional.of(true);
        }
        Optional<String> usual =
                usual(one).flatMap(value -> usual(other).map(value::equals)).map(String::valueOf);
        String both = symbol + " = " + same;
        world.allow(both, () -> List.of("true", "false"));
        world.asked(both).literals().add("false");
        return world.decide(both, "true", usual);
    }

    private Optional<Boolean> equal(Node dependent, Node written, Node literal) {
        return world.decide(stack.scope().textOf(dependent), literal.scalar(), usual(written));
    }

    /** Evaluates a value without defaults: it is known, or what stands for it says what it depends on. */
    private Node dependence(Node node) {
        return world.withoutDefaults(() -> stack.evaluate(node));
    }

    private Optional<String> usual(Node node) {
        Node value = world.withDefaults(() -> stack.evaluate(node));
        return value.isScalar() ? Optional.of(value.scalar()) : Optional.empty();
    }

    /** Returns the key of a map that a condition depends on: the values of interest are those that the map has. */
    Node keyOf(List<Node> before, Node key, Node written, boolean hasDefault, Place place) {
        Optional<Node> map = before.stream().allMatch(Node::isScalar)
                ? TextFunctions.entry(stack.section("Mappings"), before)
                : Optional.empty();
        if (!world.isWithoutDefaults() || map.isEmpty()) {
            return key;
        }
        Optional<String> picked =
                world.pick(stack.scope().textOf(key), map.get().members().keySet(), usual(written));
        if (picked.isEmpty() && !hasDefault) {
            world.refuse();
        }
        return picked.map(value -> Node.text(value, place)).orElse(key);
    }
}
