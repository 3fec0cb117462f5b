package io.enikit.model;

import com.google.common.base.Splitter;
import io.enikit.internal.EscapedText;
import io.enikit.internal.SharedIds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One line of the text of a plan: a kind, an id, and keys with values. */
final class PlanLine {
    private static final String TAG = "tag:";

    /** Stands for a list that is empty although its default is not. */
    private static final String NONE = "none";

    private PlanLine() {}

    static Writer of(String kind, String id) {
        return new Writer(kind + (id.isEmpty() ? "" : " " + Words.escape(id)));
    }

    /** Reads a line; what is wrong with it goes to a consumer, and the reader goes on as if it had not been there. */
    static Reader parse(String text, SharedIds ids, Consumer<String> faults) {
        return new Reader(text, ids, faults);
    }

    /** Puts a line together. */
    static final class Writer {
        private final StringBuilder line;

        /** Keys and values in turn that are not written, because they have their defaults. */
        private final List<Object> defaults = new ArrayList<>();

        private Writer(String start) {
            line = new StringBuilder(start);
        }

        Writer put(String key, Object value) {
            line.append(' ').append(key).append('=').append(Words.escape(value.toString()));
            return this;
        }

        Writer put(String key, Optional<?> value) {
            value.ifPresent(present -> put(key, present));
            return this;
        }

        /** Writes a value that is not its default. */
        <T> Writer put(String key, T value, T unlessThis) {
            if (!value.equals(unlessThis)) {
                return put(key, value);
            }
            defaults.add(key);
            defaults.add(value);
            return this;
        }

        /** Writes a list that is not empty. */
        Writer putAll(String key, Collection<?> values) {
            if (!values.isEmpty()) {
                line.append(' ').append(key).append('=').append(words(values));
            }
            return this;
        }

        /** Writes a list that is not its default, with a word for an empty one. */
        Writer putAll(String key, List<?> values, List<?> unlessThese) {
            if (values.equals(unlessThese)) {
                defaults.add(key);
                defaults.add(values);
                return this;
            }
            return values.isEmpty() ? put(key, NONE) : putAll(key, values);
        }

        private static String words(Collection<?> values) {
            return values.stream().map(value -> Words.escape(value.toString())).collect(Collectors.joining(","));
        }

        Writer putTags(Map<String, String> tags) {
            tags.forEach((key, value) -> put(TAG + Words.escape(key), value));
            return this;
        }

        /** Returns all values by key as they are written, defaults included unless they are empty. */
        NavigableMap<String, String> fields() {
            NavigableMap<String, String> fields = new TreeMap<>();
            for (int i = 0; i < defaults.size(); i += 2) {
                String value = defaults.get(i + 1) instanceof List<?> values
                        ? words(values)
                        : Words.escape(defaults.get(i + 1).toString());
                if (!value.isEmpty()) {
                    fields.put(defaults.get(i).toString(), value);
                }
            }
            for (String word : Splitter.on(' ').split(line)) {
                int equals = word.indexOf('=');
                if (equals >= 0) {
                    fields.put(word.substring(0, equals), word.substring(equals + 1));
                }
            }
            return fields;
        }

        @Override
        public String toString() {
            return line.toString();
        }
    }

    /** Takes a line apart. */
    static final class Reader {
        /** A key is its start, the place of its equals sign, and the end of its value. */
        private static final int BOUNDS = 3;

        /** Up to so many keys are compared one by one. */
        private static final int FEW = 16;

        private final String line;
        private final String kind;
        private final SharedIds ids;
        private final Consumer<String> faults;
        private final boolean escaped;
        private String id = "";
        private boolean sound = true;

        /** The keys that were not taken yet; one that was has a start behind its equals sign. */
        private int[] bounds = new int[8 * BOUNDS];

        private int size;

        /** A bit for each length of a key, modulo 64: most keys that are asked for are not there. */
        private long lengths;

        /** Where the first key stands that was not taken yet: most are asked for in the order in which they stand. */
        private int first;

