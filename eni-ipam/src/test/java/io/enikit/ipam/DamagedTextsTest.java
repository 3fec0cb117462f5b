package io.enikit.ipam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.net.Cidr;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each line of a stored layout or pool that cannot be right is named. */
class DamagedTextsTest {
    static Stream<Arguments> layouts() {
        return Stream.of(
                Arguments.of(
                        "block 10.0.0.0/16\ncidr 10.0.0.0/24 a\nblock 10.1.0.0/16", "line 4: out of order: \"block\""),
                Arguments.of("block 10.0.0.0/16\ncidr 10.0.0.0/24", "line 3: expected \"cidr\" and 2 fields"),
                Arguments.of("block", "line 2: expected \"block\" and 1 field"),
                Arguments.of("block 10.0.0.0/16\nimpossible x a", "line 3: not a number from 0 to 32: \"x\""),
                Arguments.of("block 10.0.0.0/16\nimpossible 33 a", "line 3: not a number from 0 to 32: \"33\""),
                Arguments.of("block 10.0.0.0/16\nimpossible -1 a", "line 3: not a number from 0 to 32: \"-1\""),
                Arguments.of("block 10.0.0.0/16\nimpossible 015 a", "line 3: not a number from 0 to 32: \"015\""),
                Arguments.of("block 10.0.0.0/16\nimpossible  a", "line 3: not a number from 0 to 32: \"\""),
                Arguments.of("block ::/16\nimpossible 129 a", "line 3: not a number from 0 to 128: \"129\""),
                Arguments.of("block 10.0.0.0/16\nimpossible 15 b\nimpossible 15 a", "line 4: a belongs before b"),
                Arguments.of("block 10.0.0.0/16\nimpossible 15 a\nimpossible 14 a", "line 4: a belongs before a"),
                Arguments.of("block 10.0.0.0/16\nimpossible 24 a", "line 4: what is said to be impossible is not"),
                Arguments.of(
                        "block 10.0.0.0/16\nhead-room 10.0.0.0/20 web\ncidr 10.0.1.0/24 db",
                        "line 4: 10.0.1.0/24 is in the head-room of web"),
                Arguments.of(
                        "block 10.0.0.0/16\nhead-room 10.1.0.0/20 web",
                        "line 3: 10.1.0.0/20 is not in a block of the layout"),
                Arguments.of("block 10.0.0.0/16\nblock 10.0.1.0/24", "line 3: 10.0.1.0/24 overlaps 10.0.0.0/16"),
                Arguments.of("block 10.0.0.0/16\ncidr 10.0.0.0/24 \\x", "line 3: not a name: \"\\x\""),
                Arguments.of("block 10.0.0.0/16\ncidr 10.0.0.0/24 \\u00g0", "line 3: not a name: \"\\u00g0\""),
                Arguments.of("block 10.0.0.0/16\ncidr 10.0.0.0/24 \\u000", "line 3: not a name: \"\\u000\""),
                Arguments.of("block 10.0.0.0/16\ncidr 10.0.0.0/24 \\u0041", "line 3: not a name: \"\\u0041\""),
                Arguments.of("block 10.0.0.0/16\nend", "line 3: text after the line \"end\""));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void readLayout_damaged_namesTheLine(String lines, String fault) {
        assertFault(() -> CidrLayout.read("eni-layout 1\n" + lines + "\nend\n"), fault);
    }

    private static void assertFault(ThrowingCallable read, String fault) {
        assertThatThrownBy(read)
                .isInstanceOfSatisfying(
                        IpamTextException.class,
                        damaged -> assertThat(damaged.faults()).contains(fault));
    }

    static Stream<Arguments> pools() {
        return Stream.of(
                Arguments.of("color red", "line 6: unknown word: \"color\""),
                Arguments.of("sequence 4", "line 6: out of order: \"sequence\""),
                Arguments.of("placement lowest", "line 6: out of order: \"placement\""),
                Arguments.of("allocation 10.0.0.0/30", "line 6: expected \"allocation\" and 2 fields"),
                Arguments.of("allocation 10.0.0.0/30 x", "line 6: not a number from 0 to 9223372036854775807: \"x\""),
                Arguments.of(
                        "allocation 10.0.0.0/30 9223372036854775808",
                        "line 6: not a number from 0 to 9223372036854775807: \"9223372036854775808\""),
                Arguments.of("allocation 10.0.0.0/30 0", "line 6: number 0 is not in 1..3"),
                Arguments.of("allocation 10.0.0.0/30 4", "line 6: number 4 is not in 1..3"),
                Arguments.of(
                        "allocation 10.0.0.4/30 1\nallocation 10.0.0.0/30 2",
                        "line 7: 10.0.0.0/30 belongs before 10.0.0.4/30"),
                Arguments.of(
                        "allocation 10.0.0.0/29 1\nallocation 10.0.0.4/30 2",
                        "line 7: 10.0.0.4/30 overlaps 10.0.0.0/29"),
                Arguments.of("allocation 10.0.0.0/30 1 \\q", "line 6: not a name: \"\\q\""),
                Arguments.of("block 10.0.0.128/25", "line 6: 10.0.0.128/25 overlaps 10.0.0.0/24"),
                Arguments.of(
                        "block 2001:db8::/32", "line 7: blocks must be of one family: 10.0.0.0/24, 2001:db8::/32"));
    }

    @ParameterizedTest
    @MethodSource("pools")
    void readPool_damaged_namesTheLine(String lines, String fault) {
        assertFault(
                () -> CidrPool.read(
                        "eni-pool 1\nplacement lowest\nreserved-addresses none\nsequence 3\nblock 10.0.0.0/24\n" + lines
                                + "\nend\n"),
                fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "eni-layout 2\nend\n", "eni-pool 1\nend\n"})
    void read_textOfAnotherKind_isRefusedAtTheFirstLine(String text) {
        assertFault(() -> CidrLayout.read(text), "line 1: expected \"eni-layout 1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eni-layout 1", "eni-layout 1\n", "eni-layout 1\nblock 10.0.0.0/16\nen"})
    void read_textCutShort_isRefused(String text) {
        assertThatThrownBy(() -> CidrLayout.read(text)).hasMessageContaining("cut short");
    }

    @Test
    void read_linesOfWindows_orNoLastLineEnd_areReadAlike() {
        Cidr block = Cidr.parse("10.0.0.0/16");
        CidrLayout layout = CidrLayout.empty(block).plan(Map.of("web", 24));
        CidrPool pool =
                CidrPool.of(block).allocate("web", "blue", 24).orElseThrow().pool();
        for (String end : new String[] {"\n", "\r\n", ""}) {
            assertThat(CidrLayout.read(rewritten(layout.write(), end))).isEqualTo(layout);
            assertThat(CidrPool.read(rewritten(pool.write(), end))).isEqualTo(pool);
        }
    }

    /** Returns a text whose lines end in another way; none says that only the last one does not end. */
    private static String rewritten(String text, String end) {
        return end.isEmpty() ? text.substring(0, text.length() - 1) : text.replace("\n", end);
    }

    @Test
    void read_foreignDigits_areNone() {
        assertThatThrownBy(() -> CidrPool.read("""
                                eni-pool 1
                                placement lowest
                                reserved-addresses none
                                sequence \u0663
                                block 10.0.0.0/24
                                end
                                """)).hasMessageContaining("not a number from 0 to");
    }

    @Test
    void read_manyFaults_areCutWithTheirNumber() {
        assertThatThrownBy(() -> CidrLayout.read("eni-layout 1\n" + "x\n".repeat(500_000) + "end\n"))
                .isInstanceOfSatisfying(IpamTextException.class, e -> {
                    assertThat(e.faults()).hasSize(101).last().asString().matches("\\d+ more");
                    assertThat(e.getMessage()).hasSizeLessThan(10_000);
                });
    }

    @Test
    void read_namesOfAllSorts_areThoseThatWereWritten() {
        Cidr block = Cidr.parse("10.0.0.0/16");
        for (String name :
                new String[] {"a b", " a", "a ", "\\", "a\\u0041", "\n", "\u2028", "\ud800", "\u00e9", "a\tb"}) {
            CidrLayout layout = CidrLayout.empty(block).plan(Map.of(name, 24, name + "x", 15));
            assertThat(CidrLayout.read(layout.write())).isEqualTo(layout).hasSameHashCodeAs(layout);
            CidrPool pool = CidrPool.of(block).allocate(name, 24).orElseThrow().pool();
            assertThat(CidrPool.read(pool.write())).isEqualTo(pool).hasSameHashCodeAs(pool);
        }
        CidrLayout impossible = CidrLayout.empty(block).withHeadRoom("web", 15).plan(Map.of("a", 15, "b", 15));
        assertThat(CidrLayout.read(impossible.write())).isEqualTo(impossible);
        assertThat(impossible.write()).contains("\nimpossible 15 a\nimpossible 15 b\nimpossible-head-room 15 web\n");
    }
}
