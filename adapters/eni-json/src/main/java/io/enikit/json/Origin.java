package io.enikit.json;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Where something was read. */
public final class Origin implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 500;

    /** The name of the file. */
    private final String file;

    /** The path to the resource in it. */
    private final String path;

    /** From 1 on; 0 where there is no text. */
    private final int line;

    /** The name of the resource there; null where it has none. */
    private final @Nullable String name;

    /** What people call the place, where the path says nothing to them; null where it does. */
    private final @Nullable String label;

    Origin(String file, String path, OptionalInt line, Optional<String> name) {
        this(file, path, line, name, Optional.empty());
    }

    private Origin(String file, String path, OptionalInt line, Optional<String> name, Optional<String> label) {
        this.file = requireNonNull(file, "file");
        this.path = requireNonNull(path, "path");
        this.line = line.orElse(0);
        this.name = name.orElse(null);
        this.label = label.orElse(null);
    }

    /** {@return the name of the source, such as {@code subnets.json}} */
    public String file() {
        return file;
    }

    /** {@return the place in it as a JSON pointer, such as {@code /Subnets/3}; empty for the document as a whole} */
    public String path() {
        return path;
    }

    /** {@return the line in the file, from 1 on; absent where there is no text, as in a map} */
    public OptionalInt line() {
        return line == 0 ? OptionalInt.empty() : OptionalInt.of(line);
    }

    /** {@return the logical id of a template's resource, or the address of Terraform's; absent for describe output} */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** Returns how many characters it holds. */
    int length() {
        return file.length() + path.length() + (name == null ? 0 : name.length());
    }

    Origin named(String newName) {
        return new Origin(file, path, line(), Optional.of(newName), label());
    }

    /** Returns what people call the place, where that is not the path to it. */
    Optional<String> label() {
        return Optional.ofNullable(label);
    }

    /** Returns this place as people call it: Terraform's files are made by programs, and read by name. */
    Origin calling(String newLabel) {
        return new Origin(file, path, line(), name(), Optional.of(newLabel));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Origin that
                && file.equals(that.file)
                && path.equals(that.path)
                && line == that.line
                && Objects.equals(name, that.name)
                && Objects.equals(label, that.label);
    }

    @Override
    public int hashCode() {
        return Objects.hash(file, path, line, name, label);
    }

    /**
     * /**
     * {@return file, line and path, such as {@code subnets.json:12 /Subnets/3}; for Terraform the address and the
     * attribute in place of the path, such as {@code plan.json:1 aws_subnet.public[0].vpc_id}; on one line, with what
     * cannot be seen escaped, and long ones cut}
     */
    @Override
    public String toString() {
        String place = label == null ? path : label;
        return VisibleText.brief(file, LONGEST)
                + (line == 0 ? "" : ":" + line)
                + (place.isEmpty() ? "" : " " + VisibleText.brief(place, LONGEST));
    }
}
