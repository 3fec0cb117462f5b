package io.enikit.ipam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Random sequences against plain arrays, with every invariant asserted after every step. */
class CidrPoolProperties {
    private static final List<List<Cidr>> BLOCKS = List.of(
            List.of(Cidr.parse("10.0.0.0/24")),
            List.of(Cidr.parse("10.0.0.0/25"), Cidr.parse("10.0.0.128/25")),
            List.of(Cidr.parse("10.0.0.16/28"), Cidr.parse("10.0.0.64/27"), Cidr.parse("10.0.0.96/27")));

    enum Verb {
        LENGTH,
        OWNED,
        GIVEN,
        RELEASE,
        STALE,
        RESERVE,
        UNRESERVE,
        BATCH
    }

    record Step(Verb verb, int at, int prefixLength) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Verb.class),
                        Arbitraries.integers().between(0, 255),
                        Arbitraries.integers().between(25, 32))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    /** The pool, its model, and all that was ever granted. */
    private static final class Run {
        private CidrPool pool;
        private final PoolModel model;
        private final List<Allocation> granted = new ArrayList<>();
        private final List<Allocation> released = new ArrayList<>();

        Run(List<Cidr> blocks, Placement placement, ReservedAddresses policy) {
            pool = CidrPool.of(blocks.toArray(Cidr[]::new))
                    .withPlacement(placement)
                    .withReservedAddresses(policy);
            model = new PoolModel(blocks, policy);
        }

        void step(Step step) {
            switch (step.verb()) {
                case LENGTH -> granted(pool.allocate(step.prefixLength()), placed(step));
                case OWNED -> owned("owner" + step.at() % 4, step);
                case GIVEN -> {
                    Cidr cidr = PoolModel.cidr(step.at(), step.prefixLength());
                    granted(pool.allocate(cidr), model.isFree(cidr) ? cidr : null);
                }
                case RELEASE -> release(step);
                case STALE -> stale(step);
                case RESERVE -> reserve(PoolModel.cidr(step.at(), step.prefixLength()));
                case UNRESERVE -> unreserve(step.at());
                case BATCH -> batch(step);
            }
        }

        private @Nullable Cidr placed(Step step) {
            return model.place(pool.placement(), step.prefixLength());
        }

        /** Whatever is granted is what the model says, and giving it back restores everything but the sequence. */
        private void granted(AllocationResult result, @Nullable Cidr expected) {
            if (!(result instanceof Allocation allocation)) {
                AllocationRefused refused = (AllocationRefused) result;
                assertThat(expected).as(refused.reason()).isNull();
                assertThat(refused.freeFragments())
                        .isEqualTo(model.largestFree().size());
                checkReleases(refused);
                return;
            }
            assertThat(allocation.cidr()).isEqualTo(expected);
            assertThat(allocation.sequence())
                    .isEqualTo(pool.sequence() + 1)
                    .isEqualTo(allocation.pool().sequence());
            CidrPool back = allocation.pool().release(allocation);
            assertThat(back.free()).isEqualTo(pool.free());
            assertThat(back.reservations()).isEqualTo(pool.reservations());
            assertThat(back.sameContentAs(pool)).isTrue();
            assertThat(back.sequence()).isEqualTo(pool.sequence() + 1);
            keep(allocation);
        }

        private void keep(Allocation allocation) {
            PoolModel.mark(model.allocated, allocation.cidr(), true);
            granted.add(allocation);
            pool = allocation.pool();
        }

        private void checkReleases(AllocationRefused refused) {
            List<Allocation> releases = refused.releasesThatMakeRoom();
            CidrPool roomier = pool;
            for (Allocation allocation : releases) {
                roomier = roomier.release(allocation);
            }
            if (!releases.isEmpty()) {
                assertThat(roomier.countOf(refused.needed().get(0))).isPositive();
            }
            if (refused.cause() == AllocationRefused.Cause.NO_ROOM) {
                List<Allocation> all = pool.allocations();
                List<Allocation> alone = all.stream()
                        .filter(each -> pool.release(each)
                                        .countOf(refused.needed().get(0))
                                        .signum()
                                > 0)
                        .toList();
                assertThat(releases.size() == 1)
                        .as("one release is enough, and none is fewer")
                        .isEqualTo(!alone.isEmpty());
            }
        }

        private void owned(String owner, Step step) {
            Allocation held = pool.allocation(owner).orElse(null);
            AllocationResult result = pool.allocate(owner, step.prefixLength());
            if (held == null) {
                granted(result, placed(step));
            } else if (held.cidr().prefixLength() == step.prefixLength()) {
                assertThat(result.orElseThrow().pool()).isSameAs(pool);
                assertThat(result).isEqualTo(held);
            } else {
                assertThat(((AllocationRefused) result).cause()).isEqualTo(AllocationRefused.Cause.OWNER_HOLDS_ANOTHER);
            }
        }

        private void release(Step step) {
            if (!granted.isEmpty()) {
                Allocation allocation = granted.remove(step.at() % granted.size());
                PoolModel.mark(model.allocated, allocation.cidr(), false);
                CidrPool before = pool;
                pool = pool.release(allocation);
                assertThat(pool.sequence()).isEqualTo(before.sequence());
                released.add(allocation);
            }
        }

        private void stale(Step step) {
            if (!released.isEmpty()) {
                Allocation allocation = released.get(step.at() % released.size());
                assertThatThrownBy(() -> pool.release(allocation)).isInstanceOf(IllegalArgumentException.class);
                assertThat(pool.releaseIfHeld(allocation)).isSameAs(pool);
            }
        }

        private void reserve(Cidr cidr) {
            boolean inside = model.blocks.stream().anyMatch(block -> block.contains(cidr));
            boolean clear = pool.reservations().stream().noneMatch(cidr::overlaps);
            if (inside && clear) {
                pool = pool.reserve(cidr);
                PoolModel.mark(model.reserved, cidr, true);
            } else {
                assertThatThrownBy(() -> pool.reserve(cidr)).isInstanceOf(IllegalArgumentException.class);
            }
        }

        private void unreserve(int at) {
            List<Cidr> reservations = List.copyOf(pool.reservations());
            if (!reservations.isEmpty()) {
                Cidr cidr = reservations.get(at % reservations.size());
                pool = pool.unreserve(cidr);
                PoolModel.mark(model.reserved, cidr, false);
                for (Cidr block : model.blocks) {
                    pool.reservedAddresses()
                            .of(block)
                            .cidrs()
                            .forEach(end -> PoolModel.mark(model.reserved, end, true));
                }
            }
        }

        private void batch(Step step) {
            Map<String, Integer> lengths = new TreeMap<>();
            for (int i = 0; i < 3; i++) {
                lengths.put("batch" + step.at() + "/" + i, Math.min(32, step.prefixLength() + i));
            }
            boolean held = lengths.keySet().stream()
                    .anyMatch(name -> pool.allocation(name).isPresent());
            CidrPool before = pool;
            BatchResult result = pool.allocateAll(lengths);
            assertThat(pool).isSameAs(before);
            if (held) {
                return;
            }
            if (result instanceof BatchAllocation batch) {
                batch.byOwner().values().forEach(this::keep);
                pool = batch.pool();
            } else {
                assertThat(fits(lengths)).isFalse();
            }
        }

        /** Whether blocks fit at all: each takes up its share of the free blocks of its length. */
        private boolean fits(Map<String, Integer> lengths) {
            for (int length = 24; length <= 32; length++) {
                int limit = length;
                long needed = lengths.values().stream()
                        .filter(wanted -> wanted <= limit)
                        .mapToLong(wanted -> 1L << (limit - wanted))
                        .sum();
                if (needed > model.free(length).size()) {
                    return false;
                }
            }
            return true;
        }

        void check() {
            AddressCounts counts = pool.counts();
            IpSet free = pool.free();
            IpSet allocated =
                    IpSet.of(pool.allocations().stream().map(Allocation::cidr).toArray(Cidr[]::new));
            for (int i = 0; i < PoolModel.SIZE; i++) {
                IpAddress address = PoolModel.cidr(i, 32).first();
                assertThat(free.contains(address)).as("%s in %s", address, pool).isEqualTo(model.isFree(i));
                assertThat(allocated.contains(address)).isEqualTo(model.allocated[i]);
                assertThat(pool.explain(address).status()).isEqualTo(status(i));
            }
            assertThat(counts.free()).isEqualTo(model.count(true)).isEqualTo(free.size());
            assertThat(counts.allocated()).isEqualTo(model.count(false)).isEqualTo(sizes(pool.allocations()));
            assertThat(counts.total()).isEqualTo(sum(pool.blocks()));
            assertThat(pool.space().cidrs()).isEqualTo(model.largestFree());
            for (int length = 23; length <= 32; length++) {
                assertThat(pool.countOf(length)).isEqualTo(model.free(length).size());
            }
            assertThat(ImmutableSet.copyOf(pool.allocations())).hasSize(granted.size());
            granted.forEach(allocation -> assertThat(pool.holds(allocation)).isTrue());
            String text = pool.write();
            assertThat(CidrPool.read(text)).isEqualTo(pool).hasSameHashCodeAs(pool);
            assertThat(CidrPool.read(text).free()).isEqualTo(free);
        }

        private AddressUse.Status status(int i) {
            if (!model.inside[i]) {
                return AddressUse.Status.OUTSIDE;
            }
            if (model.allocated[i]) {
                return AddressUse.Status.ALLOCATED;
            }
            return model.reserved[i] ? AddressUse.Status.RESERVED : AddressUse.Status.FREE;
        }
    }

    private static BigInteger sizes(List<Allocation> allocations) {
        return sum(allocations.stream().map(Allocation::cidr).toList());
    }

    private static BigInteger sum(List<Cidr> cidrs) {
        return cidrs.stream().map(Cidr::size).reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Property(tries = 300)
    void anySequence_ofSteps_agreesWithPlainArrays(
            @ForAll("steps") List<Step> steps,
            @ForAll Placement placement,
            @ForAll ReservedAddresses policy,
            @ForAll byte which) {
        Run run = new Run(BLOCKS.get(Math.floorMod(which, BLOCKS.size())), placement, policy);
        run.check();
        for (Step step : steps) {
            CidrPool before = run.pool;
            String textBefore = before.write();
            IpSet freeBefore = before.free();
            run.step(step);
            assertThat(before.write()).as("the old pool").isEqualTo(textBefore);
            assertThat(before.free()).isEqualTo(freeBefore);
            run.check();
        }
    }

    /** All 4096 subsets of the twelve /28 of a pool, each reached by granting them in turn and releasing the others. */
    @Property(tries = 1)
    void everySubset_ofTwelveSlots_isTheSameHoweverReached() {
        CidrPool empty = CidrPool.of(Cidr.parse("10.0.0.0/25"), Cidr.parse("10.0.0.128/26"));
        CidrPool all = empty;
        List<Allocation> slots = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Allocation slot = all.allocate(28).orElseThrow();
            slots.add(slot);
            all = slot.pool();
        }
        assertThat(all.free().isEmpty()).isTrue();
        for (int subset = 0; subset < 1 << 12; subset++) {
            CidrPool released = all;
            CidrPool taken = empty;
            IpSet.Builder expected = IpSet.builder();
            for (int i = 0; i < 12; i++) {
                if ((subset >> i & 1) == 0) {
                    released = released.release(slots.get(i));
                    expected.add(slots.get(i).cidr());
                } else {
                    taken = taken.allocate(slots.get(i).cidr()).orElseThrow().pool();
                }
            }
            assertThat(released.free()).isEqualTo(expected.build());
            assertThat(released.sameContentAs(taken)).isTrue();
            assertThat(released.space().cidrs()).isEqualTo(taken.space().cidrs());
        }
    }

    @Property(tries = 300)
    void read_anyDamage_isRefusedOrCanonical(
            @ForAll("steps") List<Step> steps, @ForAll int position, @ForAll("damages") String damage) {
        Run run = new Run(BLOCKS.get(0), Placement.LOWEST, ReservedAddresses.NONE);
        steps.forEach(run::step);
        String text = run.pool.write();
        int at = Math.floorMod(position, text.length());
        String damaged = text.substring(0, at) + damage + text.substring(Math.min(text.length(), at + 1));
        try {
            assertThat(CidrPool.read(damaged).write()).isEqualTo(DamagedTextProperties.withItsLineEnds(damaged));
        } catch (IpamTextException refused) {
            assertThat(refused.faults()).isNotEmpty().allMatch(fault -> fault.matches("line \\d+: .+"));
        }
    }

    @Provide
    Arbitrary<String> damages() {
        return Arbitraries.of("", "0", "1", "9", " ", "\n", "/", ".", "x", "\\", "\r\n", "end\n", "\u2028");
    }
}
