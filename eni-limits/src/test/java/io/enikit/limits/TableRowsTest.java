package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table as it stands in memory, beside the values that it was written from. */
class TableRowsTest {
    private static final InstanceLimits M5 = InstanceTypes.bundled().limits("m5.large");

    private static List<InstanceLimits> types(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> M5.toBuilder()
                        .instanceType("x" + (10_000 + i) + ".large")
                        .ipv4AddressesPerInterface(1 + i)
                        .build())
                .toList();
    }

    private static TableRows rows(List<InstanceLimits> types) {
        return new TableRows(TableFile.write(InstanceTypes.of(types)).getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 1434, 2046, 2047, 2048, 5000})
    void find_everyName_givesItsRowAndNoOther(int count) {
        List<InstanceLimits> types = types(count);
        TableRows rows = rows(types);
        assertThat(rows.size()).isEqualTo(count);
        for (int row = 0; row < count; row++) {
            String name = types.get(row).instanceType();
            assertThat(rows.name(row)).isEqualTo(name);
            assertThat(rows.find(name)).contains(types.get(row)).isSameAs(rows.get(row));
            assertThat(rows.find(name + "s")).isEmpty();
            assertThat(rows.find(name + ",")).isEmpty();
        }
        assertThat(rows.find("")).isEmpty();
        assertThat(rows.find("x.large")).isEmpty();
        assertThat(rows.find("instance_type")).isEmpty();
    }

    @Test
    void find_namesOfOneHashCode_areToldApart() {
        List<InstanceLimits> types = Stream.of("xan.large", "xc0.large")
                .map(name -> M5.toBuilder().instanceType(name).build())
                .toList();
        assertThat("xan.large").hasSameHashCodeAs("xc0.large");
        assertThat(rows(types).find("xan.large")).contains(types.get(0));
        assertThat(rows(types).find("xc0.large")).contains(types.get(1));
        assertThat(rows(types.subList(0, 1)).find("xc0.large")).isEmpty();
    }
}
