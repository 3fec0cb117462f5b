package io.enikit.json;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.enikit.net.Cidr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Evaluates the functions of a template. What cannot be known becomes an unknown value, with the reason. */
final class Intrinsics {
    /** The attribute that stands for the resource itself. */
    static final String ID = "Ref";

    private static final int MOST_BLOCKS = 256;
    private static final int DEEPEST = 500;
    private static final int MOST_STEPS = 2_000_000;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final String VARIABLE = "${";
    private static final String DYNAMIC = "{{resolve:";
    private static final Set<String> ID_ATTRIBUTES = Set.of(
            "GroupId", "AllocationId", "VpcId", "SubnetId", "Id", "InstanceId", "NetworkInterfaceId", "NatGatewayId");

    private final TemplateInput input;
    private final Node template;
    private final Set<String> open = new HashSet<>();
    private int depth;
    private int steps;
    private final Map<String, Optional<Boolean>> decided = new LinkedHashMap<>();
    private final Budget budget;

    Intrinsics(Node template, TemplateInput input, Budget budget) {
        this.template = template;
        this.input = input;
        this.budget = budget;
    }

    /** Evaluates a value. Functions may lead to each other, so both their nesting and their number are limited. */
    Node evaluate(Node node) {
        enter(node);
        Node value = evaluated(node);
        depth--;
        return value.is(Node.Kind.TEXT) && value.text().contains(DYNAMIC)
                ? unknown("it is a dynamic reference", value.place())
                : value;
    }

    private void enter(Node node) {
        if (++depth > DEEPEST) {
            throw node.refuse("the functions of the template are nested, or lead to each other, more than " + DEEPEST
                    + " levels deep, or without end");
        } else if (++steps > MOST_STEPS) {
            throw node.refuse("the functions of the template lead to each other without end, or in more than "
                    + MOST_STEPS + " steps");
        }
        budget.look(node.place());
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
                .filter(key -> key.equals("Ref") || key.startsWith("Fn::"));
    }

    private Node list(Node node) {
        List<Node> items = new ArrayList<>();
        for (Node each : node.items()) {
            Node item = evaluate(each);
            if (!item.is(Node.Kind.NULL)) {
                budget.value(node.place());
                items.add(item);
            }
        }
        return Node.list(items, node.place());
    }

    private Node object(Node node) {
        Map<String, Node> members = new LinkedHashMap<>();
        budget.values(node.members().size(), node.place());
        node.members().forEach((key, value) -> members.put(key, evaluate(value)));
        return Node.object(members, node.place());
    }

    private Node call(String function, Node argument, Place place) {
        return switch (function) {
            case "Ref" -> ref(argument.scalar(), place);
            case "Fn::GetAtt" -> getAtt(argument, place);
            case "Fn::Select" -> select(argument, place);
            case "Fn::GetAZs" -> zones(evaluate(argument), place);
            case "Fn::Join" -> join(argument, place);
            case "Fn::Split" -> split(argument, place);
            case "Fn::Sub" -> sub(argument, place);
            case "Fn::FindInMap" -> findInMap(argument, place);
            case "Fn::If" -> choose(argument, place);
            case "Fn::Cidr" -> cidr(argument, place);
            default -> unknown(function + " is not evaluated", place);
        };
    }

    private Node unknown(String reason, Place place) {
        return open(reason, Symbols.of(place.origin().path()), place);
    }

    /** Returns an unknown value; what stands for it may be long, and there may be many. */
    private Node open(String reason, String symbol, Place place) {
        budget.characters((long) reason.length() + symbol.length(), place);
        return Node.unknown(reason, symbol, place);
    }

    private static List<Node> arguments(Node argument, int least, int most, String function) {
        List<Node> items = argument.items();
        if (items.size() < least || items.size() > most) {
            throw argument.refuse(function + " takes " + (least == most ? String.valueOf(least) : least + " to " + most)
                    + " values, found " + items.size());
        }
        return items;
    }

    private Node ref(String name, Place place) {
        Optional<Node> parameter = section("Parameters").flatMap(all -> all.find(name));
        if (parameter.isPresent()) {
            return parameter(name, parameter.get(), place);
        } else if (name.startsWith("AWS::")) {
            return pseudo(name, place);
        } else if (resource(name).isPresent()) {
            return Node.reference(input.idOf(name), ID, place);
        }
        return open("there is no parameter or resource " + name, Symbols.of(name), place);
    }

