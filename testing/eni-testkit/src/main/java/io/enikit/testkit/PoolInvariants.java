package io.enikit.testkit;

import com.google.common.collect.ImmutableList;
import io.enikit.ipam.Allocation;
import io.enikit.ipam.AllocationRefused;
import io.enikit.ipam.AllocationResult;
import io.enikit.ipam.CidrPool;
import io.enikit.net.Cidr;
import io.enikit.net.IpSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What holds of a pool: what one pool lists, another one is to answer for; they are two in tests of this only. */
final class PoolInvariants {
    private final CidrPool pool;
    private final CidrPool asked;
    private final Consumer<String> broken;

    PoolInvariants(CidrPool pool, CidrPool asked, Consumer<String> broken) {
        this.pool = pool;
        this.asked = asked;
        this.broken = broken;
    }

    static List<String> of(CidrPool pool) {
        List<String> broken = new ArrayList<>();
        new PoolInvariants(pool, pool, broken::add).check();
        return ImmutableList.copyOf(broken);
    }

    void check() {
        Map<String, Cidr> held = new TreeMap<>();
        for (Allocation allocation : pool.allocations()) {
            held.put("#" + allocation.sequence() + " " + allocation.owner(), allocation.cidr());
            if (allocation.sequence() > asked.sequence()) {
                broken.accept(allocation + " is younger than the pool, which is at " + asked.sequence());
            }
            if (!allocation.owner().isEmpty()) {
                checkSame("of " + allocation.owner(), ownedIn(asked, allocation), Optional.of(allocation.cidr()));
            }
        }
        BlockInvariants.check(pool.blocks(), held, broken);
        checkFree(IpSet.of(held.values().toArray(Cidr[]::new)));
        checkSame("read from the text", CidrPool.read(asked.write()), pool);
        checkSame("with the same grants from the start", anew().sameContentAs(asked), true);
    }

    private static Optional<Cidr> ownedIn(CidrPool pool, Allocation allocation) {
        return pool.allocation(allocation.owner(), allocation.key()).map(Allocation::cidr);
    }

    private void checkFree(IpSet held) {
        IpSet whole = IpSet.of(pool.blocks().toArray(Cidr[]::new));
        IpSet kept = pool.reserved().subtract(held);
        IpSet free = whole.subtract(held).subtract(kept);
        checkSame("free", asked.free(), free);
        checkSame("total", asked.counts().total(), whole.size());
        checkSame("allocated", asked.counts().allocated(), held.size());
        checkSame("reserved", asked.counts().reserved(), kept.size());
        checkSame("number of free addresses", asked.counts().free(), free.size());
        List<Cidr> largest = largestFree(pool.blocks(), free);
        checkSame(
                "largest free block",
                asked.largestFree(),
                largest.stream().min(Comparator.comparingInt(Cidr::prefixLength).thenComparing(Cidr::first)));
        for (int length = 0; length <= pool.family().bits(); length++) {
            checkSame("number of /" + length, asked.countOf(length), countOf(largest, length));
        }
    }

    /** Returns the free blocks, none of which has a free other half within the pool's block that it is of. */
    private static List<Cidr> largestFree(List<Cidr> blocks, IpSet free) {
        return blocks.stream()
                .flatMap(block -> free.intersect(IpSet.of(block)).cidrs().stream())
                .toList();
    }

    private static BigInteger countOf(List<Cidr> free, int length) {
        return free.stream()
                .filter(block -> block.prefixLength() <= length)
                .map(block -> BigInteger.TWO.pow(length - block.prefixLength()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The same grants in a new pool, without those that were released in between. */
    private CidrPool anew() {
        CidrPool anew = CidrPool.of(pool.blocks().toArray(Cidr[]::new)).withPlacement(pool.placement());
        for (Allocation each : pool.allocations()) {
            AllocationResult again = each.owner().isEmpty()
                    ? anew.allocate(each.cidr())
                    : anew.allocate(each.owner(), each.key(), each.cidr());
            anew = again.orElseThrow().pool();
        }
        anew = anew.withReservedAddresses(pool.reservedAddresses());
        for (Cidr reservation : pool.reservations()) {
            anew = anew.reserve(reservation);
        }
        return anew;
    }

    private void checkSame(String what, Object found, Object expected) {
        if (!found.equals(expected)) {
            broken.accept(what + ": " + found + ", expected " + expected);
        }
    }

    static List<String> between(CidrPool before, CidrPool after) {
        List<String> broken = new ArrayList<>();
        if (after.sequence() < before.sequence()) {
            broken.add("the sequence fell from " + before.sequence() + " to " + after.sequence());
        }
        Map<Long, Allocation> then = new TreeMap<>();
        before.allocations().forEach(each -> then.put(each.sequence(), each));
        for (Allocation now : after.allocations()) {
            Allocation old = then.get(now.sequence());
            if (old == null && now.sequence() <= before.sequence()) {
                broken.add(now + " is new, and its number is not");
            } else if (old != null && !isSame(old, now)) {
                broken.add(old + " became " + now);
            }
        }
        return ImmutableList.copyOf(broken);
    }

    private static boolean isSame(Allocation one, Allocation other) {
        return one.cidr().equals(other.cidr())
                && one.owner().equals(other.owner())
                && one.key().equals(other.key());
    }

    static List<String> byGrant(CidrPool before, AllocationResult result) {
        List<String> broken = new ArrayList<>();
        if (result instanceof AllocationRefused refused) {
            checkRefusal(before, refused, broken::add);
        } else if (result instanceof Allocation granted && before.holds(granted)) {
            new PoolInvariants(before, granted.pool(), broken::add)
                    .checkSame("pool after a grant that was held", granted.pool(), before);
        } else if (result instanceof Allocation granted) {
            new PoolInvariants(before, granted.pool(), broken::add).checkGrant(granted);
        }
        return ImmutableList.copyOf(broken);
    }

    private static void checkRefusal(CidrPool before, AllocationRefused refused, Consumer<String> broken) {
        if (refused.cause() == AllocationRefused.Cause.NO_ROOM
                && refused.needed().size() == 1) {
            largestFree(before.blocks(), before.free()).stream()
                    .filter(block -> block.prefixLength() <= refused.needed().get(0))
                    .forEach(block ->
                            broken.accept("refused a /" + refused.needed().get(0) + " although " + block + " is free"));
        }
    }

    private void checkGrant(Allocation granted) {
        if (!pool.free().contains(granted.cidr())) {
            broken.accept(granted.cidr() + " was granted and was not free");
        }
        checkSame("sequence", asked.sequence(), pool.sequence() + 1);
        checkSame("number of the grant", granted.sequence(), asked.sequence());
        checkSame("free after it", asked.free(), pool.free().subtract(IpSet.of(granted.cidr())));
        checkSame("the pool as before once released", asked.release(granted).sameContentAs(pool), true);
    }
}
