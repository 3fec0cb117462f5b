package io.enikit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks over JSON within limits; everything that is wrong comes out as an {@link UnreadableException}. */
final class JsonCursor implements AutoCloseable {
    private static final int LONGEST_TEXT = 4 << 20;
    private static final int LONGEST_NUMBER = 100;

    private final String file;
    private final ReadLimits limits;
    private final JsonParser parser;
    private int values;

    JsonCursor(String file, InputStream stream, ReadLimits limits) {
        this.file = file;
        this.limits = limits;
        try {
            this.parser = factory(limits).createParser(stream);
        } catch (IOException e) {
            throw Place.of(file).refuse("cannot be read: " + e.getMessage(), e);
        }
    }

    private static JsonFactory factory(ReadLimits limits) {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxDocumentLength(limits.bytes())
                        .maxStringLength(LONGEST_TEXT)
                        .maxNameLength(LONGEST_TEXT)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .build();
    }

    /** Goes to the next token; null at the end of the text. */
    @Nullable
    JsonToken next() {
        try {
            return parser.nextToken();
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** Goes to the next key of an object and on to its value; false at the end of the object. */
    boolean nextKey() {
        return next() != JsonToken.END_OBJECT && next() != null;
    }

    String key() {
        try {
            return String.valueOf(parser.currentName());
        } catch (IOException e) {
            throw refused(e);
        }
    }

    @Nullable
    JsonToken token() {
        return parser.currentToken();
    }

    void skip() {
        try {
            parser.skipChildren();
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** Reads the value at the cursor as a whole, with this place. */
    Node value(Place place) {
        values = 0;
        try {
            return node(place);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** Returns the place of the value at the cursor, inside of a place. */
    Place keyPlace(Place around, String key) {
        JsonLocation at = parser.currentTokenLocation();
        return around.key(key, at.getLineNr(), at.getColumnNr());
    }

    Place itemPlace(Place around, int index) {
        JsonLocation at = parser.currentTokenLocation();
        return around.index(index, at.getLineNr(), at.getColumnNr());
    }

    private Node node(Place place) throws IOException {
        if (++values > limits.values()) {
            throw place.refuse("there are more than " + limits.values() + " values");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(place);
            case START_ARRAY -> list(place);
            case VALUE_STRING -> Node.text(parser.getText(), place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Node.number(parser.getText(), place);
            case VALUE_TRUE -> Node.flag(true, place);
            case VALUE_FALSE -> Node.flag(false, place);
            default -> Node.nothing(place);
        };
    }

    private Node object(Place place) throws IOException {
        Map<String, Node> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            members.put(key, node(keyPlace(place, key)));
        }
        return Node.object(members, place);
    }

    private Node list(Place place) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(itemPlace(place, items.size())));
        }
        return Node.list(items, place);
    }

    /** Says what is wrong at the cursor. */
    UnreadableException refuse(String reason) {
        JsonLocation at = parser.currentToken() == null ? parser.currentLocation() : parser.currentTokenLocation();
        return place(at).refuse(reason);
    }

    private UnreadableException refused(IOException e) {
        if (e instanceof JsonProcessingException broken) {
            JsonLocation at = broken.getLocation() == null ? parser.currentLocation() : broken.getLocation();
            return place(at).refuse("is no JSON: " + firstLine(broken.getOriginalMessage()), e);
        }
        if (e instanceof CharConversionException) {
            return place(parser.currentLocation())
                    .refuse("is no JSON: " + firstLine(String.valueOf(e.getMessage())), e);
        }
        return place(parser.currentLocation()).refuse("cannot be read: " + e.getMessage(), e);
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
