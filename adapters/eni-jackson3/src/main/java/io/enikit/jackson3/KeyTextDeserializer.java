package io.enikit.jackson3;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;

/** Reads a value from the key of a JSON object. */
final class KeyTextDeserializer<T> extends KeyDeserializer {
    private final TextForm<T> form;

    KeyTextDeserializer(TextForm<T> form) {
        this.form = form;
    }

    @Override
    public @Nullable Object deserializeKey(String key, DeserializationContext context) {
        try {
            return form.reader().read(key);
        } catch (IllegalArgumentException refused) {
            return refused(key, refused, context);
        }
    }

    private @Nullable Object refused(String key, IllegalArgumentException cause, DeserializationContext context) {
        try {
            return context.handleWeirdKey(form.type(), key, "%s", cause.getMessage());
        } catch (InvalidFormatException e) {
            if (e.getCause() == null) {
                e.initCause(cause);
            }
            throw e;
        }
    }
}
