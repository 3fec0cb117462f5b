package io.enikit.ipam;

import static io.enikit.ipam.PoolCases.bits;
import static io.enikit.ipam.PoolCases.granted;
import static io.enikit.ipam.PoolCases.pool;
import static io.enikit.ipam.PoolCases.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpRange;
import io.enikit.net.IpSet;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks for blocks inside blocks what the cases asked others. */
final class ChildCases {
    private ChildCases() {}

    static CidrPool range(Case c) {
        return pool(IpRange.of(IpAddress.parse(c.text("from")), IpAddress.parse(c.text("to")))
                .toCidrs());
    }

    static Object newFixed(Case c) {
        CidrPool pool = range(c);
        int length = c.number("length");
        BigInteger inBlocks = pool.countOf(length).shiftLeft(pool.family().bits() - length);
        return inBlocks.equals(pool.counts().total()) ? "ok" : Case.ERROR;
    }

    static Object acquireChild(Case c) {
        CidrPool pool =
                c.has("free") ? pool(c.set("free").cidrs()) : taken(CidrPool.of(c.cidr("parent")), c.set("allocated"));
        return granted(PoolCases.placing(pool, c.text("policy")).allocate(c.number("length")));
    }

    static void allocateBitLengths(Case c) {
        assertThat(PoolCases.allocateBitLengths(c)).isEqualTo(c.answer());
        if (c.expected() instanceof Map) {
            CidrPool pool = CidrPool.of(c.cidr("block"));
            pool.allocateAll(Map.of("a", 25, "b", 25, "c", 25));
            assertThat(pool.free()).isEqualTo(IpSet.of(c.cidr("block")));
        }
    }

    static @Nullable Object allocateSize(Case c) {
        int length = PoolCases.lengthFor(c.cidr("block"), c.number("size"));
        Object answer =
                length < 0 ? Case.ERROR : granted(CidrPool.of(c.cidr("block")).allocate(length));
        return answer.equals(Case.ERROR) ? null : answer;
    }

    static void bestFor(Case c) {
        CidrPool lowest = taken(CidrPool.of(c.cidr("parent")), c.set("allocated"));
        CidrPool bestFit = lowest.withPlacement(Placement.BEST_FIT);
        assertThat((String) c.expected("size4")).startsWith(granted(bestFit.allocate(30)) + " ");
        assertThat((String) c.expected("size1.bestFit")).startsWith(granted(bestFit.allocate(32)) + " ");
        assertThat(granted(lowest.allocate(32))).isEqualTo(c.expected("size1.userExpects"));
    }

    static void smallest30(Case c) {
        int longest = bits(c.cidr("parent")) - 2;
        assertThat(PoolCases.smallest30Count(c)).isEqualTo(c.expected("count"));
        assertThat(PoolCases.strings(PoolCases.smallest30(c).free()).stream()
                        .filter(text -> Cidr.parse(text).prefixLength() <= longest)
                        .toList())
                .isEqualTo(c.expected("prefixes"));
    }

    static Object smallest30Sequence(Case c) {
        CidrPool pool = CidrPool.of(c.cidr("parent"));
        Allocation first = pool.allocate(22).orElseThrow();
        Allocation second = first.pool().allocate(22).orElseThrow();
        CidrPool third = second.pool().release(first);
        return Stream.of(first.pool(), second.pool(), third, third.release(second))
                .map(state -> (Object) state.countOf(30))
                .toList();
    }

    static void hosts(Case c) {
        IpSet free = CidrPool.of(c.cidr("prefix"))
                .withReservedAddresses(ReservedAddresses.CLASSIC)
                .free();
        assertThat(free.addresses().map(IpAddress::toString).toList()).isEqualTo(c.answer());
    }

