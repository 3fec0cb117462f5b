package io.enikit.testkit;

import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/** A value made from a seed, with a {@link Shrinker} that finds simpler values. */
final class SeededShrinkable<T> implements Shrinkable<T> {
    private final T value;
    private final Shrinker<T> shrinker;

    private SeededShrinkable(T value, Shrinker<T> shrinker) {
        this.value = value;
        this.shrinker = shrinker;
    }

    /** Finds simpler values. */
    interface Shrinker<T> {
        /** Returns values that may be simpler, the largest steps first. */
        Stream<T> simpler(T value);

        /** Returns how far a value is from the simplest one. */
        ShrinkingDistance distance(T value);
    }

    static <T> Arbitrary<T> arbitrary(Function<Long, T> make, Shrinker<T> shrinker) {
        return Arbitraries.fromGenerator(random -> new SeededShrinkable<>(make.apply(random.nextLong()), shrinker));
    }

    @Override
    public T value() {
        return value;
    }

    @Override
    public Stream<Shrinkable<T>> shrink() {
        ShrinkingDistance distance = distance();
        return shrinker.simpler(value)
                .filter(simpler -> shrinker.distance(simpler).compareTo(distance) < 0)
                .map(simpler -> new SeededShrinkable<>(simpler, shrinker));
    }

    @Override
    public ShrinkingDistance distance() {
        return shrinker.distance(value);
    }
}
