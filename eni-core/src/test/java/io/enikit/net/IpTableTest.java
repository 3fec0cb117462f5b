package io.enikit.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IpTableTest {
    private static final Cidr TEN = Cidr.parse("10.0.0.0/8");

    @Test
    void put_sameBlockTwice_laterWins() {
        IpTable<String> table =
                IpTable.<String>builder().put(TEN, "a").put(TEN, "b").build();
        assertThat(table.get(TEN)).contains("b");
        assertThat(table.size()).isOne();
    }

    @Test
    void longestMatch_emptyTable_isEmpty() {
        IpTable<String> table = IpTable.<String>builder().build();
        assertThat(table.longestMatch(IpAddress.parse("10.0.0.1"))).isEmpty();
        assertThat(table.longestMatch(IpAddress.parse("::"))).isEmpty();
        assertThat(table.get(TEN)).isEmpty();
        assertThat(table.under(Cidr.parse("::/0"))).isEmpty();
        assertThat(table).hasToString("{}");
    }

    @Test
    void longestMatch_bothFamilies_staysInTheFamily() {
        IpTable<String> table = IpTable.<String>builder()
                .put(Cidr.parse("0.0.0.0/0"), "four")
                .put(Cidr.parse("::/0"), "six")
                .put(TEN, "ten")
                .build();
        assertThat(table.longestMatch(IpAddress.parse("255.255.255.255"))
                        .orElseThrow()
                        .getValue())
                .isEqualTo("four");
        assertThat(table.longestMatch(IpAddress.parse("::ffff:10.0.0.1")).orElseThrow())
                .hasToString("::/0=six");
        assertThat(table).hasToString("{0.0.0.0/0=four, 10.0.0.0/8=ten, ::/0=six}");
    }

    /** All points share their first 64 bits, and the address is more than 2^127 above them. */
    @Test
    void longestMatch_farAboveTheOnlyBlock_isEmpty() {
        IpTable<String> table =
                IpTable.<String>builder().put(Cidr.parse("::/128"), "a").build();
        assertThat(table.longestMatch(IpAddress.parse("ffff:ffff:1234:5678::"))).isEmpty();
        assertThat(table.longestMatch(IpAddress.parse("8000::"))).isEmpty();
        assertThat(table.longestMatch(IpAddress.parse("::1"))).isEmpty();
        assertThat(IpSet.of(Cidr.parse("::/128")).contains(IpAddress.parse("ffff::")))
                .isFalse();
    }

    @Test
    void build_goingOnAfterwards_leavesTheFirstTable() {
        IpTable.Builder<String> builder = IpTable.<String>builder().put(TEN, "a");
        IpTable<String> first = builder.build();
        IpTable<String> second = builder.put(Cidr.parse("11.0.0.0/8"), "b").build();
        assertThat(first.size()).isOne();
        assertThat(second.size()).isEqualTo(2);
        assertThat(first).isNotEqualTo(second);
        assertThat(IpTable.<String>builder().put(TEN, "a").build())
                .isEqualTo(first)
                .hasSameHashCodeAs(first);
    }

    @Test
    void entries_list_isReadOnly() {
        IpTable<String> table = IpTable.<String>builder().put(TEN, "a").build();
        assertThatThrownBy(() -> table.entries().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> table.under(TEN).clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> table.entries().get(0).setValue("b"))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
