package io.enikit.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;

/** Writes a value as a JSON string. */
final class TextSerializer<T> extends StdScalarSerializer<T> {
    private static final long serialVersionUID = 1L;

    private final TextForm<T> form;

    TextSerializer(TextForm<T> form) {
        super(form.type());
        this.form = form;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider context) throws IOException {
        out.writeString(form.writer().write(value));
    }

    /** Names the public type where types are asked for, not the hidden class of one family. */
    @Override
    public void serializeWithType(T value, JsonGenerator out, SerializerProvider context, TypeSerializer types)
            throws IOException {
        WritableTypeId place = types.writeTypePrefix(out, types.typeId(value, form.type(), JsonToken.VALUE_STRING));
        serialize(value, out, context);
        types.writeTypeSuffix(out, place);
    }
}
