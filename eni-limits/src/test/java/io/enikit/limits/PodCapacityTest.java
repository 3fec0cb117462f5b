package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PodCapacityTest {
    @Test
    void withSecondaryIps_m5Large_is29() {
        PodCapacity capacity = PodCapacity.of(InstanceTypes.bundled().limits("m5.large"));
        assertThat(capacity.withSecondaryIps()).isEqualTo(29);
        assertThat(capacity.explain()).isEqualTo("3 ENIs × (10 − 1) addresses + 2 = 29");
    }
}