    private Optional<Node> section(String key) {
        return template.find(key);
    }

    /** Finds a resource that is going to be made. */
    private Optional<Node> resource(String name) {
        return section(Template.RESOURCES)
                .flatMap(all -> all.find(name))
                .filter(each -> isMade(each).orElse(false));
    }

    private Node parameter(String name, Node parameter, Place place) {
        String type =
                parameter.find("Type").filter(Node::isScalar).map(Node::scalar).orElse("String");
        Optional<String> value = input.parameter(name);
        if (value.isEmpty() && !type.startsWith("AWS::SSM::")) {
            value = parameter.find("Default").map(Node::scalar);
        }
        if (value.isEmpty()) {
            return open("the parameter " + name + " has no value", Symbols.of(name), place);
        }
        boolean isList = type.contains("List<") || type.equals("CommaDelimitedList");
        return isList ? texts(value.get(), ",", place) : Node.text(value.get(), place);
    }

    private Node texts(String text, String delimiter, Place place) {
        List<Node> items = new ArrayList<>();
        budget.text(text, place);
        Splitter splitter = delimiter.isEmpty() ? Splitter.fixedLength(1) : Splitter.on(delimiter);
        for (String each : splitter.split(text)) {
            budget.value(place);
            items.add(Node.text(delimiter.equals(",") ? each.strip() : each, place));
        }
        return Node.list(items, place);
    }

    private Node pseudo(String name, Place place) {
        if (name.equals("AWS::NoValue")) {
            return Node.nothing(place);
        }
        Optional<String> value = input.parameter(name);
        return value.isPresent()
                ? Node.text(value.get(), place)
                : open(name + " has no value", Symbols.of(name), place);
    }

    private Node getAtt(Node argument, Place place) {
        String name;
        String attribute;
        if (argument.is(Node.Kind.TEXT)) {
            int dot = argument.text().indexOf('.');
            if (dot < 0) {
                throw argument.refuse("expected a resource, a dot, and an attribute");
            }
            name = argument.text().substring(0, dot);
            attribute = argument.text().substring(dot + 1);
        } else {
            List<Node> parts = arguments(argument, 2, 2, "Fn::GetAtt");
            Node second = evaluate(parts.get(1));
            if (!second.isScalar()) {
                return unknown("the attribute of " + parts.get(0) + " is not known", place);
            }
            name = parts.get(0).scalar();
            attribute = second.scalar();
        }
        return attributeOf(name, attribute, place);
    }

    /** Returns an attribute: a property of this name as it is given, or what is known only once the resource is made. */
    private Node attributeOf(String name, String attribute, Place place) {
        Optional<Node> resource = resource(name);
        if (resource.isEmpty()) {
            return open("there is no resource " + name, Symbols.of(name + "." + attribute), place);
        }
        Optional<Node> given = resource.get()
                .find("Properties")
                .filter(node -> node.is(Node.Kind.OBJECT))
                .flatMap(node -> node.find(attribute));
        if (given.isPresent()) {
            return once(
                    name + "." + attribute, place, () -> evaluate(given.get()).at(place));
        }
        return Node.reference(input.idOf(name), ID_ATTRIBUTES.contains(attribute) ? ID : attribute, place);
    }

    /** Evaluates what may lead back to itself. */
    private Node once(String what, Place place, Supplier<Node> body) {
        if (!open.add(what)) {
            return unknown(what + " depends on itself", place);
        }
        try {
            return body.get();
        } finally {
            open.remove(what);
        }
    }

    private Node select(Node argument, Place place) {
        List<Node> parts = arguments(argument, 2, 2, "Fn::Select");
        Node index = evaluate(parts.get(0));
        Node list = evaluate(parts.get(1));
        if (!index.isScalar()) {
            return unknown("the index of Fn::Select is not known", place);
        }
        int number;
        try {
            number = Integer.parseInt(index.scalar());
        } catch (NumberFormatException e) {
            throw index.place().refuse("expected a whole number", e);
        }
        if (list.is(Node.Kind.UNKNOWN)) {
            return open(list.open().reason(), Symbols.item(list.open().symbol(), number), place);
        } else if (!list.is(Node.Kind.LIST)) {
            return unknown("the list of Fn::Select is not known", place);
        }
        List<Node> items = list.items();
        return number >= 0 && number < items.size()
                ? items.get(number).at(place)
                : unknown("Fn::Select asks for number " + number + " of " + items.size(), place);
    }

