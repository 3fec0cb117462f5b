package io.enikit.model;

import com.google.common.base.Splitter;
import io.enikit.internal.EscapedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
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
    static Reader parse(String text, Consumer<String> faults) {
        return new Reader(text, faults);
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
        private final String kind;
        private final Consumer<String> faults;
        private final Map<String, String> values = new LinkedHashMap<>();
        private String id = "";
        private boolean sound = true;

        private Reader(String text, Consumer<String> faults) {
            this.faults = faults;
            int start = startOfWord(text, 0);
            int end = endOfWord(text, start);
            kind = text.substring(start, end);
            for (start = startOfWord(text, end); start < text.length(); start = startOfWord(text, end)) {
                end = endOfWord(text, start);
                read(text.substring(start, end));
            }
        }

        private static int startOfWord(String text, int from) {
            int start = from;
            while (start < text.length() && text.charAt(start) == ' ') {
                start++;
            }
            return start;
        }

        private static int endOfWord(String text, int start) {
            int end = text.indexOf(' ', start);
            return end < 0 ? text.length() : end;
        }

        private void read(String word) {
            int equals = word.indexOf('=');
            if (equals >= 0) {
                if (values.putIfAbsent(word.substring(0, equals), word.substring(equals + 1)) != null) {
                    fault("\"" + word.substring(0, equals) + "\" stands twice: expected once");
                }
            } else if (id.isEmpty() && values.isEmpty()) {
                id = unescape(word).orElse("");
            } else {
                fault("\"" + word + "\": expected key=value");
            }
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

        /** Takes a value that may be missing. */
        <T> Optional<T> take(String key, Function<String, T> parse) {
            @Nullable String value = values.remove(key);
            return value == null ? Optional.empty() : unescape(value).flatMap(text -> parsed(key, text, parse));
        }

        /** Takes a value that must be there. */
        <T> Optional<T> require(String key, Function<String, T> parse) {
            if (!values.containsKey(key)) {
                fault(key + " is missing");
            }
            return take(key, parse);
        }

        /** Lists those of some keys that have a value. */
        List<String> given(String... keys) {
            List<String> given = new ArrayList<>();
            for (String key : keys) {
                if (values.containsKey(key)) {
                    given.add(key);
                }
            }
            return given;
        }

        <T> List<T> takeAll(String key, Function<String, T> parse) {
            @Nullable String value = values.remove(key);
            List<T> all = new ArrayList<>();
            if (value != null) {
                for (String word : Splitter.on(',').split(value)) {
                    unescape(word).flatMap(text -> parsed(key, text, parse)).ifPresent(all::add);
                }
            }
            return all;
        }

        /** Takes a list that may be missing, or be the word for an empty one. */
        <T> Optional<List<T>> takeAllOrNone(String key, Function<String, T> parse) {
            @Nullable String value = values.get(key);
            if (NONE.equals(value)) {
                values.remove(key);
                return Optional.of(List.of());
            }
            return value == null ? Optional.empty() : Optional.of(takeAll(key, parse));
        }

        boolean takeFlag(String key, boolean unlessGiven) {
            return take(key, Words::parseBoolean).orElse(unlessGiven);
        }

        int takeInt(String key, int unlessGiven) {
            return take(key, Words::parseInt).orElse(unlessGiven);
        }

        SortedMap<String, String> takeTags() {
            SortedMap<String, String> tags = new TreeMap<>();
            List<String> keys = new ArrayList<>();
            for (String key : values.keySet()) {
                if (key.startsWith(TAG)) {
                    keys.add(key);
                }
            }
            for (String key : keys) {
                Optional<String> name = unescape(key.substring(TAG.length()));
                Optional<String> value = take(key, text -> text);
                if (name.isPresent() && value.isPresent() && tags.putIfAbsent(name.get(), value.get()) != null) {
                    fault("\"" + key + "\" is a tag that stands twice: expected once");
                }
            }
            return tags;
        }

        /** Makes the resource, if nothing on the line was wrong and nothing is left over. */
        <T> Optional<T> finish(Supplier<T> make) {
            values.keySet().forEach(key -> fault("\"" + key + "\" is no key of this kind"));
            return sound ? Optional.of(make.get()) : Optional.empty();
        }

        private Optional<String> unescape(String word) {
            try {
                return Optional.of(EscapedText.unescape(word));
            } catch (IllegalArgumentException e) {
                fault(String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        }

        private <T> Optional<T> parsed(String key, String text, Function<String, T> parse) {
            try {
                return Optional.of(parse.apply(text));
            } catch (IllegalArgumentException e) {
                fault(key + ": " + e.getMessage());
                return Optional.empty();
            }
        }
    }
}
