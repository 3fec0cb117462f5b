package io.enikit.json;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.json.text.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something to read: a file, a text, a stream, or a document as a map; with the name that messages give it.
 *
 * <p>Sources are compared by identity, as a stream has no content until it is read.
 */
public final class Source {
    /** Opens a stream. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    private final String name;
    private final Opener opener;
    private final @Nullable String text;
    private final @Nullable Map<String, ?> map;

    private Source(String name, Opener opener, @Nullable String text, @Nullable Map<String, ?> map) {
        this.name = requireNonNull(name, "name");
        this.opener = opener;
        this.text = text;
        this.map = map;
    }

    /**
     * Returns a file, which is opened when it is read.
     *
     * @param file the file
     * @return the source, named by the path as given
     */
    public static Source of(Path file) {
        requireNonNull(file, "file");
        return new Source(file.toString(), () -> Files.newInputStream(file), null, null);
    }

    /**
     * Returns a text.
     *
     * @param name the name that findings show
     * @param text the content
     * @return the source
     */
    public static Source of(String name, String text) {
        requireNonNull(text, "text");
        return new Source(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), text, null);
    }

    /**
     * Returns a stream, which is read once, and closed then.
     *
     * @param name the name that findings show
     * @param stream the content, in UTF-8, or in UTF-16 or UTF-32
     * @return the source
     */
    public static Source of(String name, InputStream stream) {
        requireNonNull(stream, "stream");
        return new Source(name, () -> stream, null, null);
    }

    /**
     * Returns a document as maps and lists.
     *
     * <p>It may be a CloudFormation template, as the CDK's {@code Template.toJSON()} gives it, or an answer of the AWS SDK,
     * with keys such as {@code networkInterfaces} or {@code NetworkInterfaces}; dates and constants of enums count as texts.
     *
     * @param name the name that findings show
     * @param document maps, lists, texts, numbers and flags
     * @return the source
     */
    public static Source of(String name, Map<String, ?> document) {
        return new Source(name, InputStream::nullInputStream, null, requireNonNull(document, "document"));
    }

    String name() {
        return name;
    }

    Optional<Map<String, ?>> map() {
        return Optional.ofNullable(map);
    }

    Optional<String> text() {
        return Optional.ofNullable(text);
    }

    InputStream open() {
        try {
            return opener.open();
        } catch (NoSuchFileException e) {
            throw Place.of(name).refuse("cannot be read: there is no such file", e);
        } catch (AccessDeniedException e) {
            throw Place.of(name).refuse("cannot be read: permission denied", e);
        } catch (IOException e) {
            throw Place.of(name).refuse("cannot be read: " + e, e);
        }
    }

    /** {@return the name, with what cannot be seen escaped} */
    @Override
    public String toString() {
        return VisibleText.of(name);
    }
}
