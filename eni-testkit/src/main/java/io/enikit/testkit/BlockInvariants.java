package io.enikit.testkit;

import com.google.common.collect.ImmutableList;
import io.enikit.ipam.Allocation;
import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.net.Cidr;
import io.enikit.net.IpSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What holds of blocks that are given out: inside of those they come from, apart from each other, and all accounted for. */
final class BlockInvariants {
    private BlockInvariants() {}

    static List<String> of(CidrPool pool) {
        List<String> broken = new ArrayList<>();
        Map<String, Cidr> held = new TreeMap<>();
        for (Allocation allocation : pool.allocations()) {
            held.put("#" + allocation.sequence() + " " + allocation.owner(), allocation.cidr());
            if (allocation.sequence() > pool.sequence()) {
                broken.add(allocation + " is younger than the pool, which is at " + pool.sequence());
            }
        }
        check(pool.blocks(), held, broken::add);
        checkAccount(pool, held, broken::add);
        return ImmutableList.copyOf(broken);
    }

    private static void checkAccount(CidrPool pool, Map<String, Cidr> held, Consumer<String> broken) {
        held.forEach((name, cidr) -> pool.free().cidrs().stream()
                .filter(cidr::overlaps)
                .forEach(free -> broken.accept(cidr + " of " + name + " is granted, and " + free + " is free")));
        BigInteger accounted = pool.free()
                .size()
                .add(sum(held.values()))
                .add(pool.reserved()
                        .subtract(IpSet.of(held.values().toArray(Cidr[]::new)))
                        .size());
        if (!accounted.equals(sum(pool.blocks()))) {
            broken.accept("free, granted and reserved addresses are " + accounted + ", the blocks have "
                    + sum(pool.blocks()));
        }
    }

    static List<String> of(CidrLayout layout) {
        List<String> broken = new ArrayList<>();
        check(layout.blocks(), layout.cidrs(), broken::add);
        return ImmutableList.copyOf(broken);
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

    private static void check(List<Cidr> blocks, Map<String, Cidr> held, Consumer<String> broken) {
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

    private static BigInteger sum(Iterable<Cidr> blocks) {
        BigInteger sum = BigInteger.ZERO;
        for (Cidr block : blocks) {
            sum = sum.add(block.size());
        }
        return sum;
    }
}
