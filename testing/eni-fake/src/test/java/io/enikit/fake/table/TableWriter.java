package io.enikit.fake.table;

import io.enikit.fake.table.SchemaReader.Name;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes actions and shapes, one a line, in the form that the protocol reads. */
final class TableWriter {
    private static final int STRUCTURE = 3;
    private static final int LIST = 1;
    private static final int OPERATION = 9;
    private static final int LIST_OF_TEXTS = 64;

    private final Map<String, Object> constants;
    private final Map<String, List<Object>> operations = new TreeMap<>();

    TableWriter(Map<String, Object> constants) {
        this.constants = constants;
        constants.forEach((name, value) -> {
            if (value instanceof List<?> list && !list.isEmpty() && list.get(0).equals(OPERATION)) {
                operations.put(text(list.get(2)), List.copyOf(list));
            }
        });
    }

    /** Returns the names of all actions. */
    Collection<String> actions() {
        return operations.keySet();
    }

    /** Writes these actions and every shape that they reach. */
    String write(String title, Collection<String> actions) {
        StringBuilder lines = new StringBuilder(title);
        Map<String, String> shapes = new TreeMap<>();
        for (String action : actions) {
            List<Object> operation = operations.get(action);
            if (operation == null) {
                throw new IllegalArgumentException("no action " + action);
            }
            lines.append("> ").append(action);
            for (Object shape : operation.subList(4, 6)) {
                lines.append(' ').append(shapeName(shape));
                collect(shape, shapes);
            }
            lines.append('\n');
        }
        shapes.values().forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }

    private void collect(Object root, Map<String, String> shapes) {
        Deque<Object> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Object next = open.pop();
            if (!(resolve(next) instanceof List<?> shape)) {
                continue;
            }
            String name = shapeName(next);
            if (shape.get(0).equals(STRUCTURE) && !shapes.containsKey(name)) {
                shapes.put(name, structure(name, shape, open));
            }
        }
    }

    private String structure(String name, List<?> shape, Deque<Object> open) {
        StringBuilder line = new StringBuilder(name);
        List<?> members = (List<?>) shape.get(4);
        List<?> types = (List<?>) shape.get(5);
        int required = shape.size() > 6 ? (Integer) shape.get(6) : 0;
        for (int i = 0; i < members.size(); i++) {
            String member = text(members.get(i));
            Object type = types.get(i);
            String query = member;
            String xml = member;
            if (type instanceof List<?> list && list.size() == 2 && list.get(1) instanceof Map<?, ?> traits) {
                type = list.get(0);
                xml = traits.containsKey("_xN") ? text(traits.get("_xN")) : xml;
                query = traits.containsKey("_eQN") ? text(traits.get("_eQN")) : upperFirst(xml);
            } else if (type instanceof List<?> list && list.get(1) instanceof Integer) {
                type = list.get(0);
            }
            line.append(' ')
                    .append(member)
                    .append(i < required ? "!" : "")
                    .append(':')
                    .append(type(type, open));
            boolean plainXml = xml.equals(lowerFirst(member));
            if (!query.equals(member) || !plainXml) {
                line.append(':').append(query.equals(member) ? "" : query);
                line.append(plainXml ? "" : ":" + xml);
            }
        }
        return line.toString();
    }

    /** Returns the letter of a type, {@code =Shape} for a structure, after {@code *} for a list. */
    private String type(Object type, Deque<Object> open) {
        Object resolved = resolve(type);
        if (resolved instanceof Integer number) {
            return number >= LIST_OF_TEXTS ? "*" + letter(number - LIST_OF_TEXTS) : letter(number);
        }
        List<?> shape = (List<?>) resolved;
        if (shape.get(0).equals(LIST)) {
            Object item = shape.get(4);
            boolean named = item instanceof List<?> pair && pair.size() == 2 && pair.get(1) instanceof Map<?, ?>;
            Object of = named || item instanceof List<?> ? ((List<?>) item).get(0) : item;
            String name = named ? text(((Map<?, ?>) ((List<?>) item).get(1)).get("_xN")) : "member";
            return "*" + (name.equals("item") ? "" : name + "*") + type(of, open);
        }
        if (shape.get(0).equals(STRUCTURE)) {
            open.push(type);
            return "=" + shapeName(type);
        }
        return letter((Integer) shape.get(4));
    }

    private static String letter(int type) {
        return switch (type) {
            case 0 -> "t";
            case 1 -> "n";
            case 2 -> "b";
            case 4, 5, 6, 7 -> "d";
            case 21 -> "t";
            default -> throw new IllegalArgumentException("type " + type);
        };
    }

    private String shapeName(Object shape) {
        return resolve(shape) instanceof List<?> list ? text(list.get(2)) : "-";
    }

    private Object resolve(Object value) {
        Object resolved = value;
        while (resolved instanceof Name name) {
            resolved = constants.get(name.text());
            if (resolved == null) {
                throw new IllegalArgumentException("no constant " + name.text());
            }
        }
        return resolved;
    }

    private String text(Object value) {
        return (String) resolve(value);
    }

    static String lowerFirst(String text) {
        return text.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + text.substring(1);
    }

    static String upperFirst(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
