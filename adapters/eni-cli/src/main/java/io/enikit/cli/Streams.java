package io.enikit.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import picocli.CommandLine.IFactory;

/** What a command reads and writes; commands are made with it. */
record Streams(InputStream in, PrintStream out, PrintStream err) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Streams.class) {
                return type.cast(constructor.newInstance(this));
            }
        }
        return picocli.CommandLine.defaultFactory().create(type);
    }

    /** Prints lines; nothing more comes once the reader has gone away, and that is no fault. */
    void print(Object text) {
        out.print(text);
        out.flush();
    }

    void println(Object text) {
        print(text + "\n");
    }
}
