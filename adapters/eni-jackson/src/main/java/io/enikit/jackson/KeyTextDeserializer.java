package io.enikit.jackson;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Reads a value from the key of a JSON object. */
final class KeyTextDeserializer<T> extends KeyDeserializer implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TextForm<T> form;

    KeyTextDeserializer(TextForm<T> form) {
        this.form = form;
    }

    @Override
    public @Nullable Object deserializeKey(String key, DeserializationContext context) throws IOException {
        try {
            return form.reader().read(key);
        } catch (IllegalArgumentException refused) {
            return refused(key, refused, context);
        }
    }

    private @Nullable Object refused(String key, IllegalArgumentException cause, DeserializationContext context)
            throws IOException {
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
