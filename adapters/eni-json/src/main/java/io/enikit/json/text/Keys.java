package io.enikit.json.text;

import com.google.common.collect.Iterators;
import com.google.common.collect.Maps;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an object in their order. Objects of one file that have the same keys share them, and hold but their values.
 *
 * <p>What a key is compared with first is the one that came next the last time: lists of resources hold objects that are alike.
 * The table does not grow beyond a bound, whatever is in a file.
 */
final class Keys {
    private static final int MOST = 1 << 12;
    private static final int MOST_OF_AN_OBJECT = 128;

    /** How many there are in the table. */
    private static final class Count {
        private int used;
    }

    private final @Nullable Keys before;
    private final String last;
    private final int size;
    private final Count count;
    private final Map<String, Keys> next = new HashMap<>(2);
    private @Nullable Keys usual;
    /** Which value is that of a key; made once it is asked for, in the order of the keys. */
    private @Nullable Map<String, Integer> places;

    private Keys(@Nullable Keys before, String last, int size, Count count) {
        this.before = before;
        this.last = last;
        this.size = size;
        this.count = count;
    }

    /** Returns those of an empty object, which those of all other objects of a file begin with. */
    static Keys none() {
        return new Keys(null, "", 0, new Count());
    }

    /** Returns these keys and one more; null if it is one of these, or there is no room. */
    @Nullable
    Keys and(String key) {
        @Nullable Keys likely = usual;
        if (likely == null || !likely.last.equals(key)) {
            likely = next.get(key);
            if (likely == null && count.used < MOST && size < MOST_OF_AN_OBJECT && !contains(key)) {
                count.used++;
                likely = new Keys(this, key, size + 1, count);
                next.put(key, likely);
            }
            usual = likely;
        }
        return likely;
    }

    private boolean contains(String key) {
        for (@Nullable Keys each = this; each != null && each.before != null; each = each.before) {
            if (each.last.equals(key)) {
                return true;
            }
        }
        return false;
    }

    String last() {
        return last;
    }

    /** Returns an object with these keys. */
    Map<String, Node> with(List<Node> values) {
        return new Members(this, values.toArray(new Node[0]));
    }

    private Map<String, Integer> places() {
        @Nullable Map<String, Integer> known = places;
        if (known == null) {
            String[] keys = new String[size];
            for (@Nullable Keys each = this; each != null && each.before != null; each = each.before) {
                keys[each.size - 1] = each.last;
            }
            known = Maps.newLinkedHashMapWithExpectedSize(size);
            for (int i = 0; i < size; i++) {
                known.put(keys[i], i);
            }
            places = known;
        }
        return known;
    }

    /** An object that nobody changes. */
    private static final class Members extends AbstractMap<String, Node> {
        private final Keys keys;
        private final Node[] values;

        Members(Keys keys, Node[] values) {
            this.keys = keys;
            this.values = values;
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return keys.places().containsKey(key);
        }

        @Override
        public @Nullable Node get(@Nullable Object key) {
            @Nullable Integer place = keys.places().get(key);
            return place == null ? null : values[place];
        }

        @Override
        public Set<Entry<String, Node>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Entry<String, Node>> iterator() {
                    Iterator<String> names = keys.places().keySet().iterator();
                    Iterator<Node> nodes = Iterators.forArray(values);
                    return Iterators.transform(names, name -> Map.entry(name, nodes.next()));
                }

                @Override
                public int size() {
                    return values.length;
                }
            };
        }
    }
}
