package io.enikit.ipam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.model.DamagedTextException;
import io.enikit.net.Cidr;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

/** Several blocks of one owner, told apart by keys; and pools rebuilt from known grants. */
class KeyedAllocationsTest {
    private static final CidrPool POOL = CidrPool.of(Cidr.parse("10.0.0.0/24"));

    private static CidrPool blueAndGreen() {
        CidrPool blue = POOL.allocate("web", "blue", 26).orElseThrow().pool();
        return blue.allocate("web", "green", 27).orElseThrow().pool();
    }

    @Test
    void allocate_ownerAndKeyAgain_sameAnswer() {
        CidrPool pool = blueAndGreen();
        assertThat(pool.allocate("web", "blue", 26))
                .isEqualTo(pool.allocation("web", "blue").orElseThrow());
        assertThat(pool.allocate("web", "blue", 26).orElseThrow().pool()).isSameAs(pool);
        assertThat(pool.allocate("web", "blue", Cidr.parse("10.0.0.0/26"))
                        .orElseThrow()
                        .pool())
                .isSameAs(pool);
        assertThat(pool.allocation("web")).isEmpty();
        assertThat(pool.allocate("web", 28).orElseThrow()).hasToString("10.0.0.96/28 #3 web");
        assertThat(pool.allocation("web", "green").orElseThrow()).hasToString("10.0.0.64/27 #2 web [green]");
    }

    @Test
    void allocate_anotherLengthForTheSameKey_refused() {
        assertThat(blueAndGreen().allocate("web", "blue", 28))
                .hasToString("refused: web [blue] holds 10.0.0.0/26 and cannot have a /28 as well");
        assertThatThrownBy(() -> POOL.allocate("", "blue", 28)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void release_owner_takesAllKeysAndNothingElse() {
        CidrPool pool = blueAndGreen().allocate("web", 28).orElseThrow().pool();
        CidrPool both = pool.allocate("db", 28).orElseThrow().pool();
        assertThat(both.allocations("web"))
                .extracting(Allocation::toString)
                .containsExactly("10.0.0.96/28 #3 web", "10.0.0.0/26 #1 web [blue]", "10.0.0.64/27 #2 web [green]");
        CidrPool released = both.release("web");
        assertThat(released.allocations()).extracting(Allocation::toString).containsExactly("10.0.0.112/28 #4 db");
        assertThat(released.release("web")).isSameAs(released);
        assertThat(released.allocations("web")).isEmpty();
        assertThatThrownBy(() -> both.release("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void owners_ofOneHashCode_areKeptApart() {
        CidrPool pool = POOL;
        for (List<String> each : List.of(List.of("Aa", "BB"), List.of("BB", "Aa"), List.of("Aa", "Aa"))) {
            pool = pool.allocate(each.get(0), each.get(1), 28).orElseThrow().pool();
        }
        assertThat(pool.allocations("Aa")).hasSize(2);
        assertThat(pool.release("Aa").allocations()).hasToString("[10.0.0.16/28 #2 BB [Aa]]");
    }

    @Test
    void write_withKeys_isVersion2() {
        assertThat(blueAndGreen().write()).startsWith("eni-pool 2\n").contains("\nkeyed 10.0.0.0/26 1 blue web\n");
        assertThat(POOL.allocate("web", 26).orElseThrow().pool().write()).startsWith("eni-pool 1\n");
        assertThat(CidrPool.read(blueAndGreen().write())).isEqualTo(blueAndGreen());
    }

    @Test
    void read_keysInVersion1OrNoneInVersion2_damaged() {
        assertThatThrownBy(() -> CidrPool.read(blueAndGreen().write().replace("eni-pool 2", "eni-pool 1")))
                .isInstanceOf(DamagedTextException.class)
                .hasMessageContaining("line 6: unknown word: \"keyed\"");
        assertThatThrownBy(() -> CidrPool.read(POOL.write().replace("eni-pool 1", "eni-pool 2")))
                .isInstanceOf(DamagedTextException.class)
                .hasMessageContaining("line 1: version 2 is that of pools with keys");
        assertThatThrownBy(() -> CidrPool.read(blueAndGreen().write().replace("green web", "blue web")))
                .isInstanceOf(DamagedTextException.class)
                .hasMessageContaining("line 7: web [blue] holds 10.0.0.0/26 already");
    }

    @Property(tries = 300)
    void read_writtenNames_comeBack(@ForAll @NotEmpty String owner, @ForAll String key) {
        CidrPool pool = POOL.allocate(owner, key, 28).orElseThrow().pool();
        assertThat(CidrPool.read(pool.write())).isEqualTo(pool);
    }

    @Test
    void build_knownGrants_equalToThePoolThatGrantedThem() {
        CidrPool pool = blueAndGreen()
                .reserve(Cidr.parse("10.0.0.0/28"))
                .allocate(28)
                .orElseThrow()
                .pool();
        CidrPool frame = POOL.reserve(Cidr.parse("10.0.0.0/28"));
        PoolBuilder builder = frame.toBuilder();
        for (Allocation each : pool.allocations()) {
            builder.addAllocation(each.cidr(), each.owner(), each.key(), each.sequence());
        }
        assertThat(builder.build()).isEqualTo(pool);
        assertThat(builder.build().free()).isEqualTo(pool.free());
        assertThat(builder.sequence(9).build().sequence()).isEqualTo(9);
        assertThat(builder.removeAllocation(Cidr.parse("10.0.0.0/26"), 1)
                        .build()
                        .free())
                .isEqualTo(pool.release(pool.allocation("web", "blue").orElseThrow())
                        .free());
    }

    @Test
    void addAllocation_thatCannotBe_refusedAtOnce() {
        PoolBuilder builder = blueAndGreen().withReservedAddresses(ReservedAddresses.NONE).toBuilder();
        assertRefused(builder, "10.1.0.0/28", "a", "", 9, "10.1.0.0/28 #9 a: not in 10.0.0.0/24");
        assertRefused(builder, "10.0.0.64/28", "a", "", 9, "overlaps 10.0.0.64/27 #2 web [green]");
        assertRefused(builder, "10.0.0.128/28", "web", "blue", 9, "web [blue] holds 10.0.0.0/26 already");
        assertRefused(builder, "10.0.0.128/28", "", "blue", 9, "a key needs an owner");
        assertRefused(builder, "10.0.0.128/28", "a", "", 2, "number 2 is that of another grant");
        assertRefused(builder, "10.0.0.128/28", "a", "", 0, "must be at least 1: 0");
        assertThatThrownBy(() -> builder.removeAllocation(Cidr.parse("10.0.0.0/26"), 2))
                .hasMessage("not held: 10.0.0.0/26 #2; held is 10.0.0.0/26 #1 web [blue]");
        assertThatThrownBy(() -> builder.sequence(1)).hasMessageContaining("10.0.0.64/27 #2 web [green]: 1");
        assertRefused(
                POOL.withReservedAddresses(ReservedAddresses.AWS).toBuilder(),
                "10.0.0.0/28",
                "a",
                "",
                1,
                "contains addresses reserved by aws");
        assertThat(builder.build()).isEqualTo(blueAndGreen());
    }

    private static void assertRefused(
            PoolBuilder builder, String cidr, String owner, String key, long number, String message) {
        assertThatThrownBy(() -> builder.addAllocation(Cidr.parse(cidr), owner, key, number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
