package io.enikit.rules;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Dotted ids of rules: what is below what, and what was probably meant. */
final class RuleIds {
    private static final int SUGGESTIONS = 3;

    private RuleIds() {}

    /** Returns whether an id is the given one, or starts with all of its words. */
    static boolean isWithin(String id, String idOrPrefix) {
        return id.startsWith(idOrPrefix)
                && (id.length() == idOrPrefix.length()
                        || (!idOrPrefix.isEmpty() && id.charAt(idOrPrefix.length()) == '.'));
    }

    /**
     * Returns the ids of the preconditions of operations, which this package cannot ask: they are above it.
     *
     * <p>The list is written from the preconditions themselves, and a test keeps it so.
     */
    static ImmutableSortedSet<String> ofPreconditions() {
        return OfPreconditions.IDS;
    }

    /** Read when they are first asked for. */
    private static final class OfPreconditions {
        static final ImmutableSortedSet<String> IDS = read();
    }

    private static ImmutableSortedSet<String> read() {
        try (InputStream list = RuleIds.class.getResourceAsStream("precondition-ids.txt")) {
            return ImmutableSortedSet.copyOf(new String(requireNonNull(list).readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .split("\n", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether a text is two or more words with a dot between them.
     *
     * <p>It looks at the characters itself, as a first call goes through the ids of all rules before a pattern is compiled.
     */
    static boolean areDottedWords(String text) {
        boolean dotted = false;
        char before = '.';
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            boolean ends = next == '.' || next == '-';
            if (ends ? before == '.' || before == '-' : (next < 'a' || next > 'z') && (next < '0' || next > '9')) {
                return false;
            }
            dotted |= next == '.';
            before = next;
        }
        return dotted && before != '.' && before != '-';
    }

    /** Returns those of the ids, and of their first words, that are closest to what was written. */
    static List<String> near(String written, Collection<String> ids) {
        return ids.stream()
                .flatMap(id -> Stream.of(id, id.substring(0, id.lastIndexOf('.'))))
                .distinct()
                .sorted(Comparator.<String>comparingInt(id -> distance(written, id))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SUGGESTIONS)
                .toList();
    }

    /** Counts the characters to insert, remove or replace to turn one text into the other. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
