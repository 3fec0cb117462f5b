package io.enikit.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonToken;
import io.enikit.json.cloudformation.Assets;
import io.enikit.json.cloudformation.Template;
import io.enikit.json.described.Answers;
import io.enikit.json.described.Described;
import io.enikit.json.gathered.Collector;
import io.enikit.json.terraform.TerraformFiles;
import io.enikit.json.text.Budget;
import io.enikit.json.text.JsonCursor;
import io.enikit.json.text.Node;
import io.enikit.json.text.Place;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalInt;
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
    private final Consumer<Node> bodies;

    private JsonDocuments(
            JsonCursor json, Place document, Collector collector, Consumer<Node> wholes, Consumer<Node> bodies) {
        this.json = json;
        this.document = document;
        this.collector = collector;
        this.wholes = wholes;
        this.bodies = bodies;
    }

    /** Reads a file; templates and Terraform plans in it are handed on as they are, and so are bodies of templates. */
    static void read(String file, Reader reader, Collector collector, Consumer<Node> wholes, Consumer<Node> bodies) {
        try (JsonCursor json = new JsonCursor(file, reader, collector.budget())) {
            @Nullable JsonToken token = json.next();
            if (token == null) {
                throw json.refuse("there is nothing in it");
            }
            JsonDocuments documents = new JsonDocuments(json, Place.of(file), collector, wholes, bodies);
            while (token != null) {
                documents.readDocument(token);
                token = json.next();
            }
        }
    }

    private void readDocument(JsonToken token) {
        if (token != JsonToken.START_OBJECT) {
            throw json.refuse("expected an object, such as {\"Subnets\": […]}, found "
                            + (token == JsonToken.START_ARRAY
                                    ? "a list: the key before it is missing"
                                    : "something else"))
                    .ofAnotherKind();
        }
        boolean described = false;
        Map<String, Node> kept = new LinkedHashMap<>();
        Map<String, Node> ofAddress = new LinkedHashMap<>();
        Map<String, Integer> others = new LinkedHashMap<>();
        Set<String> keys = new LinkedHashSet<>();
        while (json.nextKey()) {
            String key = json.key();
            boolean isFirst = keys.add(key);
            boolean isRead = Answers.list(key).isPresent()
                    || Template.SECTIONS.contains(key)
                    || TerraformFiles.SECTIONS.contains(key);
            if (!isFirst && isRead) {
                throw json.refuse(JsonCursor.thereTwice(key));
            } else if (Answers.list(key).isPresent()) {
                readList(key);
                described = true;
            } else if (Answers.single(key).isPresent() && json.token() == JsonToken.START_OBJECT) {
                Node object = json.value(json.keyPlace(document, key));
                Described.readSingle(Answers.single(key).get(), key, object, collector);
                described = true;
            } else if (Template.SECTIONS.contains(key)
                    || TerraformFiles.SECTIONS.contains(key)
                    || key.equals(Assets.FILES)
                    || key.equals(Answers.TEMPLATE_BODY)) {
                kept.put(key, json.value(json.keyPlace(document, key)));
            } else if (Answers.OF_ADDRESS.contains(key)) {
                ofAddress.put(key, json.value(json.keyPlace(document, key)));
            } else if (json.token() == JsonToken.START_ARRAY && Answers.mayBeList(key)) {
                countObjects().ifPresent(count -> others.put(key, count));
            } else {
                json.skip();
            }
        }
        if (kept.containsKey(Template.RESOURCES)
                || kept.containsKey(Assets.FILES)
                || TerraformFiles.isOne(kept.keySet())) {
            wholes.accept(Node.object(kept, document));
        } else if (kept.containsKey(Answers.TEMPLATE_BODY)) {
            bodies.accept(requireNonNull(kept.get(Answers.TEMPLATE_BODY)));
        } else if (!described && ofAddress.containsKey("AllocationId") && ofAddress.containsKey("PublicIp")) {
            Described.reader("Addresses").read(Node.object(ofAddress, document), collector);
        } else if (!described && others.isEmpty()) {
            throw TerraformFiles.otherThan(keys)
                    .map(json::refuse)
                    .orElseGet(() -> json.refuse(Answers.expectation(keys)).ofAnotherKind());
        }
        if (kept.isEmpty()) {
            others.forEach(collector.files().unread()::add);
        }
    }

    /** Counts the objects in a list; empty if it holds anything else. */
    private OptionalInt countObjects() {
        int count = 0;
        boolean all = true;
        for (JsonToken token = json.next(); token != JsonToken.END_ARRAY && token != null; token = json.next()) {
            all &= token == JsonToken.START_OBJECT;
            json.skip();
            count++;
        }
        return all ? OptionalInt.of(count) : OptionalInt.empty();
    }

    private void readList(String key) {
        Place list = json.keyPlace(document, key);
        if (json.token() != JsonToken.START_ARRAY) {
            throw json.refuse("expected a list");
        }
        String name = Answers.list(key).orElseThrow();
        collector.files().sawList(name, list);
        Described.Reader reader = Described.reader(name);
        for (int i = 0; json.next() != JsonToken.END_ARRAY; i++) {
            Budget.Mark before = collector.budget().mark();
            reader.read(Answers.inTheWordsOfTheCli(json.passingValue(json.itemPlace(list, i)), key), collector);
            collector.budget().backTo(before);
        }
    }
}
