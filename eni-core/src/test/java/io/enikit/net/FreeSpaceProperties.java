package io.enikit.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Every operation of {@link FreeSpace} against one bit an address. */
class FreeSpaceProperties {
    /** Blocks with many shapes of trie: part of a word, a word, one node, two and three levels, both families. */
    private static final List<String> BLOCKS = List.of(
            "10.0.0.0/32",
            "10.0.0.8/29",
            "255.255.255.240/28",
            "10.0.0.0/26",
            "10.0.0.128/25",
            "10.0.8.0/21",
            "10.0.16.0/20",
            "0.0.0.0/19",
            "2001:db8::/128",
            "2001:db8::8/125",
            "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fff0/124",
            "2001:db8::/122",
            "::1:ffff:ffff:ffff:f000/116");

    @Property(tries = 300)
    void changes_inAnyOrder_areThoseOfTheModel(@ForAll long seed, @ForAll @IntRange(min = 0, max = 12) int which) {
        Cidr block = Cidr.parse(BLOCKS.get(which));
        int bits = block.hostBits();
        Random random = new Random(seed);
        FreeSpace space = FreeSpace.of(block);
        BitSet model = new BitSet();
        model.set(0, 1 << bits);
        for (int step = 0; step < 60; step++) {
            int order = random.nextInt(bits + 1) * random.nextInt(4) / 3;
            Cidr part = block.child(block.family().bits() - order, random.nextInt(1 << (bits - order)));
            int from = block.indexOf(part.first()).intValueExact();
            int to = from + (1 << order);
            boolean free = model.nextClearBit(from) >= to;
            int nextFree = model.nextSetBit(from);
            boolean taken = nextFree < 0 || nextFree >= to;
            assertThat(space.isFree(part)).isEqualTo(free);
            FreeSpace before = space;
            IpSet freeBefore = before.toIpSet();
            if (free) {
                assertThatThrownBy(() -> before.give(part)).isInstanceOf(IllegalArgumentException.class);
                space = before.take(part);
                model.clear(from, to);
                assertThat(space.give(part)).isEqualTo(before).hasSameHashCodeAs(before);
            } else if (taken) {
                assertThatThrownBy(() -> before.take(part)).isInstanceOf(IllegalArgumentException.class);
                space = before.give(part);
                model.set(from, to);
                assertThat(space.take(part)).isEqualTo(before).hasSameHashCodeAs(before);
            } else {
                assertThatThrownBy(() -> before.take(part)).hasMessage(part + " is not wholly free in " + block);
                assertThatThrownBy(() -> before.give(part)).hasMessage(part + " is not wholly taken in " + block);
            }
            assertThat(before.toIpSet()).isEqualTo(freeBefore);
            assertAnswers(space, block, model);
        }
    }

    @Example
    void answers_forAllSubsetsOf16Addresses_areThoseOfTheModel() {
        for (String text : List.of("255.255.255.240/28", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fff0/124")) {
            Cidr block = Cidr.parse(text);
            for (int subset = 0; subset < 1 << 16; subset += 1 + subset % 3) {
                BitSet model = BitSet.valueOf(new long[] {subset});
                assertAnswers(FreeSpace.of(block, setOf(block, model)), block, model);
            }
        }
    }

    private static void assertAnswers(FreeSpace space, Cidr block, BitSet model) {
        int bits = block.hostBits();
        IpSet free = setOf(block, model);
        if (!space.size().equals(BigInteger.valueOf(model.cardinality()))
                || space.isEmpty() != model.isEmpty()
                || !space.toIpSet().equals(free)) {
            throw new AssertionError(space + " is not " + free);
        }
        FreeSpace again = FreeSpace.of(block, free);
        if (!again.equals(space) || again.hashCode() != space.hashCode()) {
            throw new AssertionError("not canonical: " + space);
        }
        List<Cidr> maximal = free.cidrs();
        for (int order = 0; order <= bits; order++) {
            List<Integer> fitting = new ArrayList<>();
            for (int at = 0; at < 1 << bits; at += 1 << order) {
                if (model.nextClearBit(at) >= at + (1 << order)) {
                    fitting.add(at);
                }
            }
            int length = block.family().bits() - order;
            same("lowest", space.lowest(length), part(block, order, fitting.isEmpty() ? -1 : fitting.get(0)), space);
            same(
                    "highest",
                    space.highest(length),
                    part(block, order, fitting.isEmpty() ? -1 : fitting.get(fitting.size() - 1)),
                    space);
            same("bestFit", space.bestFit(length), bestFit(maximal, length), space);
            same("countOf", space.countOf(length), BigInteger.valueOf(fitting.size()), space);
            if (!fitting.isEmpty()) {
                same("isFree", space.isFree(part(block, order, fitting.get(0)).orElseThrow()), true, space);
            }
        }
        Optional<Cidr> largest = Optional.empty();
        for (Cidr candidate : maximal) {
            if (largest.isEmpty() || candidate.prefixLength() < largest.get().prefixLength()) {
                largest = Optional.of(candidate);
            }
        }
        same("largest", space.largest(), largest, space);
    }

    private static void same(String what, Object actual, Object expected, FreeSpace space) {
        if (!actual.equals(expected)) {
            throw new AssertionError(what + ": " + actual + " instead of " + expected + " in " + space);
        }
    }

    private static Optional<Cidr> part(Cidr block, int order, int at) {
        return at < 0
                ? Optional.empty()
                : Optional.of(Cidr.of(block.nth(at), block.family().bits() - order));
    }

    private static Optional<Cidr> bestFit(List<Cidr> maximal, int length) {
        Optional<Cidr> best = Optional.empty();
        for (Cidr candidate : maximal) {
            if (candidate.prefixLength() <= length
                    && (best.isEmpty() || candidate.prefixLength() > best.get().prefixLength())) {
                best = Optional.of(candidate);
            }
        }
        return best.map(fit -> Cidr.of(fit.first(), length));
    }

    private static IpSet setOf(Cidr block, BitSet model) {
        IpSet.Builder builder = IpSet.builder();
        int from = model.nextSetBit(0);
        while (from >= 0) {
            int to = model.nextClearBit(from);
            builder.add(IpRange.of(block.nth(from), block.nth(to - 1)));
            from = model.nextSetBit(to);
        }
        return builder.build();
    }
}
