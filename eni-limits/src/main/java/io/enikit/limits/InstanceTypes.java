package io.enikit.limits;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An immutable catalogue of instance types and their limits.
 *
 * <pre>{@code
 * InstanceTypes types = InstanceTypes.bundled();
 * types.find("x99.large");                          // empty: unknown, not guessed
 * types.limits("m7i.lrage");                        // throws: did you mean m7i.large?
 * }</pre>
 */
public final class InstanceTypes {
    private final Rows rows;

    private InstanceTypes(Rows rows) {
        this.rows = rows;
    }

    /**
     * Returns the table that comes with the library.
     *
     * <p>It is read once, on the first call; each line is decoded when it is first looked at.
     *
     * @return the bundled catalogue
     */
    public static InstanceTypes bundled() {
        return Bundled.TYPES;
    }

    /**
     * Finds the limits of an instance type.
     *
     * @param instanceType the exact name, such as {@code m5.large}
     * @return its limits, or empty if the catalogue does not hold the type
     */
    public Optional<InstanceLimits> find(String instanceType) {
        return rows.find(instanceType);
    }

    /**
     * Returns the limits of an instance type that must be there.
     *
     * @param instanceType the exact name, such as {@code m5.large}
     * @return its limits
     * @throws UnknownInstanceTypeException if the catalogue does not hold the type; it names near matches
     */
    public InstanceLimits limits(String instanceType) {
        Optional<InstanceLimits> found = rows.find(instanceType);
        if (found.isEmpty()) {
            throw new UnknownInstanceTypeException(instanceType, nearMatches(instanceType));
        }
        return found.get();
    }

    /**
     * Returns the types somebody may have meant.
     *
     * @param instanceType a name that the catalogue does not hold
     * @return names that differ by at most two edits, the nearest ones, in order, at most three
     */
    public List<String> nearMatches(String instanceType) {
        return NearMatches.of(instanceType, rows);
    }

    /** {@return the limits of every type, whatever its status, by name} */
    public Stream<InstanceLimits> stream() {
        return IntStream.range(0, rows.size()).mapToObj(row -> rows.get(row).orElseThrow());
    }

    /** Loads the bundled table when it is first asked for. */
    private static final class Bundled {
        static final InstanceTypes TYPES = new InstanceTypes(new TableRows(read()));

        private static byte[] read() {
            try (InputStream in = InstanceTypes.class.getResourceAsStream("instance-types.csv")) {
                if (in == null) {
                    throw new IllegalStateException("instance-types.csv is missing beside " + InstanceTypes.class);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("instance-types.csv cannot be read", e);
            }
        }
    }
}
