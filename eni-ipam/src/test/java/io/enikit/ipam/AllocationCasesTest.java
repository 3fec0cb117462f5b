package io.enikit.ipam;

import static io.enikit.ipam.PoolCases.bits;
import static io.enikit.ipam.PoolCases.granted;
import static io.enikit.ipam.PoolCases.orError;
import static io.enikit.ipam.PoolCases.pool;
import static io.enikit.ipam.PoolCases.reserved;
import static io.enikit.ipam.PoolCases.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases other allocators are tested with, or fail at, asked of this one. */
class AllocationCasesTest {
    private static final Map<String, String> NOT_APPLICABLE = Map.of(
            "bitmap.staticDynamicSplit",
                    "a band for explicit requests is the Kubernetes Service allocator's own policy",
            "bitmap.staticOffset", "a band for explicit requests is the Kubernetes Service allocator's own policy",
            "block.garbageCollect", "there is no clock here, so nothing cools down",
            "cdk.calculateCidrSplits", "the CDK's own layout is not copied",
            "cdk.cidrBlock.fromOffset", "the CDK rounds up where host bits are set; blocks here never do",
            "cdk.cidrBlock.last", "the CDK rounds up where host bits are set; blocks here never do",
            "cdk.maskForRemaining", "the CDK's own layout is not copied");

