package io.enikit.limits;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable catalogue of instance types and their limits.
 *
 * <pre>{@code
 * InstanceTypes types = InstanceTypes.bundled();
 * types.find("x99.large");                          // Optional.empty: unknown, not guessed
 * types.limits("m7i.lrage");                        // UnknownInstanceTypeException: … m7i.large …
 * }</pre>
 */
public final class InstanceTypes {
    /** By the name of the type, in the order of the names. */
    private final Map<String, TableRow> rows;

    /** Names without limits; one that has a row does not count. */
    private final NamedTypes named;

    private InstanceTypes(Map<String, TableRow> rows, NamedTypes named) {
        this.rows = rows;
        this.named = named;
    }

    /**
     * Returns the table that comes with the library.
     *
     * <p>It is read once, on the first call; each row is decoded when it is first needed.
     *
     * @return the bundled catalogue
     */
    public static InstanceTypes bundled() {
        return Bundled.TYPES;
    }

    /**
     * Returns a catalogue of the given limits.
     *
     * @param limits the limits, in any order
     * @return the catalogue
     * @throws IllegalArgumentException if there are two for one type
     */
    public static InstanceTypes of(InstanceLimits... limits) {
        requireNonNull(limits, "limits");
        return of(Arrays.asList(limits));
    }

    static InstanceTypes of(Collection<InstanceLimits> limits) {
        return of(limits, NamedTypes.NONE);
    }

    private static InstanceTypes of(Collection<InstanceLimits> limits, NamedTypes named) {
        Map<String, TableRow> sorted = new TreeMap<>();
        for (InstanceLimits each : limits) {
            if (sorted.put(each.instanceType(), TableRow.of(each)) != null) {
                throw new IllegalArgumentException("two rows for one instance type: " + each.instanceType());
            }
        }
        return new InstanceTypes(new LinkedHashMap<>(sorted), named);
    }

    /**
     * Reads the output of {@code aws ec2 describe-instance-types}.
     *
     * <p>The stream holds any number of pages, one JSON document after another, and is read to its end, not closed.
     * Unknown keys are ignored, and so are values that are newer than this library. A type named twice with the
     * same facts is kept once. EC2 says nothing about trunks and dates, so branch interfaces and {@code asOf} are absent;
     * {@link #mergedOver} takes the former from the bundled table, and so the flexible interfaces of cards that name
     * none. Each type is read independently of the others.
     *
     * <p>Needs {@code com.fasterxml.jackson.core:jackson-core} 2.13 or later, which is an optional dependency of this library.
     *
     * @param json the pages, in UTF-8
     * @return the catalogue
     * @throws IllegalArgumentException if the text is not such output, with line, column and path; if the network cards
     *     of a type are not as many, or do not take as many interfaces, as the type says; or if a type is named twice
     *     with different facts
     * @throws IllegalStateException if {@code jackson-core} is missing or too old
     * @throws UncheckedIOException if the stream cannot be read
     */
    public static InstanceTypes fromDescribeInstanceTypes(InputStream json) {
        requireNonNull(json, "json");
        return fromDescribeInstanceTypes(List.of(json));
    }

    /**
     * Reads the output of {@code aws ec2 describe-instance-types} from several streams.
     *
     * @param pages the streams, each as {@link #fromDescribeInstanceTypes(InputStream)} takes it
     * @return the catalogue
     * @throws IllegalArgumentException if a text is not such output or contradicts itself, as for one stream, with
     *     stream, line, column and path
     * @throws IllegalStateException if {@code jackson-core} is missing or too old
     * @throws UncheckedIOException if a stream cannot be read
     */
    public static InstanceTypes fromDescribeInstanceTypes(List<? extends InputStream> pages) {
        requireNonNull(pages, "pages");
        return of(JacksonBridge.read(pages));
    }

    /**
     * Finds the limits of an instance type.
     *
     * @param instanceType the exact name, such as {@code m5.large}
     * @return its limits, or empty if the catalogue does not hold the type
     */
    public Optional<InstanceLimits> find(String instanceType) {
        TableRow row = rows.get(requireNonNull(instanceType, "instanceType"));
        return row == null ? Optional.empty() : row.limits();
    }

