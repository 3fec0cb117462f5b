package io.enikit.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The front door in one page: what the package's own snippets promise. */
class FirstLookTest {
    private static final Cidr BLOCK = Cidr.parse("10.0.0.0/16");

    @Test
    void contains_addressInside_isTrue() {
        assertThat(BLOCK.contains(IpAddress.parse("10.0.3.7"))).isTrue();
        assertThat(BLOCK.contains(IpAddress.parse("10.1.0.0"))).isFalse();
    }

    @Test
    void parse_hostBitsSet_suggestsNetwork() {
        assertThatThrownBy(() -> Cidr.parse("10.0.0.5/24"))
                .isInstanceOf(AddressParseException.class)
                .hasMessage("Cidr.parse(\"10.0.0.5/24\"): host bits set; did you mean 10.0.0.0/24 (at index 7)");
        assertThatThrownBy(() -> Cidr.parse("10.0.0.0/33"))
                .hasMessage("Cidr.parse(\"10.0.0.0/33\"): prefix length must be 0..32 (at index 9)");
    }

    @Test
    void containing_hostBits_masks() {
        assertThat(Cidr.containing(IpAddress.parse("10.0.0.5"), 24)).hasToString("10.0.0.0/24");
    }

    @Test
    void subtract_blockInside_leavesTwoRanges() {
        IpSet free = IpSet.of(BLOCK).subtract(IpSet.of(Cidr.parse("10.0.1.0/24")));
        assertThat(free.ranges()).hasToString("[10.0.0.0-10.0.0.255, 10.0.2.0-10.0.255.255]");
    }

    @Test
    void toString_ofMac_isLowerCaseWithColons() {
        assertThat(MacAddress.parse("02:1A:80:41:52:9C")).hasToString("02:1a:80:41:52:9c");
    }

    @Test
    void longestMatch_nestedBlocks_findsTheSmallest() {
        IpTable<String> table = IpTable.<String>builder()
                .put(Cidr.parse("10.0.0.0/8"), "a")
                .put(Cidr.parse("10.1.0.0/16"), "b")
                .build();
        assertThat(table.longestMatch(IpAddress.parse("10.1.2.3")).orElseThrow().getValue())
                .isEqualTo("b");
        assertThat(table.longestMatch(IpAddress.parse("10.2.0.0")).orElseThrow().getValue())
                .isEqualTo("a");
        assertThat(table.longestMatch(IpAddress.parse("11.0.0.0"))).isEmpty();
    }

    @Test
    void take_lowest_leavesTheOldSpaceAsItWas() {
        FreeSpace whole = FreeSpace.of(BLOCK);
        FreeSpace rest = whole.take(whole.lowest(24).orElseThrow());
        assertThat(whole.lowest(24)).contains(Cidr.parse("10.0.0.0/24"));
        assertThat(rest.lowest(24)).contains(Cidr.parse("10.0.1.0/24"));
        assertThat(rest.give(Cidr.parse("10.0.0.0/24"))).isEqualTo(whole);
    }
}
