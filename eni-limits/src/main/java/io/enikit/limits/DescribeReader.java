package io.enikit.limits;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads pages of {@code describe-instance-types} output; all pages, or none. */
final class DescribeReader {
    private static final String TYPES = "InstanceTypes";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private final Map<String, InstanceLimits> byName = new TreeMap<>();

    private DescribeReader() {}

    static Collection<InstanceLimits> read(List<? extends InputStream> pages) {
        DescribeReader reader = new DescribeReader();
        for (int i = 0; i < pages.size(); i++) {
            reader.readStream(pages.get(i), pages.size() == 1 ? "" : " in stream " + (i + 1) + " of " + pages.size());
        }
        return reader.byName.values();
    }

    private void readStream(InputStream stream, String where) {
        try (JsonParser parser = JSON.createParser(stream)) {
            DescribeCursor json = new DescribeCursor(parser);
            try {
                readDocuments(json);
            } catch (JsonProcessingException e) {
                JsonLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
                throw refused(e.getOriginalMessage(), at, json, where, e);
            } catch (CharConversionException e) {
                throw refused(String.valueOf(e.getMessage()), parser.currentLocation(), json, where, e);
            } catch (DescribeCursor.Refusal e) {
                boolean atToken = parser.currentToken() != null;
                throw refused(
                        e.reason(), atToken ? parser.currentTokenLocation() : parser.currentLocation(), json, where, e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("describe-instance-types output cannot be read" + where, e);
        }
    }

    private static IllegalArgumentException refused(
            String reason, JsonLocation at, DescribeCursor json, String where, Exception cause) {
        String path = json.path().isEmpty() ? "" : ", path " + json.path();
        return new IllegalArgumentException(
                "describe-instance-types output: " + reason + " (at line " + at.getLineNr() + ", column "
                        + at.getColumnNr() + path + where + ")",
                cause);
    }

    private void readDocuments(DescribeCursor json) throws IOException {
        if (json.next() == null) {
            throw json.refuse("there is no JSON");
        }
        do {
            json.expect(JsonToken.START_OBJECT, "an object with the key " + TYPES);
            boolean found = false;
            while (json.nextKey()) {
                if (json.key().equals(TYPES)) {
                    json.expect(JsonToken.START_ARRAY, "a list of instance types");
                    found = true;
                    readTypes(json);
                } else {
                    json.skip();
                }
            }
            if (!found) {
                throw json.refuse("the document has no key " + TYPES);
            }
        } while (json.next() != null);
    }

    private void readTypes(DescribeCursor json) throws IOException {
        while (json.next() != JsonToken.END_ARRAY) {
            json.expect(JsonToken.START_OBJECT, "an instance type");
            DescribedType type = new DescribedType();
            type.read(json);
            InstanceLimits limits;
            try {
                limits = type.limits();
            } catch (IllegalArgumentException e) {
                throw json.refuse(e.getMessage());
            }
            InstanceLimits known = byName.putIfAbsent(limits.instanceType(), limits);
            if (known != null && !known.equals(limits)) {
                throw json.refuse(limits.instanceType() + " is named twice, with different facts");
            }
        }
    }
}
