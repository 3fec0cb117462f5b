package io.enikit.examples;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Java from a document, compiled and run, with the comments behind its lines taken at their word.
 *
 * <p>A line {@code expression; // comment} is checked: what the expression gives, as text, has to be what the comment
 * starts with, or the comment up to its first comma what the text starts with. An exception is written as its simple
 * name, a colon, and parts of its message with … between.
 */
public final class Snippet {
    private static final Pattern FENCE = Pattern.compile("^```java\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern CHECKED = Pattern.compile("^([^\\s/=][^=]*(?:\\([^=]*)?);\\s+// (.+)$");

    private static final String IMPORTS = """
            import io.enikit.capacity.*;
            import io.enikit.diagram.*;
            import io.enikit.insight.*;
            import io.enikit.ipam.*;
            import io.enikit.json.*;
            import io.enikit.limits.*;
            import io.enikit.model.*;
            import io.enikit.net.*;
            import io.enikit.operations.*;
            import io.enikit.rules.*;
            import io.enikit.store.*;
            import io.enikit.testkit.*;
            import java.nio.file.*;
            import java.time.*;
            import java.util.*;
            import net.jqwik.api.Arbitrary;
            import net.jqwik.api.ForAll;
            import net.jqwik.api.Property;
            """;

    private Snippet() {}

    static List<String> javaBlocks(Path document) {
        try {
            return FENCE.matcher(Files.readString(document))
                    .results()
                    .map(each -> each.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs statements one after the other in one scope, and returns how many comments were checked. */
    static int run(List<String> statements, Path folder) {
        return run("", statements, folder);
    }

    /** Runs statements in a class that has members, and returns how many comments were checked. */
    static int run(String members, List<String> statements, Path folder) {
        StringBuilder imports = new StringBuilder(IMPORTS);
        StringBuilder body = new StringBuilder();
        int checked = 0;
        for (String line : String.join("\n", statements).split("\n", -1)) {
            Matcher matcher = CHECKED.matcher(line);
            if (line.startsWith("import ")) {
                imports.append(line).append('\n');
            } else if (matcher.matches()) {
                checked++;
                body.append("io.enikit.examples.Snippet.Check.that(() -> ")
                        .append(matcher.group(1))
                        .append(", \"")
                        .append(matcher.group(2).replace("\\", "\\\\").replace("\"", "\\\""))
                        .append("\");\n");
            } else {
                body.append(line).append('\n');
            }
        }
        runMain(
                "Snippets",
                imports + "public class Snippets {\n" + members
                        + "\npublic static void main(String[] args) throws Exception {\n" + body + "}}",
                folder);
        return checked;
    }

    /** Compiles a class without a warning and runs its main method. */
    static void runMain(String name, String source, Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of("-Xlint:all,-processing", "-Werror", "-cp", System.getProperty("java.class.path")),
                            null,
                            List.of(file))
                    .call();
            if (!compiled) {
                throw new AssertionError(messages + "\n" + source);
            }
            try (URLClassLoader loader =
                    new URLClassLoader(new URL[] {folder.toUri().toURL()}, Snippet.class.getClassLoader())) {
                loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e.getCause() == null ? e : e.getCause());
        }
    }

    /** Checks what an expression gives against the comment behind it. */
    public static final class Check {
        private Check() {}

        /** An expression of a document. */
        @FunctionalInterface
        public interface Expression {
            Object evaluate() throws Exception;
        }

        public static void that(Expression expression, String comment) {
            String found;
            try {
                found = String.valueOf(expression.evaluate());
            } catch (Exception e) {
                found = e.getClass().getSimpleName() + ": " + e.getMessage();
            }
            if (!matches(found, comment)) {
                throw new AssertionError("the comment says: " + comment + "\nit is:            " + found);
            }
        }

        private static boolean matches(String found, String comment) {
            if (comment.contains("…")) {
                int at = 0;
                for (String part : comment.split("…", -1)) {
                    at = found.indexOf(part.strip(), at);
                    if (at < 0) {
                        return false;
                    }
                }
                return true;
            }
            return comment.equals(found)
                    || comment.startsWith(found + ":")
                    || comment.startsWith(found + ",")
                    || (found.startsWith(comment.split(",", 2)[0])
                            && (comment.contains(",") || found.matches("\\w+\\[.*")));
        }
    }
}