    private static final Map<String, Consumer<Case>> CHECKS = Map.ofEntries(
            equal(
                    "address.fromOffset",
                    c -> c.cidr("base").nth(c.number("offset")).toString()),
            equal("address.next", SetCases::next),
            equal("address.prior", SetCases::prior),
            equal(
                    "cidr.nth",
                    c -> c.cidr("parent")
                            .child(c.number("length"), c.number("index"))
                            .toString()),
            check("prefix.canonicalise.strict", SetCases::canonicaliseStrict),
            equal("range.toPrefixes", SetCases::toPrefixes),
            check("set.build", SetCases::build),
            check("set.build.count", SetCases::buildCount),
            equal("set.collapse", c -> SetCases.strings(c.set("prefixes").cidrs())),
            check("set.removeFreePrefix", SetCases::removeFreePrefix),
            equal("address.acquireNext", PoolCases::acquireNext),
            check("address.acquireSpecific", AllocationCasesTest::acquireSpecific),
            equal(
                    "address.acquireUntilFull.count",
                    c -> PoolCases.untilFull(PoolCases.withEnds(CidrPool.of(c.cidr("prefix")), c.text("reserve")))),
            check("address.untilFull", AllocationCasesTest::untilFull),
            equal("address.free", AllocationCasesTest::addressFree),
            equal(
                    "address.acquireInRange",
                    c -> granted(CidrPool.of(c.cidr("pool")).allocate(c.cidr("range")))),
            check("address.remove", AllocationCasesTest::removeAbsent),
            check("address.acquireForOwner.storeFails", AllocationCasesTest::storeFails),
            check("bitmap.newRange", AllocationCasesTest::newRange),
            check("bitmap.release.outOfRange", AllocationCasesTest::releaseOutOfRange),
            check("block.capacity", AllocationCasesTest::blockCapacity),
            equal("block.free", AllocationCasesTest::blockFree),
            equal("block.release", AllocationCasesTest::blockRelease),
            equal("cdk.allocateSubnets", PlanCases::evenSplit),
            equal("cdk.networkBuilder", PlanCases::networkBuilder),
            equal(
                    "cidrhost",
                    c -> TerraformFunctions.cidrhost(c.text("prefix"), c.number("hostnum"))
                            .toString()),
            equal(
                    "cidrsubnet",
                    c -> TerraformFunctions.cidrsubnet(c.text("prefix"), c.number("newbits"), c.number("netnum"))
                            .toString()),
            check("cidrsubnets", PlanCases::cidrsubnets),
            check("plan.named", PlanCases::planNamed),
            check("plan.stability", PlanCases::planStability),
            check("pool.dryRun", AllocationCasesTest::dryRun),
            equal("pool.fixed.acquireSpecific", c -> granted(ChildCases.range(c).allocate(c.cidr("prefix")))),
            equal(
                    "pool.fixed.sequence",
                    c -> PoolCases.steps(ChildCases.range(c), c.number("length"), c.list("steps"))),
            equal("pool.newFixed", ChildCases::newFixed),
            check("pool.restoreThenAllocate", AllocationCasesTest::restoreThenAllocate),
            check(
                    "pool.size",
                    c -> assertThat(c.expected("must").toString())
                            .startsWith(CidrPool.of(c.cidr("prefix")).counts().total() + " ")),
            check("pool.usableCount", AllocationCasesTest::usableCount),
            check("pool.usage.sequence", AllocationCasesTest::usage),
            equal("prefix.acquireChild", ChildCases::acquireChild),
            equal(
                    "prefix.acquireSpecificChild",
                    c -> granted(taken(CidrPool.of(c.cidr("parent")), c.set("children"))
                            .allocate(c.cidr("child")))),
            equal(
                    "prefix.allocateBitLength",
                    c -> granted(pool(c.set("free").cidrs()).allocate(32 - c.number("bitLength")))),
            check("prefix.allocateBitLengths", ChildCases::allocateBitLengths),
            equal("prefix.allocateSize", ChildCases::allocateSize),
            equal("prefix.allocateSizes", PoolCases::allocateSizes),
            check(
                    "prefix.child.sequence",
                    c -> assertThat(PoolCases.childSequence(c))
                            .isEqualTo(
                                    c.parts().get("results") instanceof List<?> results
                                            ? results.stream()
                                                    .map(r -> r instanceof Map ? Case.ERROR : r)
                                                    .toList()
                                            : null)),
            equal(
                    "prefix.free",
                    c -> PoolCases.strings(reserved(CidrPool.of(c.cidr("parent")), c.set("children"))
                            .free())),
            check("prefix.free.bestFor", ChildCases::bestFor),
            check("prefix.free.smallest30", ChildCases::smallest30),
            equal("prefix.free.smallest30Count", c -> PoolCases.numberLike(c, PoolCases.smallest30Count(c))),
            equal("prefix.free.smallest30Count.sequence", ChildCases::smallest30Sequence),
            check("prefix.hosts", ChildCases::hosts),
            check("prefix.pickFree", ChildCases::pickFree),
            check("prefix.releaseChild", ChildCases::releaseChild),
            check("prefix.usableBounds", ChildCases::usableBounds),
            equal("prefix.verifyPartition", ChildCases::verifyPartition),
            equal(
                    "reservation.add",
                    c -> reserved(CidrPool.of(c.cidr("subnet")), c.set("existing"))
                            .reserve(c.cidr("cidr"))
                            .toString()),
            check("reservation.remove", ChildCases::reservationRemove),
            check("slots.next.sequence", ChildCases::slots),
            check("slots.occupy", ChildCases::occupy),
            check(
                    "slots.probeCount",
                    c -> assertThat(granted(taken(CidrPool.of(c.cidr("parent")), c.set("occupied"))
                                    .allocate(c.number("slot"))))
                            .isEqualTo("10.0.128.0/24")),
            check("state.restore", AllocationCasesTest::restore),
            equal(
                    "warm.needed",
                    c -> PoolCases.number(PlanCases.cilium(c)
                            .balance(c.number("available"), c.number("used"))
                            .needed())),
            equal(
                    "warm.excess",
                    c -> PoolCases.number(PlanCases.cilium(c)
                            .balance(c.number("available"), c.number("used"))
                            .excess())),
            check("warm.target", PlanCases::warmTarget),
            check("warm.targetPrefixes", PlanCases::warmTargetPrefixes),
            equal("warm.attachedIps", PlanCases::attachedIps),
            equal(
                    "warm.attachedPrefixes",
                    c -> PoolCases.number(PlanCases.cni(c).attachedPrefixes(c.number("pods")))),
            equal("eni.removable.sequence", PlanCases::removable));

    private static Map.Entry<String, Consumer<Case>> check(String op, Consumer<Case> check) {
        return Map.entry(op, check);
    }

    private static Map.Entry<String, Consumer<Case>> equal(String op, Function<Case, @Nullable Object> answer) {
        return Map.entry(op, c -> assertThat(orError(() -> answer.apply(c))).isEqualTo(c.answer()));
    }

