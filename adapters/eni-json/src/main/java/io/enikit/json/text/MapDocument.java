package io.enikit.json.text;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes over a document that is given as maps, lists, texts, numbers and flags. */
public final class MapDocument {
    private final Budget budget;

    private MapDocument(Budget budget) {
        this.budget = budget;
    }

    public static Node read(String name, Map<String, ?> map, Budget budget) {
        return new MapDocument(budget).node(map, Place.of(name), 1);
    }

    private Node node(@Nullable Object value, Place place, int depth) {
        budget.depth(depth, place);
        budget.value(place);
        if (value == null) {
            return Node.nothing(place);
        } else if (value instanceof Map<?, ?> map) {
            return object(map, place, depth);
        } else if (value instanceof Iterable<?> list) {
            return list(list, place, depth);
        } else if (value instanceof CharSequence text) {
            budget.text(text, place);
            return Node.text(text.toString(), place);
        } else if (value instanceof Number number) {
            return Node.number(digits(number), place);
        } else if (value instanceof Boolean flag) {
            return Node.flag(flag, place);
        } else if (value instanceof Enum<?> || value instanceof Temporal || value instanceof Date) {
            return Node.text(value.toString(), place);
        }
        throw place.refuse("expected a map, a list, a text, a number, or true or false, found "
                + value.getClass().getName());
    }

    /** Writes a whole number without the fraction that readers of JSON may have given it. */
    private static String digits(Number number) {
        double value = number.doubleValue();
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1L << 52;
        return whole ? Long.toString((long) value) : number.toString();
    }

    private Node object(Map<?, ?> map, Place place, int depth) {
        Map<String, Node> members = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String text)) {
                throw place.refuse("expected keys that are texts, found " + key);
            }
            budget.text(text, place);
            members.put(text, node(value, place.key(text), depth + 1));
        });
        return Node.object(members, place);
    }

    private Node list(Iterable<?> list, Place place, int depth) {
        List<Node> items = new ArrayList<>();
        for (Object each : list) {
            items.add(node(each, place.index(items.size(), 0, 0), depth + 1));
        }
        return Node.list(items, place);
    }
}