    private Node zones(Node region, Place place) {
        List<String> zones = input.availabilityZones();
        if (zones.isEmpty()) {
            return Node.unknown("the availability zones are not given", Symbols.zones(), place);
        }
        Optional<String> known = input.parameter("AWS::Region");
        if (region.isScalar() && !region.scalar().isEmpty() && !known.equals(Optional.of(region.scalar()))) {
            return unknown("the availability zones of " + region.scalar() + " are not given", place);
        }
        return Node.list(zones.stream().map(zone -> Node.text(zone, place)).toList(), place);
    }

    private Node join(Node argument, Place place) {
        List<Node> parts = arguments(argument, 2, 2, "Fn::Join");
        Node list = evaluate(parts.get(1));
        if (!list.is(Node.Kind.LIST)) {
            return unknown("what Fn::Join joins is not known", place);
        }
        String text = joined(parts.get(0).scalar(), list.items(), place);
        return list.items().stream()
                .filter(each -> !each.isScalar())
                .findFirst()
                .map(open -> partlyKnown(text, "Fn::Join", open, place))
                .orElseGet(() -> Node.text(text, place));
    }

    private String joined(String delimiter, List<Node> items, Place place) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            append(text, i == 0 ? "" : delimiter, place);
            append(text, symbol(items.get(i)), place);
        }
        return text.toString();
    }

    /** Appends to a text that a function makes. It is charged first: a part may stand in many texts. */
    private void append(StringBuilder text, CharSequence part, Place place) {
        budget.text(part, place);
        if (text.length() + (long) part.length() > LONGEST_TEXT) {
            throw place.refuse("the text is longer than " + LONGEST_TEXT + " characters");
        }
        text.append(part);
    }

    /** Returns a text of which a part is not known. It stands for itself, if it can be told from a known one. */
    private Node partlyKnown(String text, String function, Node open, Place place) {
        String reason = "a part of " + function + " is not known: " + why(open);
        return Symbols.is(text) ? open(reason, text, place) : unknown(reason, place);
    }

    /** Returns what a value is in a text: itself, or what stands for it. */
    private static String symbol(Node node) {
        return switch (node.kind()) {
            case UNKNOWN -> node.open().symbol();
            case REFERENCE -> Symbols.of(node.reference());
            default -> node.scalarOr(Symbols.of(node.place().origin().path()));
        };
    }

    private static String why(Node node) {
        return switch (node.kind()) {
            case UNKNOWN -> node.open().reason();
            case REFERENCE ->
                node.reference().attribute() + " of " + node.reference().name();
            default -> "found " + node;
        };
    }

    private Node split(Node argument, Place place) {
        List<Node> parts = arguments(argument, 2, 2, "Fn::Split");
        Node text = evaluate(parts.get(1));
        return text.isScalar()
                ? texts(text.scalar(), parts.get(0).scalar(), place)
                : unknown("what Fn::Split splits is not known: " + why(text), place);
    }

    private Node sub(Node argument, Place place) {
        Map<String, Node> variables = Map.of();
        Node pattern = argument;
        if (argument.is(Node.Kind.LIST)) {
            List<Node> parts = arguments(argument, 2, 2, "Fn::Sub");
            pattern = parts.get(0);
            variables = parts.get(1).members();
        }
        String given = pattern.scalar();
        StringBuilder text = new StringBuilder();
        Optional<Node> open = Optional.empty();
        int from = 0;
        for (int start = given.indexOf(VARIABLE); start >= 0; start = given.indexOf(VARIABLE, from)) {
            int end = given.indexOf('}', start);
            if (end < 0) {
                break;
            }
            append(text, given.substring(from, start), place);
            String name = given.substring(start + VARIABLE.length(), end);
            from = end + 1;
            if (name.startsWith("!")) {
                append(text, VARIABLE + name.substring(1) + "}", place);
                continue;
            }
            Node value = variable(name.strip(), variables, place);
            if (!value.isScalar() && open.isEmpty()) {
                open = Optional.of(value);
            }
            append(text, symbol(value), place);
        }
        append(text, given.substring(from), place);
        String whole = text.toString();
        return open.map(value -> partlyKnown(whole, "Fn::Sub", value, place)).orElseGet(() -> Node.text(whole, place));
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
        List<Node> parts = list(Node.list(given.subList(0, 3), place)).items();
        if (parts.size() < 3 || !parts.stream().allMatch(Node::isScalar)) {
            return unknown("a key of Fn::FindInMap is not known", place);
        }
        Optional<Node> found = section("Mappings")
                .flatMap(all -> all.find(parts.get(0).scalar()))
                .flatMap(map -> map.find(parts.get(1).scalar()))
                .flatMap(row -> row.find(parts.get(2).scalar()));
        Optional<Node> otherwise = given.size() == 4 && given.get(3).is(Node.Kind.OBJECT)
                ? given.get(3).find("DefaultValue").map(this::evaluate)
                : Optional.empty();
        return found.or(() -> otherwise)
                .map(node -> node.at(place))
                .orElseGet(() -> unknown(
                        "there is no entry " + parts.get(1) + ", " + parts.get(2) + " in the map " + parts.get(0),
                        place));
    }

    private Node choose(Node argument, Place place) {
        List<Node> parts = arguments(argument, 3, 3, "Fn::If");
        Optional<Boolean> condition = condition(parts.get(0).scalar(), parts.get(0));
        return condition.isEmpty()
                ? unknown("the condition " + parts.get(0) + " is not known", place)
                : evaluate(parts.get(condition.get() ? 1 : 2)).at(place);
    }

    private Node cidr(Node argument, Place place) {
        List<Node> parts = list(argument).items();
        if (parts.size() < 2 || parts.size() > 3) {
            throw argument.refuse("Fn::Cidr takes a block, a number of blocks, and the number of bits of each");
        }
        Optional<Node> open = parts.stream().filter(each -> !each.isScalar()).findFirst();
        if (open.isPresent()) {
            return unknown("a value of Fn::Cidr is not known: " + why(open.get()), place);
        } else if (parts.size() < 3) {
            return unknown("Fn::Cidr does not say how many bits each block has", place);
        }
        try {
            Cidr block = Cidr.parse(parts.get(0).scalar());
            int count = Integer.parseInt(parts.get(1).scalar());
            int length = block.family().bits() - Integer.parseInt(parts.get(2).scalar());
            if (count < 1 || count > MOST_BLOCKS) {
                throw new IllegalArgumentException("Fn::Cidr makes 1 to " + MOST_BLOCKS + " blocks, not " + count);
            }
            ImmutableList.Builder<Node> blocks = ImmutableList.builder();
            for (int i = 0; i < count; i++) {
                String child = block.child(length, i).toString();
                budget.value(place);
                budget.text(child, place);
                blocks.add(Node.text(child, place));
            }
            return Node.list(blocks.build(), place);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return unknown("Fn::Cidr has no such blocks: " + e.getMessage(), place);
        }
    }

    /** Decides whether a resource is going to be made; empty if that is not known. */
    Optional<Boolean> isMade(Node resource) {
        Optional<Node> condition = resource.is(Node.Kind.OBJECT) ? resource.find("Condition") : Optional.empty();
        return condition.isEmpty()
                ? Optional.of(true)
                : condition(condition.get().scalar(), condition.get());
    }

    @SuppressWarnings("NullableOptional")
    private Optional<Boolean> condition(String name, Node at) {
        if (decided.containsKey(name)) {
            return requireNonNull(decided.get(name));
        }
        Node body = section("Conditions")
                .flatMap(all -> all.find(name))
                .orElseThrow(() -> at.refuse("there is no condition " + name));
        String key = "the condition " + name;
        if (!open.add(key)) {
            throw at.refuse(key + " depends on itself");
        }
        Optional<Boolean> result = decide(body);
        open.remove(key);
        decided.put(name, result);
        return result;
    }

    private Optional<Boolean> decide(Node body) {
        enter(body);
        Optional<Boolean> result = decided(body);
        depth--;
        return result;
    }

    private Optional<Boolean> decided(Node body) {
        if (body.members().size() != 1) {
            throw body.refuse("expected one function, such as Fn::Equals");
        }
        Map.Entry<String, Node> only = body.members().entrySet().iterator().next();
        Node argument = only.getValue();
        return switch (only.getKey()) {
            case "Condition" -> condition(argument.scalar(), argument);
            case "Fn::Equals" -> {
                List<Node> parts = arguments(argument, 2, 2, "Fn::Equals");
                Node one = evaluate(parts.get(0));
                Node other = evaluate(parts.get(1));
                yield one.isScalar() && other.isScalar()
                        ? Optional.of(one.scalar().equals(other.scalar()))
                        : Optional.empty();
            }
            case "Fn::Not" ->
                decide(arguments(argument, 1, 1, "Fn::Not").get(0)).map(value -> !value);
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
}
