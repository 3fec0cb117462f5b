package io.enikit.ipam;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.IpRange;
import io.enikit.net.IpSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Asks a pool what the cases asked others. */
final class PoolCases {
    private PoolCases() {}

    static CidrPool pool(Iterable<Cidr> blocks) {
        List<Cidr> list = new ArrayList<>();
        blocks.forEach(list::add);
        return CidrPool.of(list.toArray(Cidr[]::new));
    }

    static CidrPool taken(CidrPool pool, IpSet addresses) {
        CidrPool result = pool;
        for (Cidr cidr : addresses.cidrs()) {
            result = result.allocate(cidr).orElseThrow().pool();
        }
        return result;
    }

    static CidrPool reserved(CidrPool pool, IpSet addresses) {
        CidrPool result = pool;
        for (Cidr cidr : addresses.cidrs()) {
            result = result.reserve(cidr);
        }
        return result;
    }

    /** A pool whose ends are reserved in the product's own manner. */
    static CidrPool withEnds(CidrPool pool, String reserve) {
        if (reserve.startsWith("goipam")) {
            return pool.family() == IpFamily.IPV4
                    ? pool.withReservedAddresses(ReservedAddresses.FIRST_AND_LAST)
                    : pool.reserve(Cidr.from(pool.blocks().get(0).first()));
        }
        return pool.withReservedAddresses(
                switch (reserve) {
                    case "none" -> ReservedAddresses.NONE;
                    case "classic" -> ReservedAddresses.CLASSIC;
                    case "first+last (v4 and v6)" -> ReservedAddresses.FIRST_AND_LAST;
                    case "aws (first 4 + last)" -> ReservedAddresses.AWS;
                    default -> throw new IllegalArgumentException(reserve);
                });
    }

    static String reserve(Case c) {
        return c.has("reserve") ? c.text("reserve") : "classic";
    }

    static Object granted(AllocationResult result, Function<Cidr, String> text) {
        return result instanceof Allocation allocation ? text.apply(allocation.cidr()) : Case.ERROR;
    }

    static Object granted(AllocationResult result) {
        return granted(result, Cidr::toString);
    }

    static @Nullable Object orError(Supplier<? extends @Nullable Object> answer) {
        try {
            return answer.get();
        } catch (IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | ArithmeticException refused) {
            return Case.ERROR;
        }
    }

    static int bits(Cidr block) {
        return block.family().bits();
    }

    static @Nullable Object acquireNext(Case c) {
        Cidr prefix = c.cidr("prefix");
        IpAddress first = c.has("from") ? IpAddress.parse(c.text("from")) : prefix.first();
        IpAddress last = c.has("to") ? IpAddress.parse(c.text("to")) : prefix.last();
        IpSet outside = IpSet.from(IpRange.of(first, last)).complement(prefix);
        return orError(() -> {
            CidrPool pool = taken(withEnds(CidrPool.of(prefix), reserve(c)), c.set("allocated"));
            IpSet excluded = c.set("exclude").union(outside).intersect(IpSet.of(prefix));
            return granted(
                    reserved(pool, excluded).allocate(bits(prefix)),
                    cidr -> c.has("mask") ? cidr.toString() : cidr.first().toString());
        });
    }

    static @Nullable Object acquireSpecific(Case c) {
        Cidr prefix = c.cidr("prefix");
        CidrPool pool = taken(CidrPool.of(prefix), c.set("allocated"));
        return orError(() -> granted(
                pool.allocate(Cidr.from(IpAddress.parse(c.text("address")))),
                cidr -> cidr.first().toString()));
    }

    /** How many addresses are granted until nothing is left. */
    static BigInteger untilFull(CidrPool pool) {
        long count = 0;
        CidrPool rest = pool;
        int bits = pool.family().bits();
        while (rest.allocate(bits) instanceof Allocation allocation) {
            rest = allocation.pool();
            count++;
        }
        return BigInteger.valueOf(count);
    }

    static BigInteger usable(Case c) {
        Cidr prefix = c.cidr("prefix");
        CidrPool pool = CidrPool.of(prefix);
        if (c.input().containsKey("allowFirst")) {
            boolean small = prefix.size().bitLength() <= 2;
            IpSet.Builder ends = IpSet.builder();
            if (!small && !c.flag("allowFirst")) {
                ends.add(prefix.first());
            }
            if (!small && !c.flag("allowLast")) {
                ends.add(prefix.last());
            }
            return reserved(pool, ends.build()).counts().free();
        }
        boolean isPool = c.input().containsKey("isPool") && c.flag("isPool");
        return withEnds(pool, isPool ? "none" : reserve(c)).counts().free();
    }

