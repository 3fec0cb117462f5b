package io.enikit.limits;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Reads JSON value by value and refuses values of the wrong kind; {@code null} means "not given". */
final class DescribeCursor {
    private final JsonParser parser;

    DescribeCursor(JsonParser parser) {
        this.parser = parser;
    }

    @Nullable
    JsonToken next() throws IOException {
        return parser.nextToken();
    }

    /** Goes to the next key of the object and on to its value; returns false at the end of the object. */
    boolean nextKey() throws IOException {
        if (parser.nextToken() == JsonToken.END_OBJECT) {
            return false;
        }
        parser.nextToken();
        return true;
    }

    /** Goes to the next object of the list; returns false at the end of the list. */
    boolean nextObject(String what) throws IOException {
        if (parser.nextToken() == JsonToken.END_ARRAY) {
            return false;
        }
        expect(JsonToken.START_OBJECT, what);
        return true;
    }

    String key() throws IOException {
        return String.valueOf(parser.currentName());
    }

    void skip() throws IOException {
        parser.skipChildren();
    }

    void expect(JsonToken token, String what) {
        if (parser.currentToken() != token) {
            throw refuse("expected " + what);
        }
    }

    /** Returns true if there is a value of that kind, false for {@code null}; refuses any other value. */
    boolean has(JsonToken token, String what) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return false;
        }
        expect(token, what);
        return true;
    }

    @Nullable
    Integer count() throws IOException {
        if (!has(JsonToken.VALUE_NUMBER_INT, "a whole number")) {
            return null;
        }
        int count = parser.getIntValue();
        if (count < 0) {
            throw refuse("expected a number of 0 or more, not " + count);
        }
        return count;
    }

    @Nullable
    Double decimal() throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_FLOAT && !has(JsonToken.VALUE_NUMBER_INT, "a number")) {
            return null;
        }
        double number = parser.getDoubleValue();
        if (number < 0 || number == Double.POSITIVE_INFINITY) {
            throw refuse("expected a number of 0 or more, not " + parser.getText());
        }
        return number;
    }

    @Nullable
    String text() throws IOException {
        return has(JsonToken.VALUE_STRING, "a text") ? parser.getText() : null;
    }

    @Nullable
    Boolean flag() throws IOException {
        return parser.currentToken() == JsonToken.VALUE_FALSE
                ? Boolean.FALSE
                : has(JsonToken.VALUE_TRUE, "true or false") ? Boolean.TRUE : null;
    }

    /** Returns the place as a JSON pointer. */
    String path() {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    Refusal refuse(@Nullable String reason) {
        return new Refusal(String.valueOf(reason));
    }

    /** Returns an exception about the value at the cursor; {@link DescribeReader} adds the place. */
    static final class Refusal extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String reason;

        Refusal(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}
