package io.enikit.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NaturalOrderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "app-1 app-2 app-10",
                "1 2 10 a",
                "a a0 a00 a01 a1 a1b",
                "a2b1 a2b10 a10b1",
                "99999999999999999998 99999999999999999999 100000000000000000000"
            })
    void compare_namesInOrder_areInOrder(String inOrder) {
        List<String> names = Arrays.asList(inOrder.split(" "));
        for (int i = 0; i < names.size(); i++) {
            for (int j = 0; j < names.size(); j++) {
                assertThat(Integer.signum(NaturalOrder.OF_NAMES.compare(names.get(i), names.get(j))))
                        .as("%s, %s", names.get(i), names.get(j))
                        .isEqualTo(Integer.signum(Integer.compare(i, j)));
            }
        }
    }

    @Test
    void compare_anyNames_isAnOrder() {
        List<String> names = Stream.of("", "0", "00", "1", "01", "10", "a", "a1", "a01", "1a", "01a", "a-1", "a-b")
                .toList();
        for (String a : names) {
            for (String b : names) {
                int ab = Integer.signum(NaturalOrder.OF_NAMES.compare(a, b));
                assertThat(ab).isEqualTo(-Integer.signum(NaturalOrder.OF_NAMES.compare(b, a)));
                assertThat(ab == 0).isEqualTo(a.equals(b));
                for (String c : names) {
                    if (ab < 0 && NaturalOrder.OF_NAMES.compare(b, c) < 0) {
                        assertThat(NaturalOrder.OF_NAMES.compare(a, c)).isNegative();
                    }
                }
            }
        }
    }
}
