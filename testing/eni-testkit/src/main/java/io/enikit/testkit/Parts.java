package io.enikit.testkit;

import java.util.List;
import java.util.stream.Stream;

/** What to take out of a list to make it smaller. */
final class Parts {
    private Parts() {}

    /** {@return all of it, halves, and each element alone} */
    static <E> Stream<List<E>> of(List<E> all) {
        int half = all.size() / 2;
        Stream<List<E>> large = Stream.of(all, all.subList(0, half), all.subList(half, all.size()))
                .filter(part -> part.size() > 1);
        return Stream.concat(large, all.stream().map(List::of));
    }
}