    static void pickFree(Case c) {
        Cidr[] free = c.<String>list("free").stream()
                .flatMap(text ->
                        text.contains("-") ? IpRange.parse(text).toCidrs().stream() : Stream.of(Cidr.parse(text)))
                .toArray(Cidr[]::new);
        BigInteger sum = Stream.of(free).map(Cidr::size).reduce(BigInteger.ZERO, BigInteger::add);
        if (IpSet.of(free).size().equals(sum)) {
            assertThat(granted(
                            CidrPool.of(free).withPlacement(Placement.BEST_FIT).allocate(c.number("length"))))
                    .isEqualTo(c.answer());
        } else {
            // The source searches a list that names addresses twice; such a list is no pool.
            assertThatThrownBy(() -> CidrPool.of(free)).hasMessageStartingWith("blocks must not overlap");
        }
    }

    static void releaseChild(Case c) {
        Cidr parent = c.cidr(c.has("parent") ? "parent" : "prefix");
        CidrPool pool = taken(CidrPool.of(parent), c.set("childAddresses"));
        Cidr child = c.has("child") ? c.cidr("child") : parent;
        Allocation notGranted = new Allocation(Grant.of(child, "", "", 1), pool);
        assertThatThrownBy(() -> pool.release(notGranted)).hasMessageStartingWith("not held: " + child);
        assertThat(pool).isEqualTo(taken(CidrPool.of(parent), c.set("childAddresses")));
    }

    static void usableBounds(Case c) {
        IpSet free = PoolCases.withEnds(CidrPool.of(c.cidr("prefix")), c.text("reserve"))
                .free();
        if (Case.ERROR.equals(c.answer())) {
            assertThat(free.isEmpty()).isTrue();
        } else {
            assertThat(free.ranges()).hasToString("[" + c.expected("first") + "-" + c.expected("last") + "]");
        }
    }

    static Object verifyPartition(Case c) {
        CidrPool pool = CidrPool.of(c.cidr("parent"));
        for (String child : c.<String>list("children")) {
            if (!(pool.allocate(Cidr.parse(child)) instanceof Allocation allocation)) {
                return Case.ERROR;
            }
            pool = allocation.pool();
        }
        return "ok";
    }

    static void reservationRemove(Case c) {
        Cidr reservation = c.cidr("reservation");
        CidrPool pool = CidrPool.of(Cidr.parse("10.0.0.0/24")).reserve(reservation);
        CidrPool used = taken(pool.unreserve(reservation), c.set("inUse")).reserve(reservation);
        CidrPool after = used.unreserve(reservation);
        assertThat(after.allocations()).hasSameSizeAs(used.allocations()).hasSize(1);
        assertThat(after.free().size()).isEqualTo(used.free().size().add(BigInteger.valueOf(15)));
    }

    static void slots(Case c) {
        List<Object> results = PoolCases.steps(CidrPool.of(c.cidr("parent")), c.number("slot"), c.list("steps"));
        if (c.answer() instanceof List) {
            assertThat(results).isEqualTo(c.answer());
        } else {
            assertThat(results.subList(258, 514))
                    .isEqualTo(results.subList(0, 256))
                    .doesNotContain(Case.ERROR);
            assertThat(results.get(256)).isEqualTo(Case.ERROR);
        }
    }

    static void occupy(Case c) {
        Cidr parent = c.cidr("parent");
        Cidr occupied = c.cidr("occupy");
        int slot = c.number("slot");
        Cidr within = occupied.contains(parent) ? parent : occupied;
        CidrPool pool = CidrPool.of(parent).allocate(within).orElseThrow().pool();
        List<BigInteger> taken = parent.split(slot)
                .filter(block -> granted(pool.allocate(block)).equals(Case.ERROR))
                .map(block -> parent.indexOf(block.first()).shiftRight(bits(parent) - slot))
                .toList();
        assertThat(taken).startsWith((BigInteger) c.expected("firstSlot")).endsWith((BigInteger)
                c.expected("lastSlot"));
        assertThat(taken.size())
                .isEqualTo(((BigInteger) c.expected("lastSlot"))
                                .subtract((BigInteger) c.expected("firstSlot"))
                                .intValueExact()
                        + 1);
    }
}
