package io.enikit.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link FreeSpace} of blocks of every size, against one bit for each of 128 parts of the block. */
class WideFreeSpaceTest {
    private static final int BITS = 7;
    private static final int PARTS = 1 << BITS;

    private static Cidr part(Cidr block, int order, int from) {
        return block.child(block.prefixLength() + BITS - order, from >> order);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0/0",
                "128.0.0.0/1",
                "10.0.0.0/10",
                "10.0.0.0/16",
                "255.255.252.0/22",
                "255.255.255.128/25",
                "::/0",
                "8000::/1",
                "2001:db8::/32",
                "2001:db8::/48",
                "2001:db8::/52",
                "2001:db8::/55",
                "2001:db8::/56",
                "2001:db8:0:80::/57",
                "ffff:ffff:ffff:ffc0::/58",
                "2001:db8::/59",
                "2001:db8::/60",
                "2001:db8::/61",
                "2001:db8::/62",
                "2001:db8::/63",
                "2001:db8::/64",
                "2001:db8::/65",
                "2001:db8::/100",
                "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ff80/121"
            })
    void takeAndGive_partsOfABlock_answersAreThoseOfTheModel(String text) {
        Cidr block = Cidr.parse(text);
        Random random = new Random(text.hashCode());
        FreeSpace space = FreeSpace.of(block);
        BitSet model = new BitSet();
        model.set(0, PARTS);
        for (int step = 0; step < 80; step++) {
            int order = random.nextInt(BITS + 1) * random.nextInt(3) / 2;
            int from = random.nextInt(PARTS) >> order << order;
            int to = from + (1 << order);
            if (model.nextClearBit(from) >= to) {
                space = space.take(part(block, order, from));
                model.clear(from, to);
            } else if (model.get(from, to).isEmpty()) {
                space = space.give(part(block, order, from));
                model.set(from, to);
            }
            assertAnswers(space, block, model);
        }
    }

    private static void assertAnswers(FreeSpace space, Cidr block, BitSet model) {
        int bits = block.family().bits();
        int unit = block.prefixLength() + BITS;
        BigInteger perPart = BigInteger.ONE.shiftLeft(bits - unit);
        assertThat(space.size()).isEqualTo(perPart.multiply(BigInteger.valueOf(model.cardinality())));
        assertThat(space.isEmpty()).isEqualTo(model.isEmpty());
        IpSet.Builder free = IpSet.builder();
        model.stream().forEach(each -> free.add(part(block, 0, each)));
        assertThat(space.toIpSet()).isEqualTo(free.build());
        FreeSpace again = FreeSpace.of(block, free.build());
        assertThat(space).isEqualTo(again).hasSameHashCodeAs(again);
        Optional<Cidr> largest = Optional.empty();
        for (int order = 0; order <= BITS; order++) {
            int size = 1 << order;
            int length = unit - order;
            List<Cidr> fitting = IntStream.range(0, PARTS / size)
                    .filter(at -> model.nextClearBit(at * size) >= (at + 1) * size)
                    .mapToObj(at -> block.child(length, at))
                    .toList();
            Optional<Cidr> lowest = fitting.stream().findFirst();
            assertThat(space.lowest(length)).isEqualTo(lowest);
            assertThat(space.highest(length)).isEqualTo(fitting.stream().reduce((one, next) -> next));
            assertThat(space.countOf(length)).isEqualTo(fitting.size());
            for (int at = 0; at < PARTS / size; at++) {
                Cidr part = block.child(length, at);
                assertThat(space.isFree(part)).isEqualTo(fitting.contains(part));
            }
            largest = lowest.isPresent() ? lowest : largest;
        }
        assertThat(space.largest()).isEqualTo(largest);
        Optional<IpAddress> first = space.lowest(unit).map(Cidr::first);
        assertThat(space.lowest(bits)).isEqualTo(first.map(address -> Cidr.of(address, bits)));
        assertThat(space.isFree(block.first())).isEqualTo(model.get(0));
        assertThat(space.isFree(block.last())).isEqualTo(model.get(PARTS - 1));
    }
}
