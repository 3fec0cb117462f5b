package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcsTaskCapacityTest {
    private static EcsTaskCapacity capacity(String type) {
        return EcsTaskCapacity.of(InstanceTypes.bundled().limits(type));
    }

    @ParameterizedTest
    @CsvSource({
        "a1.medium, 1, 10",
        "m5.large, 2, 10",
        "m5d.metal, 14, 120",
        "m6a.8xlarge, 7, 90",
        "c5.9xlarge, 7, 60",
        "c7g.medium, 1, 4",
        "hpc6id.32xlarge, 1, 120",
        "x2iedn.2xlarge, 3, 29",
        "x2iezn.12xlarge, 14, 120",
        "i4i.metal, 14, 498",
        "g5.48xlarge, 6, 120",
        "dl1.24xlarge, 59, 120",
        "p4d.24xlarge, 59, 120",
        "trn1.32xlarge, 39, 120",
        "u-18tb1.metal, 14, 12",
        "vt1.3xlarge, 3, 40"
    })
    void capacity_typesOfEcssTable_isThatOfTheTable(String type, int without, int with) {
        assertThat(capacity(type).withoutTrunking()).isEqualTo(without);
        assertThat(capacity(type).withTrunking()).hasValue(with);
    }

    @ParameterizedTest
    @CsvSource({"t3.medium", "m7i.large", "i4i.large", "c6gn.metal"})
    void withTrunking_notPublished_isUnknown(String type) {
        InstanceTypes.bundled()
                .find(type)
                .ifPresent(limits ->
                        assertThat(EcsTaskCapacity.of(limits).withTrunking()).isEmpty());
    }

    @Test
    void explain_bothCases_saysSo() {
        assertThat(capacity("m5.large"))
                .hasToString("m5.large: 3 interfaces − 1 of the instance = 2 tasks; 10 with ENI trunking")
                .isEqualTo(capacity("m5.large"))
                .hasSameHashCodeAs(capacity("m5.large"));
        assertThat(capacity("m7g.medium").explain())
                .isEqualTo("2 interfaces − 1 of the instance = 1 task; with ENI trunking not published");
    }
}
