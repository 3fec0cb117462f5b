package io.enikit.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.IFactory;

/**
 * What a command reads and writes; commands are made with it.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param terminal whether a person is at the other end
 * @param colours whether that person wants colours
 */
record Streams(InputStream in, PrintStream out, PrintStream err, boolean terminal, boolean colours)
        implements IFactory {
    private static final String RED = "\u001b[31m";
    private static final String YELLOW = "\u001b[33m";
    private static final String PLAIN = "\u001b[0m";

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

    /** Prints lines that may begin with a severity, which is coloured. */
    void printReport(Object text) {
        String report = text.toString();
        println(
                colours
                        ? report.replaceAll("(?m)^\\[ERROR\\]", RED + "$0" + PLAIN)
                                .replaceAll("(?m)^\\[WARNING\\]", YELLOW + "$0" + PLAIN)
                        : report);
    }

    /** Writes a file, which may be there. */
    static void write(Path file, CharSequence text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Failure.ofWriting(file, e);
        }
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
