package io.enikit.ipam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpSet;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CidrPoolTest {
    private static final CidrPool POOL = CidrPool.of(Cidr.parse("10.0.0.0/16"));

    private static Cidr cidr(String text) {
        return Cidr.parse(text);
    }

    private static AllocationRefused refused(AllocationResult result) {
        assertThat(result).isInstanceOf(AllocationRefused.class);
        return (AllocationRefused) result;
    }

    @Test
    void allocate_length_grantsLowestAndKeepsTheOldPool() {
        Allocation web = POOL.allocate("web", 24).orElseThrow();
        assertThat(web).hasToString("10.0.0.0/24 #1 web");
        assertThat(web.pool().allocate(24).orElseThrow()).hasToString("10.0.1.0/24 #2");
        assertThat(POOL.free()).isEqualTo(IpSet.of(cidr("10.0.0.0/16")));
        assertThat(web.pool()).hasToString("10.0.0.0/16: 1 allocations, 65280 addresses free, sequence 1");
    }

    @Test
    void allocate_sameOwner_isIdempotentOrRefused() {
        CidrPool pool = POOL.allocate("web", 24).orElseThrow().pool();
        assertThat(pool.allocate("web", 24).orElseThrow().pool()).isSameAs(pool);
        assertThat(pool.allocate("web", cidr("10.0.0.0/24")).orElseThrow().sequence())
                .isEqualTo(1);
        assertThat(refused(pool.allocate("web", 25)).reason())
                .isEqualTo("web holds 10.0.0.0/24 and cannot have a /25 as well");
        assertThat(refused(pool.allocate("web", cidr("10.0.1.0/24"))).cause())
                .isEqualTo(AllocationRefused.Cause.OWNER_HOLDS_ANOTHER);
    }

    @Test
    void allocate_givenBlock_isRefusedWithTheReason() {
        CidrPool pool =
                POOL.allocate("web", cidr("10.0.0.0/25")).orElseThrow().pool().reserve(cidr("10.0.1.0/24"));
        assertThat(refused(pool.allocate(cidr("10.0.0.0/24"))).reason())
                .isEqualTo(
                        "10.0.0.0/24 is allocated: 10.0.0.0/25 #1 web; releasing 10.0.0.0/25 #1 web would make room");
        assertThat(refused(pool.allocate(cidr("10.0.1.128/25"))).reason())
                .isEqualTo("10.0.1.128/25 is reserved: [10.0.1.128-10.0.1.255]");
        assertThat(refused(pool.allocate(cidr("10.1.0.0/24"))).reason()).isEqualTo("10.1.0.0/24 is not in 10.0.0.0/16");
        assertThat(refused(pool.allocate(cidr("::/64"))).cause()).isEqualTo(AllocationRefused.Cause.OUTSIDE);
    }

    @Test
    void allocate_noRoom_saysWhyInNumbers() {
        CidrPool pool = CidrPool.of(cidr("10.0.0.0/24"));
        pool = pool.allocate("a", cidr("10.0.0.0/26")).orElseThrow().pool();
        pool = pool.allocate("b", cidr("10.0.0.128/26")).orElseThrow().pool();
        AllocationRefused refused = refused(pool.allocate(25));
        assertThat(refused.reason())
                .isEqualTo("needs a /25; the largest free block is 10.0.0.64/26, 128 addresses are free in 2 fragments;"
                        + " releasing 10.0.0.0/26 #1 a would make room");
        assertThat(refused.needed()).containsExactly(25);
        assertThat(refused.largestFree()).contains(cidr("10.0.0.64/26"));
        assertThat(refused.freeAddresses()).isEqualTo(BigInteger.valueOf(128));
        assertThat(refused.freeFragments()).isEqualTo(2);
        assertThat(refused.releasesThatMakeRoom()).hasToString("[10.0.0.0/26 #1 a]");
        assertThatThrownBy(refused::orElseThrow)
                .isInstanceOf(AllocationRefusedException.class)
                .hasMessage(refused.reason());
        assertThat(refused(pool.allocate(0)).releasesThatMakeRoom()).isEmpty();
    }

    @Test
    void allocate_wrongArguments_throws() {
        assertThatThrownBy(() -> POOL.allocate(33)).hasMessage("prefix length must be 0..32: 33");
        assertThatThrownBy(() -> POOL.allocate(-1)).hasMessage("prefix length must be 0..32: -1");
        assertThatThrownBy(() -> POOL.allocate("", 24)).hasMessageContaining("an owner must not be empty");
        assertThatThrownBy(() -> CidrPool.of()).hasMessage("at least one block is needed");
        assertThatThrownBy(() -> CidrPool.of(cidr("10.0.0.0/8"), cidr("10.1.0.0/16")))
                .hasMessage("blocks must not overlap: 10.0.0.0/8, 10.1.0.0/16");
        assertThatThrownBy(() -> CidrPool.of(cidr("10.0.0.0/8"), cidr("::/64")))
                .hasMessage("blocks must be of one family: 10.0.0.0/8, ::/64");
    }

    @Test
    void allocate_neighbouringBlocks_neverSpansBoth() {
        CidrPool pool = CidrPool.of(cidr("10.0.1.0/24"), cidr("10.0.0.0/24"));
        assertThat(refused(pool.allocate(23)).cause()).isEqualTo(AllocationRefused.Cause.NO_ROOM);
        assertThat(refused(pool.allocate(cidr("10.0.0.0/23"))).cause()).isEqualTo(AllocationRefused.Cause.OUTSIDE);
        assertThat(pool.blocks()).containsExactly(cidr("10.0.0.0/24"), cidr("10.0.1.0/24"));
    }

    @Test
    void release_whatIsNotHeld_isRefused() {
        Allocation first = POOL.allocate(24).orElseThrow();
        CidrPool released = first.pool().release(first);
        assertThat(released.sameContentAs(POOL)).isTrue();
        assertThat(released).isNotEqualTo(POOL);
        assertThatThrownBy(() -> released.release(first)).hasMessage("not held: 10.0.0.0/24 #1");
        CidrPool again = released.allocate(24).orElseThrow().pool();
        assertThatThrownBy(() -> again.release(first)).hasMessage("not held: 10.0.0.0/24 #1; held is 10.0.0.0/24 #2");
        assertThat(again.releaseIfHeld(first)).isSameAs(again);
        assertThat(again.holds(first)).isFalse();
    }

    @Test
    void allocateAll_mapInAnyOrder_placesLargestFirstOrNothing() {
        CidrPool pool = CidrPool.of(cidr("10.0.0.0/24"));
        BatchAllocation batch =
                pool.allocateAll(Map.of("c", 26, "b", 26, "a", 25)).orElseThrow();
        assertThat(batch).hasToString("{a=10.0.0.0/25 #1 a, b=10.0.0.128/26 #2 b, c=10.0.0.192/26 #3 c}");
        assertThat(batch.cidr("b")).isEqualTo(cidr("10.0.0.128/26"));
        assertThat(batch.pool().allocateAll(Map.of("b", 26)).orElseThrow().pool())
                .isSameAs(batch.pool());
        BatchResult refused = pool.allocateAll(Map.of("a", 25, "b", 25, "c", 25));
        assertThat(refused)
                .hasToString("refused: needs 3 of /25; the largest free block is 10.0.0.0/24, 256 addresses are free"
                        + " in 1 fragment");
    }

    @Test
    void reserve_overAllocation_isAMarkOfItsOwn() {
        Allocation host = POOL.allocate(cidr("10.0.0.17/32")).orElseThrow();
        CidrPool pool = host.pool().reserve(cidr("10.0.0.16/28"));
        assertThat(pool.counts()).hasToString("1 allocated, 15 reserved, 65520 free of 65536");
        assertThat(pool.explain(IpAddress.parse("10.0.0.17")))
                .hasToString("10.0.0.17 in 10.0.0.0/16 is allocated: 10.0.0.17/32 #1, and reserved: 10.0.0.16/28");
        assertThat(pool.explain(IpAddress.parse("10.0.0.18")))
                .hasToString("10.0.0.18 in 10.0.0.0/16 is reserved: 10.0.0.16/28");
        assertThat(pool.release(host).free().contains(IpAddress.parse("10.0.0.17")))
                .isFalse();
        assertThat(pool.unreserve(cidr("10.0.0.16/28"))).isEqualTo(host.pool());
        assertThatThrownBy(() -> pool.reserve(cidr("10.0.0.18/31")))
                .hasMessage("reservation 10.0.0.18/31 overlaps reservation 10.0.0.16/28");
    }

    @Test
    void withReservedAddresses_aws_keepsFirstFourAndLast() {
        CidrPool pool = CidrPool.of(cidr("10.0.0.0/24")).withReservedAddresses(ReservedAddresses.AWS);
        assertThat(pool.allocate(32).orElseThrow().cidr()).isEqualTo(cidr("10.0.0.4/32"));
        assertThat(pool.counts().free()).isEqualTo(251);
        assertThat(pool.countOf(28)).isEqualTo(14);
        assertThat(pool.explain(IpAddress.parse("10.0.0.255")))
                .hasToString("10.0.0.255 in 10.0.0.0/24 is reserved: an end of its block that is never given out");
    }

    @Test
    void read_whatWasWritten_isEqual() {
        CidrPool pool = CidrPool.of(cidr("10.0.0.0/24"), cidr("10.0.2.0/24"))
                .withPlacement(Placement.BEST_FIT)
                .withReservedAddresses(ReservedAddresses.CLASSIC)
                .reserve(cidr("10.0.0.64/28"));
        pool = pool.allocate("a b\\ \n", 28).orElseThrow().pool();
        pool = pool.allocate(" ends ", 30).orElseThrow().pool();
        pool = pool.allocate(26).orElseThrow().pool();
        assertThat(pool.write()).isEqualTo("""
                eni-pool 1
                placement best-fit
                reserved-addresses classic
                sequence 3
                block 10.0.0.0/24
                block 10.0.2.0/24
                reservation 10.0.0.64/28
                allocation 10.0.0.4/30 2 \\u0020ends\\u0020
                allocation 10.0.0.16/28 1 a b\\\\ \\u000a
                allocation 10.0.0.128/26 3
                end
                """);
        assertThat(CidrPool.read(pool.write())).isEqualTo(pool);
    }

    @Test
    void read_damaged_namesEveryFault() {
        assertThatThrownBy(() -> CidrPool.read("""
                        eni-pool 1
                        placement nearest
                        reserved-addresses aws
                        sequence 3
                        block 10.0.0.0/24
                        reservation 10.9.0.0/28
                        allocation 10.0.0.0/30 1
                        allocation 10.0.0.8/30 4 web
                        allocation 10.0.0.12/30 4 web
                        allocation 10.1.0.0/24 2
                        end
                        """))
                .isInstanceOfSatisfying(
                        IpamTextException.class,
                        damaged -> assertThat(damaged.faults())
                                .containsExactly(
                                        "line 2: unknown word: \"nearest\"",
                                        "line 6: 10.9.0.0/28 is not in a block of the pool",
                                        "line 7: 10.0.0.0/30 contains addresses reserved by aws",
                                        "line 8: number 4 is not in 1..3",
                                        "line 9: number 4 is not in 1..3",
                                        "line 9: number 4 is that of 10.0.0.8/30",
                                        "line 9: web holds 10.0.0.8/30 already",
                                        "line 10: 10.1.0.0/24 is not in a block of the pool",
                                        "line 11: placement, reserved-addresses and sequence are needed, each once"));
    }

    @Test
    void read_blocksThatOverlap_doNotHideOtherFaults() {
        assertThatThrownBy(() -> CidrPool.read("""
                        eni-pool 1
                        placement lowest
                        reserved-addresses none
                        sequence 1
                        block 10.0.0.0/24
                        block 10.0.0.128/25
                        allocation 10.0.0.0/30 2
                        end
                        """))
                .isInstanceOfSatisfying(
                        IpamTextException.class,
                        damaged -> assertThat(damaged.faults())
                                .contains("line 7: number 2 is not in 1..1")
                                .anyMatch(fault -> fault.startsWith("line 6: ")));
    }

    @Test
    void read_linesThatOverlapAnEarlierOne_areAllNamed() {
        assertThatThrownBy(() -> CidrPool.read("""
                        eni-pool 1
                        placement lowest
                        reserved-addresses none
                        sequence 4
                        block 10.0.0.0/24
                        block 10.0.0.0/26
                        block 10.0.0.64/26
                        reservation 10.0.0.0/27
                        reservation 10.0.0.8/30
                        reservation 10.0.0.16/30
                        allocation 10.0.0.128/26 1
                        allocation 10.0.0.64/28 2
                        allocation 10.0.0.132/30 3
                        allocation 10.0.9.0/30 4
                        end
                        """))
                .isInstanceOfSatisfying(
                        IpamTextException.class,
                        damaged -> assertThat(damaged.faults())
                                .containsExactly(
                                        "line 6: 10.0.0.0/26 overlaps 10.0.0.0/24",
                                        "line 7: 10.0.0.64/26 overlaps 10.0.0.0/24",
                                        "line 9: 10.0.0.8/30 overlaps 10.0.0.0/27",
                                        "line 10: 10.0.0.16/30 overlaps 10.0.0.0/27",
                                        "line 12: 10.0.0.64/28 belongs before 10.0.0.128/26",
                                        "line 13: 10.0.0.132/30 overlaps 10.0.0.128/26",
                                        "line 14: 10.0.9.0/30 is not in a block of the pool"));
    }
}