    /**
     * Returns the limits of an instance type, or throws if it is unknown.
     *
     * @param instanceType the exact name, such as {@code m5.large}
     * @return its limits
     * @throws UnknownInstanceTypeException if the catalogue does not hold the type; it names near matches, or says that
     *     the type exists
     */
    public InstanceLimits limits(String instanceType) {
        Optional<InstanceLimits> found = find(instanceType);
        if (found.isEmpty()) {
            boolean isNamed = named.contains(instanceType);
            throw new UnknownInstanceTypeException(
                    instanceType, isNamed, isNamed ? List.of() : nearMatches(instanceType));
        }
        return found.get();
    }

    /**
     * Returns the types that somebody may have meant.
     *
     * @param instanceType a name that the catalogue does not hold
     * @return the nearest names that differ by at most two edits, at most three, sorted
     */
    public List<String> nearMatches(String instanceType) {
        requireNonNull(instanceType, "instanceType");
        NavigableSet<String> names = named.all();
        names.addAll(rows.keySet());
        return NearMatches.of(instanceType, names);
    }

    /**
     * Returns what this catalogue knows of an instance type.
     *
     * @param instanceType the exact name, such as {@code m5.large}
     * @return whether its limits are known, or no more than that it exists, or nothing
     */
    public Knowledge knowledgeOf(String instanceType) {
        if (rows.containsKey(requireNonNull(instanceType, "instanceType"))) {
            return Knowledge.KNOWN;
        }
        return named.contains(instanceType) ? Knowledge.NAMED : Knowledge.UNKNOWN;
    }

    /** {@return the types that the EC2 API names and whose limits are not known, by name} */
    public NavigableSet<String> named() {
        NavigableSet<String> names = named.all();
        names.removeAll(rows.keySet());
        return Collections.unmodifiableNavigableSet(names);
    }

    /**
     * Returns this catalogue with names of types whose limits are not known.
     *
     * @param names the names; those of types whose limits are known change nothing
     * @return the new catalogue
     * @throws IllegalArgumentException if a name cannot be that of an instance type
     */
    public InstanceTypes withNamed(Collection<String> names) {
        return new InstanceTypes(rows, named.plus(List.copyOf(requireNonNull(names, "names"))));
    }

    /** {@return the limits of every type, whatever its status, by name} */
    public Stream<InstanceLimits> stream() {
        return rows.values().stream().map(row -> row.limits().orElseThrow());
    }

    /** {@return a query for types of this catalogue, without conditions} */
    public InstanceQuery query() {
        return InstanceQuery.of(rows.values());
    }

    /**
     * Returns this catalogue with the limits of one type added or replaced.
     *
     * @param limits the new limits of the type
     * @return the new catalogue
     */
    public InstanceTypes with(InstanceLimits limits) {
        requireNonNull(limits, "limits");
        Map<String, InstanceLimits> byName = byName();
        byName.put(limits.instanceType(), limits);
        return of(byName.values(), named);
    }

    /**
     * Returns this catalogue merged with a base catalogue.
     *
     * <p>For types in both, the facts are those of this catalogue; facts that it does not give are those of the base.
     *
     * @param base the other catalogue, usually the bundled one
     * @return the new catalogue
     */
    public InstanceTypes mergedOver(InstanceTypes base) {
        requireNonNull(base, "base");
        Map<String, InstanceLimits> byName = base.byName();
        stream().forEach(limits -> byName.merge(limits.instanceType(), limits, Merge::over));
        return of(byName.values(), named.plus(base.named));
    }

    /**
     * Compares this catalogue with an older one.
     *
     * @param older the earlier catalogue
     * @return the types added since, removed since, and changed, with the facts that changed
     */
    public CatalogueDiff diffFrom(InstanceTypes older) {
        requireNonNull(older, "older");
        return CatalogueDiff.between(older, this);
    }

    private Map<String, InstanceLimits> byName() {
        return stream()
                .collect(Collectors.toMap(InstanceLimits::instanceType, limits -> limits, (a, b) -> b, TreeMap::new));
    }

    /** {@return whether the other object is a catalogue of equal limits and names} */
    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || (other instanceof InstanceTypes types
                        && byName().equals(types.byName())
                        && named().equals(types.named()));
    }

    @Override
    public int hashCode() {
        return byName().hashCode();
    }

    /** {@return how many types the catalogue holds, in words} */
    @Override
    public String toString() {
        return "InstanceTypes[" + rows.size() + " types]";
    }

    /** Loads the bundled table when it is first asked for. */
    private static final class Bundled {
        static final InstanceTypes TYPES =
                new InstanceTypes(TableRow.allOf(BundledFile.read("instance-types.csv")), NamedTypes.BUNDLED);
    }
}
