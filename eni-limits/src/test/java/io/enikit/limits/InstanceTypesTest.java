package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
        assertThat(names).hasSize(1434).isSorted().doesNotHaveDuplicates();
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

    @Test
    void nearMatches_nothingNear_isEmpty() {
        assertThat(types.nearMatches("")).isEmpty();
        assertThat(types.nearMatches("not-an-instance-type-at-all")).isEmpty();
    }
}
