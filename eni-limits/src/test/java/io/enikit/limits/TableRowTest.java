package io.enikit.limits;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of a table in memory, beside the values that it was written from. */
class TableRowTest {
    private static final InstanceLimits M5 = InstanceTypes.bundled().limits("m5.large");

    private static List<InstanceLimits> types(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> M5.toBuilder()
                        .instanceType("x" + (10_000 + i) + ".large")
                        .ipv4AddressesPerInterface(1 + i)
                        .build())
                .toList();
    }

    private static Map<String, TableRow> rows(String table) {
        return TableRow.allOf(table.getBytes(StandardCharsets.US_ASCII));
    }

    private static TableRow row(String table) {
        return requireNonNull(rows(table).get("m5.large"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 1434, 5000})
    void allOf_aTable_givesItsRowsByNameInOrder(int count) {
        List<InstanceLimits> types = types(count);
        Map<String, TableRow> rows = rows(TableFile.write(InstanceTypes.of(types)));
        assertThat(rows.keySet())
                .containsExactlyElementsOf(
                        types.stream().map(InstanceLimits::instanceType).toList());
        assertThat(rows.values().stream().map(row -> row.limits().orElseThrow()))
                .containsExactlyElementsOf(types);
    }

    @Test
    void limits_askedTwice_areDecodedOnce() {
        TableRow row = row(TableFile.write(InstanceTypes.of(M5)));
        assertThat(row.limits()).contains(M5).isSameAs(row.limits());
        assertThat(TableRow.of(M5).limits()).contains(M5);
    }

    @Test
    void limits_ofABrokenLine_areRefusedOnlyWhenAskedFor() {
        TableRow row = row("header\nm5.large,listed\n");
        assertThatIllegalArgumentException().isThrownBy(() -> row.limits()).withMessage("the line ends before vcpus");
    }
}
