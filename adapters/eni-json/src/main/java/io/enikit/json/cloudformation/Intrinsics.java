package io.enikit.json.cloudformation;

import io.enikit.json.text.Node;
import io.enikit.json.text.Place;
import io.enikit.json.text.Symbols;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Evaluates the functions of a template. What cannot be known becomes an unknown value, with the reason. */
final class Intrinsics {
    private static final String DYNAMIC = "{{resolve:";
    private static final String VARIABLE = "${";
    private final Stack stack;
    private final Scope scope;
    private final World world;
    private final TextFunctions texts;
    private final Set<String> open = new HashSet<>();

    Intrinsics(Stack stack, World world) {
        this.stack = stack;
        this.scope = stack.scope();
        this.world = world;
        this.texts = new TextFunctions(scope, world.budget());
    }

    /** Evaluates a value. */
    Node evaluate(Node node) {
        world.enter(node);
        Node value = evaluated(node);
        world.leave();
        if (value != node) {
            world.made(value);
        }
        return value.is(Node.Kind.TEXT) && value.text().contains(DYNAMIC)
                ? Node.unknown("it is a dynamic reference", Symbols.of(value.text()), value.place())
                : value;
    }

    private Node evaluated(Node node) {
        return switch (node.kind()) {
            case LIST -> list(node);
            case OBJECT -> {
                Optional<String> function = functionOf(node);
                yield function.isPresent()
                        ? call(
                                function.get(),
                                node.members().values().iterator().next(),
                                node.place())
                        : object(node);
            }
            default -> node;
        };
    }

    private static Optional<String> functionOf(Node node) {
        return Optional.of(node.members())
                .filter(members -> members.size() == 1)
                .map(members -> members.keySet().iterator().next())
                .filter(key -> key.equals("Ref") || (key.startsWith("Fn::") && !ForEach.isLoop(key)));
    }

    private Node list(Node node) {
        List<Node> items = new ArrayList<>();
        for (Node each : node.items()) {
            Node item = evaluate(each);
            if (!item.is(Node.Kind.NULL)) {
                items.add(item);
            }
        }
        return Node.list(items, node.place());
    }

    private Node object(Node node) {
        Map<String, Node> members = new LinkedHashMap<>();
        stack.unrolled(node).members().forEach((key, value) -> members.put(key, evaluate(value)));
        return Node.object(members, node.place());
    }

    private Node call(String function, Node argument, Place place) {
        return switch (function) {
            case "Ref" -> named(argument, place, name -> ref(name, place));
            case "Fn::GetAtt" -> getAtt(argument, place);
            case "Fn::Select" -> {
                List<Node> parts = arguments(argument, 2, 2, function);
                yield texts.select(evaluate(parts.get(0)), evaluate(parts.get(1)), place);
            }
            case "Fn::GetAZs" -> zones(evaluate(argument), place);
            case "Fn::Join" -> {
                List<Node> parts = arguments(argument, 2, 2, function);
                yield texts.join(parts.get(0), evaluate(parts.get(1)), place);
            }
            case "Fn::Split" -> {
                List<Node> parts = arguments(argument, 2, 2, function);
                yield texts.split(parts.get(0).scalar(), evaluate(parts.get(1)), place);
            }
            case "Fn::Sub" -> sub(argument, place);
            case "Fn::FindInMap" -> findInMap(argument, place);
            case "Fn::If" -> choose(argument, place);
            case "Fn::Cidr" -> CidrFunction.call(argument, evaluate(argument).items(), place, scope);
            case "Fn::Length" -> texts.length(evaluate(argument), place);
            case "Fn::ToJsonString" -> texts.toJson(evaluate(argument), place);
            case "Fn::GetStackOutput" -> stack.outputOfOther(evaluate(argument), place);
            case "Fn::ImportValue" -> stack.imported(evaluate(argument), place);
            default -> scope.unknown(function + " is not evaluated", place);
        };
    }