    static CidrPool placing(CidrPool pool, String policy) {
        return pool.withPlacement(policy.equals("best-fit") ? Placement.BEST_FIT : Placement.LOWEST);
    }

    static List<Object> childSequence(Case c) {
        CidrPool pool = placing(CidrPool.of(c.cidr("parent")), c.text("policy"));
        List<Object> results = new ArrayList<>();
        for (Map<String, Object> step : c.<Map<String, Object>>list("steps")) {
            if (step.get("release") instanceof String released) {
                CidrPool holder = pool;
                pool = holder.release(holder.allocations().stream()
                        .filter(held -> held.cidr().toString().equals(released))
                        .findFirst()
                        .orElseThrow());
                results.add("ok");
                continue;
            }
            AllocationResult result = pool.allocate(Case.number(step, "acquire"));
            results.add(granted(result));
            pool = result instanceof Allocation allocation ? allocation.pool() : pool;
        }
        return results;
    }

    /** Steps such as "next", "next x256", "release 10.0.0.0/24", "release all", "free". */
    static List<Object> steps(CidrPool start, int prefixLength, List<String> steps) {
        List<Object> results = new ArrayList<>();
        CidrPool pool = start;
        for (String step : steps) {
            if (step.startsWith("next")) {
                int times = step.equals("next") ? 1 : Integer.parseInt(step.substring("next x".length()));
                for (int i = 0; i < times; i++) {
                    AllocationResult result = pool.allocate(prefixLength);
                    results.add(granted(result));
                    pool = result instanceof Allocation allocation ? allocation.pool() : pool;
                }
            } else if (step.equals("free")) {
                results.add(pool.free().cidrs().stream()
                        .flatMap(cidr -> cidr.split(prefixLength))
                        .map(Cidr::toString)
                        .toList());
            } else {
                for (Allocation held : pool.allocations()) {
                    if (step.equals("release all") || step.equals("release " + held.cidr())) {
                        pool = pool.release(held);
                    }
                }
                results.add("ok");
            }
        }
        return results;
    }

    /** Blocks of some lengths at once: each with its place in the request, the largest first. */
    static Object batch(
            Cidr block, Map<String, Integer> lengths, Function<Map.Entry<String, Allocation>, Object> answer) {
        BatchResult result = CidrPool.of(block).allocateAll(lengths);
        if (!(result instanceof BatchAllocation batch)) {
            return Case.ERROR;
        }
        return batch.byOwner().entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> entry.getValue().sequence()))
                .map(answer)
                .toList();
    }

    /** The length of the smallest block with room for a number of addresses, or -1. */
    static int lengthFor(Cidr block, int size) {
        return size < 1 ? -1 : bits(block) - BigInteger.valueOf(size - 1L).bitLength();
    }

    static Object allocateSizes(Case c) {
        List<Integer> sizes = c.numbers("sizes");
        Cidr block = c.cidr("block");
        Map<String, Integer> lengths = new LinkedHashMap<>();
        for (int i = 0; i < sizes.size(); i++) {
            int length = lengthFor(block, sizes.get(i) + c.number("reserved"));
            if (length >= 0) {
                // A wish for more addresses comes first among blocks of one length, as in the source.
                lengths.put(String.format("%05d-%03d-%d", 99999 - sizes.get(i), i, sizes.get(i)), length);
            }
        }
        return batch(
                block,
                lengths,
                entry -> Map.of(
                        "size",
                        new BigInteger(entry.getKey().substring(10)),
                        "prefix",
                        entry.getValue().cidr().toString()));
    }

    static Object allocateBitLengths(Case c) {
        List<Integer> bitLengths = c.numbers("bitLengths");
        Map<String, Integer> lengths = new LinkedHashMap<>();
        IntStream.range(0, bitLengths.size())
                .forEach(i -> lengths.put("b" + i, bits(c.cidr("block")) - bitLengths.get(i)));
        return batch(c.cidr("block"), lengths, entry -> entry.getValue().cidr().toString());
    }

    static CidrPool smallest30(Case c) {
        return reserved(CidrPool.of(c.cidr("parent")), c.set("children"));
    }

    static BigInteger smallest30Count(Case c) {
        return smallest30(c).countOf(bits(c.cidr("parent")) - 2);
    }

    static BigInteger number(int number) {
        return BigInteger.valueOf(number);
    }

    static Object numberLike(Case c, BigInteger number) {
        return c.answer() instanceof String ? number.toString() : number;
    }

    static List<String> strings(IpSet set) {
        return set.cidrs().stream().map(Cidr::toString).toList();
    }
}
