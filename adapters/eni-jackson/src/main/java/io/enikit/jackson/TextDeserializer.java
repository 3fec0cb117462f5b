package io.enikit.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a value from a JSON string. */
final class TextDeserializer<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final TextForm<T> form;

    TextDeserializer(TextForm<T> form) {
        super(form.type());
        this.form = form;
    }

    @Override
    public @Nullable T deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (in.hasToken(JsonToken.START_ARRAY)) {
            return _deserializeFromArray(in, context);
        }
        if (!in.hasToken(JsonToken.VALUE_STRING)) {
            return form.type().cast(context.handleUnexpectedToken(form.type(), in));
        }
        String text = in.getText();
        try {
            return form.reader().read(text);
        } catch (IllegalArgumentException refused) {
            return form.type().cast(refused(text, refused, context));
        }
    }

    /** Asks the problem handlers of the mapper, of which most have none, and throws. */
    private @Nullable Object refused(String text, IllegalArgumentException cause, DeserializationContext context)
            throws IOException {
        try {
            return context.handleWeirdStringValue(form.type(), text, "%s", cause.getMessage());
        } catch (InvalidFormatException e) {
            if (e.getCause() == null) {
                e.initCause(cause);
            }
            throw e;
        }
    }
}
