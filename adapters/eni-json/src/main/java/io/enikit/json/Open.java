package io.enikit.json;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * A value that is not known.
 *
 * @param reason why
 * @param symbol stands for it: two unknown values with one symbol are the same
 * @param parts what a text is made of, one after the other, if that is known; none for all else
 * @param slice which part of a larger block it is, if it is a block and that is known
 * @param impossible whether it is not only unknown, but can have no value
 */
record Open(String reason, String symbol, List<Node> parts, Optional<Slice> slice, boolean impossible) {
    Open {
        parts = ImmutableList.copyOf(parts);
    }

    static Open of(String reason, String symbol) {
        return new Open(reason, symbol, List.of(), Optional.empty(), false);
    }

    /** Returns what can have no value: whatever asks for it is refused. */
    static Open impossible(String reason, String symbol) {
        return new Open(reason, symbol, List.of(), Optional.empty(), true);
    }

    Open withParts(List<Node> newParts) {
        return new Open(reason, symbol, newParts, slice, impossible);
    }

    Open withSlice(Slice newSlice) {
        return new Open(reason, symbol, parts, Optional.of(newSlice), impossible);
    }

    /** Returns the block that this is: a slice of another one, or one of which nothing is known. */
    Slice block() {
        return slice.orElseGet(() -> Slice.all(symbol));
    }
}
