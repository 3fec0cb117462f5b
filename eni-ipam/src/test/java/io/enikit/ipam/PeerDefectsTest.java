package io.enikit.ipam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.enikit.net.Cidr;
import io.enikit.net.IpSet;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What other allocators for Java get wrong, seen by running them. */
class PeerDefectsTest {
    /** java-ipv6 0.17: a block released twice is in the free list twice, and is handed out twice. */
    @Test
    void release_twice_isRefusedAndNothingIsHandedOutTwice() {
        CidrPool pool = CidrPool.of(Cidr.parse("2001:db8::/118"));
        Allocation first = pool.allocate(120).orElseThrow();
        Allocation second = first.pool().allocate(120).orElseThrow();
        CidrPool released = second.pool().release(second);
        assertThatThrownBy(() -> released.release(second)).hasMessage("not held: 2001:db8::100/120 #2");
        Allocation third = released.allocate(120).orElseThrow();
        Allocation fourth = third.pool().allocate(120).orElseThrow();
        assertThat(third.cidr()).isEqualTo(Cidr.parse("2001:db8::100/120"));
        assertThat(fourth.cidr()).isEqualTo(Cidr.parse("2001:db8::200/120"));
    }

    /** java-ipv6 0.17: half a granted block is accepted back; IPAddress 5.6.2: so is the parent of one. */
    @Test
    void release_halfOrParentOfAGrant_isRefused() {
        Allocation grant = CidrPool.of(Cidr.parse("10.0.0.0/24")).allocate(28).orElseThrow();
        CidrPool pool = grant.pool();
        Allocation half = new Allocation(Grant.of(Cidr.parse("10.0.0.0/29"), "", "", 1), pool);
        Allocation parent = new Allocation(Grant.of(Cidr.parse("10.0.0.0/27"), "", "", 1), pool);
        assertThatThrownBy(() -> pool.release(half)).hasMessageStartingWith("not held: 10.0.0.0/29");
        assertThatThrownBy(() -> pool.release(parent)).hasMessageStartingWith("not held: 10.0.0.0/27");
        assertThat(pool.allocate(28).orElseThrow().cidr()).isEqualTo(Cidr.parse("10.0.0.16/28"));
    }

    /** IPAddress 5.6.2: a batch that does not fit returns null, and the pool is empty afterwards. */
    @Test
    void allocateAll_thatDoesNotFit_leavesThePoolAsItWas() {
        CidrPool pool = CidrPool.of(Cidr.parse("10.0.0.0/24"));
        assertThat(pool.allocateAll(Map.of("a", 25, "b", 25, "c", 25))).isInstanceOf(BatchRefused.class);
        assertThat(pool.free()).isEqualTo(IpSet.of(Cidr.parse("10.0.0.0/24")));
        assertThat(pool.sequence()).isZero();
    }

    /** java-ipv6 0.17: in a pool up to the last address, releasing the first block loses it. */
    @Test
    void release_inAPoolOfTheWholeFamily_losesNothing() {
        CidrPool pool = CidrPool.of(Cidr.parse("::/0"));
        Allocation first = pool.allocate(2).orElseThrow();
        assertThat(first.cidr()).isEqualTo(Cidr.parse("::/2"));
        assertThat(first.pool().release(first).free()).isEqualTo(IpSet.of(Cidr.parse("::/0")));
        Allocation last = first.pool().allocate(Cidr.parse("c000::/2")).orElseThrow();
        CidrPool after = last.pool().release(first);
        assertThat(after.free()).hasToString("[::-bfff:ffff:ffff:ffff:ffff:ffff:ffff:ffff]");
        assertThat(after.release(last).free()).isEqualTo(pool.free());
    }

    /** commons-ip-math 1.32: of three pieces inside a range, an intersection keeps the first one only. */
    @Test
    void free_aroundSeveralPieces_losesNoneOfThem() {
        CidrPool pool = CidrPool.of(Cidr.parse("10.0.0.0/24"));
        IpSet.Builder expected = IpSet.builder().add(Cidr.parse("10.0.0.0/24"));
        for (String piece : List.of("10.0.0.16/29", "10.0.0.32/29", "10.0.0.48/29")) {
            pool = pool.allocate(Cidr.parse(piece)).orElseThrow().pool();
            expected.remove(Cidr.parse(piece));
        }
        IpSet held = IpSet.of(Cidr.parse("10.0.0.0/24")).subtract(pool.free());
        assertThat(pool.free()).isEqualTo(expected.build());
        assertThat(held).hasToString("[10.0.0.16-10.0.0.23, 10.0.0.32-10.0.0.39, 10.0.0.48-10.0.0.55]");
        IpSet half = IpSet.of(Cidr.parse("10.0.0.0/25"));
        assertThat(half.intersect(held)).isEqualTo(held).isEqualTo(held.intersect(half));
        Cidr around = Cidr.parse("10.0.0.0/26");
        assertThat(pool.reserve(around).free()).isEqualTo(pool.free().subtract(IpSet.of(around)));
        assertThat(pool.reserve(around).unreserve(around)).isEqualTo(pool);
    }

    /** go-ipam counts no /126 in an empty /48, and no more than 2^31-1 addresses. */
    @Test
    void counts_ofLargeIpv6Blocks_areExact() {
        CidrPool pool = CidrPool.of(Cidr.parse("2001:db8::/48"));
        assertThat(pool.countOf(126)).isEqualTo(BigInteger.ONE.shiftLeft(78));
        assertThat(CidrPool.of(Cidr.parse("::/0")).counts().free()).isEqualTo(BigInteger.ONE.shiftLeft(128));
    }

    /** Several allocators list every address of a range. */
    @Test
    void everyOperation_onTheWholeFamily_isAsQuickAsOnASmallBlock() {
        assertTimeout(Duration.ofSeconds(5), () -> {
            CidrPool pool = CidrPool.of(Cidr.parse("::/0")).withReservedAddresses(ReservedAddresses.AWS);
            for (Placement placement : Placement.values()) {
                for (int i = 0; i < 100; i++) {
                    pool = pool.withPlacement(placement)
                            .allocate(128)
                            .orElseThrow()
                            .pool();
                }
            }
            CidrPool reserved = pool.reserve(Cidr.parse("4000::/2"));
            assertThat(CidrPool.read(reserved.write())).isEqualTo(reserved);
            assertThat(reserved.counts().reserved())
                    .isEqualTo(BigInteger.ONE.shiftLeft(126).add(BigInteger.valueOf(5)));
            assertThat(reserved.unreserve(Cidr.parse("4000::/2"))).isEqualTo(pool);
        });
    }
}
