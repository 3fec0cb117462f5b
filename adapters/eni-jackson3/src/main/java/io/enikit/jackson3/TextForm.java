package io.enikit.jackson3;

/** How a type is written and read. */
record TextForm<T>(Class<T> type, Writer<T> writer, Reader<T> reader) {
    /** Writes a value. */
    interface Writer<T> {
        String write(T value);
    }

    /** Reads a value, or throws {@link IllegalArgumentException}. */
    interface Reader<T> {
        T read(String text);
    }
}
