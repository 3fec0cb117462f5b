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
 * A layout of blocks for names, around blocks that the user has chosen.
 *
 * @param cidrs the blocks by name
 * @param refused the reasons why the other names have no block
 */
record BlockPlan(Map<String, Cidr> cidrs, Map<String, String> refused) {
    /**
     * Plans blocks for names.
     *
     * @param blocks the blocks to place them in; they may be of both families, and may overlap
     * @param stated the blocks that the user has chosen, inside or outside of these; they are not available
     * @param before the blocks that the names had before
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

    /** Returns what is left of the blocks, in pieces that each lie in one block. */
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

    /** Returns the earlier blocks that can stay: those that lie in a piece and do not overlap each other. */
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
