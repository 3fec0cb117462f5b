package io.enikit.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes a value as the key of a JSON object. */
final class KeyTextSerializer<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1L;

    private final TextForm<T> form;

    KeyTextSerializer(TextForm<T> form) {
        super(form.type());
        this.form = form;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider context) throws IOException {
        out.writeFieldName(form.writer().write(value));
    }
}
