package io.enikit.json.gathered;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes ids of texts, often the same object of the same text.
 *
 * <p>Many interfaces name few subnets and groups: their plan is smaller then, and what is one object is soon compared. The
 * table does not grow.
 */
final class RecentIds<T> {
    private static final int SIZE = 1 << 10;

    private final Function<String, T> maker;
    private @Nullable Object @Nullable [] table;

    RecentIds(Function<String, T> maker) {
        this.maker = maker;
    }

    @SuppressWarnings("unchecked")
    T of(String text) {
        @Nullable Object @Nullable [] ids = table;
        if (ids == null) {
            ids = new @Nullable Object[SIZE];
            table = ids;
        }
        int hash = text.hashCode();
        int index = (hash ^ hash >>> 16) & SIZE - 1;
        @Nullable Object known = ids[index];
        if (known != null && known.toString().equals(text)) {
            return (T) known;
        }
        T made = maker.apply(text);
        ids[index] = made;
        return made;
    }
}