        private @Nullable Set<String> seen;

        private Reader(String line, SharedIds ids, Consumer<String> faults) {
            this.line = line;
            this.ids = ids;
            this.faults = faults;
            escaped = line.indexOf('%') >= 0;
            int start = startOfWord(0);
            int end = endOfWord(start);
            kind = line.substring(start, end);
            for (start = startOfWord(end); start < line.length(); start = startOfWord(end)) {
                end = endOfWord(start);
                read(start, end);
            }
        }

        private int startOfWord(int from) {
            int start = from;
            while (start < line.length() && line.charAt(start) == ' ') {
                start++;
            }
            return start;
        }

        private int endOfWord(int start) {
            int end = line.indexOf(' ', start);
            return end < 0 ? line.length() : end;
        }

        private void read(int start, int end) {
            int equals = line.indexOf('=', start);
            if (equals >= 0 && equals < end) {
                if (isThere(start, equals)) {
                    fault("\"" + line.substring(start, equals) + "\" stands twice: expected once");
                } else {
                    add(start, equals, end);
                }
            } else if (id.isEmpty() && size == 0) {
                id = unescape(line.substring(start, end)).orElse("");
            } else {
                fault("\"" + line.substring(start, end) + "\": expected key=value");
            }
        }

        private void add(int start, int equals, int end) {
            if (size == bounds.length) {
                bounds = Arrays.copyOf(bounds, 2 * size);
            }
            bounds[size++] = start;
            bounds[size++] = equals;
            bounds[size++] = end;
            lengths |= 1L << (equals - start);
        }

        /** Finds out whether a key stands before this one already. */
        private boolean isThere(int start, int equals) {
            if (size < FEW * BOUNDS) {
                for (int at = 0; at < size; at += BOUNDS) {
                    if (isKey(at, line, start, equals - start)) {
                        return true;
                    }
                }
                return false;
            }
            if (seen == null) {
                seen = new HashSet<>();
                for (int at = 0; at < size; at += BOUNDS) {
                    seen.add(line.substring(bounds[at], bounds[at + 1]));
                }
            }
            return !seen.add(line.substring(start, equals));
        }

        private boolean isKey(int at, String text, int start, int length) {
            return bounds[at + 1] - bounds[at] == length && line.regionMatches(bounds[at], text, start, length);
        }

        /** Returns where the bounds of a key are, or a negative number. */
        private int find(String key) {
            if ((lengths & (1L << key.length())) != 0) {
                for (int at = first; at < size; at += BOUNDS) {
                    if (isKey(at, key, 0, key.length())) {
                        return at;
                    }
                }
            }
            return -1;
        }

        /** Returns a value as it stands there, and leaves it out from now on. */
        private String take(int at) {
            String value = line.substring(bounds[at + 1] + 1, bounds[at + 2]);
            bounds[at] = bounds[at + 1] + 1;
            while (first < size && bounds[first] > bounds[first + 1]) {
                first += BOUNDS;
            }
            return value;
        }

        String kind() {
            return kind;
        }

        void fault(String fault) {
            sound = false;
            faults.accept((kind + " " + id).strip() + ": " + fault);
        }

        /** Returns the id, or empty with a fault where there is none. */
        <T> Optional<T> id(Function<String, T> parse) {
            if (id.isBlank()) {
                fault("the id is missing");
                return Optional.empty();
            }
            return Optional.of(parse.apply(id));
        }

        /** Returns the id as the one object that all lines share. */
        <T extends ResourceId> Optional<T> sharedId(Function<String, T> parse) {
            return id(shared(parse));
        }

        private <T extends ResourceId> Function<String, T> shared(Function<String, T> parse) {
            return text -> ids.same(parse.apply(text));
        }

        /** Takes a value that may be missing. */
        <T> Optional<T> take(String key, Function<String, T> parse) {
            int at = find(key);
            return at < 0 ? Optional.empty() : parsed(key, take(at), parse);
        }