    private static List<Node> arguments(Node argument, int least, int most, String function) {
        List<Node> items = argument.items();
        if (items.size() < least || items.size() > most) {
            throw argument.refuse(function + " takes " + (least == most ? String.valueOf(least) : least + " to " + most)
                    + " values, found " + items.size());
        }
        return items;
    }

    /** Goes on with a name, which may have to be evaluated itself. */
    private Node named(Node argument, Place place, Function<String, Node> next) {
        Node name = argument.is(Node.Kind.OBJECT) ? evaluate(argument) : argument;
        return name.is(Node.Kind.UNKNOWN)
                ? scope.unknown("the name of what it refers to is not known: " + Scope.why(name), place)
                : next.apply(name.scalar());
    }

    private Node ref(String name, Place place) {
        Optional<Node> parameter = stack.parameter(name, place);
        if (parameter.isPresent()) {
            return parameter.get();
        } else if (name.startsWith("AWS::")) {
            return stack.pseudoParameter(name, place);
        } else if (stack.resource(name).isPresent()) {
            return Node.reference(scope.idOf(name), Node.Reference.ID, place);
        }
        return Node.unknown(
                "there is no parameter or resource " + name + stack.whatMayBe(name), scope.symbol(name), place);
    }

    private Node getAtt(Node argument, Place place) {
        if (argument.is(Node.Kind.TEXT)) {
            int dot = argument.text().indexOf('.');
            if (dot < 0) {
                throw argument.refuse("expected a resource, a dot, and an attribute");
            }
            return attributeOf(
                    argument.text().substring(0, dot), argument.text().substring(dot + 1), place);
        }
        List<Node> parts = arguments(argument, 2, 2, "Fn::GetAtt");
        Node second = evaluate(parts.get(1));
        if (!second.isScalar()) {
            return scope.unknown("the attribute of " + parts.get(0) + " is not known", place);
        }
        return named(parts.get(0), place, name -> attributeOf(name, second.scalar(), place));
    }

    /** Returns an attribute: a property of this name as it is given, or what is known only once the resource is made. */
    private Node attributeOf(String name, String attribute, Place place) {
        Optional<Node> resource = stack.resource(name);
        if (resource.isEmpty()) {
            return Node.unknown(
                    "there is no resource " + name + stack.whatMayBe(name),
                    scope.symbol(name + "." + attribute),
                    place);
        }
        if (attribute.startsWith(Stack.OUTPUTS) && Stack.isStack(resource.get())) {
            return stack.outputOf(name, attribute.substring(Stack.OUTPUTS.length()), place);
        }
        Optional<Node> given = property(resource.get(), attribute);
        if (given.isPresent()) {
            return once(
                    name + "." + attribute, place, () -> evaluate(given.get()).at(place));
        }
        return new BlockAttributes(stack, this)
                .of(name, resource.get(), attribute, place)
                .or(() -> ofSubnet(name, resource.get(), attribute, place))
                .orElseGet(() -> Node.reference(
                        scope.idOf(name),
                        IdAttributes.isId(resource.get(), attribute) ? Node.Reference.ID : attribute,
                        place));
    }

    /** Returns what an interface or an instance has of its subnet: the VPC, and the zone. */
    private Optional<Node> ofSubnet(String name, Node resource, String attribute, Place place) {
        return Optional.of(resource)
                .filter(each -> IdAttributes.isOfSubnet(each, attribute))
                .flatMap(each -> property(each, "SubnetId"))
                .map(id -> once(name + ".SubnetId", place, () -> evaluate(id)))
                .filter(id ->
                        id.is(Node.Kind.REFERENCE) && id.reference().attribute().equals(Node.Reference.ID))
                .map(id -> id.reference().name())
                .filter(id -> id.startsWith(scope.prefix()))
                .map(id -> id.substring(scope.prefix().length()))
                .filter(subnet -> stack.resource(subnet).isPresent())
                .map(subnet -> attributeOf(subnet, attribute, place));
    }

    /** Finds a property of a resource as it is written. */
    static Optional<Node> property(Node resource, String name) {
        return resource.find("Properties")
                .filter(node -> node.is(Node.Kind.OBJECT))
                .flatMap(node -> node.find(name));
    }

