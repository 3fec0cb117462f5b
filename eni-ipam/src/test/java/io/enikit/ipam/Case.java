package io.enikit.ipam;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpRange;
import io.enikit.net.IpSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One case: what was asked of another allocator, and what it answered or should have. */
record Case(
        String op,
        Map<String, @Nullable Object> input,
        @Nullable Object expected,
        String source) {
    /** Stands for every answer that is a refusal. */
    static final String ERROR = "error";

    @SuppressWarnings("unchecked")
    static Stream<Case> all() {
        try (InputStream stream = Objects.requireNonNull(Case.class.getResourceAsStream("allocation-cases.tsv"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> line.split("\t"))
                            .map(fields -> new Case(
                                    fields[0],
                                    (Map<String, @Nullable Object>) Objects.requireNonNull(Json.read(fields[1])),
                                    Json.read(fields[2]),
                                    fields[3]))
                            .toList()
                            .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String key) {
        return input.get(key) != null;
    }

    String text(String key) {
        return (String) Objects.requireNonNull(input.get(key), key);
    }

    int number(String key) {
        return ((BigInteger) Objects.requireNonNullElse(input.get(key), BigInteger.ZERO)).intValueExact();
    }

    boolean flag(String key) {
        return (Boolean) Objects.requireNonNull(input.get(key), key);
    }

    @SuppressWarnings("unchecked")
    <T> List<T> list(String key) {
        return (List<T>) Objects.requireNonNullElse(input.get(key), List.of());
    }

    List<Integer> numbers(String key) {
        return this.<BigInteger>list(key).stream()
                .map(BigInteger::intValueExact)
                .toList();
    }

    /** A block, whose host bits are cleared. */
    Cidr cidr(String key) {
        return masked(text(key));
    }

    static Cidr masked(String text) {
        int slash = text.indexOf('/');
        return Cidr.containing(IpAddress.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    /** Blocks, addresses and ranges. */
    IpSet set(String key) {
        IpSet.Builder set = IpSet.builder();
        for (String text : this.<String>list(key)) {
            if (text.contains("-")) {
                set.add(IpRange.parse(text));
            } else if (text.contains("/")) {
                set.add(Cidr.parse(text));
            } else {
                set.add(IpAddress.parse(text));
            }
        }
        return set.build();
    }

    /** The part of the expected answer with a name. */
    @SuppressWarnings("unchecked")
    Object expected(String key) {
        return Objects.requireNonNull(((Map<String, Object>) Objects.requireNonNull(expected)).get(key), key);
    }

    /** The expected answer, whole, where it has named parts. */
    @SuppressWarnings("unchecked")
    Map<String, Object> parts() {
        return (Map<String, Object>) Objects.requireNonNull(expected);
    }

    static int number(Map<String, Object> map, String key) {
        return ((BigInteger) Objects.requireNonNull(map.get(key), key)).intValueExact();
    }

    /** What is right, where the product is said to be wrong; every error is the same one. */
    @Nullable
    Object answer() {
        return plain(expected);
    }

    private static @Nullable Object plain(@Nullable Object expected) {
        if (expected instanceof Map<?, ?> map) {
            if (map.containsKey("correct")) {
                return plain(map.get("correct"));
            }
            return map.containsKey("error") ? ERROR : map;
        }
        return expected instanceof List<?> list ? list.stream().map(Case::plain).toList() : expected;
    }

    @Override
    public String toString() {
        return op + " " + input;
    }
}
