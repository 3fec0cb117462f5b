package io.enikit.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Chooses at random, the same for the same seed on every machine. */
final class Choice {
    private final SplittableRandom random;

    Choice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Says yes this many times in a hundred. */
    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    /** Returns a number, both ends included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    long seed() {
        return random.nextLong();
    }

    <T> T of(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    final <T> T of(T... values) {
        return values[random.nextInt(values.length)];
    }

    /** Returns one of some values, or empty if there is none. */
    <T> Optional<T> any(Collection<? extends T> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(of(new ArrayList<>(values)));
    }
}
