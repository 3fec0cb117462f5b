package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceTypesTest {
    private final InstanceTypes types = InstanceTypes.bundled();

    @Test
    void limits_m5Large_givesEveryFigure() {
        InstanceLimits m5 = types.limits("m5.large");
        assertThat(m5.maximumNetworkInterfaces()).isEqualTo(3);
        assertThat(m5.networkCards()).hasSize(1);
        assertThat(m5.ipv4AddressesPerInterface()).isEqualTo(10);
        assertThat(m5.ipv6AddressesPerInterface()).hasValue(10);
        assertThat(m5.branchInterfaces()).hasValue(9);
        assertThat(m5.status()).isEqualTo(ListingStatus.LISTED);
        assertThat(m5.family()).isEqualTo("m5");
        assertThat(m5.size()).isEqualTo("large");
    }

    @Test
    void stream_bundled_holdsEveryRowByName() {
        List<String> names = types.stream().map(InstanceLimits::instanceType).toList();
        assertThat(names).hasSize(1438).isSorted().doesNotHaveDuplicates();
        assertThat(names)
                .allSatisfy(
                        name -> assertThat(types.limits(name).instanceType()).isEqualTo(name));
    }

    @Test
    void find_twice_givesTheSameObject() {
        assertThat(types.find("c5.large")).isSameAs(types.find("c5.large"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x99.large",
                "M5.LARGE",
                "m5.large ",
                " m5.large",
                "",
                ".",
                "m5",
                "m5.larg",
                "m5.large,",
                "\u00ff"
            })
    void find_notInTheTable_isEmpty(String name) {
        assertThat(types.find(name)).isEmpty();
        assertThatThrownBy(() -> types.limits(name)).isInstanceOf(UnknownInstanceTypeException.class);
    }

    @Test
    void limits_lettersSwapped_proposesTheRightName() {
        assertThatThrownBy(() -> types.limits("m7i.lrage"))
                .hasMessage("unknown instance type \"m7i.lrage\": did you mean m7i.large?")
                .asInstanceOf(InstanceOfAssertFactories.type(UnknownInstanceTypeException.class))
                .satisfies(unknown -> {
                    assertThat(unknown.instanceType()).isEqualTo("m7i.lrage");
                    assertThat(unknown.nearMatches()).containsExactly("m7i.large");
                });
    }

    @Test
    void nearMatches_wrongCaseOrBlank_proposesTheName() {
        assertThat(types.nearMatches("M5.LARGE")).containsExactly("m5.large");
        assertThat(types.nearMatches("m5.large ")).containsExactly("m5.large");
    }

    private List<String> near(String typed, String... names) {
        InstanceLimits m5 = types.limits("m5.large");
        return InstanceTypes.of(Stream.of(names)
                        .map(name -> m5.toBuilder().instanceType(name).build())
                        .toArray(InstanceLimits[]::new))
                .nearMatches(typed);
    }

    @Test
    void nearMatches_editsUpToTwo_areNear() {
        for (String typed :
                List.of("abc.large", "abcd.larg", "abcde.large", "abxd.large", "bacd.large", "abcd.lareg")) {
            assertThat(near(typed, "abcd.large")).as(typed).containsExactly("abcd.large");
        }
        for (String typed : List.of("ab.large", "abcd.lar", "abcdef.large", "axxd.large", "badc.large", "bcad.large")) {
            assertThat(near(typed, "abcd.large")).as(typed).containsExactly("abcd.large");
        }
        for (String typed : List.of("a.large", "abcd.la", "abcdefg.large", "xxxd.large", "badc.lareg")) {
            assertThat(near(typed, "abcd.large")).as(typed).isEmpty();
        }
    }

    @Test
    void nearMatches_several_areTheNearestThreeByName() {
        assertThat(near("m5.large", "m5a.large", "m5ab.large", "m6.large")).containsExactly("m5a.large", "m6.large");
        assertThat(near("m5.large", "m4.large", "m6.large", "m7.large", "m8.large"))
                .containsExactly("m4.large", "m6.large", "m7.large");
        assertThat(near("m5ab.large", "m5.large", "m5a.large")).containsExactly("m5a.large");
    }

    @Test
    void nearMatches_textTooLong_isNotCompared() {
        String longest = "a".repeat(58) + ".large";
        assertThat(near(longest.replace("large", "lrage"), longest)).containsExactly(longest);
        assertThat(near(longest + "x", longest)).isEmpty();
    }

    @Test
    void nearMatches_nothingNear_isEmpty() {
        assertThat(types.nearMatches("")).isEmpty();
        assertThat(types.nearMatches("not-an-instance-type-at-all")).isEmpty();
    }
}
