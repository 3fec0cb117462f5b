package io.enikit.cli;

import java.io.Console;
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

    /** Returns whether a person is at the other end. Since JDK 22 there is a console in any case, and it knows. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
