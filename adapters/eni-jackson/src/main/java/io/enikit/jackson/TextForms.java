package io.enikit.jackson;

import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleKeyDeserializers;
import com.fasterxml.jackson.databind.module.SimpleSerializers;

/** What a mapper needs to write and read types as text. */
final class TextForms {
    private final SimpleSerializers serializers = new SimpleSerializers();
    private final SimpleSerializers keySerializers = new SimpleSerializers();
    private final SimpleDeserializers deserializers = new SimpleDeserializers();
    private final SimpleKeyDeserializers keyDeserializers = new SimpleKeyDeserializers();

    <T> void add(Class<T> type, TextForm.Writer<T> writer, TextForm.Reader<T> reader) {
        TextForm<T> form = new TextForm<>(type, writer, reader);
        serializers.addSerializer(type, new TextSerializer<>(form));
        keySerializers.addSerializer(type, new KeyTextSerializer<>(form));
        deserializers.addDeserializer(type, new TextDeserializer<>(form));
        keyDeserializers.addDeserializer(type, new KeyTextDeserializer<>(form));
    }

    void addTo(Module.SetupContext context) {
        context.addSerializers(serializers);
        context.addKeySerializers(keySerializers);
        context.addDeserializers(deserializers);
        context.addKeyDeserializers(keyDeserializers);
    }
}
