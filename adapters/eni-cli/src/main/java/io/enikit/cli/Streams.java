package io.enikit.cli;

import io.enikit.internal.VisibleText;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
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

    /** Prints text as it is: what programs read, and pictures. Once the reader has gone away, nothing more comes. */
    void print(Object text) {
        out.print(text);
        out.flush();
    }

    /** Prints text as it is, and ends its last line. */
    void printWhole(Object text) {
        print(text + "\n");
    }

    /** Prints lines for a person, in which everything is seen and nothing is a command to what runs this. */
    void println(Object text) {
        printWhole(VisibleText.ofLines(text.toString()));
    }

    /** Prints lines that may begin with a severity, which is coloured. */
    void printReport(Object text) {
        String report = VisibleText.ofLines(text.toString());
        printWhole(
                colours
                        ? report.replaceAll("(?m)^\\[ERROR\\]", RED + "$0" + PLAIN)
                                .replaceAll("(?m)^\\[WARNING\\]", YELLOW + "$0" + PLAIN)
                        : report);
    }

    /** Says what is wrong, in lines in which everything is seen. */
    void complain(@Nullable String text) {
        err.println(VisibleText.ofLines(String.valueOf(text)));
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
