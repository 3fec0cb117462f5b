package io.enikit.json.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.enikit.json.UnreadableException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that was read, with its place. The same for JSON, YAML and maps.
 *
 * <p>Besides the kinds of JSON there are two that stand for what a template or a Terraform plan leaves open: a reference
 * to another resource, and a value that nobody can know yet.
 */
public final class Node {
    /** What a value is. */
    public enum Kind {
        OBJECT("an object"),
        LIST("a list"),
        TEXT("a text"),
        NUMBER("a number"),
        FLAG("true or false"),
        NULL("null"),
        REFERENCE("a reference"),
        UNKNOWN("an unknown value");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Returns what a user calls it. */
        public String words() {
            return words;
        }
    }

    /** What a value refers to: a resource by its name, and which of its attributes. */
    public record Reference(String name, String attribute) {
        /** The attribute that stands for the resource itself. */
        public static final String ID = "Ref";
    }

    /** The longest text that is an id, an address or the like. */
    static final int LONGEST_PARSED = 1 << 16;

    private final Kind kind;
    private final Object value;
    private final Place place;

    private Node(Kind kind, Object value, Place place) {
        this.kind = kind;
        this.value = value;
        this.place = place;
    }

    public static Node object(Map<String, Node> members, Place place) {
        return new Node(Kind.OBJECT, ImmutableMap.copyOf(members), place);
    }

    public static Node list(List<Node> items, Place place) {
        return new Node(Kind.LIST, ImmutableList.copyOf(items), place);
    }

    /** Makes an object of members that nobody changes any more. */
    static Node objectOf(Map<String, Node> members, Place place) {
        return new Node(Kind.OBJECT, Collections.unmodifiableMap(members), place);
    }

    /** Makes an object of keys that other objects may have too. */
    static Node objectOf(Keys keys, List<Node> values, Place place) {
        return new Node(Kind.OBJECT, keys.with(values), place);
    }

    /** Makes a list of items that nobody changes any more. */
    static Node listOf(List<Node> items, Place place) {
        return new Node(Kind.LIST, Collections.unmodifiableList(items), place);
    }

    public static Node text(String text, Place place) {
        return new Node(Kind.TEXT, text, place);
    }

    public static Node number(String digits, Place place) {
        return new Node(Kind.NUMBER, digits, place);
    }

    public static Node flag(boolean flag, Place place) {
        return new Node(Kind.FLAG, Boolean.toString(flag), place);
    }

    public static Node nothing(Place place) {
        return new Node(Kind.NULL, "null", place);
    }

    public static Node reference(String name, String attribute, Place place) {
        return new Node(Kind.REFERENCE, new Reference(name, attribute), place);
    }

    public static Node unknown(String reason, String symbol, Place place) {
        return open(Open.of(reason, symbol), place);
    }

    public static Node open(Open open, Place place) {
        return new Node(Kind.UNKNOWN, open, place);
    }

    /** Returns this value at another place. */
    public Node at(Place other) {
        return new Node(kind, value, other);
    }

    public Kind kind() {
        return kind;
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    public Place place() {
        return place;
    }

    /** Returns whether this is a text, a number, or true or false. */
    public boolean isScalar() {
        return kind == Kind.TEXT || kind == Kind.NUMBER || kind == Kind.FLAG;
    }

    /** Returns the members of an object. */
    @SuppressWarnings("unchecked")
    public Map<String, Node> members() {
        expect(Kind.OBJECT);
        return (Map<String, Node>) value;
    }

    /** Returns the items of a list. */
    @SuppressWarnings("unchecked")
    public List<Node> items() {
        expect(Kind.LIST);
        return (List<Node>) value;
    }

    /** Returns a member of an object, unless it is missing or null. */
    public Optional<Node> find(String key) {
        @Nullable Node found = members().get(key);
        return found == null || found.kind == Kind.NULL ? Optional.empty() : Optional.of(found);
    }

    /** Returns a text that is a member, unless it is missing, null or empty: some tools write "" for what there is none of. */
    public Optional<Node> findText(String key) {
        return find(key).filter(node -> !node.is(Kind.TEXT) || !node.text().isEmpty());
    }

    public Node get(String key) {
        return find(key).orElseThrow(() -> refuse("the key " + key + " is missing"));
    }

    /** Returns the items of a list that is a member; none if it is missing or null. */
    public List<Node> list(String key) {
        return find(key).map(Node::items).orElse(ImmutableList.of());
    }

    public String text() {
        expect(Kind.TEXT);
        return (String) value;
    }

    /** Returns the text of a text, a number, or true or false. */
    public String scalar() {
        if (!isScalar()) {
            throw refuse("expected a text, found " + kind.words);
        }
        return (String) value;
    }

    public String scalarOr(String otherwise) {
        return isScalar() ? (String) value : otherwise;
    }

    public boolean flag() {
        expect(Kind.FLAG);
        return value.equals("true");
    }

    /** Returns a whole number of 0 or more. */
    public int count() {
        expect(Kind.NUMBER);
        try {
            int count = Integer.parseInt((String) value);
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw place.refuse("expected a whole number, not " + brief(), e);
        }
        throw refuse("expected a number of 0 or more, not " + brief());
    }

    public Reference reference() {
        expect(Kind.REFERENCE);
        return (Reference) value;
    }

    /** Returns what stands for an unknown value. */
    public Open open() {
        expect(Kind.UNKNOWN);
        return (Open) value;
    }

    /** Reads a text by a parser that throws {@link IllegalArgumentException}. */
    public <T> T parse(Function<String, T> parser) {
        String text = text();
        if (text.length() > LONGEST_PARSED) {
            throw refuse("expected a text of at most " + LONGEST_PARSED + " characters, found one of " + text.length());
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw place.refuse(String.valueOf(e.getMessage()), e);
        }
    }

    public UnreadableException refuse(String reason) {
        return place.refuse(reason);
    }

    private void expect(Kind expected) {
        if (kind != expected) {
            throw refuse("expected " + expected.words + ", found " + kind.words);
        }
    }

    /** Returns what it holds, without the places: two that hold the same are equal. */
    public Object content() {
        return switch (kind) {
            case OBJECT -> Map.copyOf(Maps.transformValues(members(), Node::content));
            case LIST -> items().stream().map(Node::content).toList();
            default -> List.of(kind, value);
        };
    }

    private String brief() {
        String text = String.valueOf(value);
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    @Override
    public String toString() {
        return isScalar() ? (String) value : kind.words;
    }
}
