package io.enikit.testkit;

import static java.util.Objects.requireNonNull;

import io.enikit.ipam.CidrLayout;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes up layouts of both families that were planned several times over, with gaps and head-room.
 *
 * <pre>{@code
 * CidrLayout layout = Layouts.layout(42);
 * }</pre>
 */
public final class Layouts {
    private static final List<String> GROUPS = List.of("app", "db", "web");
    private static final List<String> ZONES = List.of("a", "b", "c");
    private static final String GIVEN_UP = "given up";

    private Layouts() {}

    /**
     * Makes a layout of either family; there is room for all that it was asked for.
     *
     * @param seed any number; the same seed gives the same layout
     * @return the layout
     */
    public static CidrLayout layout(long seed) {
        Choice choice = new Choice(seed);
        return layout(Pools.family(choice), choice);
    }

    /**
     * Makes a layout of one family; there is room for all that it was asked for.
     *
     * @param family the family of its blocks
     * @param seed any number; the same seed gives the same layout
     * @return the layout
     */
    public static CidrLayout layout(IpFamily family, long seed) {
        return layout(requireNonNull(family, "family"), new Choice(seed));
    }

    private static CidrLayout layout(IpFamily family, Choice choice) {
        CidrLayout layout = CidrLayout.empty(Pools.blocks(family, choice));
        int shortest = Pools.shortest(family) + 4;
        int plans = choice.between(1, 3);
        for (int i = 0; i < plans; i++) {
            layout = layout.plan(lengths(shortest, choice));
        }
        return choice.percent(20)
                ? layout.withHeadRoom(choice.of(GROUPS), choice.between(shortest, shortest + 2))
                : layout;
    }

    private static Map<String, Integer> lengths(int shortest, Choice choice) {
        Map<String, Integer> lengths = new TreeMap<>();
        for (String group : GROUPS) {
            int length = choice.percent(60) ? shortest + 4 : choice.between(shortest, shortest + 8);
            for (String zone : ZONES) {
                if (choice.percent(50)) {
                    lengths.put(group + "/" + zone, length);
                }
            }
        }
        return lengths;
    }

    /** Finds layouts with less: without a name, head-room, a block, the history, or long addresses. */
    static Stream<CidrLayout> simpler(CidrLayout layout) {
        Cidr[] blocks = layout.blocks().toArray(Cidr[]::new);
        List<String> names = List.copyOf(layout.cidrs().keySet());
        return Stream.of(
                        Sublists.of(names).map(part -> layout.plan(without(layout, part))),
                        layout.headRoom().keySet().stream().map(layout::withoutHeadRoom),
                        Stream.of(
                                CidrLayout.empty(blocks[0]).plan(without(layout, List.of())),
                                CidrLayout.empty(blocks).plan(without(layout, List.of())),
                                plain(layout, IpFamily.IPV4),
                                plain(layout, layout.blocks().get(0).family()),
                                behindOne(layout)),
                        names.stream().map(name -> layout.plan(withPlainLength(layout, name))))
                .flatMap(layouts -> layouts)
                .filter(simpler -> simpler.impossible().isEmpty());
    }

    private static Map<String, Integer> without(CidrLayout layout, List<String> names) {
        Map<String, Integer> lengths = new TreeMap<>();
        layout.cidrs().forEach((name, cidr) -> lengths.put(name, cidr.prefixLength()));
        lengths.keySet().removeAll(names);
        return lengths;
    }

    /** The same names in new blocks, close together behind one that was given up. */
    private static CidrLayout behindOne(CidrLayout layout) {
        Map<String, Integer> lengths = without(layout, List.of());
        Map<String, Integer> more = new TreeMap<>(lengths);
        more.put(GIVEN_UP, Pools.plainLength(layout.blocks().get(0).family()));
        CidrLayout first =
                CidrLayout.empty(layout.blocks().toArray(Cidr[]::new)).plan(Map.of(GIVEN_UP, more.get(GIVEN_UP)));
        return first.plan(more).plan(lengths);
    }

    private static Map<String, Integer> withPlainLength(CidrLayout layout, String name) {
        Map<String, Integer> lengths = without(layout, List.of());
        lengths.put(name, Pools.plainLength(layout.blocks().get(0).family()));
        return lengths;
    }

    /** The same names in the plainest layout of a family. */
    private static CidrLayout plain(CidrLayout layout, IpFamily family) {
        Map<String, Integer> lengths = new TreeMap<>();
        layout.cidrs().keySet().forEach(name -> lengths.put(name, Pools.plainLength(family)));
        return CidrLayout.empty(Pools.plainBlock(family)).plan(lengths);
    }
}
