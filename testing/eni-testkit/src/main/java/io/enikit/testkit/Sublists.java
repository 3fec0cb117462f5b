package io.enikit.testkit;

import java.util.List;
import java.util.stream.Stream;

/** Chooses the parts of a list to leave out when it is shrunk. */
final class Sublists {
    private Sublists() {}

    /** {@return all of it, halves, and each element alone} */
    static <E> Stream<List<E>> of(List<E> all) {
        int half = all.size() / 2;
        Stream<List<E>> large = Stream.of(all, all.subList(0, half), all.subList(half, all.size()))
                .filter(part -> part.size() > 1);
        return Stream.concat(large, all.stream().map(List::of));
    }
}
