package io.enikit.jackson;

import java.io.Serializable;

/** How a type is written and read; serializable, as mappers are. */
record TextForm<T>(Class<T> type, Writer<T> writer, Reader<T> reader) implements Serializable {
    /** Writes a value. */
    interface Writer<T> extends Serializable {
        String write(T value);
    }

    /** Reads a value, or throws {@link IllegalArgumentException}. */
    interface Reader<T> extends Serializable {
        T read(String text);
    }
}
