package io.enikit.ipam;

import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import io.enikit.net.IpSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A layout around blocks that are stated: these are in nobody's way but that of the others.
 *
 * @param cidrs the blocks by name
 * @param refused why the other names have none
 */
record BlockPlan(Map<String, Cidr> cidrs, Map<String, String> refused) {
    /**
     * Plans blocks for names.
     *
     * @param blocks where they can be, perhaps of both families and perhaps overlapping, as a user states them
     * @param stated what is taken, wherever it is
     * @param before the blocks that names had
     * @param lengths the length of each name's block
     */
    static BlockPlan around(
            IpFamily family,
            List<Cidr> blocks,
            Collection<Cidr> stated,
            Map<String, Cidr> before,
            Map<String, Integer> lengths) {
        Map<String, String> refused = new TreeMap<>();
        Cidr[] pieces = pieces(family, blocks, stated);
        if (pieces.length == 0) {
            lengths.forEach((name, length) -> refused.put(name, "needs a /" + length + "; nothing is free"));
            return new BlockPlan(Map.of(), refused);
        }
        CidrLayout empty = CidrLayout.empty(pieces);
        CidrLayout standing =
                CidrLayout.planned(empty.blocks(), standing(empty.blocks(), before), Map.of(), Map.of(), Map.of());
        CidrLayout layout = standing.plan(lengths);
        layout.impossible().forEach(unplaced -> refused.put(unplaced.name(), unplaced.reason()));
        return new BlockPlan(layout.cidrs(), refused);
    }

    /** What is left of blocks, in pieces of which each lies in one block. */
    private static Cidr[] pieces(IpFamily family, List<Cidr> blocks, Collection<Cidr> stated) {
        List<Cidr> pieces = new ArrayList<>();
        IpSet taken = IpSet.of(stated.toArray(Cidr[]::new));
        for (Cidr block : blocks) {
            if (block.family() == family) {
                IpSet all = IpSet.of(block);
                pieces.addAll(all.subtract(taken).cidrs());
                taken = taken.union(all);
            }
        }
        return pieces.toArray(Cidr[]::new);
    }

    /** What can stay of the blocks before: those that lie in a piece, and not in one another. */
    private static Map<String, Cidr> standing(List<Cidr> pieces, Map<String, Cidr> before) {
        Map<String, Cidr> standing = new HashMap<>();
        IpSet.Builder all = IpSet.builder();
        pieces.forEach(all::add);
        IpSet left = all.build();
        for (Map.Entry<String, Cidr> entry : new TreeMap<>(before).entrySet()) {
            Cidr cidr = entry.getValue();
            if (left.contains(cidr) && pieces.stream().anyMatch(piece -> piece.contains(cidr))) {
                standing.put(entry.getKey(), cidr);
                left = left.subtract(IpSet.of(cidr));
            }
        }
        return standing;
    }
}
