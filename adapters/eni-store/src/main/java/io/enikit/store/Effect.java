package io.enikit.store;

import io.enikit.ipam.Allocation;
import io.enikit.ipam.CidrPool;
import io.enikit.net.Cidr;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one event does to a pool, whoever made it do so and when. */
record Effect(
        PoolEvent.Kind kind,
        @Nullable Cidr cidr,
        String owner,
        String key,
        long sequence,
        @Nullable String settings) {
    Effect {
        checkText("owner", owner);
        checkText("key", key);
        if ((kind == PoolEvent.Kind.SETTINGS) != (settings != null)
                || (kind == PoolEvent.Kind.SETTINGS) != (cidr == null)) {
            throw new IllegalArgumentException(kind + " with " + cidr + " and " + settings);
        }
    }

    static Effect granted(Allocation allocation) {
        return of(PoolEvent.Kind.GRANTED, allocation);
    }

    static Effect released(Allocation allocation) {
        return of(PoolEvent.Kind.RELEASED, allocation);
    }

    private static Effect of(PoolEvent.Kind kind, Allocation allocation) {
        return new Effect(kind, allocation.cidr(), allocation.owner(), allocation.key(), allocation.sequence(), null);
    }

    /** Settings, blocks and reservations of a pool, and its sequence. */
    static Effect settings(CidrPool pool) {
        return new Effect(
                PoolEvent.Kind.SETTINGS,
                null,
                "",
                "",
                pool.sequence(),
                PoolFrame.of(pool).write());
    }

    Cidr block() {
        return Objects.requireNonNull(cidr);
    }

    String frame() {
        return Objects.requireNonNull(settings);
    }

    /** Refuses what not every database keeps as it is. */
    static String checkText(String what, String text) {
        for (int i = 0; i < Objects.requireNonNull(text, what).length(); ) {
            int point = text.codePointAt(i);
            if (point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
                throw new IllegalArgumentException("the " + what + " has a character at index " + i
                        + " that databases do not keep: \\u" + String.format(java.util.Locale.ROOT, "%04x", point));
            }
            i += Character.charCount(point);
        }
        return text;
    }
}
