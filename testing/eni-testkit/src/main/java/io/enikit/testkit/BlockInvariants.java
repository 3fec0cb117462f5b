package io.enikit.testkit;

import com.google.common.collect.ImmutableList;
import io.enikit.ipam.CidrLayout;
import io.enikit.net.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What holds of blocks that are given out: inside of those they come from and apart from each other; and of layouts. */
final class BlockInvariants {
    private BlockInvariants() {}

    static List<String> of(CidrLayout layout) {
        List<String> broken = new ArrayList<>();
        check(layout.blocks(), layout.cidrs(), broken::add);
        check(layout.blocks(), layout.headRoom(), broken::add);
        layout.headRoom()
                .forEach((group, room) -> layout.cidrs().forEach((name, cidr) -> {
                    if (room.overlaps(cidr) && !name.equals(group) && !name.startsWith(group + "/")) {
                        broken.add(cidr + " of " + name + " is in " + room + ", which is kept for " + group);
                    }
                }));
        checkSame("read from its text", CidrLayout.read(layout.write()), layout, broken::add);
        checkSame("planned once more", layout.plan(lengths(layout)), layout, broken::add);
        return ImmutableList.copyOf(broken);
    }

    private static void checkSame(String what, CidrLayout found, CidrLayout expected, Consumer<String> broken) {
        if (!found.equals(expected)) {
            broken.accept(what + " the layout is another one:\n" + found.write());
        }
    }

    private static Map<String, Integer> lengths(CidrLayout layout) {
        Map<String, Integer> lengths = new TreeMap<>();
        layout.cidrs().forEach((name, cidr) -> lengths.put(name, cidr.prefixLength()));
        layout.impossible().stream()
                .filter(each -> !each.headRoom())
                .forEach(each -> lengths.put(each.name(), each.prefixLength()));
        return lengths;
    }

    static List<String> between(CidrLayout before, CidrLayout after) {
        List<String> broken = new ArrayList<>();
        before.cidrs().forEach((name, cidr) -> {
            Cidr later = after.cidrs().getOrDefault(name, cidr);
            if (later.prefixLength() == cidr.prefixLength() && !later.equals(cidr)) {
                broken.add(name + " moved from " + cidr + " to " + later);
            }
        });
        return ImmutableList.copyOf(broken);
    }

    static void check(List<Cidr> blocks, Map<String, Cidr> held, Consumer<String> broken) {
        List<Map.Entry<String, Cidr>> sorted =
                held.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
        for (int i = 0; i < sorted.size(); i++) {
            Map.Entry<String, Cidr> one = sorted.get(i);
            if (blocks.stream().noneMatch(block -> block.contains(one.getValue()))) {
                broken.accept(one.getValue() + " of " + one.getKey() + " is in none of " + blocks);
            }
            if (i > 0 && sorted.get(i - 1).getValue().overlaps(one.getValue())) {
                broken.accept(one.getValue() + " of " + one.getKey() + " overlaps "
                        + sorted.get(i - 1).getValue() + " of "
                        + sorted.get(i - 1).getKey());
            }
        }
    }
}
