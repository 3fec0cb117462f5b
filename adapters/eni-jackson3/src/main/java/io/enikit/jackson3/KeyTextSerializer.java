package io.enikit.jackson3;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a value as the key of a JSON object. */
final class KeyTextSerializer<T> extends StdSerializer<T> {
    private final TextForm<T> form;

    KeyTextSerializer(TextForm<T> form) {
        super(form.type());
        this.form = form;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializationContext context) {
        out.writeName(form.writer().write(value));
    }
}
