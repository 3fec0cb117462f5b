package io.enikit.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a table of nested blocks answers, against a search of all its blocks. */
class IpTableLookUpTest {
    private static final List<Cidr> BLOCKS = Stream.of(
                    "10.0.0.0/8",
                    "10.0.0.0/24",
                    "10.0.0.0/28",
                    "10.0.0.16/28",
                    "10.0.0.16/32",
                    "10.0.0.31/32",
                    "10.0.1.0/24",
                    "255.255.255.0/24",
                    "255.255.255.255/32",
                    "::/16",
                    "::/124",
                    "::8/125",
                    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fff0/124",
                    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fff8/125")
            .map(Cidr::parse)
            .toList();

    private static IpTable<String> table(List<Cidr> blocks) {
        IpTable.Builder<String> builder = IpTable.builder();
        blocks.forEach(block -> builder.put(block, block.toString()));
        return builder.build();
    }

    private static Stream<IpAddress> addresses() {
        return Stream.concat(
                BLOCKS.stream()
                        .flatMap(block -> Stream.of(block.first(), block.last()))
                        .flatMap(edge -> Stream.of(
                                edge,
                                edge.equals(Cidr.all(edge.family()).first()) ? edge : edge.minus(1),
                                edge.equals(Cidr.all(edge.family()).last()) ? edge : edge.plus(1))),
                Stream.of("0.0.0.0", "9.255.255.255", "11.0.0.0", "128.0.0.0", "8000::")
                        .map(IpAddress::parse));
    }

    @Test
    void lookUps_atAndAroundEveryBlock_areThoseOfASearch() {
        IpTable<String> table = table(BLOCKS);
        addresses().forEach(address -> {
            List<Cidr> containing = BLOCKS.stream()
                    .filter(block -> block.contains(address))
                    .sorted(Comparator.comparingInt(Cidr::prefixLength).reversed())
                    .toList();
            assertThat(table.matches(address)).extracting(Map.Entry::getKey).isEqualTo(containing);
            assertThat(table.longestMatch(address).map(Map.Entry::getKey))
                    .isEqualTo(containing.stream().findFirst());
        });
        Stream.concat(
                        BLOCKS.stream(),
                        Stream.of(
                                        "0.0.0.0/0",
                                        "::/0",
                                        "10.0.0.0/25",
                                        "10.0.0.0/30",
                                        "10.0.0.16/29",
                                        "11.0.0.0/8",
                                        "::/125")
                                .map(Cidr::parse))
                .forEach(block -> {
                    assertThat(table.get(block))
                            .isEqualTo(BLOCKS.contains(block) ? Optional.of(block.toString()) : Optional.empty());
                    assertThat(table.under(block))
                            .extracting(Map.Entry::getKey)
                            .isEqualTo(BLOCKS.stream().filter(block::contains).toList());
                });
    }

    @Test
    void content_ofATable_isWhatWasPutIn() {
        IpTable<String> table = table(BLOCKS);
        assertThat(table.size()).isEqualTo(14);
        assertThat(table.isEmpty()).isFalse();
        assertThat(table.entries()).extracting(Map.Entry::getKey).isEqualTo(BLOCKS);
        assertThat(table).isEqualTo(table(BLOCKS)).hasSameHashCodeAs(table(BLOCKS));
        assertThat(table).isNotEqualTo(table(BLOCKS.subList(0, 13)));
        assertThat(table.hashCode()).isNotEqualTo(table(BLOCKS.subList(0, 13)).hashCode());
        assertThat(table(List.of()).isEmpty()).isTrue();
        assertThat(table(List.of()).size()).isZero();
    }
}
