package io.enikit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Sorting by numbers, against the sorting of the JDK. */
class NumberedOrderTest {
    private static List<String> texts(int size, Supplier<String> text) {
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(text.get());
        }
        return texts;
    }

    private static void assertSorted(List<String> texts, String where) {
        List<String> expected = new ArrayList<>(texts);
        Collections.sort(expected);
        assertThat(NumberedOrder.<String>byText(texts, text -> text).sorted(Comparator.naturalOrder()))
                .as(where)
                .isEqualTo(expected);
    }

    @Test
    void byText_idsOfEc2_areInOrder() {
        Random random = new Random(1);
        assertSorted(texts(2_000, () -> String.format("eni-0%016x", random.nextLong())), "seed 1");
    }

    @Test
    void byText_oneTextAmongManyThatHasLessInCommon_standsWhereItBelongs() {
        for (String other : new String[] {"", "a", "eni-", "eni-0", "eni-0\u00e9", "z", "eni-0123456789abcdefz"}) {
            for (int seed = 0; seed < 40; seed++) {
                Random random = new Random(seed);
                List<String> texts = texts(300, () -> "eni-0123456789abcdef" + random.nextInt(50));
                texts.set(random.nextInt(texts.size()), other);
                assertSorted(texts, "seed " + seed + ", \"" + other + "\"");
            }
        }
    }

    @Test
    void byText_charactersOfAllLengths_areInOrder() {
        String characters = "ab~\u007f\u0080\u00ff\u0100\ud83d\ude00\uffff";
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            assertSorted(
                    texts(200, () -> {
                        StringBuilder text = new StringBuilder("x");
                        for (int i = random.nextInt(9); i > 0; i--) {
                            text.append(characters.charAt(random.nextInt(characters.length())));
                        }
                        return text.toString();
                    }),
                    "seed " + seed);
        }
    }

    @Test
    void of_thingsOfOneNumber_standInTheOrderInWhichTheyCame() {
        NumberedOrder<String> order = NumberedOrder.of(List.of("b2", "a1", "b1", "a2", "b3"), text -> text.charAt(0));

        assertThat(List.of(order.get(0), order.get(1), order.get(2), order.get(3), order.get(4)))
                .containsExactly("a1", "a2", "b2", "b1", "b3");
        assertThat(order.position(2)).isZero();
        assertThat(order.endOfRun(0)).isEqualTo(2);
        assertThat(order.endOfRun(1)).isEqualTo(2);
        assertThat(order.endOfRun(2)).isEqualTo(5);
    }

    @Test
    void of_largestNumber_isAtTheEnd() {
        long largest = (1L << 39) - 1;
        NumberedOrder<Long> order = NumberedOrder.of(List.of(largest, 0L, largest - 1), number -> number);

        assertThat(order.sorted(Comparator.naturalOrder())).containsExactly(0L, largest - 1, largest);
    }

    @Test
    void byText_nothing_isNothing() {
        assertThat(NumberedOrder.<String>byText(List.of(), text -> text).size()).isZero();
    }
}
