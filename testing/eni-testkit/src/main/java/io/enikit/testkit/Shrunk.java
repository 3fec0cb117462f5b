package io.enikit.testkit;

import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/** A value made from a seed, which shrinks by steps of its own to smaller values of its kind. */
final class Shrunk<T> implements Shrinkable<T> {
    private final T value;
    private final Kind<T> kind;

    private Shrunk(T value, Kind<T> kind) {
        this.value = value;
        this.kind = kind;
    }

    /** How values of a kind shrink. */
    interface Kind<T> {
        /** Returns values that may be simpler, the boldest steps first. */
        Stream<T> simpler(T value);

        /** Returns how far a value is from the simplest one. */
        ShrinkingDistance distance(T value);
    }

    static <T> Arbitrary<T> arbitrary(Function<Long, T> make, Kind<T> kind) {
        return Arbitraries.fromGenerator(random -> new Shrunk<>(make.apply(random.nextLong()), kind));
    }

    @Override
    public T value() {
        return value;
    }

    @Override
    public Stream<Shrinkable<T>> shrink() {
        ShrinkingDistance distance = distance();
        return kind.simpler(value)
                .filter(simpler -> kind.distance(simpler).compareTo(distance) < 0)
                .map(simpler -> new Shrunk<>(simpler, kind));
    }

    @Override
    public ShrinkingDistance distance() {
        return kind.distance(value);
    }
}
