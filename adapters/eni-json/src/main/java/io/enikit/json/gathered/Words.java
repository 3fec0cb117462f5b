package io.enikit.json.gathered;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What properties are called in the language of a resource, where that is not their name.
 *
 * <p>Every resource has some, and hardly any is asked for one: so they are kept in a row.
 */
public final class Words {
    private static final Words NONE = new Words(List.of());

    /** Each property, and its word behind it; the last one counts. */
    private final List<String> pairs;

    private Words(List<String> pairs) {
        this.pairs = pairs;
    }

    public static Words none() {
        return NONE;
    }

    /** Collects words, also while others have been made of them. */
    public static final class Builder {
        private final List<String> pairs = new ArrayList<>(32);

        public void add(String property, String word) {
            pairs.add(property);
            pairs.add(word);
        }

        public Words build() {
            return new Words(List.copyOf(pairs));
        }
    }

    /** Returns what a property is called. */
    String of(String property) {
        for (int i = pairs.size() - 2; i >= 0; i -= 2) {
            if (pairs.get(i).equals(property)) {
                return pairs.get(i + 1);
            }
        }
        return property;
    }

    private Map<String, String> asMap() {
        Map<String, String> words = new HashMap<>();
        for (int i = 0; i < pairs.size(); i += 2) {
            words.put(pairs.get(i), pairs.get(i + 1));
        }
        return words;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Words that && asMap().equals(that.asMap());
    }

    @Override
    public int hashCode() {
        return asMap().hashCode();
    }

    @Override
    public String toString() {
        return asMap().toString();
    }
}