    /** Evaluates what may lead back to itself. */
    Node once(String what, Place place, Supplier<Node> body) {
        if (!open.add(what)) {
            return scope.unknown(what + " depends on itself", place);
        }
        try {
            return body.get();
        } finally {
            open.remove(what);
        }
    }

    private Node zones(Node region, Place place) {
        List<String> zones = stack.availabilityZones();
        if (zones.isEmpty()) {
            return Node.unknown(Symbols.NO_ZONES, Symbols.zones(), place);
        }
        Node own = stack.pseudoParameter("AWS::Region", place);
        if (region.isScalar() && !region.scalar().isEmpty() && !own.scalarOr("").equals(region.scalar())) {
            return scope.unknown("the availability zones of " + region.scalar() + " are not given", place);
        }
        return Node.list(zones.stream().map(zone -> Node.text(zone, place)).toList(), place);
    }

    private Node sub(Node argument, Place place) {
        Map<String, Node> variables = Map.of();
        Node pattern = argument;
        if (argument.is(Node.Kind.LIST)) {
            List<Node> parts = arguments(argument, 2, 2, "Fn::Sub");
            pattern = parts.get(0);
            variables = parts.get(1).members();
        }
        String text = pattern.scalar();
        List<Node> parts = new ArrayList<>();
        int end = 0;
        for (int start = text.indexOf(VARIABLE); start >= 0; start = text.indexOf(VARIABLE, end)) {
            int close = text.indexOf('}', start);
            if (close < 0) {
                break;
            }
            world.step(argument);
            if (start > end) {
                parts.add(Node.text(text.substring(end, start), place));
            }
            String name = text.substring(start + VARIABLE.length(), close);
            parts.add(
                    name.startsWith("!")
                            ? Node.text(VARIABLE + name.substring(1) + "}", place)
                            : variable(name.strip(), variables, place));
            end = close + 1;
        }
        if (end < text.length() || parts.isEmpty()) {
            parts.add(Node.text(text.substring(end), place));
        }
        return texts.text(parts, "Fn::Sub", place);
    }

    private Node variable(String name, Map<String, Node> variables, Place place) {
        @Nullable Node given = variables.get(name);
        if (given != null) {
            return evaluate(given);
        }
        int dot = name.indexOf('.');
        return dot < 0 ? ref(name, place) : attributeOf(name.substring(0, dot), name.substring(dot + 1), place);
    }

    private Node findInMap(Node argument, Place place) {
        List<Node> given = arguments(argument, 3, 4, "Fn::FindInMap");
        List<Node> keys = new ArrayList<>();
        for (Node each : given.subList(0, 3)) {
            Node key = evaluate(each);
            keys.add(key.isScalar() ? key : stack.conditions().keyOf(keys, key, each, given.size() == 4, place));
        }
        Optional<Node> otherwise = given.size() == 4 && given.get(3).is(Node.Kind.OBJECT)
                ? given.get(3).find("DefaultValue").map(this::evaluate)
                : Optional.empty();
        if (!keys.stream().allMatch(Node::isScalar)) {
            return scope.unknown("a key of Fn::FindInMap is not known", place);
        }
        return TextFunctions.entry(stack.section("Mappings"), keys)
                .map(this::evaluate)
                .or(() -> otherwise)
                .map(node -> node.at(place))
                .orElseGet(() -> scope.impossible(
                        "there is no entry " + keys.get(1) + ", " + keys.get(2) + " in the map " + keys.get(0), place));
    }

    private Node choose(Node argument, Place place) {
        List<Node> parts = arguments(argument, 3, 3, "Fn::If");
        Optional<Boolean> condition = stack.conditions().value(parts.get(0).scalar(), parts.get(0));
        return condition.isEmpty()
                ? scope.unknown("the condition " + parts.get(0) + " is not known", place)
                : evaluate(parts.get(condition.get() ? 1 : 2)).at(place);
    }
}
