package io.enikit.testkit;

import io.enikit.ipam.CidrLayout;
import io.enikit.net.Cidr;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes up layouts that were planned several times over, with gaps and head-room.
 *
 * <pre>{@code
 * CidrLayout layout = Layouts.layout(42);
 * }</pre>
 */
public final class Layouts {
    private static final List<String> GROUPS = List.of("app", "db", "web");
    private static final List<String> ZONES = List.of("a", "b", "c");

    private Layouts() {}

    /**
     * Makes a layout; there is room for all that it was asked for.
     *
     * @param seed any number; the same seed gives the same layout
     * @return the layout
     */
    public static CidrLayout layout(long seed) {
        Choice choice = new Choice(seed);
        CidrLayout layout = CidrLayout.empty(Pools.blocks(choice));
        int plans = choice.between(1, 3);
        for (int i = 0; i < plans; i++) {
            layout = layout.plan(lengths(choice));
        }
        return choice.percent(20) ? layout.withHeadRoom(choice.of(GROUPS), choice.between(20, 22)) : layout;
    }

    private static Map<String, Integer> lengths(Choice choice) {
        Map<String, Integer> lengths = new TreeMap<>();
        for (String group : GROUPS) {
            int length = choice.percent(60) ? 24 : choice.between(20, 28);
            for (String zone : ZONES) {
                if (choice.percent(50)) {
                    lengths.put(group + "/" + zone, length);
                }
            }
        }
        return lengths;
    }

    /** Finds layouts with less: without a name, head-room, a block, or the history. */
    static Stream<CidrLayout> simpler(CidrLayout layout) {
        Cidr[] blocks = layout.blocks().toArray(Cidr[]::new);
        List<String> names = List.copyOf(layout.cidrs().keySet());
        return Stream.of(
                        Parts.of(names).map(part -> layout.plan(without(layout, part))),
                        layout.headRoom().keySet().stream().map(layout::withoutHeadRoom),
                        Stream.of(
                                CidrLayout.empty(blocks[0]).plan(without(layout, List.of())),
                                CidrLayout.empty(blocks).plan(without(layout, List.of()))),
                        names.stream().map(name -> layout.plan(with24(layout, name))))
                .flatMap(layouts -> layouts)
                .filter(simpler -> simpler.impossible().isEmpty());
    }

    private static Map<String, Integer> without(CidrLayout layout, List<String> names) {
        Map<String, Integer> lengths = new TreeMap<>();
        layout.cidrs().forEach((name, cidr) -> lengths.put(name, cidr.prefixLength()));
        lengths.keySet().removeAll(names);
        return lengths;
    }

    private static Map<String, Integer> with24(CidrLayout layout, String name) {
        Map<String, Integer> lengths = without(layout, List.of());
        lengths.put(name, 24);
        return lengths;
    }
}
