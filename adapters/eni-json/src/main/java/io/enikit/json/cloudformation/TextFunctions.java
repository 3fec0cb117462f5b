package io.enikit.json.cloudformation;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.enikit.json.text.Budget;
import io.enikit.json.text.Node;
import io.enikit.json.text.Open;
import io.enikit.json.text.Place;
import io.enikit.json.text.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The functions that make texts and lists of others. Their arguments are evaluated. */
final class TextFunctions {
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int MOST_PARTS = 1_000;

    /** What stands between ids in a list of them, and in none of them. */
    private static final CharMatcher NOT_IN_IDS = CharMatcher.anyOf(",;|: ");

    private final Scope scope;
    private final Budget budget;

    TextFunctions(Scope scope, Budget budget) {
        this.scope = scope;
        this.budget = budget;
    }

    /** Returns a text made of parts, one after the other; a lone part is itself. */
    Node text(List<Node> parts, String function, Place place) {
        if (parts.size() == 1 && !parts.get(0).isScalar()) {
            return parts.get(0).at(place);
        }
        StringBuilder text = new StringBuilder();
        for (Node each : parts) {
            String part = scope.textOf(each);
            if (text.length() + (long) part.length() > LONGEST_TEXT) {
                throw place.refuse("the text is longer than " + LONGEST_TEXT + " characters");
            }
            text.append(part);
        }
        budget.text(text, place);
        return parts.stream()
                .filter(each -> !each.isScalar())
                .findFirst()
                .map(open -> partlyKnown(text.toString(), parts, function, open, place))
                .orElseGet(() -> Node.text(text.toString(), place));
    }

    /** Returns a text of which a part is not known. It stands for itself, in a form that is told from a known one. */
    private Node partlyKnown(String text, List<Node> parts, String function, Node open, Place place) {
        String reason = "a part of " + function + " is not known: " + Scope.why(open);
        if (open.is(Node.Kind.UNKNOWN) && open.open().impossible()) {
            return scope.impossible(open.open().reason(), place);
        }
        Node unknown = Node.unknown(reason, Symbols.is(text) ? text : Symbols.of(text), place);
        return parts.size() <= MOST_PARTS ? Node.open(unknown.open().withParts(flat(parts)), place) : unknown;
    }

    private static List<Node> flat(List<Node> parts) {
        List<Node> flat = new ArrayList<>();
        for (Node each : parts) {
            if (each.is(Node.Kind.UNKNOWN) && !each.open().parts().isEmpty()) {
                flat.addAll(each.open().parts());
            } else {
                flat.add(each);
            }
        }
        return flat;
    }

    /** Returns a text as it is written, with what stands for the parts of it that are not known. */
    String written(Node text) {
        List<Node> parts = text.is(Node.Kind.UNKNOWN) ? text.open().parts() : List.of();
        return parts.isEmpty()
                ? scope.textOf(text)
                : parts.stream().map(scope::textOf).collect(Collectors.joining());
    }

    Node join(Node delimiter, Node list, Place place) {
        if (!list.is(Node.Kind.LIST)) {
            return scope.unknown("what Fn::Join joins is not known: " + Scope.why(list), place);
        }
        List<Node> parts = new ArrayList<>();
        for (Node each : list.items()) {
            if (!parts.isEmpty() && !delimiter.scalar().isEmpty()) {
                parts.add(delimiter);
            }
            parts.add(each);
        }
        return text(parts, "Fn::Join", place);
    }

    Node split(String delimiter, Node text, Place place) {
        if (text.isScalar()) {
            return list(text.scalar(), delimiter, place, budget);
        } else if (text.is(Node.Kind.UNKNOWN) && !text.open().parts().isEmpty()) {
            return splitParts(delimiter, text.open().parts(), place);
        } else if (text.is(Node.Kind.REFERENCE)
                && text.reference().attribute().equals(Node.Reference.ID)
                && NOT_IN_IDS.matchesAllOf(delimiter)) {
            return Node.list(List.of(text), place);
        }
        return Node.unknown(
                "what Fn::Split splits is not known: " + Scope.why(text),
                scope.textOf(text) + ".split(" + delimiter + ")",
                place);
    }

