package io.enikit.ipam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.net.Cidr;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class CidrLayoutTest {
    private static final Cidr BLOCK = Cidr.parse("10.0.0.0/16");
    private static final CidrLayout EMPTY = CidrLayout.empty(BLOCK);

    @Test
    void plan_oneNameMore_movesNothing() {
        CidrLayout first = EMPTY.plan(Map.of("web/a", 24, "web/b", 24));
        CidrLayout next = first.plan(Map.of("web/a", 24, "web/b", 24, "web/c", 24));
        assertThat(next.diffFrom(first)).hasToString("added 1, moved 0, removed 0");
        assertThat(next).hasToString("{web/a=10.0.0.0/24, web/b=10.0.1.0/24, web/c=10.0.2.0/24}");
        CidrLayout inTheMiddle = first.plan(Map.of("web/a", 24, "web/aa", 20, "web/b", 24));
        assertThat(inTheMiddle).hasToString("{web/a=10.0.0.0/24, web/aa=10.0.16.0/20, web/b=10.0.1.0/24}");
    }

    @Test
    void plan_nameLeftOut_givesItsBlockUpForTheNext() {
        CidrLayout first = EMPTY.plan(Map.of("a", 24, "b", 24, "c", 24));
        CidrLayout next = first.plan(Map.of("a", 24, "c", 24, "d", 25, "e", 26));
        assertThat(next).hasToString("{a=10.0.0.0/24, c=10.0.2.0/24, d=10.0.1.0/25, e=10.0.1.128/26}");
        assertThat(next.diffFrom(first)).hasToString("added 2, moved 0, removed 1");
    }

    @Test
    void plan_otherLength_staysWhereItBeginsIfThereIsRoom() {
        CidrLayout first = EMPTY.plan(Map.of("a", 24, "b", 25));
        assertThat(first.plan(Map.of("a", 25, "b", 24))).hasToString("{a=10.0.0.0/25, b=10.0.1.0/24}");
        CidrLayout grown = first.plan(Map.of("a", 23, "b", 25));
        assertThat(grown).hasToString("{a=10.0.2.0/23, b=10.0.1.0/25}");
        assertThat(grown.diffFrom(first).moved()).hasToString("{a=10.0.0.0/24 -> 10.0.2.0/23}");
    }

    @Test
    void plan_noRoom_isToldAndTheRestStands() {
        CidrLayout small = CidrLayout.empty(Cidr.parse("10.0.0.0/24")).plan(Map.of("a", 25));
        CidrLayout next = small.plan(Map.of("a", 25, "b", 24, "c", 26, "d", 25));
        assertThat(next.cidrs()).containsOnlyKeys("a", "d");
        assertThat(next.cidr("a")).isEqualTo(Cidr.parse("10.0.0.0/25"));
        assertThat(next.impossible())
                .hasToString(
                        "[b: needs a /24; nothing is free; releasing 10.0.0.0/25 #1 a, 10.0.0.128/25 #2 d would make room,"
                                + " c: needs a /26; nothing is free; releasing 10.0.0.0/25 #1 a would make room]");
    }

    @Test
    void read_whatWasWritten_isEqual() {
        CidrLayout layout = EMPTY.withHeadRoom("web", 20).plan(Map.of("web/a", 24, "db", 24, "huge", 15));
        assertThat(layout.write()).isEqualTo("""
                eni-layout 1
                block 10.0.0.0/16
                head-room 10.0.0.0/20 web
                cidr 10.0.0.0/24 web/a
                cidr 10.0.16.0/24 db
                impossible 15 huge
                end
                """);
        assertThat(CidrLayout.read(layout.write())).isEqualTo(layout);
    }

    @Test
    void read_damaged_namesEveryFault() {
        assertThatThrownBy(() -> CidrLayout.read("""
                eni-layout 1
                block 10.0.0.0/16
                cidr 10.0.1.0/24 a
                cidr 10.0.0.0/24 b
                cidr 10.0.0.128/25 a
                cidr 10.1.0.0/24 c
                cidr 10.0.0.1/24 d
                what 1
                """))
                .isInstanceOfSatisfying(
                        IpamTextException.class,
                        damaged -> assertThat(damaged.faults())
                                .containsExactly(
                                        "line 4: 10.0.0.0/24 belongs before 10.0.1.0/24",
                                        "line 5: 10.0.0.128/25 overlaps 10.0.0.0/24",
                                        "line 5: a has 10.0.1.0/24 already",
                                        "line 6: 10.1.0.0/24 is not in a block of the layout",
                                        "line 7: not a block: \"10.0.0.1/24\"",
                                        "line 8: cut short: expected the line \"end\" as the last",
                                        "line 8: unknown word: \"what\""));
    }

    @Test
    void cidr_nameWithoutBlock_throwsWithTheReason() {
        CidrLayout layout = EMPTY.plan(Map.of("huge", 15));
        assertThatThrownBy(() -> layout.cidr("huge"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageStartingWith("huge: needs a /15; the largest free block is 10.0.0.0/16");
        assertThatThrownBy(() -> layout.cidr("web")).hasMessage("the layout has no name web");
        assertThatThrownBy(layout::orElseThrow).isInstanceOf(AllocationRefusedException.class);
    }

    @Test
    void withHeadRoom_aroundWhatStands_keepsOthersOut() {
        CidrLayout layout = EMPTY.plan(Map.of("db", 24)).withHeadRoom("db", 22);
        assertThat(layout.headRoom()).hasToString("{db=10.0.0.0/22}");
        CidrLayout next = layout.plan(Map.of("db", 24, "web", 24));
        assertThat(next.cidr("web")).isEqualTo(Cidr.parse("10.0.4.0/24"));
        assertThat(next.plan(Map.of("db", 22, "web", 24)).diffFrom(next).moved())
                .hasToString("{db=10.0.0.0/24 -> 10.0.0.0/22}");
        assertThat(next.withoutHeadRoom("db")
                        .plan(Map.of("db", 24, "web", 24, "x", 24))
                        .cidr("x"))
                .isEqualTo(Cidr.parse("10.0.1.0/24"));
        assertThat(EMPTY.withHeadRoom("db", 8).impossible()).hasSize(1);
    }

    @Test
    void plusBlock_more_findsRoomForWhatWasImpossible() {
        CidrLayout full = CidrLayout.empty(Cidr.parse("10.0.0.0/24")).plan(Map.of("a", 24, "b", 24));
        CidrLayout more = full.plusBlock(Cidr.parse("10.0.9.0/24"));
        assertThat(more.cidrs()).hasToString("{a=10.0.0.0/24, b=10.0.9.0/24}");
        assertThat(more.impossible()).isEqualTo(List.of());
    }

    @Test
    void plan_headRoomOfTheInnerGroupIsFull_goesOnInThatOfTheOuterOne() {
        CidrLayout rooms = CidrLayout.empty(Cidr.parse("10.0.0.0/24"))
                .withHeadRoom("web", 25)
                .withHeadRoom("web/a", 27)
                .plan(Map.of("db", 26, "ops", 27));
        assertThat(rooms.headRoom()).hasToString("{web=10.0.0.0/25, web/a=10.0.0.128/27}");
        CidrLayout full = rooms.plan(Map.of("db", 26, "ops", 27, "web/a/1", 27, "web/a/2", 27, "web/b", 26));
        assertThat(full.impossible()).isEmpty();
        assertThat(full)
                .hasToString("{db=10.0.0.192/26, ops=10.0.0.160/27, web/a/1=10.0.0.128/27, web/a/2=10.0.0.64/27,"
                        + " web/b=10.0.0.0/26}");
        assertThat(CidrLayout.read(full.write())).isEqualTo(full);
    }

    @Test
    void read_oneBlockAroundManyLines_namesEachOfThem() {
        assertThatThrownBy(() -> CidrLayout.read("""
                eni-layout 1
                block 10.0.0.0/16
                cidr 10.0.0.0/22 around
                cidr 10.0.1.0/24 a
                cidr 10.0.2.0/24 b
                impossible 24 z
                impossible 33 y
                end
                cidr 10.0.8.0/24 behind
                """))
                .isInstanceOfSatisfying(
                        IpamTextException.class,
                        damaged -> assertThat(damaged.faults())
                                .containsExactly(
                                        "line 4: 10.0.1.0/24 overlaps 10.0.0.0/22",
                                        "line 5: 10.0.2.0/24 overlaps 10.0.0.0/22",
                                        "line 7: not a number from 0 to 32: \"33\"",
                                        "line 7: y belongs before z",
                                        "line 8: text after the line \"end\"",
                                        "line 9: cut short: expected the line \"end\" as the last"));
    }

    @Test
    void read_withoutHeader_namesEveryOtherFaultAsWell() {
        assertThatThrownBy(() -> CidrLayout.read("block 10.0.0.0/16\ncidr 10.0.0.0/24 a\ncidr 10.1.0.0/24 b\nend\n"))
                .isInstanceOfSatisfying(
                        IpamTextException.class,
                        damaged -> assertThat(damaged.faults())
                                .containsExactly(
                                        "line 1: expected \"eni-layout 1\"",
                                        "line 3: 10.1.0.0/24 is not in a block of the layout"));
        assertThatThrownBy(() -> CidrLayout.read("eni-layout 2\nzones 3\nend\n"))
                .isInstanceOfSatisfying(
                        IpamTextException.class,
                        damaged -> assertThat(damaged.faults()).containsExactly("line 1: expected \"eni-layout 1\""));
    }

    @Test
    void plan_nameLargerThanItsHeadRoom_takesItWhereNothingElseIsFree() {
        CidrLayout rooms = CidrLayout.empty(Cidr.parse("10.0.0.0/24"))
                .plan(Map.of("db", 25))
                .withHeadRoom("web", 26);
        assertThat(rooms.headRoom()).hasToString("{web=10.0.0.128/26}");
        CidrLayout full = rooms.plan(Map.of("db", 25, "web/a", 25));
        assertThat(full).hasToString("{db=10.0.0.0/25, web/a=10.0.0.128/25}");
        assertThat(full.headRoom()).isEmpty();
        assertThat(full.impossible()).extracting(Unplaced::headRoom).containsExactly(true);
        CidrLayout grown = rooms.plan(Map.of("db", 25, "web", 27)).plan(Map.of("db", 25, "web", 25));
        assertThat(grown).hasToString("{db=10.0.0.0/25, web=10.0.0.128/25}");
    }

    @Test
    void withHeadRoom_aroundFullHeadRoomOfAnInnerGroup_liesElsewhere() {
        CidrLayout inner = CidrLayout.empty(Cidr.parse("10.0.0.0/24"))
                .withHeadRoom("web/a", 27)
                .plan(Map.of("web/a/1", 27));
        CidrLayout both = inner.withHeadRoom("web", 26);
        assertThat(both.headRoom()).hasToString("{web=10.0.0.64/26, web/a=10.0.0.0/27}");
        assertThat(both.toPool().reservations()).hasSize(2);
    }
}
