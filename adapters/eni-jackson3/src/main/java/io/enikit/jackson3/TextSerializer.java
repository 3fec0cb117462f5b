package io.enikit.jackson3;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Writes a value as a JSON string. */
final class TextSerializer<T> extends StdScalarSerializer<T> {
    private final TextForm<T> form;

    TextSerializer(TextForm<T> form) {
        super(form.type());
        this.form = form;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializationContext context) {
        out.writeString(form.writer().write(value));
    }

    /** Names the public type where types are asked for, not the hidden class of one family. */
    @Override
    public void serializeWithType(T value, JsonGenerator out, SerializationContext context, TypeSerializer types) {
        WritableTypeId place =
                types.writeTypePrefix(out, context, types.typeId(value, form.type(), JsonToken.VALUE_STRING));
        serialize(value, out, context);
        types.writeTypeSuffix(out, context, place);
    }
}
