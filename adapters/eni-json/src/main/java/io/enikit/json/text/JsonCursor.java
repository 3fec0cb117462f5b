package io.enikit.json.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.enikit.json.ReadLimits;
import io.enikit.json.UnreadableException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Walks over JSON within limits; everything that is wrong comes out as an {@link UnreadableException}. */
public final class JsonCursor implements AutoCloseable {
    private static final int LONGEST_TEXT = 4 << 20;
    private static final int LONGEST_NUMBER = 100;

    private final String file;
    private final Budget budget;
    private final JsonParser parser;
    private final ShortTexts names = new ShortTexts();
    private final Keys noKeys = Keys.none();
    private UnaryOperator<String> texts = names::one;

    public JsonCursor(String file, Reader reader, Budget budget) {
        this.file = file;
        this.budget = budget;
        try {
            this.parser = factory(budget.limits()).createParser(reader);
        } catch (IOException e) {
            throw Place.of(file).refuse("cannot be read: " + e.getMessage(), e);
        }
    }

    /** A factory that keeps no names: who writes the file could make it keep any number. */
    private static JsonFactory factory(ReadLimits limits) {
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxDocumentLength(-1)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNameLength(LONGEST_TEXT)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .build();
    }

    /** Goes to the next token; null at the end of the text. */
    @Nullable
    public JsonToken next() {
        try {
            return parser.nextToken();
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** Goes to the next key of an object and on to its value; false at the end of the object. */
    public boolean nextKey() {
        return next() != JsonToken.END_OBJECT && next() != null;
    }

    public String key() {
        try {
            return String.valueOf(parser.currentName());
        } catch (IOException e) {
            throw refused(e);
        }
    }

    @Nullable
    public JsonToken token() {
        return parser.currentToken();
    }

    public void skip() {
        try {
            parser.skipChildren();
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** Reads the value at the cursor as a whole, with this place. */
    public Node value(Place place) {
        return value(place, names::one);
    }

    /** Reads the value at the cursor as a whole, of which nothing is kept but what is made of it. */
    public Node passingValue(Place place) {
        return value(place, text -> text);
    }

    private Node value(Place place, UnaryOperator<String> newTexts) {
        try {
            texts = newTexts;
            return node(place);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** Returns the place of the value at the cursor, inside of a place. */
    public Place keyPlace(Place around, String key) {
        JsonLocation at = parser.currentTokenLocation();
        return around.key(key, at.getLineNr(), at.getColumnNr());
    }

    public Place itemPlace(Place around, int index) {
        JsonLocation at = parser.currentTokenLocation();
        return around.index(index, at.getLineNr(), at.getColumnNr());
    }

    private Node node(Place place) throws IOException {
        budget.value(place);
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(place);
            case START_ARRAY -> list(place);
            case VALUE_STRING -> Node.text(text(place), place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Node.number(text(place), place);
            case VALUE_TRUE -> Node.flag(true, place);
            case VALUE_FALSE -> Node.flag(false, place);
            default -> Node.nothing(place);
        };
    }

    private String text(Place place) throws IOException {
        String text = parser.getText();
        budget.text(text, place);
        return texts.apply(text);
    }

    private Node object(Place place) throws IOException {
        if (parser.nextToken() == JsonToken.END_OBJECT) {
            return Node.object(Map.of(), place);
        }
        Keys keys = noKeys;
        List<Node> values = new ArrayList<>();
        do {
            String name = parser.currentName();
            @Nullable Keys more = keys.and(name);
            if (more == null) {
                return object(place, new LinkedHashMap<>(keys.with(values)));
            }
            keys = more;
            String key = keys.last();
            budget.text(key, () -> keyPlace(place, key));
            parser.nextToken();
            values.add(node(keyPlace(place, key)));
        } while (parser.nextToken() != JsonToken.END_OBJECT);
        return Node.objectOf(keys, values, place);
    }

    /** Reads the rest of an object, from a key on. */
    private Node object(Place place, Map<String, Node> members) throws IOException {
        do {
            String key = names.one(parser.currentName());
            budget.text(key, () -> keyPlace(place, key));
            if (members.containsKey(key)) {
                throw keyPlace(place, key).refuse(thereTwice(key));
            }
            parser.nextToken();
            members.put(key, node(keyPlace(place, key)));
        } while (parser.nextToken() != JsonToken.END_OBJECT);
        return Node.objectOf(members, place);
    }

    /** Says that a key of an object is there twice. */
    public static String thereTwice(String key) {
        return "the key " + key + " is there twice";
    }

    private Node list(Place place) throws IOException {
        if (parser.nextToken() == JsonToken.END_ARRAY) {
            return Node.list(List.of(), place);
        }
        List<Node> items = new ArrayList<>();
        do {
            items.add(node(itemPlace(place, items.size())));
        } while (parser.nextToken() != JsonToken.END_ARRAY);
        return Node.listOf(items, place);
    }

    /** Says what is wrong at the cursor. */
    public UnreadableException refuse(String reason) {
        JsonLocation at = parser.currentToken() == null ? parser.currentLocation() : parser.currentTokenLocation();
        return place(at).refuse(reason);
    }

    private UnreadableException refused(IOException e) {
        if (e instanceof JsonProcessingException broken) {
            JsonLocation at = broken.getLocation() == null ? parser.currentLocation() : broken.getLocation();
            return place(at).refuse(reason(broken), e);
        }
        return place(parser.currentLocation())
                .refuse(
                        e instanceof CharacterCodingException
                                ? "is no JSON: it is no text in a form of Unicode"
                                : "cannot be read: " + e.getMessage(),
                        e);
    }

    private String reason(JsonProcessingException broken) {
        String message = firstLine(broken.getOriginalMessage());
        if (broken instanceof JsonEOFException || message.startsWith("Unexpected end-of-input")) {
            return "is no JSON: it ends too early, as if it was cut off";
        }
        if (!(broken instanceof StreamConstraintsException)) {
            return "is no JSON: " + message.replaceFirst(": enable `.*` to allow", "");
        } else if (message.contains("nesting depth")) {
            return budget.tooDeep();
        }
        return "a text in it is longer than " + LONGEST_TEXT + " characters, or a number than " + LONGEST_NUMBER;
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private Place place(JsonLocation at) {
        return pathTo(parser.getParsingContext()).at(at.getLineNr(), at.getColumnNr());
    }

    /** Returns the place where the parser is. The context of a value names the step to it. */
    private Place pathTo(JsonStreamContext context) {
        @Nullable JsonStreamContext around = context.getParent();
        if (around == null) {
            return Place.of(file);
        }
        Place outer = pathTo(around);
        if (context.inObject() && context.hasCurrentName()) {
            return outer.key(context.getCurrentName());
        }
        return context.inArray() && context.hasCurrentIndex() ? outer.index(context.getCurrentIndex(), 0, 0) : outer;
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw refused(e);
        }
    }
}