        /** Takes an id that may be missing. */
        <T extends ResourceId> Optional<T> takeId(String key, Function<String, T> parse) {
            return take(key, shared(parse));
        }

        /** Takes a value that must be there. */
        <T> Optional<T> require(String key, Function<String, T> parse) {
            if (!has(key)) {
                fault(key + " is missing");
            }
            return take(key, parse);
        }

        /** Takes an id that must be there. */
        <T extends ResourceId> Optional<T> requireId(String key, Function<String, T> parse) {
            return require(key, shared(parse));
        }

        /** Finds out whether a key has a value. */
        boolean has(String key) {
            return find(key) >= 0;
        }

        /** Finds out whether any of some keys has a value. */
        boolean hasAny(Iterable<String> keys) {
            for (String key : keys) {
                if (has(key)) {
                    return true;
                }
            }
            return false;
        }

        <T> List<T> takeAll(String key, Function<String, T> parse) {
            int at = find(key);
            if (at < 0) {
                return List.of();
            }
            String words = take(at);
            List<T> all = new ArrayList<>(1);
            int start = 0;
            for (int end = words.indexOf(','); end >= 0; end = words.indexOf(',', start)) {
                parsed(key, words.substring(start, end), parse).ifPresent(all::add);
                start = end + 1;
            }
            parsed(key, words.substring(start), parse).ifPresent(all::add);
            return all;
        }

        <T extends ResourceId> List<T> takeIds(String key, Function<String, T> parse) {
            return takeAll(key, shared(parse));
        }

        /** Takes a list that may be missing, or be the word for an empty one. */
        <T> Optional<List<T>> takeAllOrNone(String key, Function<String, T> parse) {
            int at = find(key);
            if (at < 0) {
                return Optional.empty();
            }
            if (bounds[at + 2] - bounds[at + 1] == NONE.length() + 1 && line.startsWith(NONE, bounds[at + 1] + 1)) {
                take(at);
                return Optional.of(List.of());
            }
            return Optional.of(takeAll(key, parse));
        }

        boolean takeFlag(String key, boolean unlessGiven) {
            return take(key, Words::parseBoolean).orElse(unlessGiven);
        }

        int takeInt(String key, int unlessGiven) {
            return take(key, Words::parseInt).orElse(unlessGiven);
        }

        SortedMap<String, String> takeTags() {
            SortedMap<String, String> tags = Collections.emptySortedMap();
            for (int at = first; at < size; at += BOUNDS) {
                if (bounds[at + 1] - bounds[at] >= TAG.length() && line.startsWith(TAG, bounds[at])) {
                    String key = line.substring(bounds[at], bounds[at + 1]);
                    Optional<String> name = unescape(key.substring(TAG.length()));
                    Optional<String> value = parsed(key, take(at), text -> text);
                    tags = tags.isEmpty() ? new TreeMap<>() : tags;
                    if (name.isPresent() && value.isPresent() && tags.putIfAbsent(name.get(), value.get()) != null) {
                        fault("\"" + key + "\" is a tag that stands twice: expected once");
                    }
                }
            }
            return tags;
        }

        /** Makes the resource, if nothing on the line was wrong and nothing is left over. */
        <T> Optional<T> finish(Supplier<T> make) {
            for (int at = first; at < size; at += BOUNDS) {
                if (bounds[at] <= bounds[at + 1]) {
                    fault("\"" + line.substring(bounds[at], bounds[at + 1]) + "\" is no key of this kind");
                }
            }
            return sound ? Optional.of(make.get()) : Optional.empty();
        }

        private Optional<String> unescape(String word) {
            try {
                return Optional.of(escaped ? EscapedText.unescape(word) : word);
            } catch (IllegalArgumentException e) {
                fault(String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        }

        private <T> Optional<T> parsed(String key, String word, Function<String, T> parse) {
            Optional<String> text = unescape(word);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(parse.apply(text.get()));
            } catch (IllegalArgumentException e) {
                fault(key + ": " + e.getMessage());
                return Optional.empty();
            }
        }
    }
}