    /** Splits a text that is partly known: what is not known in it is taken to be without the delimiter. */
    private Node splitParts(String delimiter, List<Node> parts, Place place) {
        List<Node> items = new ArrayList<>();
        List<Node> current = new ArrayList<>();
        for (Node part : parts) {
            if (!part.isScalar()) {
                current.add(part);
                continue;
            }
            boolean isFirst = true;
            for (String piece : pieces(part.scalar(), delimiter)) {
                budget.value(place);
                if (!isFirst) {
                    items.add(text(current, "Fn::Split", place));
                    current = new ArrayList<>();
                }
                isFirst = false;
                if (!piece.isEmpty()) {
                    current.add(Node.text(piece, place));
                }
            }
        }
        items.add(text(current, "Fn::Split", place));
        return Node.list(items, place);
    }

    /** Splits a known text; blanks around the items of a list of values are no part of them. */
    static Node list(String text, String delimiter, Place place, Budget budget) {
        List<Node> items = new ArrayList<>();
        budget.text(text, place);
        for (String each : pieces(text, delimiter)) {
            budget.value(place);
            items.add(Node.text(delimiter.equals(",") ? each.strip() : each, place));
        }
        return Node.list(items, place);
    }

    /** Splits a text, piece by piece as they are asked for. */
    private static Iterable<String> pieces(String text, String delimiter) {
        return (delimiter.isEmpty() ? Splitter.fixedLength(1) : Splitter.on(delimiter)).split(text);
    }

    Node select(Node index, Node list, Place place) {
        if (!index.isScalar()) {
            return scope.unknown("the index of Fn::Select is not known", place);
        }
        int number;
        try {
            number = Integer.parseInt(index.scalar());
        } catch (NumberFormatException e) {
            throw index.place().refuse("expected a whole number", e);
        }
        if (list.is(Node.Kind.UNKNOWN)) {
            Open open = list.open();
            String symbol = Symbols.item(open.symbol(), number);
            return Node.open(
                    open.impossible() ? Open.impossible(open.reason(), symbol) : Open.of(open.reason(), symbol), place);
        } else if (list.is(Node.Kind.REFERENCE)) {
            return Node.unknown(
                    Scope.why(list) + " is known only once it is made",
                    Symbols.item(Symbols.of(list.reference()), number),
                    place);
        } else if (!list.is(Node.Kind.LIST)) {
            return scope.unknown("the list of Fn::Select is not known", place);
        }
        List<Node> items = list.items();
        return number >= 0 && number < items.size()
                ? items.get(number).at(place)
                : scope.impossible("Fn::Select asks for number " + number + " of " + items.size(), place);
    }

    Node length(Node list, Place place) {
        return list.is(Node.Kind.LIST)
                ? Node.number(Integer.toString(list.items().size()), place)
                : scope.unknown("the list of Fn::Length is not known: " + Scope.why(list), place);
    }

    /** Writes a value as JSON, without blanks. */
    Node toJson(Node value, Place place) {
        List<Node> parts = new ArrayList<>();
        write(value, parts, place);
        List<Node> joined = new ArrayList<>();
        StringBuilder known = new StringBuilder();
        for (Node each : parts) {
            if (each.isScalar()) {
                known.append(each.scalar());
            } else {
                joined.add(Node.text(known.toString(), place));
                joined.add(each);
                known.setLength(0);
            }
        }
        joined.add(Node.text(known.toString(), place));
        return text(joined, "Fn::ToJsonString", place);
    }

    private static void write(Node value, List<Node> parts, Place place) {
        switch (value.kind()) {
            case OBJECT -> {
                String before = "{";
                for (Map.Entry<String, Node> each : value.members().entrySet()) {
                    parts.add(Node.text(before + quoted(each.getKey()) + ":", place));
                    write(each.getValue(), parts, place);
                    before = ",";
                }
                parts.add(Node.text(before.equals("{") ? "{}" : "}", place));
            }
            case LIST -> {
                String before = "[";
                for (Node each : value.items()) {
                    parts.add(Node.text(before, place));
                    write(each, parts, place);
                    before = ",";
                }
                parts.add(Node.text(before.equals("[") ? "[]" : "]", place));
            }
            case TEXT -> parts.add(Node.text(quoted(value.text()), place));
            case NUMBER, FLAG -> parts.add(Node.text(value.scalar(), place));
            case NULL -> parts.add(Node.text("null", place));
            case REFERENCE, UNKNOWN -> {
                parts.add(Node.text("\"", place));
                parts.add(value);
                parts.add(Node.text("\"", place));
            }
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    /** Finds an entry of a map; empty if there is none. */
    static Optional<Node> entry(Optional<Node> maps, List<Node> keys) {
        Optional<Node> found = maps;
        for (Node key : keys) {
            found = found.filter(node -> node.is(Node.Kind.OBJECT)).flatMap(node -> node.find(key.scalar()));
        }
        return found;
    }
}
