package io.enikit.jackson3;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;

/** Reads a value from a JSON string. */
final class TextDeserializer<T> extends StdScalarDeserializer<T> {
    private final TextForm<T> form;

    TextDeserializer(TextForm<T> form) {
        super(form.type());
        this.form = form;
    }

    @Override
    public @Nullable T deserialize(JsonParser in, DeserializationContext context) {
        if (in.hasToken(JsonToken.START_ARRAY)) {
            return _deserializeFromArray(in, context);
        }
        if (!in.hasToken(JsonToken.VALUE_STRING)) {
            return form.type().cast(context.handleUnexpectedToken(getValueType(context), in));
        }
        String text = in.getString();
        try {
            return form.reader().read(text);
        } catch (IllegalArgumentException refused) {
            return form.type().cast(refused(text, refused, context));
        }
    }

    /** Asks the problem handlers of the mapper, of which most have none, and throws. */
    private @Nullable Object refused(String text, IllegalArgumentException cause, DeserializationContext context) {
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
