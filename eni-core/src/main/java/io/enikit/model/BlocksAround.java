package io.enikit.model;

import io.enikit.net.Cidr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the blocks of an index that overlap another block.
 *
 * <p>Two blocks overlap only if one holds the other. So in the order of blocks those inside of a block stand behind it in a
 * row, and those around it before it, each within reach of a few steps:
 *
 * <pre>
 * /16 A, /20 A.0, /22 A.0, /22 A.4, /22 A.8         around A.8/22: the one before is A.4/22, which is not around it,
 *                                                   nor is anything behind the smallest block around both, A.0/20
 * </pre>
 */
final class BlocksAround {
    private BlocksAround() {}

    /** Adds the values of all blocks that overlap a block. */
    static <V extends Comparable<? super V>> void addOverlapping(
            MultiIndex<Cidr, V> blocks, Cidr cidr, Collection<? super V> values) {
        if (blocks.isEmpty()) {
            return;
        }
        blocks.addBetween(cidr, Cidr.from(cidr.last()), values);
        for (Cidr around : keysAround(blocks, cidr)) {
            values.addAll(blocks.get(around));
        }
    }

    /** Returns the blocks that hold another block and more. */
    static <V extends Comparable<? super V>> List<Cidr> keysAround(MultiIndex<Cidr, V> blocks, Cidr cidr) {
        List<Cidr> keys = new ArrayList<>(0);
        @Nullable Cidr before = blocks.lowerKey(cidr);
        while (before != null && before.family() == cidr.family()) {
            if (before.contains(cidr)) {
                keys.add(before);
                before = blocks.lowerKey(before);
            } else {
                before = blocks.floorKey(around(before, cidr));
            }
        }
        return keys;
    }

    /** Returns the smallest block that holds two blocks, neither of which holds the other. */
    private static Cidr around(Cidr one, Cidr other) {
        Cidr around = one.parent().orElseThrow();
        while (!around.contains(other)) {
            around = around.parent().orElseThrow();
        }
        return around;
    }
}
