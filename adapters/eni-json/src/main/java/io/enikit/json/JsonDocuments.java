package io.enikit.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.Reader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of a JSON file: describe output one resource at a time, all else as a whole.
 *
 * <p>What a document is follows from its keys.
 */
final class JsonDocuments {
    private final JsonCursor json;
    private final Place document;
    private final Collector collector;
    private final Consumer<Node> wholes;

    private JsonDocuments(JsonCursor json, Place document, Collector collector, Consumer<Node> wholes) {
        this.json = json;
        this.document = document;
        this.collector = collector;
        this.wholes = wholes;
    }

    /** Reads a file; templates and Terraform plans in it are handed on as they are. */
    static void read(String file, Reader reader, Collector collector, Consumer<Node> wholes) {
        try (JsonCursor json = new JsonCursor(file, reader, collector.budget())) {
            @Nullable JsonToken token = json.next();
            if (token == null) {
                throw json.refuse("there is nothing in it");
            }
            JsonDocuments documents = new JsonDocuments(json, Place.of(file), collector, wholes);
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
        Map<String, Node> kept = new LinkedHashMap<>();
        Set<String> keys = new HashSet<>();
        Set<String> lists = new HashSet<>();
        while (json.nextKey()) {
            String key = json.key();
            keys.add(key);
            if (kept.containsKey(key) || lists.contains(key)) {
                throw json.refuse(JsonCursor.thereTwice(key));
            } else if (Described.LISTS.containsKey(key)) {
                lists.add(key);
                readList(key);
                described = true;
            } else if (Template.SECTIONS.contains(key)
                    || TerraformFiles.SECTIONS.contains(key)
                    || key.equals(Assets.FILES)) {
                kept.put(key, json.value(json.keyPlace(document, key)));
            } else {
                json.skip();
            }
        }
        if (kept.containsKey(Template.RESOURCES)
                || kept.containsKey(Assets.FILES)
                || TerraformFiles.isOne(kept.keySet())) {
            wholes.accept(Node.object(kept, document));
        } else if (!described) {
            throw json.refuse(TerraformFiles.otherThan(keys).orElse(expectation()));
        }
    }

    static String expectation() {
        return "expected one of the keys " + String.join(", ", Described.LISTS.keySet()) + ", " + Template.RESOURCES
                + " or " + TerraformFiles.FORMAT_VERSION;
    }

    private void readList(String key) {
        Place list = json.keyPlace(document, key);
        if (json.token() != JsonToken.START_ARRAY) {
            throw json.refuse("expected a list");
        }
        collector.sawList(key);
        Described.Reader reader = Described.reader(key);
        for (int i = 0; json.next() != JsonToken.END_ARRAY; i++) {
            Budget.Mark before = collector.budget().mark();
            reader.read(json.value(json.itemPlace(list, i)), collector);
            collector.budget().backTo(before);
        }
    }
}
