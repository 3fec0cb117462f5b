package io.enikit.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of a JSON file: one resource at a time.
 */
final class JsonDocuments {
    private final JsonCursor json;
    private final Place document;
    private final Collector collector;

    private JsonDocuments(JsonCursor json, Place document, Collector collector) {
        this.json = json;
        this.document = document;
        this.collector = collector;
    }

    /** Reads a file. */
    static void read(String file, InputStream stream, ReadLimits limits, Collector collector) {
        try (JsonCursor json = new JsonCursor(file, stream, limits)) {
            @Nullable JsonToken token = json.next();
            if (token == null) {
                throw json.refuse("there is nothing in it");
            }
            JsonDocuments documents = new JsonDocuments(json, Place.of(file), collector);
            while (token != null) {
                documents.readDocument(token);
                token = json.next();
            }
        }
    }

    private void readDocument(JsonToken token) {
        if (token != JsonToken.START_OBJECT) {
            throw json.refuse("expected an object, such as {\"Subnets\": […]}");
        }
        boolean described = false;
        while (json.nextKey()) {
            String key = json.key();
            if (Described.LISTS.containsKey(key)) {
                readList(key);
                described = true;
            } else {
                json.skip();
            }
        }
        if (!described) {
            throw json.refuse("expected one of the keys " + String.join(", ", Described.LISTS.keySet()));
        }
    }

    private void readList(String key) {
        Place list = json.keyPlace(document, key);
        if (json.token() != JsonToken.START_ARRAY) {
            throw json.refuse("expected a list");
        }
        collector.sawList(key);
        Described.Reader reader = Described.reader(key);
        for (int i = 0; json.next() != JsonToken.END_ARRAY; i++) {
            reader.read(json.value(json.itemPlace(list, i)), collector);
        }
    }
}
