package io.enikit.json.gathered;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.EniId;
import io.enikit.model.ResourceId;
import io.enikit.model.SubnetId;
import io.enikit.model.VpcId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdSetTest {
    @Test
    void add_idsOfTwoKindsWithOneText_keepsBoth() {
        Set<ResourceId> ids = new IdSet();
        assertThat(ids.add(SubnetId.of("a"))).isTrue();
        assertThat(ids.add(EniId.of("a"))).isTrue();
        assertThat(ids.add(SubnetId.of("a"))).isFalse();
        assertThat(ids).hasSize(2).contains(SubnetId.of("a"), EniId.of("a")).doesNotContain(VpcId.of("a"));
    }

    @Test
    void equals_sameIdsInAnotherOrder_isTrue() {
        Set<ResourceId> one = new IdSet();
        Set<ResourceId> other = new IdSet();
        one.addAll(Set.of(SubnetId.of("a"), SubnetId.of("b"), EniId.of("c")));
        other.add(EniId.of("c"));
        other.add(SubnetId.of("b"));
        assertThat(one).isNotEqualTo(other);
        other.add(SubnetId.of("a"));
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    }
}
