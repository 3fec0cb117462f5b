package io.enikit.json;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where something was read.
 *
 * @param file the name of the source, such as {@code subnets.json}
 * @param path the place in it as a JSON pointer, such as {@code /Subnets/3}; empty for the document as a whole
 * @param line the line in the file, from 1 on; absent where there is no text, as in a map
 * @param name the logical id of a template's resource, or the address of Terraform's; absent for describe output
 */
public record Origin(String file, String path, OptionalInt line, Optional<String> name) {
    /**
     * Checks that nothing is null.
     *
     * @param file the name of the source
     * @param path the place in it as a JSON pointer
     * @param line the line in the file
     * @param name the logical id or the Terraform address
     */
    public Origin {
        requireNonNull(file, "file");
        requireNonNull(path, "path");
        requireNonNull(line, "line");
        requireNonNull(name, "name");
    }

    Origin named(String newName) {
        return new Origin(file, path, line, Optional.of(newName));
    }

    /** {@return file, line and path, such as {@code subnets.json:12 /Subnets/3}} */
    @Override
    public String toString() {
        return file + (line.isPresent() ? ":" + line.getAsInt() : "") + (path.isEmpty() ? "" : " " + path);
    }
}