    static Stream<Case> cases() {
        return Case.all().filter(c -> !NOT_APPLICABLE.containsKey(c.op()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answer_ofAnotherAllocatorsCase_isTheRightOne(Case c) {
        assertThat(CHECKS).as(c.op()).containsKey(c.op());
        Objects.requireNonNull(CHECKS.get(c.op())).accept(c);
    }

    @Test
    void cases_areAllUsed_exceptForFewOperations() {
        List<String> ops = Case.all().map(Case::op).distinct().toList();
        assertThat(ops).containsAll(NOT_APPLICABLE.keySet()).containsAll(CHECKS.keySet());
        assertThat(cases()).hasSizeGreaterThan(240);
    }

    private static void acquireSpecific(Case c) {
        boolean must = c.answer() instanceof Map;
        assertThat(PoolCases.acquireSpecific(c)).isEqualTo(must ? Case.ERROR : c.answer());
    }

    private static void untilFull(Case c) {
        CidrPool pool = CidrPool.of(c.cidr("pool"));
        assertThat(PoolCases.untilFull(pool)).isEqualTo(c.expected("count"));
        CidrPool full = pool.allocate(c.cidr("pool")).orElseThrow().pool();
        assertThat(granted(full.allocate(32))).isEqualTo(Case.ERROR);
    }

    private static Object addressFree(Case c) {
        CidrPool pool = CidrPool.of(c.cidr("prefix")).withReservedAddresses(ReservedAddresses.CLASSIC);
        return reserved(taken(pool, c.set("allocated")), c.set("populatedRanges"))
                .free()
                .addresses()
                .map(IpAddress::toString)
                .toList();
    }

    private static void removeAbsent(Case c) {
        CidrPool pool = CidrPool.of(c.cidr("pool"));
        Allocation elsewhere =
                pool.allocate(Cidr.from(IpAddress.parse(c.text("address")))).orElseThrow();
        assertThat(pool.releaseIfHeld(elsewhere)).isSameAs(pool);
    }

    private static void storeFails(Case c) {
        CidrPool pool = pool(c.<String>list("pool").stream().map(Cidr::parse).toList());
        CidrPool before = pool.allocate("sandbox-1", Cidr.parse("1.1.1.1/32"))
                .orElseThrow()
                .pool();
        String stored = before.write();
        Allocation second = before.allocate("sandbox-2", 32).orElseThrow();
        assertThat(second.cidr()).hasToString("1.1.2.2/32");
        assertThat(before.allocations()).hasSize(((BigInteger) c.expected("assigned")).intValueExact());
        assertThat(CidrPool.read(stored)).isEqualTo(before);
    }

    private static void newRange(Case c) {
        Cidr cidr = c.cidr("cidr");
        boolean ipv4 = bits(cidr) == 32;
        // The Kubernetes allocator looks at no more than 65536 IPv6 addresses of a range.
        Cidr seen = ipv4 || cidr.prefixLength() >= 112 ? cidr : Cidr.containing(cidr.first(), 112);
        CidrPool pool = CidrPool.of(seen)
                .withReservedAddresses(ipv4 ? ReservedAddresses.FIRST_AND_LAST : ReservedAddresses.CLASSIC);
        assertThat(pool.counts().free()).isEqualTo(c.expected("free"));
        if (c.parts().get("notInRange") instanceof List<?> outside) {
            outside.forEach(address -> assertThat(
                            pool.explain(IpAddress.parse((String) address)).status())
                    .isIn(AddressUse.Status.OUTSIDE, AddressUse.Status.RESERVED));
        }
    }

    private static void releaseOutOfRange(Case c) {
        CidrPool pool = CidrPool.of(c.cidr("cidr"));
        Allocation foreign =
                CidrPool.of(Cidr.parse(c.text("release") + "/32")).allocate(32).orElseThrow();
        assertThat(pool.releaseIfHeld(foreign)).isSameAs(pool);
        assertThatThrownBy(() -> pool.release(foreign)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void blockCapacity(Case c) {
        CidrPool pool = CidrPool.of(Cidr.parse("10.0.0.0" + c.text("pool")));
        int blocks = 0;
        for (int node = 1; node <= c.number("nodes"); node++) {
            if (pool.allocate("node" + node, c.number("blockSize")) instanceof Allocation allocation) {
                pool = allocation.pool();
                blocks++;
            }
        }
        assertThat(PoolCases.number(blocks)).isEqualTo(c.expected("blocks"));
        assertThat(pool.allocation("node65")).isEmpty();
    }

    private static Object blockFree(Case c) {
        Cidr block = c.cidr("block");
        CidrPool pool = CidrPool.of(block);
        for (int index : c.numbers("allocated")) {
            pool = pool.allocate(Cidr.from(block.nth(index))).orElseThrow().pool();
        }
        return reserved(pool, c.set("reserved")).counts().free();
    }

    private static @Nullable Object blockRelease(Case c) {
        Cidr address = Cidr.from(c.cidr("block").nth(13));
        Allocation held =
                CidrPool.of(c.cidr("block")).allocate("unlucky", address).orElseThrow();
        Allocation stale = new Allocation(Grant.of(address, "unlucky", "", 999), held.pool());
        return orError(() -> held.pool().release(stale));
    }

    private static void dryRun(Case c) {
        CidrPool pool = CidrPool.of(c.cidr("cidr"));
        CidrPool tried =
                pool.allocate(Cidr.parse("192.168.1.1/32")).orElseThrow().pool();
        assertThat(tried.allocate(32).orElseThrow().cidr()).hasToString("192.168.1.0/32");
        assertThat(pool).isEqualTo(CidrPool.of(c.cidr("cidr")));
    }

    private static void restoreThenAllocate(Case c) {
        CidrPool pool = CidrPool.of(Cidr.parse("10.100.0.0/16"), Cidr.parse("10.200.0.0/16"));
        Allocation first = pool.allocate(Cidr.parse("10.100.10.0/24")).orElseThrow();
        Allocation second = first.pool().allocate(Cidr.parse("10.100.20.0/24")).orElseThrow();
        CidrPool restored = CidrPool.read(second.pool().write());
        List<Object> results = new ArrayList<>();
        Allocation node2 = restored.allocate(24).orElseThrow();
        results.add(node2.cidr().toString());
        results.add(granted(node2.pool().allocate(first.cidr())));
        CidrPool kept = node2.pool().release(first);
        results.add("ok");
        Allocation node3 = kept.allocate(first.cidr()).orElseThrow();
        results.add(node3.cidr().toString());
        results.add(node3.pool().allocate(24).orElseThrow().cidr() + " added");
        assertThat(results)
                .isEqualTo(((List<?>) c.expected("results"))
                        .stream().map(r -> r instanceof Map ? Case.ERROR : r).toList());
    }

    private static void usableCount(Case c) {
        if (!c.has("populatedRanges")) {
            assertThat(PoolCases.numberLike(c, PoolCases.usable(c))).isEqualTo(c.answer());
            return;
        }
        CidrPool pool = CidrPool.of(c.cidr("prefix")).withReservedAddresses(ReservedAddresses.CLASSIC);
        CidrPool rest = reserved(pool, c.set("populatedRanges"));
        assertThat(rest.counts().free()).isEqualTo(c.expected("free"));
        assertThat(rest.allocate(32).orElseThrow().cidr().first()).hasToString((String) c.expected("next"));
    }

    private static void usage(Case c) {
        CidrPool pool = CidrPool.of(c.cidr("prefix")).withReservedAddresses(ReservedAddresses.FIRST_AND_LAST);
        List<Object> used = new ArrayList<>();
        for (String step : c.<String>list("steps")) {
            String[] words = step.split(" ", 2);
            Cidr address = Cidr.from(IpAddress.parse(words[1]));
            pool = words[0].equals("release")
                    ? pool.release(pool.explain(address.first()).allocation().orElseThrow())
                    : pool.allocate(address).orElseThrow().pool();
            used.add(pool.counts().allocated().add(pool.counts().reserved()));
        }
        assertThat(used).isEqualTo(c.expected("acquiredIncludingReserved"));
        assertThat(pool.counts().total()).isEqualTo(c.expected("size"));
    }

    private static void restore(Case c) {
        if (c.has("into")) {
            String other = CidrPool.of(c.cidr("snapshotOf"))
                    .allocate(32)
                    .orElseThrow()
                    .pool()
                    .write()
                    .replace("block " + c.text("snapshotOf"), "block " + c.text("into"));
            assertThatThrownBy(() -> CidrPool.read(other)).isInstanceOf(IpamTextException.class);
            return;
        }
        CidrPool pool = CidrPool.of(c.cidr("cidr")).withReservedAddresses(ReservedAddresses.FIRST_AND_LAST);
        for (int i = 0; i < c.number("allocated"); i++) {
            pool = pool.allocate(32).orElseThrow().pool();
        }
        AddressCounts counts = CidrPool.read(pool.write()).counts();
        assertThat(counts.free()).isEqualTo(c.expected("free"));
        assertThat(counts.allocated()).isEqualTo(c.expected("used"));
    }
}
