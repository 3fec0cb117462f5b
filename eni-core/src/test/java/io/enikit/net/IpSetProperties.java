package io.enikit.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Set algebra against one bit an address: exhaustive for 12 addresses, random for 4,096. */
class IpSetProperties {
    /** Starts of universes: the ends of both families, where carries happen, and where two families meet. */
    private static final List<String> STARTS = List.of(
            "0.0.0.0",
            "255.255.240.0",
            "127.255.248.0",
            "::",
            "::1:ffff:ffff:ffff:f800",
            "7fff:ffff:ffff:ffff:ffff:ffff:ffff:f800",
            "ffff:ffff:ffff:ffff:ffff:ffff:ffff:f000");

    @Example
    void algebra_allPairsOf12Ipv4Addresses_isThatOfTheModel() {
        exhaustive(IpAddress.parse("255.255.255.244"));
    }

    @Example
    void algebra_allPairsOf12Ipv6Addresses_isThatOfTheModel() {
        exhaustive(IpAddress.parse("::ffff:ffff:ffff:fffa"));
    }

    private static void exhaustive(IpAddress start) {
        IpSet[] sets = new IpSet[1 << 12];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = setOf(start, BitSet.valueOf(new long[] {i}));
        }
        for (int a = 0; a < sets.length; a++) {
            assertAnswers(sets[a], start, BitSet.valueOf(new long[] {a}), 12);
            for (int b = 0; b < sets.length; b++) {
                IpSet x = sets[a];
                IpSet y = sets[b];
                if (!x.union(y).equals(sets[a | b])
                        || !x.intersect(y).equals(sets[a & b])
                        || !x.subtract(y).equals(sets[a & ~b])
                        || x.contains(y) != ((a & b) == b)
                        || x.overlaps(y) != ((a & b) != 0)
                        || x.equals(y) != (a == b)) {
                    throw new AssertionError(x + " and " + y);
                }
            }
        }
    }

    @Property(tries = 150)
    void algebra_random_isThatOfTheModel(@ForAll long seed, @ForAll @IntRange(max = 6) int which) {
        IpAddress start = IpAddress.parse(STARTS.get(which));
        Random random = new Random(seed);
        BitSet a = bits(random);
        BitSet b = bits(random);
        IpSet x = setOf(start, a);
        IpSet y = setOf(start, b);
        BitSet union = (BitSet) a.clone();
        union.or(b);
        BitSet intersection = (BitSet) a.clone();
        intersection.and(b);
        BitSet difference = (BitSet) a.clone();
        difference.andNot(b);
        assertThat(x.union(y)).isEqualTo(setOf(start, union)).hasSameHashCodeAs(setOf(start, union));
        assertThat(x.intersect(y)).isEqualTo(setOf(start, intersection));
        assertThat(x.subtract(y)).isEqualTo(setOf(start, difference));
        assertThat(x.contains(y)).isEqualTo(intersection.equals(b));
        assertThat(x.contains(setOf(start, intersection))).isTrue();
        assertThat(x.overlaps(y)).isEqualTo(a.intersects(b));
        assertAnswers(x, start, a, 4096);
    }

    @Property(tries = 150)
    void build_stepsInOrder_laterStepsWin(@ForAll long seed, @ForAll @IntRange(max = 6) int which) {
        IpAddress start = IpAddress.parse(STARTS.get(which));
        Random random = new Random(seed);
        BitSet model = new BitSet();
        IpSet.Builder builder = IpSet.builder();
        int steps = random.nextInt(60);
        for (int i = 0; i < steps; i++) {
            int from = random.nextInt(4096);
            int to = Math.min(4096, from + 1 + random.nextInt(1 << random.nextInt(12)));
            boolean add = random.nextInt(5) > 1;
            model.set(from, to, add);
            IpRange range = IpRange.of(start.plus(from), start.plus(to - 1));
            switch (random.nextInt(4)) {
                case 0 -> range.toCidrs().forEach(block -> step(builder, add, block));
                case 1 -> step(builder, add, IpSet.from(range));
                case 2 -> range.addresses().limit(3).forEach(address -> step(builder, add, address));
                default -> step(builder, add, range);
            }
            step(builder, add, range);
            if (random.nextInt(20) == 0) {
                assertThat(builder.build()).isEqualTo(setOf(start, model));
            }
        }
        assertThat(builder.build()).isEqualTo(setOf(start, model));
    }

    @Property(tries = 150)
    void parse_whatWasPrinted_isTheSameSet(
            @ForAll long seed, @ForAll @IntRange(max = 6) int which, @ForAll @IntRange(max = 6) int other) {
        Random random = new Random(seed);
        IpSet set = setOf(IpAddress.parse(STARTS.get(which)), bits(random))
                .union(setOf(IpAddress.parse(STARTS.get(other)), bits(random)));
        assertThat(IpSet.parse(set.toString())).isEqualTo(set).hasToString(set.toString());
        assertThat(IpSet.tryParse(set.toString())).contains(set);
    }

    private static void step(IpSet.Builder builder, boolean add, Object what) {
        if (what instanceof IpAddress address) {
            IpSet.Builder same = add ? builder.add(address) : builder.remove(address);
            assertThat(same).isSameAs(builder);
        } else if (what instanceof Cidr block) {
            IpSet.Builder same = add ? builder.add(block) : builder.remove(block);
            assertThat(same).isSameAs(builder);
        } else if (what instanceof IpRange range) {
            IpSet.Builder same = add ? builder.add(range) : builder.remove(range);
            assertThat(same).isSameAs(builder);
        } else {
            IpSet set = (IpSet) what;
            IpSet.Builder same = add ? builder.add(set) : builder.remove(set);
            assertThat(same).isSameAs(builder);
        }
    }

    @Property(tries = 60)
    void build_manyUnsortedBlocks_equalsTheirUnionOneByOne(@ForAll long seed) {
        Random random = new Random(seed);
        int count = 400 + random.nextInt(400);
        IpSet.Builder builder = IpSet.builder();
        IpSet one = IpSet.empty();
        for (int i = 0; i < count; i++) {
            boolean ipv4 = random.nextBoolean();
            Cidr block = ipv4
                    ? Cidr.containing(IpAddress.of(random.nextInt()), 4 + random.nextInt(29))
                    : Cidr.containing(IpAddress.of(random.nextLong(), random.nextLong()), 6 + random.nextInt(123));
            builder.add(block);
            one = one.union(IpSet.of(block));
        }
        IpSet all = builder.build();
        assertThat(all).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(IpSet.of(all.cidrs().toArray(new Cidr[0]))).isEqualTo(all);
    }

    /** Looks around every bound, with an index and with clusters far apart. */
    @Property(tries = 60)
    void contains_aroundEveryBound_isTrueInsideOnly(@ForAll long seed, @ForAll boolean ipv4) {
        Random random = new Random(seed);
        IpSet.Builder builder = IpSet.builder();
        int clusterBits = random.nextInt(33);
        for (int i = 0; i < 300; i++) {
            int low = random.nextInt() >>> (clusterBits == 32 ? 31 : clusterBits);
            IpAddress address = ipv4
                    ? IpAddress.of(random.nextInt(20) == 0 ? random.nextInt() : low)
                    : IpAddress.of(
                            random.nextInt(20) == 0 ? random.nextLong() : low,
                            random.nextInt(3) == 0 ? low : random.nextLong());
            builder.add(Cidr.containing(address, (ipv4 ? 24 : 100) + random.nextInt(9)));
        }
        IpSet set = builder.build();
        IpRange before = null;
        for (IpRange range : set.ranges()) {
            assertThat(set.contains(range)).isTrue();
            assertThat(set.contains(range.first())).isTrue();
            assertThat(set.contains(range.last())).isTrue();
            if (before != null) {
                assertThat(set.contains(before.last().next())).isFalse();
                assertThat(set.contains(range.first().previous())).isFalse();
                assertThat(set.contains(IpRange.of(before.first(), range.first())))
                        .isFalse();
            }
            before = range;
        }
        Cidr all = Cidr.all(ipv4 ? IpFamily.IPV4 : IpFamily.IPV6);
        assertThat(set.contains(all.first()))
                .isEqualTo(set.ranges().get(0).first().equals(all.first()));
        assertThat(set.contains(all.last())).isEqualTo(set.nth(-1).equals(all.last()));
        assertThat(set.contains(Cidr.all(ipv4 ? IpFamily.IPV6 : IpFamily.IPV4))).isFalse();
    }

    private static void assertAnswers(IpSet set, IpAddress start, BitSet model, int universe) {
        assertThat(set.size()).isEqualTo(BigInteger.valueOf(model.cardinality()));
        assertThat(set.isEmpty()).isEqualTo(model.isEmpty());
        assertThat(IpSet.of(set.cidrs().toArray(new Cidr[0]))).isEqualTo(set);
        List<Integer> members = new ArrayList<>();
        set.addresses().forEach(address -> members.add(start.distanceTo(address).intValueExact()));
        assertThat(members).isEqualTo(model.stream().boxed().toList());
        for (int i = 0; i < universe; i++) {
            if (set.contains(start.plus(i)) != model.get(i)) {
                throw new AssertionError(start.plus(i) + " in " + set);
            }
        }
        for (int i = 0; i < members.size(); i += 1 + members.size() / 5) {
            assertThat(set.nth(i)).isEqualTo(start.plus(members.get(i)));
            assertThat(set.nth(i - (long) members.size())).isEqualTo(start.plus(members.get(i)));
        }
        for (int order = 0; order < 5; order++) {
            for (int i = 0; i + (1 << order) <= universe && i < 64; i++) {
                IpRange range = IpRange.of(start.plus(i), start.plus(i + (1 << order) - 1));
                boolean inside = model.nextClearBit(i) >= i + (1 << order);
                if (set.contains(range) != inside) {
                    throw new AssertionError(range + " in " + set);
                }
                for (Cidr block : range.toCidrs()) {
                    int at = start.distanceTo(block.first()).intValueExact();
                    boolean blockInside =
                            model.nextClearBit(at) >= at + block.size().intValueExact();
                    if (set.contains(block) != blockInside) {
                        throw new AssertionError(block + " in " + set);
                    }
                }
            }
        }
    }

    private static BitSet bits(Random random) {
        BitSet bits = new BitSet();
        int runs = random.nextInt(80);
        for (int i = 0; i < runs; i++) {
            int from = random.nextInt(4096);
            bits.set(from, Math.min(4096, from + 1 + random.nextInt(1 << random.nextInt(10))), random.nextInt(4) > 0);
        }
        return bits;
    }

    private static IpSet setOf(IpAddress start, BitSet model) {
        IpSet.Builder builder = IpSet.builder();
        for (int from = model.nextSetBit(0); from >= 0; ) {
            int to = model.nextClearBit(from);
            builder.add(IpRange.of(start.plus(from), start.plus(to - 1)));
            from = model.nextSetBit(to);
        }
        return builder.build();
    }
}
